import { expect, test } from 'vitest';
import { sandboxFor, type Answer } from '../../sandbox.ts';

const ids = { 'X-Request-ID': '8d2f6a04-51c7-4f3e-9a1b-0c5e7d3b2f10', 'X-Correlation-ID': '3b9d4e7c-2a6f-4c58-b1d0-6e8f9a7c5d42' };

const faultOf = ({ status, body }: Answer): unknown[] => {
  const issue = body['issue']?.[0];
  return [status, issue?.['severity'], issue?.['code'], issue?.['details']?.['coding']?.[0]?.['code'], issue?.['diagnostics']];
};

test('everybody reads their own prescriptions, by the number that their request carries', async () => {
  const { client, people } = await sandboxFor('prescriptions-for-patients');
  for (const number of [
    people.staceyTwitchett,
    people.prescriptionPatient,
    people.prescriptionReader,
    people.janeSmith,
    people.twinElder,
  ]) {
    const { data, response } = await client.GET('/Bundle', { params: { header: { ...ids, 'x-nhs-number': number } } });
    expect([response.status, response.headers.get('x-request-id'), data?.total]).toEqual([200, ids['X-Request-ID'], data?.entry.length]);
    const items = (data?.entry ?? []).flatMap(({ resource }) =>
      resource.resourceType === 'Bundle' ? resource.entry.map((each) => each.resource) : [],
    );
    const numbers = items.flatMap((item) => (item.resourceType === 'MedicationRequest' ? [item.subject.identifier?.value] : []));
    expect(new Set(numbers).size).toBe(numbers.length > 0 ? 1 : 0);
    for (const shown of numbers) expect(shown).toBe(number);
    expect(items.map(({ resourceType }) => resourceType)).not.toContain('Patient');
  }
});

test.for([
  ['onePrescription', 1, 1],
  ['severalPrescriptions', 3, 3],
  ['noPrescription', 0, 0],
  ['readyToDispatch', 1, 1],
  ['cancelledAndNotDispensed', 2, 2],
  ['prescriptionExcluded', 1, 2],
  ['prescriptionsExcluded', 1, 3],
  ['distanceSeller', 1, 1],
  ['trackingUnavailable', 1, 1],
] as const)('%s is a patient with %i counted of %i entries', async ([key, total, entries]) => {
  const { call, people } = await sandboxFor('prescriptions-for-patients');
  const { status, body } = await call('GET', '/Bundle', { headers: { ...ids, 'x-nhs-number': people[key] } });
  expect([status, body['total'], Object.keys(body['entry'] ?? {}).length]).toEqual([200, total, entries]);
});

test('a request id that is missing is told apart from one that is wrong', async () => {
  const { call } = await sandboxFor('prescriptions-for-patients');
  const asked = async (headers: Record<string, string>): Promise<unknown[]> => faultOf(await call('GET', '/Bundle', { headers }));
  expect(await asked({})).toEqual([400, 'fatal', 'value', 'MISSING_FIELD', 'X-Request-ID header missing or malformed']);
  expect(await asked({ 'X-Request-ID': 'first' })).toEqual([
    400,
    'error',
    'value',
    'INVALID_VALUE',
    "Invalid value - 'first' in header 'X-Request-ID'",
  ]);
  expect(await asked({ ...ids, 'X-Correlation-ID': 'mine' })).toEqual([
    400,
    'error',
    'value',
    'INVALID_VALUE',
    "Invalid value - 'mine' in header 'X-Correlation-ID'",
  ]);
});

test('a number without its check digit is no NHS number', async () => {
  const { call } = await sandboxFor('prescriptions-for-patients');
  for (const name of ['x-nhs-number', 'x-nhsd-subject-nhs-number']) {
    const { status, body } = await call('GET', '/Bundle', { headers: { ...ids, [name]: '9000000008' } });
    expect([status, body['issue']?.[0]?.['details']?.['coding']?.[0]]).toEqual([
      400,
      {
        system: 'https://fhir.nhs.uk/CodeSystem/Spine-ErrorOrWarningCode',
        code: 'INVALID_RESOURCE_ID',
        display: 'Invalid resource ID',
      },
    ]);
  }
});

test('every documented status can be asked for, and comes in a documented shape', async () => {
  const { call } = await sandboxFor('prescriptions-for-patients');
  const asked = async (status: number): Promise<unknown> => {
    // The sandbox of tests holds every answer against its contract.
    const answer = await call('GET', '/Bundle', { headers: { ...ids, Prefer: `code=${status}` } });
    return [answer.status, answer.body['resourceType'], answer.body['issue']?.[0]?.['details']?.['coding']?.[0]?.['code']];
  };
  expect(await Promise.all([200, 400, 401, 408, 429, 500].map(asked))).toEqual([
    [200, 'Bundle', undefined],
    [400, 'OperationOutcome', 'INVALID_VALUE'],
    [401, 'OperationOutcome', 'ACCESS_DENIED'],
    [408, 'OperationOutcome', 'TIMEOUT'],
    [429, 'OperationOutcome', 'TOO_MANY_REQUESTS'],
    [500, 'OperationOutcome', 'SERVER_ERROR'],
  ]);
});
