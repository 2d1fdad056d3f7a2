/** The same request, seed, clock and state give the same bytes: again, in another sandbox, in another order and over a store opened anew. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load.ts';
import { openNodeStore } from '../../src/runtimes/node/file-store.ts';
import { sandboxOf, type Sandbox } from '../sandbox.ts';

const text = readFileSync(new URL('./clinic.yaml', import.meta.url), 'utf8');
const load = () => loadContract({ name: 'clinic.yaml', text });
const base = '/clinic/FHIR/R4';

/** Everything that a client can see of an answer. */
async function bytes(response: Response): Promise<string> {
  return JSON.stringify([response.status, [...response.headers].sort(), await response.text()]);
}

const conversation: readonly (readonly [string, string, object?])[] = [
  ['GET', '/Visit/AB0001'],
  ['POST', '/Visit', { resourceType: 'Visit', status: 'planned', reason: 'Wasp sting' }],
  ['POST', '/Visit', { resourceType: 'Visit', status: 'finished' }],
  ['GET', '/Visit'],
  ['GET', '/Visit?status=planned&_count=1'],
  ['POST', '/Visit/AB0001/$close'],
  ['GET', '/Visit/ZZ9999'],
  ['POST', '/Visit', { resourceType: 'Visit' }],
  ['GET', '/nothing'],
];

async function hold({ send }: Sandbox): Promise<readonly string[]> {
  const said: string[] = [];
  for (const [method, path, body] of conversation)
    said.push(await bytes(await send(method, base + path, body, body ? { 'Content-Type': 'application/fhir+json' } : {})));
  return said;
}

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});
function file(): string {
  const folder = mkdtempSync(join(tmpdir(), 'same-bytes-'));
  folders.push(folder);
  return join(folder, 'state.sqlite');
}

test('a conversation held twice, with contracts read twice, is the same to the byte', async () => {
  expect(await hold(sandboxOf(load()))).toEqual(await hold(sandboxOf(load())));
});

test('a conversation is the same over a memory store and over a file', async () => {
  const store = openNodeStore(file());
  expect(await hold(sandboxOf(load(), { store }))).toEqual(await hold(sandboxOf(load())));
  store.close();
});

test('another seed mints other ids', async () => {
  expect(await hold(sandboxOf(load(), { seed: 7 }))).not.toEqual(await hold(sandboxOf(load(), { seed: 8 })));
});

test('after a restart the same reads give the same bodies, what was written is there, and exchanges go on counting', async () => {
  const path = file();
  const reads = ['/Visit/AB0001', '/Visit', '/Visit?status=planned', '/Visit/ZZ9999'];
  const read = async ({ request }: Sandbox): Promise<readonly string[]> =>
    Promise.all(reads.map(async (place) => (await request(base + place)).text()));

  const before = sandboxOf(load(), { store: openNodeStore(path) });
  await hold(before);
  const said = await read(before);
  const lastTrace = (await before.request(`${base}/Visit`)).headers.get('x-sandbox-trace') ?? '';
  before.workspace.close();

  const after = sandboxOf(load(), { store: openNodeStore(path) });
  expect(await read(after)).toEqual(said);
  expect((await after.request(lastTrace)).status).toBe(200);
  expect((await after.request(`${base}/Visit`)).headers.get('x-sandbox-trace')).not.toBe(lastTrace);
  after.workspace.close();
});

test('a conversation cut in two by a restart is the same as one held in one go', async () => {
  const path = file();
  const whole = await hold(sandboxOf(load()));
  const said: string[] = [];
  for (const [method, place, body] of conversation) {
    const sandbox = sandboxOf(load(), { store: openNodeStore(path) });
    said.push(await bytes(await sandbox.send(method, base + place, body, body ? { 'Content-Type': 'application/fhir+json' } : {})));
    sandbox.workspace.close();
  }
  expect(said).toEqual(whole);
});
