/** Data of one's own from a file: at the start of a sandbox, and brought to one that runs. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { recordedTerminal } from './recorded-terminal.ts';
import { parcels, start } from './started.ts';

const folder = mkdtempSync(join(tmpdir(), 'sandbox-cli-own-data-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fileOf = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

test('--data of lines is taken in before anybody asks; people add and state import bring more', async () => {
  const twenty = Array.from({ length: 20 }, (_, n) => JSON.stringify({ person: { name: { family: `Twenty${n}` }, born: '1970-01-01' } }));
  const seed = fileOf('seed.ndjson', twenty.join('\n'));
  const { until } = start([parcels, '--ephemeral', '--data', seed, '--port', '0'], { cwd: folder });
  const output = await until(/Ctrl-C/);
  expect(output).toContain('20 lines of');
  const [, url = ''] = /Open (http:\/\/\S+?)(?:\/_portal)? in a browser/.exec(output) ?? [];

  const example = recordedTerminal();
  await main(['people', 'add', '--example'], example);
  const added = recordedTerminal();
  expect(await main(['people', 'add', fileOf('people.yaml', example.written.out), '--url', url], added)).toBe(0);
  expect(added.written.out).toContain('3 people added.');
  const imported = recordedTerminal();
  const more = fileOf('more.ndjson', '{"person": {"born": "1999-01-01"}}\n');
  expect(await main(['state', 'import', more, '--url', url], imported)).toBe(0);
  expect(imported.written.out).toContain('1 line taken in.');
  const { people } = (await (await fetch(`${url}/_sandbox/people?own=true&limit=100`)).json()) as { people: readonly unknown[] };
  expect(people.length).toBe(24);
});

test('a mistake in a file is told by its line, and nothing is served', async () => {
  const seed = fileOf('wrong.ndjson', '# mine\n{"person": {"born": "long ago"}}\n');
  const { code, output } = await start([parcels, '--ephemeral', '--data', seed, '--port', '0'], { cwd: folder }).ended();
  expect([code, output]).toEqual([1, expect.stringContaining('Line 2: the person at /born must be a date')]);
});
