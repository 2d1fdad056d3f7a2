/** What `docs/ci`, the Dockerfile and the workflows say is run here as far as it can be where there is no Docker and no GitHub. */
import { spawn } from 'node:child_process';
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { parse } from 'yaml';
import { emptyProject, type Project } from './project.ts';
import { freePort } from '../free-port.ts';

const root = resolve(import.meta.dirname, '../..');
const text = (file: string): string => readFileSync(join(root, file), 'utf8');

let project: Project;
beforeAll(async () => {
  project = await emptyProject();
  project.write('package.json', JSON.stringify({ name: 'a-project', private: true, type: 'module', scripts: { test: 'node test.js' } }));
  project.write(
    'test.js',
    `const origin = process.env.SANDBOX ?? 'http://localhost:8787';
const url = origin + '/personal-demographics/FHIR/R4/Patient/9000000009';
const answer = await fetch(url, { headers: { 'X-Request-ID': crypto.randomUUID() } });
console.log((await answer.json()).birthDate);
process.exitCode = Number(process.env.FAIL ?? 0);
`,
  );
});
afterAll(() => project.remove());

const port = await freePort();
const moved = (script: string): string => script.replaceAll(':8787', `:${port}`).replaceAll('start --eph', `start --port ${port} --eph`);

/** What the steps of a job run, one after the other, as a runner would, ended by what ends the job: its processes are killed. */
async function runSteps(steps: readonly string[], variables = ''): Promise<{ readonly code: number; readonly said: string }> {
  const script = steps.filter((step) => step.trim() !== 'npm ci').join('\n');
  return project.run(
    'bash',
    '-c',
    `set -e\ntrap 'kill $(jobs -p) 2>/dev/null' EXIT\nexport SANDBOX=http://localhost:${port} ${variables}\n${moved(script)}`,
  );
}

interface Job {
  readonly services?: Readonly<Record<string, { readonly image: string }>>;
  readonly steps: readonly { readonly run?: string; readonly uses?: string; readonly if?: string; readonly env?: object }[];
}
interface Workflow {
  readonly permissions?: object;
  readonly jobs: Readonly<Record<string, Job>>;
}

const workflows = globSync(['.github/workflows/*.yml', 'docs/ci/github-*.yml'], { cwd: root });

describe.each(workflows)('%s', (file) => {
  const workflow = parse(text(file)) as Workflow;
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  test('names each action by its commit, and may read and nothing more unless a job says so', () => {
    for (const { uses } of steps) if (uses !== undefined) expect(uses).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
    expect(workflow.permissions).toEqual({ contents: 'read' });
  });

  test('holds shell that can be read', async () => {
    for (const { run } of steps) if (run !== undefined) expect(await project.run('bash', '-n', '-c', run)).toEqual({ code: 0, said: '' });
  });

  test('runs scripts of package.json that are there', () => {
    const { scripts } = JSON.parse(text('package.json')) as { readonly scripts: object };
    for (const { run = '' } of steps)
      for (const [, name] of run.matchAll(/npm run ([\w:-]+)/g)) expect(Object.keys(scripts)).toContain(name);
  });
});

test('the GitHub example runs the tests of a project against the sandbox, and fails as they fail', async () => {
  const { jobs } = parse(text('docs/ci/github-steps.yml')) as Workflow;
  const steps = jobs['test']?.steps.filter((step) => step.if === undefined).flatMap(({ run }) => run ?? []) ?? [];
  const ran = await runSteps(steps);
  expect(ran.said).toContain('2010-10-22');
  expect(ran.code).toBe(0);
  expect((await runSteps(steps, 'FAIL=3')).code).toBe(3);
});

test('the GitLab example with a step does too', async () => {
  const job = (parse(text('docs/ci/gitlab-ci.yml')) as { readonly [name: string]: { readonly script: readonly string[] } })[
    'sandbox-as-a-step'
  ];
  const ran = await runSteps(job?.script ?? []);
  expect(ran.said).toContain('2010-10-22');
  expect(ran.code).toBe(0);
});

test.for(['bash', 'sh'])(
  'the example for any shell takes a free port, passes on the exit code and leaves nothing running, in %s',
  async (shell) => {
    const [, script = ''] = /```sh\n([^]*?)```/.exec(text('docs/ci/README.md')) ?? [];
    for (const code of [0, 3]) {
      rmSync(join(project.folder, 'ready.json'), { force: true });
      const ran = await project.run(shell, '-c', `export FAIL=${code}\n${script}`);
      expect(ran.said).toContain('2010-10-22');
      expect(ran.code).toBe(code);
      // The sandbox takes it away when it ends.
      await vi.waitFor(() => expect(existsSync(join(project.folder, 'ready.json'))).toBe(false), { timeout: 10_000 });
    }
  },
);

