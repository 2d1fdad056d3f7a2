/** What the documentation shows works as it stands there: every snippet is run in a project that has the package installed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { brought } from '../runtimes/conversation.ts';
import { operatorKey, startWorkerd, workerdPlace, type Place, type Workerd } from '../runtimes/workerd.ts';
import { freePort } from '../free-port.ts';
import { installPackage, type Installed } from './installed.ts';

vi.setConfig({ hookTimeout: 120_000, testTimeout: 120_000 });

const root = resolve(import.meta.dirname, '../..');
const snippet = (name: string): string => readFileSync(join(import.meta.dirname, 'snippets', name), 'utf8');

const port = await freePort();
const moved = (text: string): string => text.replaceAll('localhost:8787', `localhost:${port}`).replace('start ', `start --port ${port} `);

let project: Installed;
beforeAll(async () => {
  project = await installPackage();
  for (const name of readdirSync(join(import.meta.dirname, 'snippets'))) project.write(name, snippet(name));
  project.write('my-api.yaml', brought.text);
});
afterAll(() => project.remove());

interface Ran {
  readonly code: number | null;
  readonly output: string;
}

async function shell(script: string): Promise<Ran> {
  const path = [dirname(process.execPath), process.env['PATH']].join(delimiter);
  const child = spawn('bash', ['-c', script], { cwd: project.folder, env: { ...process.env, PATH: path } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

test('vitest kit', async () => {
  const { code, stdout, stderr } = await project.node('node_modules/vitest/vitest.mjs', 'run', 'patients.spec.ts');
  expect(stdout + stderr).toContain('1 passed');
  expect(code).toBe(0);
});

test('msw handlers', async () => {
  expect(await project.node('mocked.ts')).toEqual({ code: 0, stdout: '200 synthetic\n', stderr: '' });
});

test('all of them in TypeScript fit the types of the package', async () => {
  const options = [
    '--noEmit',
    '--strict',
    '--skipLibCheck',
    '--types',
    'node',
    '--module',
    'nodenext',
    '--target',
    'es2023',
    '--lib',
    'es2024,dom,dom.iterable',
  ];
  const files = readdirSync(join(import.meta.dirname, 'snippets')).filter((name) => name.endsWith('.ts'));
  const compiler = join(root, 'node_modules/typescript-7/bin/tsc');
  expect(await project.node(compiler, ...options, ...files)).toEqual({ code: 0, stdout: '', stderr: '' });
});

test('a shell script in CI: tests run against the sandbox, and their exit code is the script’s', async () => {
  for (const [tests, wanted] of [
    [`SANDBOX=http://localhost:${port} node client.ts`, 0],
    ['exit 3', 3],
  ] as const) {
    project.write('package.json', JSON.stringify({ name: 'a-project', private: true, type: 'module', scripts: { test: tests } }));
    const { code, output } = await shell(moved(snippet('ci.sh')));
    expect(output).toContain('{"status":"pass"}');
    if (wanted === 0) expect(output).toContain('2010-10-22');
    expect(code).toBe(wanted);
  }
});

describe('of a deployment', () => {
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
  const there = (name: string): Promise<Ran> =>
    shell(`set -e\nOPERATOR_KEY=${operatorKey}\n${snippet(name).replace('http://localhost:8787', workerd.url)}`);

  test('a workspace', async () => {
    const { code, output } = await there('edge.sh');
    expect(output).toContain('"resourceType":"Patient"');
    expect(output).toContain('"slug":"my-api"');
    expect(output).not.toContain('problem');
    expect(code).toBe(0);
    expect((await fetch(`${JSON.parse(readFileSync(join(project.folder, 'workspace.json'), 'utf8')).baseUrl}/`)).status).toBe(401);
  });

  test('forty workspaces of an event, one of them reset and one forked', async () => {
    const { code, output } = await there('edge-event.sh');
    for (const said of [`team-40  ${workerd.url}/w/`, 'team-07 is as it was at the beginning.', 'NHS_SANDBOX_KEY=nhss_', 'late-team  0'])
      expect(output).toContain(said);
    expect(readFileSync(join(project.folder, 'teams.csv'), 'utf8').split('\r\n')).toHaveLength(42);
    expect(code).toBe(0);
  });

  test('a workspace for each of eight shards', async () => {
    expect(await there('edge-shards.sh')).toEqual({ code: 0, output: '8\n' });
  });
});

const documents = ['README.md', ...globSync('docs/**/*.md', { cwd: root })].map((file) => readFileSync(join(root, file), 'utf8'));
test.each(readdirSync(join(import.meta.dirname, 'snippets')))('the documents show %s as it was run', (name) => {
  expect(documents.some((text) => text.includes(snippet(name).trim()))).toBe(true);
});
