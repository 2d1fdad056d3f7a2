/** A ward looks for a plan made elsewhere: counts what there is about somebody, searches, narrows the search, reads a pointer. */
import { expect, test } from 'vitest';
import { sandboxFor, world, type Loose } from '../../sandbox.ts';

const header = { 'NHSD-End-User-Organisation-ODS': 'Y90001', 'X-Request-ID': '00000000-0000-4000-8000-000000000001' };
const about = (nhsNumber: string): string => `https://fhir.nhs.uk/Id/nhs-number|${nhsNumber}`;
const snomed = (code: string): string => `http://snomed.info/sct|${code}`;

test('pointers are counted, found, narrowed and read', async () => {
  const { client, people, workspace } = await sandboxFor('nrl-consumer');
  const subject = { 'subject:identifier': about(people.janeSmith) };
  const documents = workspace.population.record(people.janeSmith)?.of('document') ?? [];
  const [latest] = documents.toReversed();

  const counted = await client.GET('/DocumentReference', { params: { query: { ...subject, _summary: 'count' }, header } });
  expect([counted.data?.total, counted.data?.entry]).toEqual([documents.length, undefined]);
  const before2026 = await client.GET('/DocumentReference/_count', { params: { query: subject, header } });
  expect(before2026.data?.total).toBe(documents.length);

  const code = latest?.type.coding?.code ?? '';
  const found = await client.GET('/DocumentReference', { params: { query: { ...subject, type: snomed(code) }, header } });
  const pointer = found.data?.entry?.[0]?.resource;
  expect([pointer?.id, pointer?.subject.identifier.value]).toEqual([latest?.id, people.janeSmith]);
  const others = await client.GET('/DocumentReference', { params: { query: { ...subject, type: snomed('16521000000101') }, header } });
  expect(others.data?.total).toBe(0);
  const posted = await client.POST('/DocumentReference/_search', {
    params: { header },
    body: { ...subject, category: snomed('734163000') },
  });
  expect(posted.data?.entry?.map(({ resource }) => resource?.id)).toContain(pointer?.id);

  const read = await client.GET('/DocumentReference/{id}', { params: { path: { id: pointer?.id ?? '' }, header } });
  expect(read.data).toEqual(pointer);
});

test('five people of the population have pointers of their own', async () => {
  const { client } = await sandboxFor('nrl-consumer');
  for (const index of [10, 2_000, 30_000, 400_000, 700_000]) {
    const { nhsNumber } = world().at(index);
    const found = await client.GET('/DocumentReference', { params: { query: { 'subject:identifier': about(nhsNumber) }, header } });
    expect(new Set(found.data?.entry?.map(({ resource }) => resource?.subject.identifier.value))).toEqual(new Set([nhsNumber]));
  }
});

test('what is wrong is said as the record locator says it', async () => {
  const { call, people } = await sandboxFor('nrl-consumer');
  const search = `/DocumentReference?subject:identifier=${encodeURIComponent(about(people.janeSmith))}`;
  const said = async (path: string, headers: Record<string, string> = header): Promise<unknown[]> => {
    const { status, body } = await call('GET', path, { headers });
    const issue = body['issue']?.[0];
    return [status, issue?.['details']?.['coding']?.[0]?.['code'], issue?.['diagnostics']];
  };
  expect(await said('/DocumentReference')).toEqual([
    400,
    'INVALID_PARAMETER',
    'Invalid query parameter (subject:identifier: Field required)',
  ]);
  expect(await said(`${search}&extra=1`)).toEqual([
    400,
    'INVALID_PARAMETER',
    'Invalid query parameter (extra: Extra inputs are not permitted)',
  ]);
  expect(await said(search, {})).toEqual([400, 'PRECONDITION_FAILED', 'The NHSD-End-User-Organisation-ODS header is missing or invalid']);
  expect(await said(search, { ...header, 'X-Request-ID': 'mine' })).toEqual([
    400,
    'MISSING_OR_INVALID_HEADER',
    'The X-Request-Id header is missing or invalid',
  ]);
  for (const id of ['Y90001-nothing', '***'])
    expect(await said(`/DocumentReference/${id}`)).toEqual([404, 'NO_RECORD_FOUND', 'The requested DocumentReference could not be found']);

  const unread = await call('POST', '/DocumentReference/_search', { headers: header, body: {} });
  expect(unread.body['issue']?.[0]?.['diagnostics']).toBe('Request body could not be parsed (subject:identifier: Field required)');
});

test('every documented status of every operation can be asked for', async () => {
  const { contract, call, people } = await sandboxFor('nrl-consumer');
  const criteria = { 'subject:identifier': about(people.janeSmith) };
  for (const { method, path, responses } of contract.operations) {
    const query = path.includes('{id}') || method === 'post' ? '' : `?${new URLSearchParams(criteria).toString()}`;
    for (const code of [...responses.keys()].flatMap((key) => (key === '4XX' ? [400, 401, 403, 404, 409, 422] : [Number(key)]))) {
      const { status, body } = await call(method.toUpperCase(), path.replace('{id}', 'Y05868-1234567892') + query, {
        headers: { ...header, Prefer: `code=${code}` },
        ...(method === 'post' && { body: criteria }),
      });
      expect([method, path, status]).toEqual([method, path, code]);
      expect(shapeOf(body)).toMatch(code < 400 ? /^(Bundle|DocumentReference)$/ : /^OperationOutcome$/);
    }
  }
});

function shapeOf(body: Loose): string {
  return String(body['resourceType']);
}
