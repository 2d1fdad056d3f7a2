import { expect, test } from 'vitest';
import { sandboxFor } from '../../sandbox.ts';

const ods = 'https://fhir.nhs.uk/Id/ods-organization-code';
const interaction = 'https://fhir.nhs.uk/Id/nhsServiceInteractionId';
const partyKey = 'https://fhir.nhs.uk/Id/nhsMhsPartyKey';
const documents = `${interaction}|urn:nhs:names:services:gpconnect:documents:fhir:rest:search:patient-1`;

test('a message is sent where the directory says', async () => {
  const { client, call } = await sandboxFor('spine-directory');

  const device = await client.GET('/Device', { params: { query: { organization: `${ods}|Y12345`, identifier: [documents] } } });
  expect(device.data?.total).toBe(1);
  const key = device.data?.entry[0]?.resource.identifier.find(({ system }) => system === partyKey)?.value ?? '';
  expect(key).toBe('Y12345-0000912');

  const endpoint = await client.GET('/Endpoint', { params: { query: { identifier: [documents, `${partyKey}|${key}`] } } });
  expect(endpoint.data?.entry.map(({ resource }) => resource.address)).toEqual(['https://messages.trevelyan.example/Y12345/documents']);

  const others = await client.GET('/Device', {
    params: { query: { organization: `${ods}|Y12345`, identifier: [documents], 'manufacturing-organization': `${ods}|YES` } },
  });
  expect([others.response.status, others.data?.total, others.data?.entry]).toEqual([200, 0, []]);

  const refused = await call('GET', `/Device?organization=Y12345&identifier=${encodeURIComponent(documents)}`);
  expect(refused.status).toBe(400);
  expect(refused.body['issue']?.[0]).toMatchObject({
    severity: 'error',
    code: 'required',
    details: { coding: [{ code: 'BAD_REQUEST', display: 'Bad request' }] },
    diagnostics: `HTTP 400: Bad Request (Missing or invalid 'organization' query parameter. Should be 'organization=${ods}|value')`,
  });
});

test('of several identifiers of one kind the last one counts', async () => {
  const { client } = await sandboxFor('spine-directory');
  const identifier = [`${partyKey}|YES-0000806`, `${partyKey}|B82617-0000913`];
  const found = await client.GET('/Endpoint', { params: { query: { organization: `${ods}|B82617`, identifier } } });
  expect(found.data?.total).toBe(1);
});

test('what the directory does not know is refused in its own words', async () => {
  const { call } = await sandboxFor('spine-directory');
  const asked = `/Device?organization=${ods}|Y12345&identifier=${documents}`;
  const answers = [
    await call('GET', '/Elsewhere'),
    await call('POST', '/Device', { body: {} }),
    await call('GET', `${asked}&postcode=LS1`),
    await call('GET', asked, { headers: { 'X-Correlation-Id': 'mine' } }),
    await call('GET', asked, { headers: { Accept: 'application/xml' } }),
  ];
  expect(answers.map(({ status, body }) => [status, body['issue']?.[0]?.['details']?.['coding']?.[0]?.['code']])).toEqual([
    [404, 'NO_RECORD_FOUND'],
    [405, 'NOT_IMPLEMENTED'],
    [400, 'BAD_REQUEST'],
    [400, 'BAD_REQUEST'],
    [406, 'MISSING_OR_INVALID_HEADER'],
  ]);
});

test('every documented status can be asked for, and comes in a documented shape', async () => {
  const { call, contract } = await sandboxFor('spine-directory');
  for (const { path, responses } of contract.operations) {
    for (const status of responses.keys()) {
      const answer = await call('GET', `${path}?organization=${ods}|Y12345&identifier=${documents}`, {
        headers: { Prefer: `code=${status}` },
      });
      // The sandbox of tests holds every answer against its contract.
      expect([answer.status, answer.body['resourceType']], `${path} ${status}`).toEqual([
        Number(status),
        status === '200' ? 'Bundle' : 'OperationOutcome',
      ]);
    }
  }
});
