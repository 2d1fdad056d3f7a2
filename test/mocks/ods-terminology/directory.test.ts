/** A synchroniser and a form: what has changed since a day, what a code stands for, and which organisations are around a practice. */
import { expect, test } from 'vitest';
import { sandboxFor, world, type Answer, type Loose } from '../../sandbox.ts';

const entries = ({ body }: Answer): readonly Loose[] => {
  const found: unknown = body['entry'];
  return Array.isArray(found) ? found : [];
};
const codes = (answer: Answer): unknown[] => entries(answer).map((entry) => entry['resource']?.['id']);

test('what has changed since a day is read page by page', async () => {
  const { call } = await sandboxFor('ods-terminology');
  const changed = '/Organization?lastChangeDate=gt2025-01-01';
  expect((await call('GET', `${changed}&_count=0`)).body['total']).toBe(5);
  const first = await call('GET', `${changed}&_count=3`);
  const link = first.body['link']?.[1];
  expect([codes(first).length, link?.['relation']]).toEqual([3, 'next']);
  const rest = await call('GET', `${changed}&_count=3&_offset=3`);
  expect(String(link?.['url'])).toMatch(/_count=3&_offset=3/);
  expect(new Set([...codes(first), ...codes(rest)])).toEqual(new Set(['Y90001', 'Y90003', 'FZ001', 'RZ0', 'QZ0']));
});

test('the organisations around a practice come with its relationships', async () => {
  const { call, client } = await sandboxFor('ods-terminology');
  const target = '_include=OrganizationAffiliation:participating-organization';
  const around = await call('GET', `/OrganizationAffiliation?primary-organization=Y90001&${target}`);
  expect(entries(around).map((entry) => [entry['resource']?.['id'], entry['search']?.['mode']])).toEqual([
    ['910001', 'match'],
    ['617400', 'match'],
    ['QZ0', 'include'],
    ['U36842', 'include'],
  ]);
  const board = await client.GET('/Organization/{id}', { params: { path: { id: 'QZ0' } } });
  expect(board.data?.name).toBe(world().organisation('QZ0')?.name.toUpperCase());
  const deleted = await client.GET('/List/{id}', { params: { path: { id: 'Organization-deletion' } } });
  expect(deleted.data?.entry?.[0]?.item.identifier.value).toBe('Y99990');
});

test('the same organisation is read as XML', async () => {
  const { request, contract } = await sandboxFor('ods-terminology');
  const answer = await request(`${contract.basePath}/Organization/FZ001`, { headers: { Accept: 'application/xml' } });
  expect(await answer.text()).toContain('<name value="WOODSORREL PHARMACY, NEWCASTLE UPON TYNE"/>');
});

test('the terminology server says what a code stands for, and lists what a filter leaves', async () => {
  const { call, contract } = await sandboxFor('ods-terminology');
  const system = 'https://fhir.nhs.uk/Id/ods-organization-code';
  const concept = await call('GET', `/CodeSystem/$lookup?system=${system}&code=Y90001&property=*`);
  expect(concept.body['parameter']?.[1]).toEqual({ name: 'display', valueString: 'WOODSORREL HEALTH CENTRE, NEWCASTLE UPON TYNE' });
  const valid = await call('GET', `/CodeSystem/$validate-code?url=${system}&code=Y90001&status=active`);
  expect(valid.body['parameter']?.[0]).toEqual({ name: 'result', valueBoolean: true });
  const [example] = contract.operations.find(({ id }) => id === 'expand-value-set')?.body?.content[0]?.examples ?? [];
  const headers = { 'Content-Type': 'application/fhir+json' };
  const { body } = await call('POST', '/ValueSet/$expand', { body: example?.value, headers });
  expect(body['expansion']?.['contains']?.[1]?.['code']).toBe('Y90001');
  expect((await call('POST', '/ValueSet/$expand', { body: { resourceType: 'ValueSet' }, headers })).status).toBe(400);
});

test('faults are those of the store, with its numbers', async () => {
  const { call } = await sandboxFor('ods-terminology');
  const said = async (path: string): Promise<unknown[]> => {
    const { status, body } = await call('GET', path);
    return [status, body['text']?.['status'], body['issue']?.[0]?.['code'], body['issue']?.[0]?.['diagnostics']];
  };
  const unknown = 'HAPI-2001: Resource OrganizationAffiliation/1 is not known';
  expect(await said('/OrganizationAffiliation/1')).toEqual([404, 'generated', 'processing', unknown]);
  const date = 'HAPI-1940: Invalid date/time/quantity format: "gtINVALID"';
  expect(await said('/Organization?lastChangeDate=gtINVALID')).toEqual([400, 'generated', 'processing', date]);
  const parameter = expect.stringMatching(
    /^HAPI-0524: Unknown search parameter "count" for resource type "Organization"\. Valid .*, type\]$/,
  );
  expect(await said('/Organization?count=5')).toEqual([400, 'generated', 'processing', parameter]);
  for (const path of ['/Organization', '/Organization/Y90001', '/List/Organization-deletion', '/CodeSystem', '/metadata'])
    expect([path, (await call('GET', `${path}?_format=json`)).status]).toEqual([path, 200]);
});

test('every documented status of every operation can be asked for', async () => {
  const { contract, call } = await sandboxFor('ods-terminology');
  for (const operation of contract.operations) {
    for (const documented of operation.responses.keys()) {
      const status = Number(documented.replace('XX', '22'));
      const path = operation.path.replace('{id}', 'Y90001');
      const headers = { Prefer: `code=${status}`, ...(operation.method === 'post' && { 'Content-Type': 'application/fhir+json' }) };
      const answer = await call(operation.method.toUpperCase(), path, { headers });
      const { resourceType, issue } = answer.body;
      expect([operation.id, answer.status, typeof resourceType]).toEqual([operation.id, status, 'string']);
      if (status >= 400) expect([operation.id, resourceType, typeof issue]).toEqual([operation.id, 'OperationOutcome', 'object']);
    }
  }
});
