/** The clock of a workspace at the edge: its one alarm does what is due though nobody asks, and still ends it. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { hash32 } from '../../src/workspace/keyed-hash.ts';
import { worldVersion } from '../../src/world/reach.ts';
import { defaultSize } from '../../src/world/world.ts';
import { controlClient } from '../workspaces/control-client.ts';
import { startWorkerd, workerdPlace, type Place, type Workerd } from './workerd.ts';

vi.setConfig({ hookTimeout: 60_000, testTimeout: 60_000 });

let place: Place;
let workerd: Workerd;
beforeAll(async () => {
  place = await workerdPlace();
  workerd = await startWorkerd(place);
});
afterAll(async () => {
  await workerd.stop();
  place.remove();
});

const client = controlClient(() => workerd.url);

async function made() {
  const { id, managementKey: bearer } = await client.make();
  const send = (method: string, path: string, body?: object) => client.ask(method, `/w/${id}/_sandbox${path}`, { bearer, body });
  return {
    send,
    clock: async (): Promise<unknown> => (await send('GET', '/clock')).body,
    /** Something that is struck off once it is due: the API that was to do it is not served here. */
    putOff(due: number): Promise<Response> {
      const key = `${String(due).padStart(15, '0')}/${String(due).padStart(15, '0')}`;
      const row = JSON.stringify({ collection: 'schedule', key, position: 1, document: '{"api":"nobody","do":"nothing","about":null}' });
      const check = hash32(0, row).toString(16).padStart(8, '0');
      const lines = [
        JSON.stringify({ format: 'nhs-sandbox-workspace', version: 1, world: worldVersion, seed: 42, population: defaultSize }),
        row,
        `{"rows":1,"check":"${check}"}`,
      ];
      return fetch(`${workerd.url}/w/${id}/_sandbox/import`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/x-ndjson' },
        body: lines.join('\n'),
      });
    },
  };
}

/** How much is scheduled in all workspaces, as it lies on the disk: nobody is asked. */
function onDisk(): number {
  const files = readdirSync(place.storage, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.sqlite') && !name.endsWith('metadata.sqlite'),
  );
  return files.reduce((sum, file) => {
    const database = new DatabaseSync(join(place.storage, file), { readOnly: true });
    try {
      const isWorkspace = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'document'").get();
      const counted = isWorkspace && database.prepare("SELECT count(*) AS n FROM document WHERE collection = 'schedule'").get();
      return sum + Number(counted?.['n'] ?? 0);
    } finally {
      database.close();
    }
  }, 0);
}

test('does what is due on its alarm, by a clock that goes ahead of real time, too, and after a restart', async () => {
  const { send, putOff, clock } = await made();
  expect((await putOff(Date.now() + 1_500)).status).toBe(200);
  expect(onDisk()).toBe(1);
  await vi.waitUntil(() => onDisk() === 0, { timeout: 15_000, interval: 100 });

  await send('PUT', '/clock', { mode: 'offset', by: 'P1D' });
  await putOff(Date.now() + 86_400_000 + 4_000);
  expect(await clock()).toMatchObject({ mode: 'offset', by: 'P1D', scheduled: 1, next: [{ api: 'nobody', do: 'nothing' }] });
  await workerd.stop();
  workerd = await workerd.restart();
  await vi.waitUntil(() => onDisk() === 0, { timeout: 20_000, interval: 100 });
  expect(await clock()).toMatchObject({ mode: 'offset', by: 'P1D', scheduled: 0 });
});

test('a clock that stands still does it when it is moved on', async () => {
  const { send, putOff, clock } = await made();
  await send('PUT', '/clock', { mode: 'frozen', at: '2026-01-01T00:00:00Z' });
  await putOff(Date.UTC(2026, 0, 2));
  expect(await clock()).toMatchObject({ scheduled: 1 });
  const advanced = await send('POST', '/clock/advance', { by: 'P1D' });
  expect(advanced.body).toMatchObject({ now: '2026-01-02T00:00:00.000Z', scheduled: 0, ranInAll: 1 });
});
