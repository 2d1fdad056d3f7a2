/** `nhs-sandbox report`: to a file, as a folder of evidence, and from a sandbox that is none. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
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
const folder = mkdtempSync(join(tmpdir(), 'report-'));
afterAll(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true });
});
await (await fetch(`${sandbox.url}${notes}/none`)).text();

async function run(url: string, ...words: readonly string[]) {
  const terminal = recordedTerminal();
  const code = await main(['report', '--url', url, ...words], terminal);
  return { code, ...terminal.written };
}

test('a report goes to the terminal, or as any form into a file', async () => {
  expect((await run(sandbox.url)).out).toMatch(/^# Readiness report\n[^]*\| `GET \/notes\/\{id\}` \| 1 \| 404 \|\n/);
  const file = join(folder, 'report.json');
  expect(await run(sandbox.url, file, '--as', 'json')).toMatchObject({ code: 0, out: '' });
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ exchanges: { judged: 1 }, apis: [{ slug: 'notebook', requests: 1 }] });
});

test('evidence is a folder of files, none of which a stranger’s sandbox puts anywhere else', async () => {
  const evidence = join(folder, 'evidence');
  expect(await run(sandbox.url, '--evidence', evidence)).toMatchObject({ code: 0, out: expect.stringContaining('README.md') });
  expect(readFileSync(join(evidence, 'SHA256SUMS'), 'utf8')).toMatch(/^[0-9a-f]{64} {2}README\.md$/m);
  const stranger = createServer((_, response) => {
    const files = [{ name: '../stolen.md', type: 'text/markdown', sha256: '', text: '' }];
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ data: 'synthetic', files }));
  });
  await new Promise<void>((done) => stranger.listen(0, '127.0.0.1', done));
  const address = stranger.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const refused = await run(url, '--evidence', evidence).finally(() => stranger.close());
  expect(refused).toMatchObject({ code: 1, error: expect.stringContaining('is no plain name') });
  expect(existsSync(join(folder, 'stolen.md'))).toBe(false);
});
