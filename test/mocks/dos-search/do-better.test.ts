/** What the official sandbox of this API does wrong, and this one does not. */
import { expect, test } from 'vitest';
import { type Answer, sandboxFor } from '../../sandbox.ts';

const { call } = await sandboxFor('dos-search');
const headers = { version: '1', 'X-Request-ID': '8d2f6a04-51c7-4f3e-9a1b-0c5e7d3b2f10', 'X-Correlation-ID': 'enquiry-7' };
const system = 'https://fhir.nhs.uk/Id/ods-organization-code';
const organization = (identifier: string, sent: Record<string, string> = headers): Promise<Answer> =>
  call('GET', `/Organization?${new URLSearchParams({ identifier, _revinclude: 'Endpoint:organization' })}`, { headers: sent });

test('a well-formed code of nobody is no fault', async () => {
  const { status, body } = await organization(`${system}|ZZ99999`);
  expect([status, body['entry']]).toEqual([200, []]);
});

test('a fault says the code and the system that were sent', async () => {
  expect((await organization(`${system}|zz1`)).body['issue']?.[0]?.['diagnostics']).toContain("ODS code 'ZZ1'");
  expect((await organization('urn:codes|ZZ999')).body['issue']?.[0]?.['diagnostics']).toContain("system 'urn:codes'");
});

test('headers are checked, both ids come back, and a path that there is not is an OperationOutcome', async () => {
  const { status, headers: sent } = await organization(`${system}|Y90001`, { ...headers, version: '' });
  expect([status, sent.get('x-request-id'), sent.get('x-correlation-id')]).toEqual([400, headers['X-Request-ID'], 'enquiry-7']);
  const missing = await call('GET', '/DoesNotExist', { headers });
  expect([missing.status, missing.body['resourceType']]).toEqual([404, 'OperationOutcome']);
});

test('services are found, with links to the organisation that the other search finds', async () => {
  const offered = await call('GET', `/HealthcareService?organization.identifier=${system}|Y90001`, { headers });
  const found = await organization(`${system}|Y90001`);
  const reference = `Organization/${String(found.body['entry']?.[0]?.['resource']?.['id'])}`;
  expect(offered.body['entry']?.[0]?.['resource']?.['providedBy']).toMatchObject({ reference, identifier: { value: 'Y90001' } });
});

test('the self link leads back to the same answer', async () => {
  const { body } = await organization(`${system}|Y90001`);
  const again = await call('GET', String(body['link']?.[0]?.['url']).replace('http://sandbox.test/dos-search/FHIR/R4', ''), { headers });
  expect(again.body).toEqual(body);
});

test('every answer says that it belongs in nobody’s frame, whatever else it says', async () => {
  const faults = [
    await call('GET', '/DoesNotExist', { headers }),
    await call('POST', '/Organization', { headers }),
    await call('GET', `/HealthcareService?organization.identifier=${system}|Y90001`, { headers: { ...headers, Prefer: 'code=503' } }),
  ];
  expect(faults.map((answer) => [answer.status, answer.headers.get('x-frame-options')])).toEqual([
    [404, 'DENY'],
    [405, 'DENY'],
    [503, 'DENY'],
  ]);
});
