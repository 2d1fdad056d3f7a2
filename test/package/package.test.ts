/** Everything that the package promises works from an empty project outside the repository. */
import { spawn } from 'node:child_process';
import { build } from 'esbuild';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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

test('msw handlers answer unmodified client code', async () => {
  project.write(
    'mocked.mjs',
    `import { setupServer } from 'msw/node';
import { createSandbox } from 'nhs-api-sandbox/msw';

const sandbox = createSandbox();
const server = setupServer(...sandbox.handlers);
server.listen();
const answer = await fetch('https://sandbox.api.service.nhs.uk/personal-demographics/FHIR/R4/Patient/9000000009', {
  headers: { 'X-Request-ID': crypto.randomUUID() },
});
console.log(answer.status, (await answer.json()).id);
server.close();
`,
  );
  expect(await project.node('mocked.mjs')).toEqual({ code: 0, stdout: '200 9000000009\n', stderr: '' });
});

test('the client reads from a server', async () => {
  project.write(
    'client.mjs',
    `import { createClient } from 'nhs-api-sandbox/client';

const patients = createClient('personal-demographics', { origin: process.argv[2] });
const { data, error, response } = await patients.GET('/Patient/{id}', {
  params: { path: { id: '9000000009' }, header: { 'X-Request-ID': crypto.randomUUID() } },
});
console.log(response.status, data?.id, error);
`,
  );
  await whileServing(async (url) => {
    expect(await project.node('client.mjs', url)).toEqual({ code: 0, stdout: '200 9000000009 undefined\n', stderr: '' });
  });
});

test('the vitest kit gives every test the same sandbox', async () => {
  project.write('vitest.config.mjs', `export default { test: { include: ['*.spec.mjs'] } };\n`);
  project.write(
    'patients.spec.mjs',
    `import { expect, test } from 'vitest';
import { useSandbox } from 'nhs-api-sandbox/vitest';

const sandbox = useSandbox();
const patients = sandbox.client('personal-demographics');
const header = { 'X-Request-ID': '00000000-0000-4000-8000-000000000001' };
const jane = { path: { id: sandbox.people.janeSmith }, header };
const read = async () => (await patients.GET('/Patient/{id}', { params: jane })).data;

test('changes a record', async () => {
  const { meta } = await read();
  const { response } = await patients.PATCH('/Patient/{id}', {
    params: { ...jane, header: { ...header, 'If-Match': 'W/"' + meta.versionId + '"' } },
    headers: { 'Content-Type': 'application/json-patch+json' },
    body: { patches: [{ op: 'replace', path: '/gender', value: 'unknown' }] },
  });
  expect(response.status).toBe(200);
  expect((await read()).gender).toBe('unknown');
});

test('finds it as it was, at the same time of day', async () => {
  expect((await read()).gender).toBe('female');
  expect(new Date(sandbox.clock.now()).toISOString()).toBe('2026-01-01T09:00:00.000Z');
  expect(sandbox.seed).toBe(42);
});

test('answers plain fetch as well', async () => {
  const answer = await fetch(sandbox.origin + '/_sandbox/health');
  expect(await answer.json()).toEqual({ status: 'pass' });
});
`,
  );
  const { code, stdout, stderr } = await project.node('node_modules/vitest/vitest.mjs', 'run');
  expect(stdout + stderr).toContain('3 passed');
  expect(code).toBe(0);
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
  expect(await project.node('node_modules/typescript/bin/tsc', ...options, 'typed.ts')).toEqual({ code: 0, stdout: '', stderr: '' });
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
  expect(
    await project.node('node_modules/typescript/bin/tsc', '--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', 'loan.ts'),
  ).toEqual({
    code: 0,
    stdout: '',
    stderr: '',
  });
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
