/** `nhs-sandbox assert` beside a running sandbox: a file of assertions, and what a person, a CI server and GitHub are told. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { loadContract } from '../../src/contract/load.ts';
import { parseRoot } from '../../src/contract/xml/read-xml.ts';
import { nobody } from '../../src/population.ts';
import { startNode } from '../../src/runtimes/node/node.ts';
import { realClock } from '../../src/workspace/time/clock.ts';
import { parcels } from './started.ts';
import { recordedTerminal } from './recorded-terminal.ts';

const contract = loadContract({ name: 'parcels', text: readFileSync(parcels, 'utf8') });
const sandbox = await startNode({ apis: [{ contract }], population: nobody, clock: realClock, seed: 1, host: '127.0.0.1', port: 0 });
const folder = mkdtempSync(join(tmpdir(), 'sandbox-cli-assert-'));
afterAll(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});

const written = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

async function run(...words: string[]) {
  const terminal = recordedTerminal(200);
  const code = await main(['assert', ...words, '--url', sandbox.url], terminal);
  return { code, ...terminal.written };
}

const two = written(
  'two.yaml',
  `assertions:
  - name: A parcel is sent once.
    match: { method: POST, path: /parcels }
    times: 1
  - name: 'Nobody asks for "lost", or <less>'
    match: { path: '/parcels/{id}' }
    never: true
`,
);

beforeAll(async () => {
  await fetch(`${sandbox.url}/parcels/v1/parcels`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ to: 'Ada', grams: 1 }),
  });
  await fetch(`${sandbox.url}/parcels/v1/parcels/lost,%0A:`);
});

test('what holds and what does not is said for people, with an exit code', async () => {
  const { code, out, error } = await run(two);
  expect(out.replace(/[0-9a-f]{32}/, 'ID')).toMatch(
    /^✓ A parcel is sent once\.\n✗ Nobody asks for "lost", or <less>\n {2}wanted never: \/parcels\/\{id\}\n {2}Found 1 among 2 exchanges\.\n {4}#1 GET \S+ → 4\d\d\n[^]*1 of 2 hold, among 2 exchanges \(#0 to #1\)\.\n$/,
  );
  expect([code, error]).toEqual([1, '']);
  expect(await run(two, '--since', '1')).toMatchObject({ code: 1, out: expect.stringContaining('✗ A parcel is sent once.') });
  expect(await run(written('holds.json', '{ "match": { "path": "/parcels" } }'))).toMatchObject({ code: 0 });
});

test('--junit writes a report that a CI server reads, --github says it beside the lines of the file, --json says all', async () => {
  const report = join(folder, 'report.xml');
  const { out } = await run(two, '--junit', report, '--github');
  const xml = readFileSync(report, 'utf8');
  expect(parseRoot(xml)).toMatchObject({ name: 'testsuites' });
  expect(xml).toContain('<testsuite name="nhs-sandbox assert" tests="2" failures="1" errors="0">');
  expect(xml).toMatch(
    /<testcase name="Nobody asks for &quot;lost&quot;, or &lt;less&gt;" classname="[^"]*two\.yaml" file="[^"]*" line="5">/,
  );
  expect(out).toMatch(/^::error file=\S*two\.yaml,line=5,title=✗ Nobody asks for "lost"%2C or <less>::wanted [^\n]*%0AFound 1 among 2/m);
  expect(JSON.parse((await run(two, '--json')).out)).toMatchObject({
    passed: false,
    results: [{ outcome: 'holds' }, { outcome: 'fails' }],
  });
});

test.for([
  ['- matsch: {}', /unknown\.yaml: The body at \/assertions\/0\/matsch .*did you mean "match"/],
  ['- { match: { x\n- 3', /is neither YAML nor JSON: .*line/],
  ['3', /unknown\.yaml: The body at \/assertions\/0 must be an object/],
] as const)('a file that holds %j is not understood, and says where', async ([text, said]) => {
  const { code, error } = await run(written('unknown.yaml', text));
  expect(error).toMatch(said);
  expect(code).toBe(2);
});
