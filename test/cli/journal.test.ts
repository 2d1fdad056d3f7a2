/** `nhs-sandbox journal` beside a running sandbox: as a list, as it happens, and as a file. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { nobody } from '../../src/population.ts';
import { startNode } from '../../src/runtimes/node/node.ts';
import { frozenClock } from '../../src/workspace/time/clock.ts';
import { notebook, notes } from '../gateway/notebook.ts';
import { recordedTerminal } from './recorded-terminal.ts';

const clock = frozenClock(Date.UTC(2026, 0, 1, 9, 30));
const sandbox = await startNode({ apis: [{ contract: notebook }], population: nobody, clock, seed: 1, host: '127.0.0.1', port: 0 });
const folder = mkdtempSync(join(tmpdir(), 'journal-'));
afterAll(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true });
});
const ask = async (name: string): Promise<void> => void (await (await fetch(`${sandbox.url}${notes}/${name}`)).text());

await ask('first');
await ask('none');

async function run(...words: readonly string[]) {
  const terminal = recordedTerminal();
  const code = await main(['journal', '--url', sandbox.url, ...words], terminal);
  return { code, ...terminal.written };
}

test('the newest exchanges are lines to read, the last one at the end', async () => {
  const { code, out } = await run('--limit', '2');
  expect(code).toBe(0);
  expect(out).toMatch(
    /^09:30:00Z {2}0 {2}200 GET \/notebook\/notes\/first {2}inferred read-note {2}[0-9a-f]{32}\n09:30:00Z {2}1 {2}404 GET \/notebook\/notes\/none {2}No resource .* {2}[0-9a-f]{32}\n$/,
  );
});

test('lines of JSON have both sides, of those only that are asked for', async () => {
  const { out } = await run('--json', '--status', '4xx', '--api', 'notebook');
  expect(
    out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toMatchObject([
    {
      number: 1,
      request: { method: 'GET', headers: expect.objectContaining({ accept: '*/*' }) },
      answer: { status: 404, body: { bytes: expect.any(Number) } },
    },
  ]);
});

test('with --follow each comes as it is answered, and its place is free again once nobody follows', async () => {
  for (let round = 0; round < 7; round++) {
    const running = run('--follow', '--count', '2', '--since', '0', '--text', `round${round}-`);
    await ask(`round${round}-a`);
    await ask('another');
    await ask(`round${round}-b`);
    const { code, out, error } = await running;
    expect([code, error, [...out.matchAll(/round\d-./g)].map(([name]) => name)]).toEqual([0, '', [`round${round}-a`, `round${round}-b`]]);
  }
});

test('an archive is a file, or the output', async () => {
  const file = join(folder, 'all.har');
  expect(await run('--har', file, '--method', 'GET', '--limit', '3')).toMatchObject({ code: 0, out: '' });
  const { log } = JSON.parse(readFileSync(file, 'utf8'));
  expect([log.version, log.entries.length, log.entries[0].request.url]).toEqual(['1.2', 3, expect.stringContaining(sandbox.url)]);
  expect(JSON.parse((await run('--har', '-', '--status', '404')).out).log.entries[0].response.status).toBe(404);
});

test('where nothing is like that, it says so', async () => {
  expect(await run('--operation', 'nothing')).toMatchObject({ code: 0, out: '', error: 'No exchange that is kept is like this.\n' });
});

test.each([
  [['--follow', '--har', 'x'], 2, '--follow and --har do not go together'],
  [['--follow', '--limit', '2'], 2, '--follow ends after --count'],
  [['--count', '2'], 2, '--count goes with --follow'],
  [['all'], 2, 'journal takes options only'],
  [['--status', 'teapot'], 1, 'status'],
  [['--follow', '--since', 'once'], 1, 'since'],
])('%j is refused', async (words, code, message) => {
  expect(await run(...words)).toMatchObject({ code, error: expect.stringContaining(message) });
});
