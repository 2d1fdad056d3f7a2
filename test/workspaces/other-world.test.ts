/** A workspace whose data are about other people than this release has: nothing of it is opened, and it can be listed and ended. */
import { expect, test } from 'vitest';
import { bearer, json } from '../runtimes/workspaces/started.ts';
import { worldVersion } from '../../src/world/reach.ts';
import { openHome, operatorKey } from './home.ts';

test('is refused in one sentence to whoever may look into it, and to nobody else', async () => {
  const mark = JSON.stringify({ version: worldVersion + 1, seed: 42, size: 0, made: '2026-01-01' });
  const home = openHome({
    through(store, id) {
      if (id.length === 48) store.put('~world', 'is', mark);
      return store;
    },
  });
  const made = await home.fetch('/_sandbox/workspaces', json('POST', {}, bearer(operatorKey)));
  const { id, managementKey } = (await made.json()) as { readonly id: string; readonly managementKey: string };
  const answer = async (path: string, key?: string) => {
    const response = await home.fetch(`/w/${id}${path}`, key === undefined ? {} : { headers: bearer(key) });
    return [response.status, ((await response.json()) as { readonly detail: string }).detail];
  };
  const refused = [409, expect.stringMatching(/^The data are of world\/.*, and this is world\/.* about other people\.$/)];
  expect(await answer('/_sandbox/settings', managementKey)).toEqual(refused);
  expect(await answer('/parcels/v1/parcels')).toEqual(refused);
  expect((await answer('/_sandbox/settings'))[0]).toBe(401);
  const listed = await home.fetch('/_sandbox/workspaces?counters=true', { headers: bearer(operatorKey) });
  expect([listed.status, await listed.text()]).toEqual([200, expect.stringContaining(id)]);
  expect((await home.fetch(`/_sandbox/workspaces/${id}/reset`, json('POST', {}, bearer(operatorKey)))).status).toBe(409);
  expect((await home.fetch(`/_sandbox/workspaces/${id}`, { method: 'DELETE', headers: bearer(operatorKey) })).status).toBe(204);
});