describe('the image', () => {
  const lines = text('Dockerfile').split('\n');
  const words = (instruction: string): string[] => {
    const line = lines.findLast((one) => one.includes(`${instruction} [`)) ?? '';
    const [, list = '[]'] = /(\[.*\])$/.exec(line) ?? [];
    return JSON.parse(list) as string[];
  };
  const health = words('HEALTHCHECK --interval=10s --timeout=3s --start-period=5s --start-interval=1s CMD');

  test('is made of a Node that is new enough, and runs as nobody that matters', () => {
    const froms = lines.filter((line) => line.startsWith('FROM '));
    for (const from of froms) expect(Number(/^FROM node:(\d+)-slim/.exec(from)?.[1])).toBeGreaterThanOrEqual(22);
    expect(lines).toContain('USER node');
    expect(lines.indexOf('USER node')).toBeGreaterThan(lines.findLastIndex((line) => line.startsWith('RUN ')));
  });

  test('starts, is healthy, answers to the name it is given and to no other, and stops when it is told', async () => {
    const command = 'node_modules/nhs-api-sandbox/dist/cli.js';
    const args = words('CMD').map((word) => word.replace('/data/', `${project.folder}/data/`));
    const env = { ...process.env, NHS_SANDBOX_ALLOW_HOST: 'sandbox' };
    const server = spawn(process.execPath, [command, ...args, '--port', String(port)], { cwd: project.folder, env, stdio: 'ignore' });
    const ended = new Promise((done) => server.once('exit', done));
    const isHealthy = async () => (await project.run(health[0] ?? '', ...health.slice(1).map(moved))).code === 0;
    try {
      await vi.waitFor(async () => expect(await isHealthy()).toBe(true), { timeout: 30_000, interval: 200 });
      for (const [name, status] of [
        ['localhost', '200'],
        ['sandbox', '200'],
        ['elsewhere.example', '421'],
      ] as const) {
        const url = `http://${name}:${port}/_sandbox/health`;
        const { said } = await project.run(
          'curl',
          '-s',
          '-o',
          'answer',
          '-w',
          '%{http_code}',
          '--resolve',
          `${name}:${port}:127.0.0.1`,
          url,
        );
        expect([name, said]).toEqual([name, status]);
      }
      expect(existsSync(join(project.folder, 'data/data.sqlite'))).toBe(true);
    } finally {
      server.kill('SIGTERM');
    }
    expect(await ended).toBe(0);
    expect(await isHealthy()).toBe(false);
  });

  test('is what compose and the examples run: options that the command knows', async () => {
    const compose = parse(text('compose.yaml')) as { readonly services: { readonly sandbox: { readonly environment: object } } };
    expect(compose.services.sandbox.environment).toEqual({ NHS_SANDBOX_ALLOW_HOST: 'sandbox' });
    const { said: help } = await project.run('npx', 'nhs-sandbox', 'start', '--help');
    const files = globSync('docs/ci/*', { cwd: root }).map(text).join('\n');
    const options = [...new Set([...files.matchAll(/"?start"?'?,?[^\n]*/g)].flatMap(([line]) => line.match(/--[a-z-]+/g) ?? []))];
    expect(options).toContain('--ephemeral');
    for (const option of options) expect([option, help.includes(`${option} `)]).toEqual([option, true]);
  });
});

describe('npx', () => {
  test('runs the tarball by its path, by its package, and once it is installed', async () => {
    const tarball = inject('tarball');
    for (const words of [[`file:${tarball}`], [`--package=${tarball}`, 'nhs-sandbox'], ['nhs-sandbox'], ['nhs-api-sandbox']]) {
      expect([words, await project.run('npx', '--yes', '--offline', ...words, '--version')]).toEqual([words, { code: 0, said: '0.1.0\n' }]);
    }
  });

  test.runIf(inject('hasRegistry'))('brings what types of a contract need, where the project has another TypeScript', async () => {
    const lacking = await project.run('npx', 'nhs-sandbox', 'types', 'personal-demographics');
    expect(lacking.code).toBe(1);
    expect(lacking.said).toMatch(/^nhs-sandbox: types needs openapi-typescript [^\n]*\n$/);
    // What it says to do, with the file where it is and the versions that the tests have at hand.
    const [, said = ''] = /npx (--package.*) …\n$/.exec(lacking.said) ?? [];
    expect(said).toMatch(/--package=\.\/nhs-api-sandbox-\d+\.\d+\.\d+\.tgz /);
    const words = said
      .replace(/\.\/nhs-api-sandbox\S*/, inject('tarball'))
      .replace('=openapi-typescript ', '=openapi-typescript@7.13.0 ')
      .replace('=typescript@5 ', '=typescript@5.9.3 ');
    const ran = await project.run('npx', '--yes', '--prefer-offline', ...words.split(' '), 'personal-demographics');
    expect(ran.said).toContain('export interface paths');
    expect(ran.code).toBe(0);
  });
});
