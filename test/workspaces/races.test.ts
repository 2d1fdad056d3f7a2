/** Many at once where only so many may win: keys that are replaced, workspaces that end, the last places of an event, names, resets (T4). */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { parcels as contract } from '../control/own-contract.ts';
import { operatorKey, startWorkerd, workerdPlace } from '../runtimes/workerd.ts';
import { bearer, json, make, parcels, sendParcel, start } from '../runtimes/workspaces/started.ts';

/** The soak runs more rounds, and on workerd as well. */
const rounds = Number(process.env['RACES'] ?? 1);
const atOnce = 50;
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

interface Home {
  readonly url: string;
  stop(): Promise<void>;
  /** Whether anything is stored under this id. */
  holds(id: string): boolean;
}

async function onNode(): Promise<Home> {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-races-'));
  const data = join(folder, 'data.sqlite');
  const { url, close } = await start({ data, operatorKey, opensNames: true });
  const workspaces = `${data}.workspaces`;
  return {
    url,
    async stop() {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
    holds: (id) => existsSync(workspaces) && readdirSync(workspaces).some((name) => name.startsWith(id)),
  };
}

async function onWorkerd(): Promise<Home> {
  const place = await workerdPlace();
  const { url, stop } = await startWorkerd(place);
  return {
    url,
    async stop() {
      await stop();
      place.remove();
    },
    // What is left of one that has ended is its tombstone.
    holds: () => false,
  };
}

const homes = [['Node', onNode] as const, ...(process.env['RACES'] === undefined ? [] : [['workerd', onWorkerd] as const])];
const each = <T>(work: (i: number) => Promise<T>, count = atOnce): Promise<readonly T[]> =>
  Promise.all(Array.from({ length: count }, (_, i) => work(i)));

async function status(sent: Promise<Response>): Promise<number> {
  const response = await sent;
  await response.arrayBuffer();
  return response.status;
}

describe.each(homes)('on %s', (name, open) => {
  let home: Home;
  beforeAll(async () => {
    home = await open();
  });
  afterAll(() => home.stop());

  /** A workspace in which parcels are sent, whatever its server serves. */
  async function made() {
    const workspace = await make(home.url, {}, bearer(operatorKey));
    const put = { method: 'PUT', headers: { 'Content-Type': 'application/yaml', ...bearer(workspace.managementKey) }, body: contract };
    expect(await status(fetch(`${workspace.baseUrl}/_sandbox/contracts/parcels`, put))).toBe(200);
    return workspace;
  }

  test('of keys that are asked for at once one opens, and the old one does not once any is there', async () => {
    for (let round = 0; round < rounds; round++) {
      const { baseUrl, managementKey } = await made();
      const opens = (key: string): Promise<number> => status(fetch(`${baseUrl}/_sandbox/workspace`, { headers: bearer(key) }));
      const keys: string[] = [];
      const statuses = await each(async (i) => {
        if (i % 10 !== 0) return opens(managementKey);
        const response = await fetch(`${baseUrl}/_sandbox/workspace/rotate-key`, json('POST', {}, bearer(managementKey)));
        const body = (await response.json()) as { readonly managementKey?: string }; // as the contract says
        if (body.managementKey !== undefined) keys.push(body.managementKey);
        return response.status;
      });
      expect(statuses.filter((one) => one !== 200 && one !== 401)).toEqual([]);
      expect(await opens(managementKey)).toBe(401);
      const open = await Promise.all(keys.map(opens));
      expect(open.filter((one) => one === 200)).toHaveLength(1);
    }
  });

  test('whoever is in a workspace that ends is answered or turned away, and nothing of it comes back', async () => {
    for (let round = 0; round < rounds; round++) {
      const { id, baseUrl, managementKey } = await made();
      await sendParcel(baseUrl, 'Robin');
      const statuses = await each((i) => {
        if (i === atOnce / 2) return status(fetch(`${baseUrl}/_sandbox/workspace`, { method: 'DELETE', headers: bearer(managementKey) }));
        return status(
          i % 3 === 0
            ? sendParcel(baseUrl, `Robin ${i}`)
            : i % 3 === 1
              ? fetch(`${baseUrl}/parcels/v1/parcels`)
              : fetch(`${baseUrl}/_sandbox/snapshots`, json('POST', { name: `s${i}` }, bearer(managementKey))),
        );
      });
      expect(statuses[atOnce / 2]).toBe(204);
      expect(statuses.filter((one) => ![200, 201, 204, 401, 409].includes(one))).toEqual([]);
      expect(await each(() => status(sendParcel(baseUrl, 'Wren')), 3)).toEqual([401, 401, 401]);
      expect(await status(fetch(`${baseUrl}/_sandbox/workspace`, { headers: bearer(managementKey) }))).toBe(401);
      expect(home.holds(id)).toBe(false);
    }
  });

  test.each([1, 3])('an event has exactly as many workspaces as it may, where fifty ask for %i at a time', async (count) => {
    const limit = 20;
    const response = await fetch(`${home.url}/_sandbox/events`, json('POST', { name: 'A day', limit }, bearer(operatorKey)));
    const { code } = (await response.json()) as { readonly code: string }; // as the contract says
    // What is to be in them takes time to be laid down.
    const settings = count === 1 ? { delay: 0 } : {};
    const wish = json('POST', { count, prefix: 'team', settings }, bearer(code));
    const statuses = await each(() => status(fetch(`${home.url}/_sandbox/workspaces`, wish)));
    const most = Math.floor(limit / count);
    expect(statuses.filter((one) => one === 201)).toHaveLength(most);
    expect(new Set(statuses)).toEqual(new Set([201, 409]));
    const event = (await (await fetch(`${home.url}/_sandbox/event`, { headers: bearer(code) })).json()) as { readonly workspaces: number }; // as the contract says
    expect(event.workspaces).toBe(most * count);
  });

  test('a reset takes all that was written before it and nothing of what is written after', async () => {
    for (let round = 0; round < rounds; round++) {
      const { baseUrl, managementKey } = await made();
      await sendParcel(baseUrl, 'before');
      const after: string[] = [];
      let isReset = false;
      await each(async (i) => {
        if (i === atOnce / 2) {
          expect(await status(fetch(`${baseUrl}/_sandbox/reset`, { method: 'POST', headers: bearer(managementKey) }))).toBe(204);
          isReset = true;
          return;
        }
        expect(await status(sendParcel(baseUrl, `Robin ${i}`))).toBe(201);
        if (!isReset) return;
        expect(await status(sendParcel(baseUrl, `after ${i}`))).toBe(201);
        after.push(`after ${i}`);
      });
      await sendParcel(baseUrl, 'last');
      const left = await sentTo(baseUrl);
      expect(left).not.toContain('before');
      expect(left).toEqual(expect.arrayContaining([...after, 'last']));
      expect(new Set(left).size).toBe(left.length);
    }
  });

  test.runIf(name === 'Node')('a name that fifty say at once opens one workspace', async () => {
    for (let round = 0; round < rounds; round++) {
      const base = `${home.url}/w/shard-${round}`;
      expect(new Set(await each((i) => status(sendParcel(base, `Robin ${i}`))))).toEqual(new Set([201]));
      expect(await parcels(base)).toHaveLength(atOnce);
      expect((await everyId(home.url)).filter((id) => id === `shard-${round}`)).toHaveLength(1);
    }
  });
});

/** Whichever of the two contracts serves them. */
async function sentTo(base: string): Promise<readonly string[]> {
  const body = (await (await fetch(`${base}/parcels/v1/parcels`)).json()) as readonly { readonly to: string }[]; // as its contract says
  return body.map(({ to }) => to);
}

async function everyId(url: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let after: string | undefined; ;) {
    const page = `${url}/_sandbox/workspaces?limit=100${after === undefined ? '' : `&after=${after}`}`;
    const body = (await (await fetch(page, { headers: bearer(operatorKey) })).json()) as {
      readonly workspaces: readonly { readonly id: string }[];
      readonly next?: string;
    }; // as the contract says
    ids.push(...body.workspaces.map(({ id }) => id));
    if (body.next === undefined) return ids;
    after = body.next;
  }
}
