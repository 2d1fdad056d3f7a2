/** A workspace ends by itself when its time has come: its alarm deletes everything, and its id never comes back. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { mintWorkspaceId } from '../../src/workspaces/keys/ids.ts';
import { bundleTestWorker } from './bundle-test-worker.ts';
import { startWorkerd, testSecret, workerdPlace, type Place, type Workerd } from './workerd.ts';

vi.setConfig({ hookTimeout: 60_000, testTimeout: 30_000 });

let place: Place;
let workerd: Workerd;
beforeAll(async () => {
  place = await workerdPlace(bundleTestWorker('short-life.worker.ts'));
  workerd = await startWorkerd(place);
});
afterAll(async () => {
  await workerd.stop();
  place.remove();
});

const begin = (id: string, milliseconds: number) => fetch(workerd.url, { headers: { 'X-Begin': id, 'X-Lives': String(milliseconds) } });
const status = async (id: string) => (await fetch(`${workerd.url}/w/${id}/_sandbox/health`)).status;

/** Tables of every database there is. */
function tables(): readonly string[] {
  const files = readdirSync(place.storage, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.sqlite') && !name.endsWith('metadata.sqlite'),
  );
  return files.flatMap((file) => {
    const database = new DatabaseSync(join(place.storage, file), { readOnly: true });
    const names = database
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
      .all()
      .map(({ name }) => String(name));
    database.close();
    return names;
  });
}

test('ends on its alarm, leaves a tombstone and nothing else, and never revives', async () => {
  const id = mintWorkspaceId(testSecret);
  expect(await status(id)).toBe(401);
  expect((await begin(id, 4_000)).status).toBe(200);
  expect(await status(id)).toBe(200);
  // workerd may just be putting a file away that was listed.
  await vi.waitFor(() => expect(tables()).toContain('document'), { timeout: 3_000 });
  await vi.waitFor(async () => expect(await status(id)).toBe(401), { timeout: 20_000, interval: 200 });
  expect((await begin(id, 60_000)).status).toBe(409);
  expect(await status(id)).toBe(401);
  await workerd.stop('SIGTERM');
  expect(tables()).not.toContain('document');
  workerd = await workerd.restart();
  expect(await status(id)).toBe(401);
  expect((await begin(id, 60_000)).status).toBe(409);
});

/** Begun, and the process started again. A busy machine may take longer for that than the workspace lives: then one is begun that lives longer. */
async function restartedWithin(lives: number): Promise<string> {
  const id = mintWorkspaceId(testSecret);
  const end = Date.now() + lives;
  expect((await begin(id, lives)).status).toBe(200);
  await workerd.stop();
  workerd = await workerd.restart();
  const now = await status(id);
  if (now === 401 && Date.now() >= end) return restartedWithin(lives * 3);
  expect(now).toBe(200);
  return id;
}

test('lives on past a restart, and its alarm with it', async () => {
  const id = await restartedWithin(2_500);
  await vi.waitFor(async () => expect(await status(id)).toBe(401), { timeout: 20_000, interval: 200 });
});
