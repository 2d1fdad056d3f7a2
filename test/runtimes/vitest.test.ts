/** The vitest kit, as it is used: a project with its own tests, some of which fail, in a process of its own. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const kit = JSON.stringify(join(root, 'dist/vitest.js'));
const client = JSON.stringify(join(root, 'dist/client.js'));
const folder = mkdtempSync(join(tmpdir(), 'sandbox-vitest-'));

interface Ran {
  readonly code: number;
  readonly said: string;
}

/** What vitest says of these files; each runs in the same worker, one after the other, with what the one before it left. */
function run(files: readonly string[]): Promise<Ran> {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  return new Promise((done) => {
    execFile(
      process.execPath,
      [vitest, 'run', '--no-isolate', '--no-file-parallelism', '--reporter=verbose', ...files],
      { cwd: folder, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', VITEST: '' } },
      (error, stdout, stderr) => done({ code: error ? 1 : 0, said: stdout + stderr }),
    );
  });
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ward = `
import { createClient } from ${client};
export const patients = createClient('personal-demographics');
export const header = { 'X-Request-ID': '00000000-0000-4000-8000-000000000001' };
export const read = (id) => patients.GET('/Patient/{id}', { params: { path: { id }, header } });
export async function change(id, gender) {
  const { data } = await read(id);
  const params = { path: { id }, header: { ...header, 'If-Match': 'W/"' + data.meta.versionId + '"' } };
  return patients.PATCH('/Patient/{id}', { params, body: { patches: [{ op: 'replace', path: '/gender', value: gender }] } });
}
`;

/** What a file's tests begin with, and leave. */
const changes = `
import { expect, test, describe } from 'vitest';
import { useSandbox } from ${kit};
import { change, read } from './ward.js';
const sandbox = useSandbox();
const { people } = sandbox;
const genderOf = async (id) => (await read(id)).data.gender;
test('changes', async () => {
  expect((await change(people.janeSmith, 'unknown')).response.status).toBe(200);
  expect(await genderOf(people.janeSmith)).toBe('unknown');
});
test('has forgotten', async () => expect(await genderOf(people.janeSmith)).toBe('female'));
test('stands at the same time, of the same seed', () =>
  expect([new Date(sandbox.clock.now()).toISOString(), sandbox.seed]).toEqual(['2026-01-01T09:00:00.000Z', 42]));
describe('together', () => {
  test.concurrent('is quick', async ({ expect }) => expect((await read(people.janeSmith)).response.status).toBe(200));
  test.concurrent('is slow, and still has what it wrote', async ({ expect }) => {
    await change(people.janeSmith, 'unknown');
    await new Promise((done) => setTimeout(done, 200));
    expect(await genderOf(people.janeSmith)).toBe('unknown');
  });
});
test('has forgotten that too', async () => expect(await genderOf(people.janeSmith)).toBe('female'));
`;
const forks = `
import { createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { useSandbox } from ${kit};
import { change, read } from './ward.js';
// Said before the kit is, and still the test's own.
beforeEach(() => change(sandbox.people.twinElder, 'unknown'));
const sandbox = useSandbox();
const { people } = sandbox;
const genderOf = async (id) => (await read(id)).data.gender;
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
const prepared = people.motherOfTwins;
// An app that was there before the tests asks for whichever of them asks it.
const app = createServer((asked, answer) => change(people.janeSmith, asked.url.slice(1)).then(({ response }) => answer.end(String(response.status))));
let port;
const askApp = async (gender) => (await fetch('http://127.0.0.1:' + port + '/' + gender)).text();
beforeAll(async () => {
  await change(prepared, 'unknown');
  await new Promise((done) => app.listen(0, '127.0.0.1', done));
  port = app.address().port;
});
afterAll(() => app.close());

for (const time of ['once', 'again'])
  test('changes what was prepared ' + time, async () => {
    expect(await genderOf(prepared)).toBe('unknown');
    expect(await genderOf(people.twinElder)).toBe('unknown');
    await change(prepared, 'male');
    expect(await genderOf(prepared)).toBe('male');
    expect(await genderOf(people.janeSmith)).toBe('female');
    expect(await askApp('male')).toBe('200');
    expect(await genderOf(people.janeSmith)).toBe('male');
  });

describe('beside each other', () => {
  for (const gender of ['male', 'unknown'])
    test.concurrent('one that writes ' + gender, async ({ expect }) => {
      expect(await genderOf(people.janeSmith)).toBe('female');
      await change(people.janeSmith, gender);
      sandbox.setClock('2026-01-0' + gender.length + 'T00:00:00Z');
      await wait(100);
      expect(await genderOf(people.janeSmith)).toBe(gender);
      expect(sandbox.clock.now()).toBe(Date.UTC(2026, 0, gender.length));
      expect(await sandbox.exchanges()).toHaveLength(6);
    });
});

test('goes back to a point of its own', async () => {
  await change(prepared, 'male');
  sandbox.snapshot();
  await change(prepared, 'female');
  sandbox.restore();
  expect(await genderOf(prepared)).toBe('male');
});

describe('further down', () => {
  beforeAll(() => change(people.twinYounger, 'unknown'));
  test('has what both prepared', async () => {
    expect([await genderOf(prepared), await genderOf(people.twinYounger)]).toEqual(['unknown', 'unknown']);
  });
});
`;
const refused = (name: string, options: string) => `
import { expect, test } from 'vitest';
import { useSandbox } from ${kit};
import { patients, header, read } from './ward.js';
const { people } = useSandbox(${options});
test('passes, though it is refused something', async () => expect((await read('1234')).response.status).toBe(400));
test('finds Smith ${name}', async () => {
  await read(people.janeSmith);
  const { data } = await patients.GET('/Patient', { params: { query: { family: 'Smith', _maxresults: 'many' }, header } });
  await fetch('https://int.api.service.nhs.uk/oauth2/token', { method: 'POST', body: 'client_secret=hush' });
  expect(data?.total).toBe(1);
});
test('fails by itself ${name}', async () => {
  await read(people.janeSmith);
  expect(1).toBe(2);
});
test.concurrent('fails beside another ${name}', async ({ expect }) => {
  await read('5555');
  expect(1).toBe(2);
});
test.concurrent('is the other', () => read(String(2 * 3333)));
`;
const begin = `
import { setupServer } from 'msw/node';
import { http, HttpResponse } from 'msw';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { useSandbox } from ${kit};
const statusAt = async (address) => (await fetch(address)).status;
const official = 'https://int.api.service.nhs.uk/personal-demographics/_ping';
const ours = 'http://localhost:8787/_sandbox/health';
`;
const passing: Readonly<Record<string, string>> = { 'a.spec.js': changes, 'b.spec.js': changes, 'forks.spec.js': forks };
const failing: Readonly<Record<string, string>> = {
  'told.spec.js': refused('told', ''),
  'untold.spec.js': refused('untold', '{ explainFailures: false }'),
  'nested.spec.js': `${begin}
useSandbox();
test('the outer', async () => expect(await statusAt(official)).toBe(200));
describe('inside', () => {
  useSandbox({ origin: 'http://inner.test' });
  test('all of them', async () => {
    for (const address of [official, ours, 'http://inner.test/_sandbox/health']) expect(await statusAt(address)).toBe(200);
  });
});
test('the outer again', async () => {
  for (const address of [official, ours]) expect(await statusAt(address)).toBe(200);
});
`,
  'own-server.spec.js': `${begin}
const own = setupServer(http.get('https://weather.example/today', () => HttpResponse.text('rain')));
beforeAll(() => own.listen({ onUnhandledFrame: 'error' }));
afterEach(() => own.resetHandlers());
afterAll(() => own.close());
useSandbox({ server: own });
for (const time of ['once', 'again'])
  test(time, async () => {
    for (const address of [official, ours, 'https://weather.example/today']) expect(await statusAt(address)).toBe(200);
    own.use(http.get(official, () => new HttpResponse(null, { status: 503 })));
    expect(await statusAt(official)).toBe(503);
  });
`,
  'silenced.spec.js': `${begin}
useSandbox();
const other = setupServer();
beforeAll(() => other.listen({ onUnhandledFrame: 'bypass' }));
afterAll(() => other.close());
test('is never run', () => expect('a request that left').toBe('a request that stayed'));
`,
};

let passed: Ran;
let failed: Ran;
beforeAll(async () => {
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  const files = { 'package.json': '{"type": "module"}', 'ward.js': ward, ...passing, ...failing };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  [passed, failed] = [await run(Object.keys(passing)), await run(Object.keys(failing))];
});

/** How many tests of a file passed. */
const passedOf = ({ said }: Ran, file: string): number => said.split('\n').filter((line) => line.includes(`✓ ${file} > `)).length;

test('each test begins with the same data, in every file of a worker, and tests at the same time leave each other theirs', () => {
  expect([passedOf(passed, 'a.spec.js'), passedOf(passed, 'b.spec.js')]).toEqual([6, 6]);
  expect(passed.code).toBe(0);
});

test('what beforeAll prepares is there in every test, and what a test writes is its own, even beside others, and gone after it', () => {
  expect(passedOf(passed, 'forks.spec.js')).toBe(6);
});

test('a test that fails says of its last requests why each was answered as it was, and nothing of another’s', () => {
  const { said, code } = failed;
  expect(code).toBe(1);
  expect(said).toContain('The last requests of "finds Smith told" and why the sandbox answered so');
  expect(said).toMatch(
    /of "fails by itself told"[^]*GET \S+\/Patient\/\d{10} → 200\n {4}The rules written for this operation answered\.\n {4}\/trace\/[0-9a-f]{32}\n/,
  );
  expect(said).toMatch(/GET \/personal-demographics\/FHIR\/R4\/Patient\?family=Smith&_maxresults=many → 400\n {4}[a-z-]+: /);
  expect(said).toMatch(/POST \/oauth2\/token → 415\n {4}unsupported-media-type: Content-Type header must be/);
  expect(said).toMatch(/this works: curl /);
  expect(said).toMatch(/The last requests of "fails beside another told"[^]*5555/);
  expect(said).not.toMatch(/1234|6666|hush|of "passes/);
  // Each of the three fails as well where it is to say nothing.
  expect(said.split('\n').filter((line) => line.includes('× untold.spec.js > '))).toHaveLength(3);
  expect(said).not.toMatch(/requests of "[^"]* untold"/);
});

test('kits beside each other, and a project’s own server, never let a request past the sandbox', () => {
  expect([passedOf(failed, 'nested.spec.js'), passedOf(failed, 'own-server.spec.js'), passedOf(failed, 'silenced.spec.js')]).toEqual([
    3, 2, 0,
  ]);
  expect(failed.said).toContain('Requests of this test would go past the sandbox. Another server of msw listens');
  expect(failed.said).not.toContain('a request that left');
});
