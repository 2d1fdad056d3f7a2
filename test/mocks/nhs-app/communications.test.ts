/** Messages and notifications sent, reports read, and requests refused in the words of the service. */
import { expect, test } from 'vitest';
import { sandboxesFor } from '../../sandbox.ts';

const open = await sandboxesFor('nhs-app');
const inApp = '/communication/in-app/FHIR/R4/CommunicationRequest';
const notification = '/communication/notification/FHIR/R4/CommunicationRequest';
const fhir = 'https://fhir.nhs.uk';
const requestId = { system: `${fhir}/NHSApp/request-id`, value: 'reminder-1' };
const to = (value: string) => [{ identifier: { system: `${fhir}/Id/nhs-number` as const, value } }];
const requester = { identifier: { system: `${fhir}/Id/ods-organization-code` as const, value: 'Y12345' } };
const message = (nhsNumber: string) =>
  ({
    resourceType: 'CommunicationRequest',
    identifier: [requestId],
    status: 'active',
    payload: [{ contentString: 'Your clinic is on **Tuesday**.' }],
    recipient: to(nhsNumber),
    requester,
  }) as const;

test('a message to each of five people is echoed, with an identifier of its own before all others', async () => {
  const { client, people } = open();
  const given = new Set<string | undefined>();
  for (const nhsNumber of [people.appAccount, people.appAccountOff, people.janeSmith, people.guardian, people.replyingPatient]) {
    const body = message(nhsNumber);
    const sent = await client.POST(inApp, { body });
    const [own, ...rest] = sent.data?.identifier ?? [];
    expect(sent.response.status).toBe(201);
    expect(own).toEqual({ system: `${fhir}/Id/nhs-app-communication-id`, value: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect({ ...sent.data, identifier: rest }).toEqual(body);
    expect(sent.response.headers.get('Location')).toBe(`http://sandbox.test/nhs-app${inApp}/${own?.value}`);
    given.add(own?.value);
  }
  expect(given.size).toBe(5);
});

test('a notification is echoed without identifiers of unknown systems, and the correlation id comes back', async () => {
  const { call, people } = open();
  const payload = [{ contentReference: { reference: 'https://www.nhsapp.service.nhs.uk/', display: 'Your clinic has written.' } }];
  const answer = await call('POST', notification, {
    body: {
      resourceType: 'CommunicationRequest',
      identifier: [{ system: 'https://example.com/mine', value: '7' }],
      status: 'active',
      priority: 'urgent',
      payload,
      recipient: to(people.appAccount),
    },
    headers: { 'Content-Type': 'application/fhir+json', 'X-Correlation-ID': 'clinic-7' },
  });
  expect([answer.status, answer.headers.get('X-Correlation-ID')]).toEqual([201, 'clinic-7']);
  expect(answer.body).toEqual({
    resourceType: 'CommunicationRequest',
    identifier: [{ system: `${fhir}/Id/nhs-app-communication-id`, value: expect.any(String) }],
    status: 'active',
    payload,
    recipient: to(people.appAccount),
  });
});

test('the reports list receipts of a day and patients of a practice, and say where the last page is', async () => {
  const { client, people } = open();
  const receipts = await client.GET('/communication/report/receipts/FHIR/R4/Task', { params: { query: { day: '2026-01-12' } } });
  expect(receipts.data?.entry.map(({ resource }) => resource.code.coding[0]?.code)).toEqual(['Delivered', 'Read', 'Rejected']);
  expect(receipts.response.headers.get('Link')).toMatch(/^<http:\/\/sandbox\.test\/nhs-app\/.*>; rel="last"$/);
  const patients = await client.GET('/communication/report/patients', { params: { query: { 'ods-organisation-code': 'Y12345' } } });
  expect(patients.data).toContainEqual({ nhsNumber: people.appAccount, notificationsEnabled: true });
});

interface Issue {
  readonly severity: string;
  readonly code: string;
  readonly diagnostics: string;
  readonly expression?: readonly string[];
}

const issuesOf = (body: object): readonly Issue[] => (body as { readonly issue: readonly Issue[] }).issue; // every answer here is a refusal
const lines = (body: object): string[] =>
  issuesOf(body).map(({ diagnostics, expression = [] }) => [diagnostics, ...expression].join(' @ '));

const valid = message('9990000018');
test.for<[string, unknown, readonly string[]]>([
  ['no JSON', '{', ['Invalid Json encountered.']],
  [
    'another resource',
    { ...valid, resourceType: 'communicationrequest' },
    ["type (at Cannot locate type information for type 'communicationrequest')"],
  ],
  [
    'no resource type',
    { ...valid, resourceType: undefined },
    ['Root object has no type indication (resourceType) (at Cannot locate type information)'],
  ],
  ['nobody', { ...valid, recipient: undefined, requester: undefined }, ['Not specified @ recipient', 'Not specified @ requester']],
  ['two people', { ...valid, recipient: [...to('9990000018'), ...to('9990000026')] }, ['Exceeds maximum length @ recipient']],
  ['too short a number', { ...valid, recipient: to('999') }, ['NHS Number is invalid @ recipient[0].identifier.value']],
  [
    'a sender that is none',
    { ...valid, requester: { identifier: { ...requester.identifier, system: 'https://example.com' } } },
    ['Identifier system is invalid @ requester.identifier.system'],
  ],
  ['a long text', { ...valid, payload: [{ contentString: 'x'.repeat(5001) }] }, ['Exceeds maximum length @ payload[0].contentString']],
  ['mark-up', { ...valid, payload: [{ contentString: 'Hello <b>you</b>' }] }, ['Invalid format @ payload[0].contentString']],
  [
    'a long campaign',
    { ...valid, identifier: [{ ...requestId, value: 'x'.repeat(129) }] },
    ['Exceeds maximum length @ identifier[0].value'],
  ],
  ['seven keywords', { ...valid, contained: [question('choice', 7)] }, ['Exceeds maximum length @ contained[0].item[0].answerOptions']],
  ['a question of another kind', { ...valid, contained: [question('date', 2)] }, ['[0].item.type should be text or choice @ contained']],
])('a message with %s is refused', async ([, body, expected]) => {
  const answer = await open().call('POST', inApp, { body });
  expect(answer.status).toBe(400);
  expect(lines(answer.body)).toEqual(expected);
  expect(issuesOf(answer.body)[0]).toMatchObject({ severity: 'error', code: 'invalid' });
});

function question(type: string, options: number): object {
  const answerOption = Array.from({ length: options }, (_, n) => ({ valueCoding: { code: `K${n}` } }));
  return { resourceType: 'Questionnaire', id: 'q', status: 'active', item: [{ linkId: '1', type, answerOption }] };
}

test.for([
  ['receipts/FHIR/R4/Task', ['Not specified @ day']],
  ['receipts/FHIR/R4/Task?day=2026-02-30', ['Invalid format @ day']],
  ['receipts/FHIR/R4/Task?day=2026-01-12&page=2147483648', ['Invalid format @ page']],
  ['patients', ['Not specified @ ods-organisation-code']],
  ['patients?ods-organisation-code=nowhere&page=0', ['Invalid format @ ods-organisation-code', 'Invalid format @ page']],
] as const)('the report %s is refused', async ([path, expected]) => {
  const answer = await open().call('GET', `/communication/report/${path}`);
  expect([answer.status, lines(answer.body)]).toEqual([400, expected]);
});

test('every documented status can be had, as it is documented', async () => {
  const { contract, call } = open();
  for (const operation of contract.operations) {
    const body = operation.body?.content[0]?.examples[0]?.value;
    const query = { 'get-receipt-report': '?day=2026-01-12', 'get-patient-report': '?ods-organisation-code=Y12345' }[operation.id] ?? '';
    for (const [status, { content }] of operation.responses) {
      const answer = await call(operation.method, operation.path + query, { headers: { Prefer: `code=${status}` }, ...(body && { body }) });
      expect(`${operation.id} ${answer.status}`).toBe(`${operation.id} ${status}`);
      const media = content.find(({ type }) => type === answer.headers.get('Content-Type'));
      if (!media?.schema) throw new Error(`${operation.id} ${status} is answered in a type that is not documented`);
      expect(contract.check(media.schema, JSON.parse(JSON.stringify(answer.body)))).toEqual([]);
    }
  }
});
