/** `nhs-sandbox start` as whoever runs tests side by side, or operates a server for others, starts it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { bearer } from '../runtimes/workspaces/started.ts';
import { parcels, start } from './started.ts';

const folder = mkdtempSync(join(tmpdir(), 'sandbox-cli-workspaces-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const key = 'k'.repeat(24);

test('--auto-workspaces makes a workspace of any name, and says so; the operator’s key comes from the environment', async () => {
  const { until } = start([parcels, '--auto-workspaces', '--ephemeral', '--port', '0'], {
    cwd: folder,
    env: { NHS_SANDBOX_OPERATOR_KEY: key },
  });
  const output = await until(/Ctrl-C/);
  const [, url = ''] = /^ *names +(http\S+)\/w\/<any name>/m.exec(output) ?? [];
  expect(output).not.toContain(key);
  expect((await fetch(`${url}/w/shard-1/parcels/v1/parcels`)).status).toBe(200);
  const elsewhere = { 'X-Forwarded-For': '192.0.2.7' };
  const status = async (headers: Readonly<Record<string, string>>) =>
    (await fetch(`${url}/_sandbox/deployment`, { headers: { ...elsewhere, ...headers } })).status;
  expect([await status({}), await status(bearer(`${key}x`)), await status(bearer(key))]).toEqual([401, 401, 200]);
});

test.for([
  ['k'.repeat(23), 2],
  ['k'.repeat(23) + ' ', 2],
] as const)('an operator’s key that could be guessed, or could not be sent, is refused: %j', async ([typed, code]) => {
  const byOption = await start([parcels, '--operator-key', typed], { cwd: folder }).ended();
  expect(byOption).toMatchObject({ code, output: expect.stringContaining('--operator-key wants at least 24') });
  const byVariable = await start([parcels], { cwd: folder, env: { NHS_SANDBOX_OPERATOR_KEY: typed } }).ended();
  expect(byVariable).toMatchObject({ code, output: expect.stringContaining('NHS_SANDBOX_OPERATOR_KEY wants at least 24') });
  expect(byVariable.output).not.toContain(typed.trim());
});
