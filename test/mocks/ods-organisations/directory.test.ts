/** A client that looks organisations up: by code, by name and place, by what they are related to. */
import { expect, test } from 'vitest';
import { sandboxFor, world, type Answer } from '../../sandbox.ts';

const codes = ({ body }: Answer): unknown[] => entries(body['entry']).map((entry) => entry['resource']?.['id']);
const entries = (value: unknown): readonly Record<string, Record<string, unknown> | undefined>[] => (Array.isArray(value) ? value : []);

test('an organisation is found by its name and place, read by its code, and followed to the board that commissions it', async () => {
  const { call, client } = await sandboxFor('ods-organisations');
  expect(codes(await call('GET', '/Organization?name=woodsorrel'))).toEqual(['Y90001', 'FZ001']);
  expect(codes(await call('GET', '/Organization?name:contains=cumbria%20int'))).toEqual(['QZ0']);
  const district = world().organisation('Y90003')?.address.postcode?.slice(0, 4);
  expect(codes(await call('GET', `/Organization?address-postalcode=${district}&active=true`))).toEqual(['Y90003']);
  expect(codes(await call('GET', '/Organization?lastChangeDate=gt2025-01-01&lastChangeDate=lt2025-07-01'))).toEqual([
    'RZ0',
    'QZ0',
    'Y90003',
  ]);
  expect((await call('GET', '/Organization?_summary=count')).body['total']).toBe(8);
  expect(await call('GET', '/Organization?name=Nowhere')).toMatchObject({ status: 200, body: { type: 'searchset', total: 0 } });

  const practice = await client.GET('/Organization/{id}', { params: { path: { id: 'Y90001' } } });
  expect(practice.data?.name).toBe('WOODSORREL HEALTH CENTRE, NEWCASTLE UPON TYNE');
  expect(practice.response.headers.get('etag')).toBe('W/"3"');

  const related = await call('GET', '/OrganizationAffiliation?primary-organization=Y90001&active=true');
  expect(codes(related)).toEqual(['910001', '617400']);
  const affiliation = await client.GET('/OrganizationAffiliation/{id}', { params: { path: { id: '910001' } } });
  expect(affiliation.data?.participatingOrganization.reference).toBe('Organization/QZ0');
  expect((await call('GET', '/List/Organization-deletion')).body['entry']?.[0]?.['item']?.['type']).toBe('Organization');
});

test('a long answer comes in pages', async () => {
  const { call } = await sandboxFor('ods-organisations');
  const first = await call('GET', '/Organization?_count=4');
  const next = String(first.body['link']?.[1]?.['url']);
  expect(codes(first)).toHaveLength(4);
  expect(next).toMatch(/\/Organization\?_count=4&_offset=4$/);
  expect(codes(await call('GET', '/Organization?_count=4&_offset=4'))).toHaveLength(4);
});

test('the organisations are those of the population', async () => {
  const { call } = await sandboxFor('ods-organisations');
  const found = await call('GET', '/Organization');
  expect(codes(found)).toHaveLength(8);
  for (const code of codes(found)) {
    const known = world().organisation(String(code));
    const { body } = await call('GET', `/Organization/${String(code)}`);
    expect([body['name'], body['address']?.[0]?.['postalCode']]).toEqual([known?.name.toUpperCase(), known?.address.postcode]);
  }
});

test('a concept is looked up, and a value set is listed', async () => {
  const { call, contract } = await sandboxFor('ods-organisations');
  const concept = await call('GET', '/CodeSystem/$lookup?system=https://fhir.nhs.uk/Id/ods-organization-code&code=Y90001&property=*');
  expect(concept.body['parameter']?.[1]).toEqual({ name: 'display', valueString: 'WOODSORREL HEALTH CENTRE, NEWCASTLE UPON TYNE' });
  const [example] = contract.operations.find(({ id }) => id === 'expand-value-set')?.body?.content[0]?.examples ?? [];
  const headers = { 'Content-Type': 'application/fhir+json' };
  const expanded = await call('POST', '/ValueSet/$expand', { body: example?.value, headers });
  expect(expanded.body['expansion']?.['contains']?.[0]?.['code']).toBe('RZ0');
});

test('faults are those of the store, with its numbers', async () => {
  const { call } = await sandboxFor('ods-organisations');
  const said = async (method: string, path: string): Promise<unknown[]> => {
    const { status, body } = await call(method, path);
    return [status, body['issue']?.[0]?.['code'], body['issue']?.[0]?.['diagnostics']];
  };
  expect(await said('GET', '/Organization/X9999')).toEqual([404, 'processing', 'HAPI-2001: Resource Organization/X9999 is not known']);
  expect(await said('GET', '/Organization?lastChangeDate=gtMARCH')).toEqual([
    400,
    'processing',
    'HAPI-1940: Invalid date/time/quantity format: "gtMARCH"',
  ]);
  expect(await said('GET', '/OrganizationAffiliation?count=2')).toEqual([
    400,
    'processing',
    'HAPI-0524: Unknown search parameter "count" for resource type "OrganizationAffiliation". Valid search parameters for this search are: ' +
      '[_count, _format, _id, _include, _offset, _summary, active, identifier, participating-organization, primary-organization]',
  ]);
  expect(await said('DELETE', '/Organization/Y90001')).toEqual([405, 'processing', expect.stringMatching(/^HAPI-0427: /)]);
});

test('every documented status of every operation can be asked for', async () => {
  const { contract, call } = await sandboxFor('ods-organisations');
  for (const operation of contract.operations) {
    for (const documented of operation.responses.keys()) {
      const status = Number(documented.replace('XX', '00'));
      const path = operation.path.replace('{id}', 'Y90001');
      const headers = { Prefer: `code=${status}`, ...(operation.method === 'post' && { 'Content-Type': 'application/fhir+json' }) };
      const answer = await call(operation.method.toUpperCase(), path, { headers });
      const { resourceType, issue } = answer.body;
      expect([operation.id, answer.status, typeof resourceType]).toEqual([operation.id, status, 'string']);
      if (status >= 400) expect([operation.id, resourceType, typeof issue]).toEqual([operation.id, 'OperationOutcome', 'object']);
    }
  }
});
