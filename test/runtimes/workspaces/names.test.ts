/** Runs of tests side by side take a workspace each by naming it; and who may do what to a server that others can reach. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { NodeOptions, NodeSandbox } from '../../../src/runtimes/node/node.ts';
import { workspacesFolder } from '../../../src/runtimes/node/workspace-files.ts';
import { json, make, parcels, sendParcel, start } from './started.ts';

const running = new Set<NodeSandbox>();
afterEach(async () => {
  for (const sandbox of running) await sandbox.close();
  running.clear();
});

async function begin(options: Partial<NodeOptions> = {}): Promise<NodeSandbox> {
  const sandbox = await start(options);
  running.add(sandbox);
  return sandbox;
}

const named = (name: string) => ({ 'X-Sandbox-Workspace': name });

describe('with --auto-workspaces', () => {
  test('eight shards side by side see each their own parcels, by a base URL or by a header', async () => {
    const { url } = await begin({ opensNames: true });
    const shards = Array.from({ length: 8 }, (_, i) => `shard-${i + 1}`);
    await Promise.all(
      shards.map(async (shard, i) => {
        for (let n = 0; n < 5; n++) {
          const sent =
            i % 2 === 0 ? await sendParcel(`${url}/w/${shard}`, `${shard}.${n}`) : await sendParcel(url, `${shard}.${n}`, named(shard));
          expect(sent.status).toBe(201);
        }
      }),
    );
    for (const shard of shards) {
      const expected = Array.from({ length: 5 }, (_, n) => `${shard}.${n}`);
      expect([await parcels(`${url}/w/${shard}`), await parcels(url, named(shard))]).toEqual([expected, expected]);
    }
    expect(await parcels(url)).toEqual([]);
  });

  test('one is reset and looked into without a key, and the others are left alone', async () => {
    const { url } = await begin({ opensNames: true });
    for (const name of ['a', 'b']) await sendParcel(`${url}/w/${name}`, name);
    expect((await fetch(`${url}/w/a/_sandbox/reset`, { method: 'POST' })).status).toBe(204);
    expect([await parcels(`${url}/w/a`), await parcels(`${url}/w/b`)]).toEqual([[], ['b']]);
    const told = (await (await fetch(`${url}/_sandbox/exchanges`, { headers: named('b') })).json()) as {
      readonly exchanges: readonly unknown[];
    }; // as the contract says
    expect(told.exchanges).toHaveLength(2);
    expect((await fetch(`${url}/w/b/_sandbox/workspace`, { method: 'DELETE' })).status).toBe(204);
    expect(await parcels(`${url}/w/b`)).toEqual([]);
  });

  test('links keep the name', async () => {
    const { url } = await begin({ opensNames: true });
    const sent = await sendParcel(`${url}/w/shard-1`, 'ann');
    expect(sent.headers.get('location')).toMatch(new RegExp(`^${url}/w/shard-1/parcels/v1/parcels/p-\\d+$`));
    expect(sent.headers.get('x-sandbox-trace')).toContain(`${url}/w/shard-1/_sandbox/trace/`);
    expect((await fetch(sent.headers.get('location') ?? '')).status).toBe(200);
  });

  test.for(['a', 'Team_7.b-c', 'x'.repeat(64)])('%s is a name', async (name) => {
    const { url } = await begin({ opensNames: true });
    expect((await sendParcel(`${url}/w/${name}`, 'ann')).status).toBe(201);
  });

  test.for(['x'.repeat(65), '.a', '-a', 'a%20b', 'a:b', 'é', 'f'.repeat(48)])('%s is none', async (name) => {
    const { url } = await begin({ opensNames: true });
    expect((await sendParcel(`${url}/w/${name}`, 'ann')).status).toBe(401);
  });

  test('names that a file system takes for one another, or for something of its own, are apart and harmless on disk', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-names-'));
    const data = join(folder, 'data.sqlite');
    const { url } = await begin({ opensNames: true, data });
    for (const name of ['con', 'Con', 'registry', 'a..b']) await sendParcel(`${url}/w/${name}`, name);
    for (const name of ['con', 'Con', 'registry', 'a..b']) expect(await parcels(`${url}/w/${name}`)).toEqual([name]);
    const files = readdirSync(workspacesFolder(data)).filter((name) => name.endsWith('.sqlite'));
    expect(files.filter((name) => !/^(?:registry|name-[0-9a-f]{40})\.sqlite$/.test(name))).toEqual([]);
    rmSync(folder, { recursive: true, force: true });
  });
});

test('without it a name opens nothing, and says how it would', async () => {
  const { url } = await begin();
  for (const sent of [await sendParcel(`${url}/w/shard-1`, 'ann'), await sendParcel(url, 'ann', named('shard-1'))]) {
    expect(sent.status).toBe(401);
    expect(await sent.text()).toContain('--auto-workspaces');
  }
  expect(await parcels(url)).toEqual([]);
});

describe('whoever comes from elsewhere', () => {
  const elsewhere = { 'X-Forwarded-For': '192.0.2.7' };

  test('uses the APIs and resets the default workspace, and operates nothing', async () => {
    const { url } = await begin();
    expect((await sendParcel(url, 'ann', elsewhere)).status).toBe(201);
    expect((await fetch(`${url}/_sandbox/reset`, { method: 'POST', headers: elsewhere })).status).toBe(204);
    for (const path of ['/_sandbox/deployment', '/_sandbox/events', '/_sandbox/workspaces'])
      expect([path, (await fetch(url + path, { headers: elsewhere })).status]).toEqual([path, 401]);
    for (const path of ['/_sandbox/deployment', '/_sandbox/events', '/_sandbox/workspaces'])
      expect([path, (await fetch(url + path)).status]).toEqual([path, 200]);
  });

  test('makes ten workspaces a minute and is then asked to wait; whoever sits at the machine makes as many as they like (QTA-5)', async () => {
    const { url } = await begin();
    const statuses: number[] = [];
    for (let i = 0; i < 11; i++) statuses.push((await fetch(`${url}/_sandbox/workspaces`, json('POST', {}, elsewhere))).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 201), 429]);
    for (let i = 0; i < 12; i++) expect((await make(url)).id).toHaveLength(48);
  });

  test('shows the operator’s key and operates', async () => {
    const operatorKey = 'k'.repeat(24);
    const { url } = await begin({ operatorKey });
    const shown = { ...elsewhere, Authorization: `Bearer ${operatorKey}` };
    const made = await make(url, {}, elsewhere);
    expect((await fetch(`${url}/_sandbox/deployment`, { headers: shown })).status).toBe(200);
    expect((await fetch(`${made.baseUrl}/_sandbox/workspace`, { method: 'DELETE', headers: shown })).status).toBe(204);
    expect((await fetch(`${url}/_sandbox/deployment`, { headers: { ...elsewhere, Authorization: `Bearer ${operatorKey}k` } })).status).toBe(
      401,
    );
  });
});
