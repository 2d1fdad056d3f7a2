/** The package beside the newest and the oldest of what it works with: test runners, msw, and TypeScript. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { installProject, type Project } from './project.ts';

const snippet = (name: string): string => readFileSync(join(import.meta.dirname, 'snippets', name), 'utf8');

const typed = `import { createClient as own, createSandbox as alone, people, type Sandbox } from 'nhs-api-sandbox';
import { createClient, type ApiName } from 'nhs-api-sandbox/client';
import { createSandbox, type MswSandbox } from 'nhs-api-sandbox/msw';
import type { components, operations } from 'nhs-api-sandbox/types/personal-demographics';
import { useSandbox } from 'nhs-api-sandbox/vitest';

export const sandbox: MswSandbox = createSandbox({ seed: 7, clock: '2026-01-01T00:00:00Z' });
export const plain: Sandbox = alone();
export type Read = operations['get-patient'];
export const kit = (): string => useSandbox().people.janeSmith;
export const name: ApiName = 'personal-demographics';
export const jane: string = people.janeSmith;

const patients = createClient('personal-demographics');
export const read = async (): Promise<components['schemas']['Patient'] | undefined> => {
  const { data } = await patients.GET('/Patient/{id}', { params: { path: { id: '9000000009' }, header: { 'X-Request-ID': '' } } });
  return data;
};
// @ts-expect-error the contract has no such path
void patients.GET('/Patients/{id}');
// @ts-expect-error the catalogue has no such API
own('nothing');
`;

/** Ways of compiling that a project may have chosen; declarations are read as strictly as the project's own files. */
const waysOfCompiling = [
  ['node16', 'node16'],
  ['nodenext', 'nodenext'],
  ['esnext', 'bundler'],
] as const;

describe.runIf(inject('hasRegistry')).each(['newest', 'middle', 'oldest'])('the %s of its peers', (name) => {
  let project: Project;
  beforeAll(async () => {
    project = await installProject(name);
  });
  afterAll(() => project.remove());

  test('take the package without a word of warning', () => {
    // What others run when they are installed is their affair.
    expect(project.installing).not.toMatch(/nhs-api-sandbox|ERESOLVE|EBADENGINE|peer/i);
  });

  test('run a test with its kit, and msw with its handlers, with no network at all', async () => {
    project.write('patients.spec.ts', snippet('patients.spec.ts'));
    project.write('mocked.ts', snippet('mocked.ts'));
    const words = ['node', 'node_modules/vitest/vitest.mjs', 'run'];
    const ran = (await project.runOffline('env', ...words)) ?? (await project.run('env', ...words));
    expect(ran.said).toMatch(/Tests +1 passed/);
    expect(ran.code).toBe(0);
    const mocked = (await project.runOffline('node', 'mocked.ts')) ?? (await project.run('node', 'mocked.ts'));
    expect(mocked).toEqual({ code: 0, said: '200 synthetic\n' });
  });

  test.each(waysOfCompiling)('compile its types with %s', async (module, moduleResolution) => {
    project.write('typed.ts', typed);
    const way = ['--module', module, '--moduleResolution', moduleResolution];
    const options = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--target', 'es2022', '--lib', 'es2023,dom,dom.iterable'];
    const { devDependencies } = JSON.parse(project.read('package.json')) as { readonly devDependencies: object };
    // The oldest msw and TypeScript 5.4 do not want each other, so there the compiler has another name.
    const compiler = Object.keys(devDependencies).find((dependency) => dependency.startsWith('typescript')) ?? '';
    // What msw and vitest declare is theirs to keep, and some of it is broken.
    const ran = await project.run(
      'node',
      `node_modules/${compiler}/bin/tsc`,
      ...options,
      '--skipLibCheck',
      '--types',
      'node',
      ...way,
      'typed.ts',
    );
    expect(ran).toEqual({ code: 0, said: '' });
  });
});
