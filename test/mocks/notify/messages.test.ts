/** Messages sent one at a time and in batches, read back, and refused in the words of the service. */
import { expect, test } from 'vitest';
import { sandboxesFor } from '../../sandbox.ts';

const open = await sandboxesFor('notify');
const routingPlanId = '49e43b98-70cb-47a9-a55e-fe70c9a6f77c';
const message = (messageReference: unknown, nhsNumber: string): object => ({
  data: { type: 'Message', attributes: { routingPlanId, messageReference, recipient: { nhsNumber } } },
});
const about = 'https://digital.nhs.uk/developer/api-catalogue/nhs-notify';

test('a message to each of five people is accepted, and read back as it was created', async () => {
  const { client, call, people } = open();
  const seen = new Set<string>();
  for (const [n, nhsNumber] of [
    people.messageRecipient,
    people.janeSmith,
    people.guardian,
    people.appAccount,
    people.firstAppAccount,
  ].entries()) {
    const attributes = { routingPlanId, messageReference: `reminder-${n}`, recipient: { nhsNumber }, personalisation: { day: 'Monday' } };
    const sent = await client.POST('/v1/messages', { body: { data: { type: 'Message', attributes } } });
    const made = sent.data?.data;
    expect(made).toMatchObject({
      type: 'Message',
      attributes: {
        messageReference: `reminder-${n}`,
        messageStatus: 'created',
        timestamps: { created: '2026-01-01T00:00:00.000Z' },
        routingPlan: { id: routingPlanId },
      },
    });
    const id = made?.id ?? '';
    expect(sent.response.headers.get('Location')).toMatch(new RegExp(`/v1/messages/${id}$`));
    expect(made?.links.self).toBe(`http://sandbox.test/comms/v1/messages/${id}`);
    expect((await call('GET', `/v1/messages/${id}`)).body).toEqual(sent.data);
    seen.add(id);
  }
  expect(seen.size).toBe(5);
});

test('a batch gives each message an id, in order', async () => {
  const { client, people } = open();
  const messages = [people.guardian, people.secondGuardian].map((nhsNumber, n) => ({
    messageReference: `in-batch-${n}`,
    recipient: { nhsNumber },
  }));
  const { data } = await client.POST('/v1/message-batches', {
    body: { data: { type: 'MessageBatch', attributes: { routingPlanId, messageBatchReference: 'batch-1', messages } } },
  });
  expect(data?.data?.attributes).toMatchObject({
    messageBatchReference: 'batch-1',
    routingPlan: { id: routingPlanId },
    messages: [{ messageReference: 'in-batch-0' }, { messageReference: 'in-batch-1' }],
  });
});

test.for([
  ['2WL3qFTEFM0qMY8xjRbt1LIKCzM', 'delivered', undefined],
  ['2WL4LuyNMtoGAsJQIpTxZLl8e3e', 'sending', undefined],
  ['2WL4ibGoigirgbH4yQwqbPaJXyQ', 'failed', 'MFR_PDSV_0112'],
  ['2WL50w41YaZXcyFCNT346LY8rlz', 'failed', 'MFR_PDSV_0002'],
] as const)('the published message %s is %s', async ([messageId, status, reason]) => {
  const { data } = await open().client.GET('/v1/messages/{messageId}', { params: { path: { messageId } } });
  expect(data?.data?.attributes.messageStatus).toBe(status);
  expect(data?.data?.attributes.messageFailureReasonCode).toBe(reason);
});

test('the app accounts of a practice are listed under its code', async () => {
  const { client, people } = open();
  const { data } = await client.GET('/channels/nhsapp/accounts', { params: { query: { 'ods-organisation-code': 'Y12345' } } });
  expect(data?.data?.id).toBe('Y12345');
  expect(data?.data?.attributes.accounts.map(({ nhsNumber }) => nhsNumber)).toContain(people.guardian);
});

test('a fault is said with its code, its place, and an id that counts', async () => {
  const { call } = open();
  const { status, body } = await call('POST', '/v1/messages', { body: message(null, '99900') });
  expect(status).toBe(400);
  expect(body).toEqual({
    errors: [
      {
        id: expect.stringMatching(/^rrt-\d+-c-geu2-\d+-\d+-\d\.0$/),
        code: 'CM_NULL_VALUE',
        links: { about },
        status: '400',
        title: 'Property cannot be null',
        detail: 'The property at the specified location is required, but a null value was passed in the request.',
        source: { pointer: '/data/attributes/messageReference' },
      },
      {
        id: expect.stringMatching(/^rrt-\d+-c-geu2-\d+-\d+-\d\.1$/),
        code: 'CM_INVALID_NHS_NUMBER',
        links: { about, nhsNumbers: 'https://www.datadictionary.nhs.uk/attributes/nhs_number.html' },
        status: '400',
        title: 'Invalid nhs number',
        detail: 'The value provided in this nhsNumber field is not a valid NHS number.',
        source: { pointer: '/data/attributes/recipient/nhsNumber' },
      },
    ],
  });
});

const batch = (messages: unknown): object => ({
  data: { type: 'MessageBatch', attributes: { routingPlanId, messageBatchReference: 'b', messages } },
});
const withContact = (contactDetails: object): object => ({
  data: { type: 'Message', attributes: { routingPlanId, messageReference: 'r', recipient: { contactDetails } } },
});

