/** Fifty workspaces on each kind of server, and a hundred thousand requests that try to see from one what is in another (ISO-1, 2, 3, 4, 9; T7). */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load.ts';
import { ownApis } from '../../src/runtimes/own-apis.ts';
import { startNode } from '../../src/runtimes/node/node.ts';
import { realClock } from '../../src/workspace/time/clock.ts';
import { population } from '../answer/every-contract.ts';
import { parcels } from '../control/own-contract.ts';
import { operatorKey, startWorkerd, workerdPlace } from '../runtimes/workerd.ts';
import { missingIn, probe, routesOf, settle, type Door, type Findings } from './isolation.ts';

const workspaces = Number(process.env['ISOLATION_WORKSPACES'] ?? 50);
const events = 5;
/** Besides each workspace so many others are asked about with what belongs to it. */
const beside = Number(process.env['ISOLATION_BESIDE'] ?? 2);

const apis = await ownApis();
const brought = { name: 'parcels', contract: loadContract({ name: 'parcels', text: parcels }) };
const routes = routesOf([...apis.map(({ contract }) => ({ name: contract.slug, contract })), brought]);

/** From another machine, as a proxy would say it. */
const stranger = { 'X-Forwarded-For': '192.0.2.1' };

function doorOf(url: string, agent: Agent, more: Readonly<Record<string, string>>): Door {
  return {
    operatorKey,
    send: (path, { method = 'GET', headers = {}, body } = {}) =>
      new Promise((resolve, reject) => {
        const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
        const sent = request(url + path, { agent, method, headers: { ...headers, ...length, ...more } });
        sent.once('error', reject);
        sent.once('response', (response) => {
          const told = Object.entries(response.headers).map(([name, value]) => [name, String(value)] as const);
          text(response).then(
            (said) => resolve({ status: response.statusCode ?? 0, headers: Object.fromEntries(told), text: said }),
            reject,
          );
        });
        sent.end(body);
      }),
  };
}

async function besiege(url: string, files: () => number): Promise<Findings> {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  const atHome = doorOf(url, agent, {});
  const door = doorOf(url, agent, stranger);
  try {
    const settled = await settle(atHome, workspaces, events);
    const { tenants } = settled;
    const stored = files();
    const found = await probe(door, settled, routes, {
      asked: tenants,
      // One of its own event and one of another, among them.
      others: (own) => Array.from({ length: beside }, (_, i) => tenants[(tenants.indexOf(own) + 1 + i * 4) % tenants.length] ?? own),
    });
    expect(files()).toBe(stored);
    for (const tenant of tenants) expect(await missingIn(atHome, tenant)).toEqual([]);
    return found;
  } finally {
    agent.destroy();
  }
}

function expectNothing({ probes, leaks, opened, faults, refusals }: Findings): void {
  console.log(`${probes} probes, ${leaks.length} leaks`);
  if (workspaces >= 50) expect(probes).toBeGreaterThanOrEqual(100_000);
  expect({ leaks: leaks.slice(0, 20), opened: opened.slice(0, 20), faults: faults.slice(0, 20) }).toEqual({
    leaks: [],
    opened: [],
    faults: [],
  });
  expect([...refusals]).toHaveLength(2);
}

const filesBelow = (folder: string, those = /\.sqlite$/): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => those.test(name)).length;

test('on Node', { timeout: 3_600_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-isolation-'));
  const { url, close } = await startNode({
    apis,
    population,
    clock: realClock,
    seed: 42,
    host: '127.0.0.1',
    port: 0,
    data: join(folder, 'data.sqlite'),
    operatorKey,
  });
  try {
    expectNothing(await besiege(url, () => filesBelow(folder)));
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('on workerd', { timeout: 3_600_000 }, async () => {
  const place = await workerdPlace();
  const workerd = await startWorkerd(place);
  try {
    // Registries are a fixed number, and made when they are first asked.
    expectNothing(await besiege(workerd.url, () => filesBelow(workerd.storage, /workspace\/[0-9a-f]+\.sqlite$/)));
  } finally {
    await workerd.stop();
    place.remove();
  }
});
