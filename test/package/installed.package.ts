/** The package's command and types, and what bundlers make of it, from an empty project outside the repository. The rest is run by the snippets. */
import { spawn } from 'node:child_process';
import { build } from 'esbuild';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { brought } from '../runtimes/conversation.ts';
import { installPackage, type Installed } from './installed.ts';

vi.setConfig({ hookTimeout: 120_000, testTimeout: 120_000 });

let project: Installed;
beforeAll(async () => {
  project = await installPackage();
  project.write('lending-library.yaml', brought.text);
});
afterAll(() => project.remove());

const compiler = resolve(import.meta.dirname, '../../node_modules/typescript-7/bin/tsc');
const command = 'node_modules/nhs-api-sandbox/dist/cli.js';

/** Starts the command's server, lets `use` have its address, and ends it; gives its exit code. */
async function whileServing(use: (url: string) => Promise<void>, ...words: string[]): Promise<number | null> {
  const server = spawn(process.execPath, [command, 'start', '--port', '0', '--ephemeral', ...words], { cwd: project.folder });
  const ended = once(server, 'exit');
  try {
    let said = '';
    server.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const url = await vi.waitFor(() => {
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
      if (found === undefined) throw new Error(`no address yet: ${said}`);
      return found;
    }, 30_000);
    await use(url);
  } finally {
    server.kill('SIGTERM');
  }
  const [code] = await ended;
  return code;
}

test('the command serves a contract and ends with exit code 0', async () => {
  const code = await whileServing(async (url) => {
    expect((await fetch(`${url}/lending/v2/loans/LN-000123`)).status).toBe(200);
  }, './lending-library.yaml');
  expect(code).toBe(0);
});

test('the command says what went wrong by its exit code', async () => {
  expect((await project.node(command, 'start', '--nonsense')).code).toBe(2);
  expect((await project.node(command, 'check', './nothing.yaml')).code).toBe(1);
  expect((await project.node(command, '--version')).code).toBe(0);
});

test('the types hold a client to its contract', async () => {
  project.write(
    'typed.ts',
    `import { createClient } from 'nhs-api-sandbox/client';
import { createSandbox, type MswSandbox } from 'nhs-api-sandbox/msw';
import type { components, operations } from 'nhs-api-sandbox/types/personal-demographics';
import { useSandbox } from 'nhs-api-sandbox/vitest';

export const sandbox: MswSandbox = createSandbox({ seed: 7, clock: '2026-01-01T00:00:00Z' });
export type Patient = components['schemas']['Patient'];
export type Read = operations['get-patient'];
export const kit = useSandbox({ origin: 'http://localhost:1234' });
export const mine: string = kit.people.janeSmith;

const patients = createClient('personal-demographics');
export const read = await patients.GET('/Patient/{id}', { params: { path: { id: '9000000009' }, header: { 'X-Request-ID': '' } } });
export const born: string | undefined = read.data?.birthDate;
export const whole: Patient | undefined = read.data;
export const families: readonly (string | undefined)[] | undefined = read.data?.name?.map(({ family }) => family);
// @ts-expect-error the contract has no such path
await patients.GET('/Patients/{id}');
// @ts-expect-error the catalogue has no such API
createClient('nothing');
// @ts-expect-error the id is missing
await patients.GET('/Patient/{id}');
`,
  );
  const options = [
    '--noEmit',
    '--strict',
    '--exactOptionalPropertyTypes',
    '--module',
    'nodenext',
    '--target',
    'es2023',
    '--lib',
    'es2024,dom,dom.iterable',
  ];
  expect(await project.node(compiler, ...options, 'typed.ts')).toEqual({ code: 0, stdout: '', stderr: '' });
});

test('types are written for a contract of the user', async () => {
  const { code, stderr } = await project.node(command, 'types', './lending-library.yaml', '--out', 'library.d.ts');
  expect([code, stderr]).toEqual([0, '']);
  expect(readFileSync(join(project.folder, 'library.d.ts'), 'utf8')).toContain('"/loans/{loanRef}": {');
  project.write(
    'loan.ts',
    `import type { components } from './library.d.ts';
export const loan: components['schemas']['NewLoan'] = { title: 'Emma', borrower: 'harriet' };
// @ts-expect-error a loan has a borrower
export const wrong: components['schemas']['NewLoan'] = { title: 'Emma' };
`,
  );
  expect(await project.node(compiler, '--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', 'loan.ts')).toEqual({
    code: 0,
    stdout: '',
    stderr: '',
  });
});

test('rules of one’s own, as the documentation shows them, are held to their contract', async () => {
  const page = readFileSync(resolve(import.meta.dirname, '../../docs/your-own-rules.md'), 'utf8');
  const shown = (file: string): string => new RegExp(`^cat > ${file} <<'(\\w+)'\n([^]*?)^\\1$`, 'm').exec(page)?.[2] ?? '';
  const rules = shown('my-mock.ts');
  project.write('parcels.yaml', shown('parcels.yaml'));
  expect((await project.node(command, 'types', './parcels.yaml', '--out', 'parcels.d.ts')).code).toBe(0);
  project.write('my-mock.ts', rules);
  project.write('wrong-status.ts', rules.replace('...sent, body', 'status: 202, body'));
  project.write('wrong-operation.ts', rules.replace('read(call', 'reed(call'));
  project.write(
    'ours.ts',
    `import type { Mock } from 'nhs-api-sandbox/mock';
import type { operations } from 'nhs-api-sandbox/types/mesh';
import { createSandbox } from 'nhs-api-sandbox';
import mine from './my-mock.ts';
const mesh = { behaviours: {} } satisfies Mock<operations>;
export const sandbox = createSandbox({ contracts: [{ path: 'parcels.yaml' }], apis: ['mesh'], rules: { parcels: mine, mesh } });
`,
  );
  const check = async (file: string): Promise<string> => {
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--allowImportingTsExtensions'];
    return (await project.node(compiler, ...options, file)).stdout;
  };
  expect(await check('my-mock.ts')).toBe('');
  expect(await check('ours.ts')).toBe('');
  expect(await check('wrong-status.ts')).toContain('202');
  expect(await check('wrong-operation.ts')).toContain('reed');
  const send = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"reference":"A1","grams":3000}' };
  await whileServing(
    async (url) => expect(await (await fetch(`${url}/post/parcels`, send)).text()).toContain('A parcel weighs 2 kg at most.'),
    'parcels.yaml',
    '--rules',
    'my-mock.ts',
  );
});

test('a bundler for browsers takes the handlers and the client: they reach for nothing of Node', async () => {
  project.write('browser.js', `export * from 'nhs-api-sandbox/msw';\nexport * from 'nhs-api-sandbox/client';\n`);
  const { errors, outputFiles } = await build({
    entryPoints: [join(project.folder, 'browser.js')],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    outdir: project.folder,
    write: false,
  });
  expect(errors).toEqual([]);
  expect(outputFiles).toHaveLength(1);
});
