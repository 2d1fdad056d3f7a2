/** The clock of a server of one's own: what is due is done though nobody asks, once, and also by a server that was killed in the middle of it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';

vi.setConfig({ testTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), 'sandbox-errands-'));
const running: { kill(): Promise<void> }[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.kill();
  rmSync(folder, { recursive: true, force: true });
});

async function start(diesAt = '') {
  const child = spawn(process.execPath, [resolve(import.meta.dirname, 'errands-server.ts'), join(folder, 'data.sqlite')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DIES_AT: diesAt },
  });
  const ended = once(child, 'exit');
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const url = await vi.waitUntil(() => /http:\S+/.exec(said)?.[0], { timeout: 30_000 });
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  running.push({ kill });
  const send = (method: string, path: string, body: unknown): Promise<Response> =>
    fetch(url + path, { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  return {
    ended,
    kill,
    said: () => said,
    send,
    putOff: (name: string, wait: string) => send('POST', '/errands/errands', { name, in: wait }),
    done: async (): Promise<unknown> => (await fetch(`${url}/errands/errands`)).json(),
    clock: async (): Promise<unknown> => (await fetch(`${url}/_sandbox/clock`)).json(),
  };
}

test('what is due is done within about a second, though nobody asks', async () => {
  const server = await start();
  await server.putOff('soon', 'PT1S');
  const asked = performance.now();
  await vi.waitUntil(() => server.said().includes('done soon'), { timeout: 10_000, interval: 20 });
  expect(performance.now() - asked).toBeGreaterThan(900);
  await server.send('PUT', '/_sandbox/clock', { mode: 'offset', by: 'PT2H' });
  await server.putOff('ahead of real time', 'PT1S');
  await vi.waitUntil(() => server.said().includes('done ahead of real time'), { timeout: 10_000, interval: 20 });
  expect(await server.clock()).toMatchObject({ mode: 'offset', by: 'PT2H', scheduled: 0 });
});

test('a server that is killed between due and done does it after its restart, once, and its clock stands where it was set', async () => {
  const first = await start('second');
  await first.send('PUT', '/_sandbox/clock', { mode: 'frozen', at: '2026-01-01T00:00:00Z' });
  for (const [name, wait] of [
    ['third', 'PT3H'],
    ['first', 'PT1H'],
    ['second', 'PT2H'],
    ['later', 'P1M'],
  ] as const)
    await first.putOff(name, wait);
  await expect(first.send('POST', '/_sandbox/clock/advance', { by: 'P1D' })).rejects.toThrow('fetch failed');
  await first.ended;
  const second = await start();
  await vi.waitUntil(() => second.said().includes('done third'), { timeout: 10_000, interval: 20 });
  expect(await second.done()).toEqual(['first', 'second', 'third']);
  expect(second.said()).not.toContain('done first');
  expect(await second.clock()).toMatchObject({ mode: 'frozen', now: '2026-01-02T00:00:00.000Z', scheduled: 1 });
  await second.kill();
  const third = await start();
  const advanced = await third.send('POST', '/_sandbox/clock/advance', { to: '2026-02-01T00:00:00Z' });
  expect(await advanced.json()).toMatchObject({ ran: [{ api: 'errands', do: 'run', due: '2026-02-01T00:00:00.000Z' }] });
  expect(await third.done()).toEqual(['first', 'second', 'third', 'later']);
});
