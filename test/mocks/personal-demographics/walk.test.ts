/** The tutorial's walk: register somebody, find them, change their name, find them by both names, restart, reset. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openNodeStore } from '../../../src/runtimes/node/file-store.ts';
import { contract, demographics, foundIn, type Demographics } from './demographics.ts';

test('what was written outlives a restart, and not a reset', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'demographics-'));
  const start = (): Demographics => demographics({ store: openNodeStore(join(folder, 'sandbox.sqlite')) });
  try {
    const first = start();
    const [example] = contract.operations.find(({ id }) => id === 'create-patient')?.body?.content[0]?.examples ?? [];
    const created = await first.call('POST', '/Patient', { body: example?.value, headers: { 'Content-Type': 'application/json' } });
    const id = String(created.body['id']);
    expect(created.status).toBe(201);

    const fuzzy = '/Patient?family=Samplton&given=Robyn&birthdate=1982-07-10&_fuzzy-match=true';
    expect(foundIn(await first.call('GET', fuzzy))).toEqual([[id, 0.8976]]);

    const renamed = await first.patch(id, 1, [
      { op: 'replace', path: '/name/0/id', value: created.body['name']?.[0]?.['id'] },
      { op: 'replace', path: '/name/0/family', value: 'Exemplar' },
    ]);
    expect([renamed.status, renamed.headers.get('etag')]).toEqual([200, 'W/"2"']);

    const byBothNames = async (service: Demographics): Promise<unknown[]> =>
      Promise.all(
        ['Exemplar', 'Sampleton'].map(async (family) =>
          foundIn(await service.call('GET', `/Patient?family=${family}&birthdate=1982-07-10&_history=true`)),
        ),
      );
    expect(await byBothNames(first)).toEqual([[[id, 1]], [[id, 1]]]);
    first.sandbox.workspace.close();

    const second = start();
    expect((await second.call('GET', `/Patient/${id}`)).body).toEqual(renamed.body);
    expect(await byBothNames(second)).toEqual([[[id, 1]], [[id, 1]]]);
    second.sandbox.workspace.reset();
    expect((await second.call('GET', `/Patient/${id}`)).status).toBe(404);
    expect(await byBothNames(second)).toEqual([[], []]);
    second.sandbox.workspace.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