test.for<[string, string, unknown, string, string, string?]>([
  ['no body', '/v1/messages', '', '400 CM_INVALID_VALUE', '/'],
  ['no JSON', '/v1/messages', '{', '400 CM_INVALID_VALUE', '/'],
  ['a list', '/v1/messages', [], '400 CM_INVALID_VALUE', '/'],
  ['an empty object', '/v1/messages', {}, '400 CM_MISSING_VALUE', '/data'],
  ['a blank reference', '/v1/messages', message(' ', '9990548609'), '400 CM_INVALID_VALUE', '/data/attributes/messageReference'],
  ['an empty batch', '/v1/message-batches', batch([]), '400 CM_TOO_FEW_ITEMS', '/data/attributes/messages'],
  ['a batch of nulls', '/v1/message-batches', batch([null]), '400 CM_NULL_VALUE', '/data/attributes/messages/0'],
  [
    'a number for a text message',
    '/v1/messages',
    withContact({ sms: 7 }),
    '400 CM_INVALID_VALUE',
    '/data/attributes/recipient/contactDetails/sms',
    `'sms' is not a string`,
  ],
  [
    'six address lines',
    '/v1/messages',
    withContact({ address: { lines: ['1', '2', '3', '4', '5', '6'] } }),
    '400 CM_INVALID_VALUE',
    '/data/attributes/recipient/contactDetails/address/lines',
    'Too many address lines were provided',
  ],
])('%s is refused', async ([, path, body, code, pointer, detail]) => {
  const answer = await open().call('POST', path, { body, headers: { 'Content-Type': 'application/vnd.api+json' } });
  const [first, ...more] = errorsOf(answer.body);
  expect([`${answer.status} ${first?.code}`, first?.source?.pointer, more]).toEqual([code, pointer, []]);
  if (detail !== undefined) expect(first?.detail).toBe(detail);
});

test.for<[string, string, string, Record<string, string>, string, string?]>([
  ['GET', '/v1/messages/2WL50w41YaZXcyFCNT346LY8rzz', 'an unknown message', {}, '404 CM_NOT_FOUND'],
  ['GET', '/v1/messages/7', 'what is no id', {}, '404 CM_NOT_FOUND'],
  ['GET', '/v1/nothing', 'an unknown path', {}, '404 CM_NOT_FOUND'],
  ['DELETE', '/v1/messages', 'another method', {}, '405 CM_NOT_ALLOWED'],
  ['GET', '/v1/messages/2WL3qFTEFM0qMY8xjRbt1LIKCzM', 'another media type', { Accept: 'text/html' }, '406 CM_NOT_ACCEPTABLE', 'Accept'],
  ['POST', '/v1/messages', 'a body of another type', { 'Content-Type': 'text/plain' }, '415 CM_UNSUPPORTED_MEDIA', 'Content-Type'],
  ['GET', '/channels/nhsapp/accounts', 'no practice', {}, '400 CM_INVALID_REQUEST'],
])('%s %s: %s is refused', async ([method, path, , headers, code, header]) => {
  const answer = await open().call(method, path, { headers, ...(method === 'POST' && { body: '{}' }) });
  const [first] = errorsOf(answer.body);
  expect([`${answer.status} ${first?.code}`, first?.source?.header]).toEqual([code, header]);
});

test.for<[string, string, number, Record<string, string>?]>([
  ['GET', '/v1/nothing', 404],
  ['DELETE', '/v1/messages', 405],
  ['POST', '/v1/messages', 415, { 'Content-Type': 'text/plain' }],
  ['POST', '/v1/messages', 400, { 'Content-Type': 'application/json' }],
])('%s %s: the fault %i comes in whichever of its types is accepted', async ([method, path, status, headers = {}]) => {
  const { call } = open();
  for (const [accept, type] of [
    ['application/json', 'application/json'],
    ['application/vnd.api+json', 'application/vnd.api+json'],
    ['*/*', 'application/vnd.api+json'],
  ] as const) {
    const answer = await call(method, path, { headers: { ...headers, Accept: accept }, ...(method === 'POST' && { body: '{}' }) });
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([status, type]);
    expect(errorsOf(answer.body)).toHaveLength(1);
  }
});

test.for([
  ['', 'Missing ODS Code'],
  ['?ods-organisation-code=nowhere', 'Invalid ODS Code'],
  ['?ods-organisation-code=Y12345&page=0', 'page must be a positive non-zero integer'],
])('app accounts with the query %j: %s', async ([query, detail]) => {
  const { body } = await open().call('GET', `/channels/nhsapp/accounts${query}`);
  expect(errorsOf(body).map((error) => error.detail)).toEqual([detail]);
});

test('every documented status can be had, as it is documented', async () => {
  const { contract, call } = open();
  for (const operation of contract.operations) {
    const body = operation.body?.content[0]?.examples[0]?.value;
    const path = operation.path.replace('{messageId}', '2WL3qFTEFM0qMY8xjRbt1LIKCzM');
    const query = operation.id === 'get-nhsapp-account-details' ? '?ods-organisation-code=Y12345' : '';
    for (const [status, { content }] of operation.responses) {
      const answer = await call(operation.method, path + query, { headers: { Prefer: `code=${status}` }, ...(body && { body }) });
      expect(`${operation.id} ${answer.status}`).toBe(`${operation.id} ${status}`);
      const media = content.find(({ type }) => type === answer.headers.get('Content-Type'));
      if (!media?.schema) throw new Error(`${operation.id} ${status} is answered in a type that is not documented`);
      expect(contract.check(media.schema, JSON.parse(JSON.stringify(answer.body)))).toEqual([]);
    }
  }
});

interface SentError {
  readonly code: string;
  readonly detail: string;
  readonly source?: { readonly pointer?: string; readonly header?: string };
}

function errorsOf(body: object): readonly SentError[] {
  const { errors } = body as { readonly errors: readonly SentError[] }; // every answer here is a refusal
  return errors;
}
