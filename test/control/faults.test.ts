/** Faults of a workspace, over its own API. */
import { expect, test } from 'vitest';
import { notebook, notes } from '../gateway/notebook.ts';
import { sandboxOf } from '../sandbox.ts';

const faults = '/_sandbox/faults';
const down = { effect: { type: 'gateway', status: 503 } };

test('a fault is added, read, replaced and removed', async () => {
  const { send, request } = sandboxOf(notebook);
  const added = await send('POST', faults, down);
  expect([added.status, await added.json()]).toEqual([201, { faults: [{ id: '1', ...down, used: 0 }] }]);
  expect((await request(notes)).status).toBe(503);
  expect(await (await request(`${faults}/1`)).json()).toEqual({ id: '1', ...down, used: 1 });
  expect((await send('PUT', `${faults}/1`, { match: { method: 'POST' }, ...down })).status).toBe(200);
  expect([(await request(notes)).status, (await send('POST', notes, { text: 'x' })).status]).toEqual([200, 503]);
  expect((await send('DELETE', `${faults}/1`)).status).toBe(204);
  expect((await send('DELETE', `${faults}/1`)).status).toBe(404);
  expect(await (await request(faults)).json()).toEqual({ faults: [] });
});

test('a profile brings all of its faults, and one request removes everything', async () => {
  const { send, request } = sandboxOf(notebook);
  const { profiles } = await (await request(`${faults}/profiles`)).json();
  expect(profiles.map(({ name }: { name: string }) => name)).toEqual(['slow-network', 'bad-day', 'rate-limited', 'outage', 'test-people']);
  expect((await send('POST', faults, { profile: 'outage' })).status).toBe(201);
  expect((await request(notes)).status).toBe(503);
  expect((await send('DELETE', faults)).status).toBe(204);
  expect((await request(notes)).status).toBe(200);
  const unknown = await send('POST', faults, { profile: 'sunny' });
  expect([unknown.status, (await unknown.json()).detail]).toEqual([400, expect.stringContaining('bad-day')]);
});

test('faults stay through a reset, their counts begin anew, and a snapshot has those of its time', async () => {
  const { send, request } = sandboxOf(notebook);
  await send('POST', faults, { match: { nth: 1 }, ...down });
  const statuses = async (): Promise<readonly number[]> => [(await request(notes)).status, (await request(notes)).status];
  expect(await statuses()).toEqual([503, 200]);
  await send('POST', '/_sandbox/reset');
  expect(await statuses()).toEqual([503, 200]);
  await send('POST', '/_sandbox/snapshots', { name: 'bad' });
  await send('DELETE', faults);
  expect(await statuses()).toEqual([200, 200]);
  await send('POST', '/_sandbox/snapshots/bad/restore');
  expect(await statuses()).toEqual([503, 200]);
});

test('a fault tells how many requests it had a part in, and begins anew with a reset', async () => {
  const { send, request } = sandboxOf(notebook);
  const used = async (): Promise<number> => (await (await request(`${faults}/second`)).json()).used;
  await send('PUT', `${faults}/second`, { match: { every: 2 }, ...down });
  for (let i = 0; i < 5; i++) await request(notes);
  expect(await used()).toBe(2);
  await send('POST', '/_sandbox/reset');
  expect(await used()).toBe(0);
});

test('a fault that is paused is kept, and happens no more until it goes on', async () => {
  const { send, request } = sandboxOf(notebook);
  await send('PUT', `${faults}/down`, { ...down, enabled: false });
  expect((await request(notes)).status).toBe(200);
  expect(await (await request(`${faults}/down`)).json()).toEqual({ id: 'down', ...down, enabled: false, used: 0 });
  await send('PUT', `${faults}/down`, { ...down, enabled: true });
  expect((await request(notes)).status).toBe(503);
});

test('what is said of APIs, operations, statuses and examples must be there', async () => {
  const { send } = sandboxOf(notebook);
  const wrong: readonly (readonly [unknown, string])[] = [
    [{ match: { api: 'nowhere' }, ...down }, 'No API of this name'],
    [{ match: { operation: 'nothing' }, ...down }, 'No operation'],
    [{ effect: { type: 'status', status: 299 } }, 'documents 299'],
    [{ effect: { type: 'status', status: 404, example: 'none' } }, 'example of this name'],
  ];
  for (const [fault, sentence] of wrong) {
    const answer = await send('POST', faults, fault);
    expect([answer.status, (await answer.json()).detail]).toEqual([422, expect.stringContaining(sentence)]);
  }
});

test('what could do harm is refused when it is written', async () => {
  const { send, request } = sandboxOf(notebook);
  const harmful: readonly unknown[] = [
    { effect: { type: 'latency', ms: 30_001 } },
    { effect: { type: 'status', status: 700 } },
    { effect: { type: 'status', status: 101 } },
    { effect: { type: 'gateway', status: 204 } },
    { effect: { type: 'slow-body', bytesPerSecond: 0 } },
    { match: { headers: { 'a b': 'x' } }, ...down },
    { match: { chance: 2 }, ...down },
    { effect: { type: 'eval' } },
  ];
  for (const fault of harmful) expect((await send('POST', faults, fault)).status).toBe(400);
  expect(await (await request(faults)).json()).toEqual({ faults: [] });
});

test('a workspace has a hundred faults and no more', async () => {
  const { send } = sandboxOf(notebook);
  for (let i = 1; i <= 100; i++) await send('POST', faults, { match: { nth: 999_999 }, ...down });
  expect((await send('POST', faults, down)).status).toBe(409);
});
