/** Workspaces outlive the server that made them, end in time, and leave nothing behind. */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { NodeOptions, NodeSandbox } from '../../../src/runtimes/node/node.ts';
import { workspacesFolder } from '../../../src/runtimes/node/workspace-files.ts';
import { bearer, json, make, parcels, sendParcel, start } from './started.ts';

const folders: string[] = [];
const running = new Set<NodeSandbox>();
afterEach(async () => {
  for (const sandbox of running) await sandbox.close();
  running.clear();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function place(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-lives-'));
  folders.push(folder);
  return join(folder, 'data.sqlite');
}

async function begin(options: Partial<NodeOptions>): Promise<NodeSandbox> {
  const sandbox = await start(options);
  running.add(sandbox);
  return sandbox;
}

async function stop(sandbox: NodeSandbox): Promise<void> {
  running.delete(sandbox);
  await sandbox.close();
}

const filesOf = (data: string): readonly string[] =>
  readdirSync(workspacesFolder(data))
    .filter((name) => name.endsWith('.sqlite'))
    .sort();

/** As if its time were over. */
function age(data: string, id: string): void {
  const database = new DatabaseSync(join(workspacesFolder(data), 'registry.sqlite'));
  const row = database.prepare("SELECT body, entries FROM document WHERE collection = 'workspace' AND key = ?").get(id);
  const facts = { ...(JSON.parse(String(row?.['body'])) as object), expires: 1_000 };
  const entries = JSON.stringify(['kind', 'workspace', 'expires', '1000'.padStart(16, '0')]);
  database
    .prepare("UPDATE document SET body = ?, entries = ? WHERE collection = 'workspace' AND key = ?")
    .run(JSON.stringify(facts), entries, id);
  database.close();
}

test('what was written is there after a restart, under the same address and key; the default workspace stands beside it', async () => {
  const data = place();
  const first = await begin({ data });
  const made = await make(first.url, { name: 'ours', settings: { delay: 1 } });
  await sendParcel(made.baseUrl, 'ann');
  await sendParcel(first.url, 'bob');
  await stop(first);

  const second = await begin({ data });
  const base = `${second.url}/w/${made.id}`;
  expect(await parcels(base)).toEqual(['ann']);
  expect(await parcels(second.url)).toEqual(['bob']);
  const told = await (await fetch(`${base}/_sandbox/workspace`, { headers: bearer(made.managementKey) })).json();
  expect(told).toMatchObject({
    id: made.id,
    name: 'ours',
    expires: made.expires,
    settings: { delay: 1 },
    counters: { requests: 2, changes: 1 },
  });
});

test('there is no folder of workspaces until there is one, and it is private (0700, files 0600)', async () => {
  const data = place();
  const sandbox = await begin({ data });
  await sendParcel(sandbox.url, 'bob');
  await fetch(`${sandbox.url}/w/${'0'.repeat(48)}/parcels/v1/parcels`);
  await fetch(`${sandbox.url}/_sandbox/workspaces`);
  expect(() => readdirSync(workspacesFolder(data))).toThrow('ENOENT');
  const { id, baseUrl } = await make(sandbox.url);
  expect(filesOf(data)).toEqual(['registry.sqlite']);
  await sendParcel(baseUrl, 'ann');
  expect(filesOf(data)).toEqual([`${id}.sqlite`, 'registry.sqlite']);
  const mode = (path: string): number => statSync(path).mode & 0o777;
  expect(mode(workspacesFolder(data))).toBe(0o700);
  for (const name of readdirSync(workspacesFolder(data))) expect([name, mode(join(workspacesFolder(data), name))]).toEqual([name, 0o600]);
});

test('one whose time was over while nothing ran is gone when a server starts, and none that has time left', async () => {
  const data = place();
  const first = await begin({ data });
  const [old, young] = await Promise.all([make(first.url), make(first.url)]);
  for (const { baseUrl } of [old, young]) await sendParcel(baseUrl, 'ann');
  await stop(first);
  age(data, old.id);
  const second = await begin({ data });
  const status = async (id: string) => (await fetch(`${second.url}/w/${id}/parcels/v1/parcels`)).status;
  expect([await status(old.id), await status(young.id)]).toEqual([401, 200]);
  await expect.poll(() => filesOf(data)).toEqual([`${young.id}.sqlite`, 'registry.sqlite']);
});

test('ending one takes its files at once; the request that ends it is told so', async () => {
  const data = place();
  const sandbox = await begin({ data });
  const { baseUrl, managementKey } = await make(sandbox.url);
  await sendParcel(baseUrl, 'ann');
  const ended = await fetch(`${baseUrl}/_sandbox/workspace`, { method: 'DELETE', headers: bearer(managementKey) });
  expect(ended.status).toBe(204);
  expect(readdirSync(workspacesFolder(data)).filter((name) => !name.startsWith('registry'))).toEqual([]);
  expect((await sendParcel(baseUrl, 'bob')).status).toBe(401);
});

test('a fork has what its original had, and goes on alone', async () => {
  const sandbox = await begin({ data: place() });
  const original = await make(sandbox.url);
  await sendParcel(original.baseUrl, 'ann');
  const forked = await fetch(
    `${original.baseUrl}/_sandbox/workspace/fork`,
    json('POST', { name: 'late team' }, bearer(original.managementKey)),
  );
  expect(forked.status).toBe(201);
  const { baseUrl, name } = (await forked.json()) as { readonly baseUrl: string; readonly name: string }; // as the contract says
  expect(name).toBe('late team');
  await sendParcel(baseUrl, 'bob');
  expect([await parcels(original.baseUrl), await parcels(baseUrl)]).toEqual([['ann'], ['ann', 'bob']]);
});

test('a contract that a workspace brings is served there and nowhere else, until it is removed, and after a restart', async () => {
  const data = place();
  const first = await begin({ data });
  const made = await make(first.url);
  const owned = bearer(made.managementKey);
  const contract = `openapi: 3.1.0
info: { title: Wards, version: '1' }
servers: [{ url: https://example.invalid/wards }]
paths: { /ward: { get: { operationId: read, responses: { '200': { description: A ward., content: { application/json: { example: { name: north } } } } } } } }
`;
  const brought = await fetch(`${made.baseUrl}/_sandbox/contracts/wards`, {
    method: 'PUT',
    headers: { ...owned, 'Content-Type': 'application/yaml' },
    body: contract,
  });
  expect(brought.status).toBe(200);
  const status = async (base: string) => (await fetch(`${base}/wards/ward`)).status;
  expect([await status(made.baseUrl), await status(first.url)]).toEqual([200, 404]);
  await stop(first);
  const second = await begin({ data });
  const base = `${second.url}/w/${made.id}`;
  expect([await status(base), await status(second.url)]).toEqual([200, 404]);
  expect((await fetch(`${base}/_sandbox/contracts/wards`, { method: 'DELETE', headers: owned })).status).toBe(204);
  expect(await status(base)).toBe(404);
});

test('an event makes a room full of workspaces, with its contract in each, and ends with all of them', async () => {
  const data = place();
  const sandbox = await begin({ data });
  const event = (await (await fetch(`${sandbox.url}/_sandbox/events`, json('POST', { name: 'A day', limit: 8 }))).json()) as {
    readonly code: string;
  }; // as the contract says
  const organiser = bearer(event.code);
  const contract = `openapi: 3.1.0
info: { title: Wards, version: '1' }
servers: [{ url: https://example.invalid/wards }]
paths: { /ward: { get: { operationId: read, responses: { '200': { description: A ward. } } } } }
`;
  const bring = { method: 'PUT', headers: { ...organiser, 'Content-Type': 'application/yaml' }, body: contract };
  const room = await fetch(`${sandbox.url}/_sandbox/workspaces`, json('POST', { count: 4, prefix: 'team' }, organiser));
  const early = (await room.json()) as { readonly workspaces: readonly { readonly baseUrl: string; readonly name: string }[] }; // as the contract says
  expect(early.workspaces.map(({ name }) => name)).toEqual(['team-01', 'team-02', 'team-03', 'team-04']);
  const shared = await fetch(`${sandbox.url}/_sandbox/event/contracts/wards`, bring);
  expect([shared.status, await shared.text()]).toEqual([200, expect.stringContaining('Wards')]);
  const late = await make(sandbox.url, { name: 'late' }, organiser);
  for (const { baseUrl } of [...early.workspaces, late]) expect((await fetch(`${baseUrl}/wards/ward`)).status).toBe(200);
  const full = await fetch(`${sandbox.url}/_sandbox/workspaces`, json('POST', { count: 4, prefix: 'more' }, organiser));
  expect([full.status, await full.text()]).toEqual([409, expect.stringContaining('3 more can be made')]);
  expect((await fetch(`${sandbox.url}/_sandbox/event`, { method: 'DELETE', headers: organiser })).status).toBe(204);
  for (const { baseUrl } of [...early.workspaces, late]) expect((await fetch(`${baseUrl}/wards/ward`)).status).toBe(401);
  expect(filesOf(data)).toEqual(['registry.sqlite']);
});
