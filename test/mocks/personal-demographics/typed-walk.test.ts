/** A day at a reception desk with the typed client: look somebody up, mend what is wrong, look again. */
import { expect, test } from 'vitest';
import { sandboxFor } from '../../sandbox.ts';

const header = (n: number): { 'X-Request-ID': string } => ({ 'X-Request-ID': `00000000-0000-4000-8000-00000000000${n}` });

test('a patient is found, read and changed, with nothing but what the contract says', async () => {
  const { client, people } = await sandboxFor('personal-demographics');
  const found = await client.GET('/Patient', { params: { query: { family: 'Smith', birthdate: ['eq2010-10-22'] }, header: header(1) } });
  expect(found.data?.resourceType === 'Bundle' && found.data.entry?.[0]?.resource.id).toBe(people.janeSmith);

  const params = { path: { id: people.janeSmith } };
  const read = await client.GET('/Patient/{id}', { params: { ...params, header: header(2) } });
  expect([read.data?.gender, read.response.headers.get('etag')]).toEqual(['female', 'W/"2"']);

  const changed = await client.PATCH('/Patient/{id}', {
    params: { ...params, header: { ...header(3), 'If-Match': 'W/"2"' } },
    body: { patches: [{ op: 'replace', path: '/gender', value: 'unknown' }] },
  });
  expect(changed.data?.meta?.versionId).toBe('3');
  const stale = await client.PATCH('/Patient/{id}', {
    params: { ...params, header: { ...header(4), 'If-Match': 'W/"2"' } },
    body: { patches: [{ op: 'replace', path: '/gender', value: 'male' }] },
  });
  expect([stale.response.status, stale.error?.issue[0]?.details?.coding?.[0]?.code]).toEqual([409, 'RESOURCE_VERSION_MISMATCH']);
});
