/** `start --rules`: behaviours of one's own before what a contract, or a mock of ours, answers. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parcels, start, type Started } from '../started.ts';

const folder = mkdtempSync(join(tmpdir(), 'sandbox-rules-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Written anew for each test, so that none follows another's changes. */
function written(files: Readonly<Record<string, string>>): string {
  const place = mkdtempSync(join(folder, 'rules-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(place, name, '..'), { recursive: true });
    writeFileSync(join(place, name), text);
  }
  return place;
}

async function serving(words: readonly string[], cwd: string): Promise<{ readonly started: Started; readonly url: string }> {
  const started = start([...words, '--port', '0', '--ephemeral'], { cwd });
  const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(await started.until(/Ctrl-C/)) ?? [];
  return { started, url };
}

const post = (url: string, body: unknown): Promise<Response> =>
  fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

const heavy = `import { isProblem, type Mock } from 'nhs-api-sandbox/mock';
import { heaviest } from './heaviest.ts';
interface operations { sendParcel: { requestBody: { content: { 'application/json': { to: string; grams: number } } }; responses: { 201: { content: { 'application/json': { id?: string } } } } } }
export default {
  behaviours: {
    sendParcel: (call, otherwise) => {
      if (call.body.grams > heaviest) return { problem: 'unprocessable', message: 'Too heavy.', said: { status: 400 } };
      const sent = otherwise();
      if (!isProblem(sent)) call.store.put('sent', sent.body?.id ?? '', '{}');
      return sent;
    },
  },
} satisfies Mock<operations>;
`;

test('a rule in TypeScript refuses what the contract lets through, and leaves the rest to the contract', async () => {
  const cwd = written({ 'my-mock.ts': heavy, 'heaviest.ts': 'export const heaviest: number = 1000;\n' });
  const { started, url } = await serving([parcels, '--rules', 'my-mock.ts'], cwd);
  expect(started.output()).toContain('my-mock.ts (--watch follows it as you save it)');
  expect(started.output()).not.toMatch(/Warning|bug:/);
  const refused = await post(`${url}/parcels/v1/parcels`, { to: 'Ada', grams: 2000 });
  expect([refused.status, await refused.json()]).toEqual([400, { message: 'Too heavy.' }]);
  const sent: { id: string } = await (await post(`${url}/parcels/v1/parcels`, { to: 'Ada', grams: 200 })).json();
  expect(await (await fetch(`${url}/parcels/v1/parcels/${sent.id}`)).json()).toEqual({ id: sent.id, to: 'Ada', grams: 200 });
  // What breaks the contract never reaches a rule.
  expect((await post(`${url}/parcels/v1/parcels`, { to: 'Ada', grams: 'heavy' })).status).toBe(400);
});

test('rules are followed as they are saved, with what they import; what was stored stays', async () => {
  const cwd = written({ 'my-mock.ts': heavy, 'heaviest.ts': 'export const heaviest = 1000;\n' });
  const { started, url } = await serving([parcels, '--rules', 'my-mock.ts', '--watch'], cwd);
  const send = async (): Promise<number> => (await post(`${url}/parcels/v1/parcels`, { to: 'Ada', grams: 2000 })).status;
  await post(`${url}/parcels/v1/parcels`, { to: 'Bo', grams: 1 });
  expect(await send()).toBe(400);
  writeFileSync(join(cwd, 'heaviest.ts'), 'export const heaviest = 3000;\n');
  await started.until(/Serving anew: parcels/);
  expect(await send()).toBe(201);
  writeFileSync(join(cwd, 'my-mock.ts'), 'export default { behaviours: { sendParcels: () => undefined } };\n');
  expect(await started.until(/Still serving/)).toContain('my-mock.ts: parcels has no operation "sendParcels"; did you mean sendParcel?');
  expect(await send()).toBe(201);
  writeFileSync(join(cwd, 'my-mock.ts'), 'export default {\n  behaviours: {,\n};\n');
  expect(await started.until(/SyntaxError[^]*Still serving/)).toMatch(
    /the rules my-mock\.ts cannot be loaded: SyntaxError: .* \(my-mock\.ts:2\)/,
  );
  const all: unknown[] = await (await fetch(`${url}/parcels/v1/parcels`)).json();
  expect(all).toContainEqual(expect.objectContaining({ to: 'Bo' }));
});

test('a rule that throws is a 500 with a trace for the client, and a line with its place for the author', async () => {
  const cwd = written({
    'my-mock.mjs': `export default {
  behaviours: {
    readParcel(call) {
      return { status: 200, body: call.nothing.at.all };
    },
    listParcels: async () => ({ status: 200, body: [] }),
    sendParcel: () => ({ problem: 'too-heavy', message: 'No.' }),
  },
};
`,
  });
  const { started, url } = await serving([parcels, '--rules', 'my-mock.mjs'], cwd);
  const failed = await fetch(`${url}/parcels/v1/parcels/p-1`);
  expect(failed.status).toBe(500);
  expect(await failed.text()).toContain('its trace id is');
  expect(await started.until(/my-mock\.mjs:4/)).toMatch(
    /^rules: TypeError: Cannot read properties of undefined .* \(my-mock\.mjs:4:\d+\)$/m,
  );
  expect((await fetch(`${url}/parcels/v1/parcels`)).status).toBe(500);
  await started.until(/my-mock\.mjs: the behaviour of listParcels is asynchronous/);
  expect((await post(`${url}/parcels/v1/parcels`, { to: 'Ada', grams: 1 })).status).toBe(500);
  await started.until(/the behaviour of sendParcel gave a problem of no known kind/);
});

describe('an API of the catalogue', () => {
  test('has what is left open by rules answered as before, by its own rules', async () => {
    const cwd = written({
      'personal-demographics.mjs': `export default {
  behaviours: { 'get-patient': (call) => (call.path.id === '9000000009' ? { problem: 'unavailable', message: 'Not today.' } : undefined) },
  headerRules: (call) => (call.header('X-Blocked') ? { problem: 'forbidden', message: 'Blocked.' } : undefined),
};
`,
    });
    const { url } = await serving(['personal-demographics', 'notify', '--rules', 'personal-demographics.mjs'], cwd);
    const ask = async (id: string, headers: Record<string, string>): Promise<number> =>
      (await fetch(`${url}/personal-demographics/FHIR/R4/Patient/${id}`, { headers })).status;
    const named = { 'X-Request-ID': '8d2f6a04-51c7-4f3e-9a1b-0c5e7d3b2f10' };
    expect(await ask('9000000009', named)).toBe(503);
    expect(await ask('9000000025', named)).toBe(200);
    expect(await ask('9000000025', {})).toBe(400);
    expect(await ask('9000000025', { ...named, 'X-Blocked': 'yes' })).toBe(403);
  });
});

test.for([
  [[parcels, '--rules', 'none.ts'], /^nhs-sandbox: the rules none\.ts do not exist$/m, 1],
  [[parcels, '--rules', 'rules.yaml'], /--rules wants a module that ends with \.ts/, 2],
  [[parcels, '--rules', 'empty.mjs'], /empty\.mjs has no mock as its default export: export default/, 1],
  [[parcels, '--rules', 'misspelt.mjs'], /misspelt\.mjs: a mock has no behaviors; did you mean behaviours\?/, 1],
  [[parcels, '--rules', 'parcel=empty.mjs'], /which is not served here; did you mean parcels=empty\.mjs\?/, 1],
  [[parcels, 'mesh', '--rules', 'empty.mjs'], /say whose rules empty\.mjs has: --rules \w+=empty\.mjs/, 1],
  [[parcels, '--rules', 'empty.mjs', '--rules', 'misspelt.mjs'], /empty\.mjs and misspelt\.mjs are both rules of parcels/, 1],
  [[parcels, '--rules', 'imports.mjs'], /imports\.mjs cannot be loaded: Error: Cannot find module '.*gone\.mjs/, 1],
] as const)('%j is refused in a sentence', async ([words, said, wanted]) => {
  const cwd = written({
    'empty.mjs': 'export const mock = {};\n',
    'misspelt.mjs': 'export default { behaviors: {} };\n',
    'imports.mjs': "import './gone.mjs';\nexport default { behaviours: {} };\n",
    'rules.yaml': '',
  });
  const { code, output } = await start([...words, '--port', '0', '--ephemeral'], { cwd }).ended();
  expect(output).toMatch(said);
  expect(code).toBe(wanted);
});
