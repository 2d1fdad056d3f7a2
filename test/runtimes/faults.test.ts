/** Each fault as a real client sees it over a socket: curl, and the fetch of Node. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load.ts';
import { nobody } from '../../src/population.ts';
import { createSandbox } from '../../src/runtimes/browser/sandbox.ts';
import { startNode, type NodeSandbox } from '../../src/runtimes/node/node.ts';
import { realClock } from '../../src/workspace/time/clock.ts';

const file = join(import.meta.dirname, 'parcels.yaml');
const text = readFileSync(file, 'utf8');
const parcels = '/parcels/v1/parcels';
const json = { 'Content-Type': 'application/json' };

let sandbox: NodeSandbox;
let parcel: string;
beforeAll(async () => {
  const contract = loadContract({ name: file, text });
  sandbox = await startNode({ apis: [{ contract }], population: nobody, clock: realClock, seed: 1, host: '127.0.0.1', port: 0 });
  const sent = await fetch(sandbox.url + parcels, { method: 'POST', headers: json, body: JSON.stringify({ to: 'Ada', grams: 5 }) });
  const { id }: { id: string } = await sent.json();
  parcel = `${sandbox.url}${parcels}/${id}`;
});
afterAll(() => sandbox.close());
beforeEach(() => fetch(`${sandbox.url}/_sandbox/faults`, { method: 'DELETE' }));

async function add(effect: unknown, match?: unknown): Promise<void> {
  const body = JSON.stringify({ effect, ...(match !== undefined && { match }) });
  const added = await fetch(`${sandbox.url}/_sandbox/faults`, { method: 'POST', headers: json, body });
  expect(added.status).toBe(201);
}

interface Curled {
  /** 0 done, 18 the body was cut, 52 no answer, 56 reset. */
  readonly exit: number;
  readonly status: number;
  readonly seconds: number;
  readonly body: string;
}

function curl(url: string, ...more: readonly string[]): Promise<Curled> {
  return new Promise((resolve) => {
    const said = '\n%{http_code} %{time_total}';
    execFile('curl', ['-s', '--noproxy', '*', '-w', said, ...more, url], (error, out) => {
      const [, body = '', status, seconds] = /^([^]*)\n(\d+) ([\d.]+)$/.exec(out) ?? [];
      resolve({ exit: typeof error?.code === 'number' ? error.code : 0, status: Number(status), seconds: Number(seconds), body });
    });
  });
}

describe('what answers in the place of the API', () => {
  const answers: readonly (readonly [effect: unknown, status: number, body: string, headers: Readonly<Record<string, string>>])[] = [
    [{ type: 'status', status: 404 }, 404, '', {}],
    [{ type: 'rate-limit', kind: 'quota' }, 429, 'The quota of requests', { 'retry-after': '60' }],
    [{ type: 'rate-limit', kind: 'spike-arrest' }, 429, 'Requests come faster', { 'retry-after': '1' }],
    [{ type: 'gateway', status: 408 }, 408, 'messaging.adaptors.http.flow.RequestTimeOut', {}],
    [{ type: 'gateway', status: 500 }, 500, 'messaging.runtime.InternalServerError', {}],
    [{ type: 'gateway', status: 502 }, 502, 'messaging.adaptors.http.flow.UnexpectedEOFAtTarget', {}],
    [{ type: 'gateway', status: 503, retryAfter: 5 }, 503, 'messaging.adaptors.http.flow.ServiceUnavailable', { 'retry-after': '5' }],
    [{ type: 'gateway', status: 504 }, 504, 'messaging.adaptors.http.flow.GatewayTimeout', {}],
  ];
  test.each(answers.map((row) => [JSON.stringify(row[0]), ...row] as const))('%s', async (_, effect, status, body, headers) => {
    await add(effect);
    const curled = await curl(parcel);
    expect([curled.exit, curled.status, curled.body]).toEqual([0, status, expect.stringContaining(body)]);
    const fetched = await fetch(parcel);
    expect([fetched.status, await fetched.text()]).toEqual([status, expect.stringContaining(body)]);
    for (const [name, value] of Object.entries({ ...headers, 'x-sandbox-fault': '1' })) expect(fetched.headers.get(name)).toBe(value);
    const told = await (await fetch(fetched.headers.get('x-sandbox-trace') ?? '')).json();
    expect([told.answer.by, told.notes.join(' ')]).toEqual(['fault', expect.stringContaining('fault 1')]);
  });
});

describe('what the wire does to an answer', () => {
  test('latency: the usual answer, later', async () => {
    await add({ type: 'latency', ms: 300 });
    const curled = await curl(parcel);
    expect([curled.exit, curled.status]).toEqual([0, 200]);
    expect(curled.seconds).toBeGreaterThan(0.29);
    const begun = performance.now();
    expect(await (await fetch(parcel)).json()).toMatchObject({ to: 'Ada' });
    expect(performance.now() - begun).toBeGreaterThan(290);
  });

  test('latency of a lognormal spread is drawn from the seed', async () => {
    await add({ type: 'latency', median: 20, sigma: 1 });
    expect((await curl(parcel)).status).toBe(200);
  });

  test('truncate: fewer bytes than Content-Length promises', async () => {
    await add({ type: 'truncate', after: 10 });
    const curled = await curl(parcel);
    expect([curled.exit, curled.status, curled.body.length]).toEqual([18, 200, 10]);
    const fetched = await fetch(parcel);
    expect(Number(fetched.headers.get('content-length'))).toBeGreaterThan(10);
    await expect(fetched.text()).rejects.toThrow('terminated');
  });

  test('slow-body: so many bytes a second, and all of them', async () => {
    await add({ type: 'slow-body', bytesPerSecond: 100 });
    const curled = await curl(parcel);
    expect([curled.exit, JSON.parse(curled.body)]).toEqual([0, expect.objectContaining({ to: 'Ada' })]);
    expect(curled.seconds).toBeGreaterThan(curled.body.length / 100 - 0.2);
    expect(await (await fetch(parcel)).json()).toMatchObject({ to: 'Ada' });
  });

  test('drop: no answer at all', async () => {
    await add({ type: 'drop' });
    expect(await curl(parcel)).toMatchObject({ exit: 52, status: 0 });
    await expect(fetch(parcel)).rejects.toThrow('fetch failed');
  });

  test('drop after some bytes: a reset', async () => {
    await add({ type: 'drop', after: 10 });
    const curled = await curl(parcel);
    expect([curled.exit, curled.status]).toEqual([56, 200]);
    await expect((await fetch(parcel)).text()).rejects.toThrow('terminated');
  });
});

test('stale: a list without what was written last', async () => {
  await add({ type: 'stale' });
  await fetch(sandbox.url + parcels, { method: 'POST', headers: json, body: '{"to":"Late Lucy","grams":7}' });
  const lists = async (): Promise<readonly boolean[]> => {
    const bodies = [(await curl(sandbox.url + parcels)).body, await (await fetch(sandbox.url + parcels)).text()];
    return bodies.map((body) => body.includes('Late Lucy'));
  };
  expect(await lists()).toEqual([false, false]);
  await fetch(`${sandbox.url}/_sandbox/faults`, { method: 'DELETE' });
  expect(await lists()).toEqual([true, true]);
});

test('a 429 first, and the next call takes its time', async () => {
  await add({ type: 'rate-limit', kind: 'quota' }, { nth: 1 });
  await add({ type: 'latency', ms: 200 }, { nth: 2 });
  const seen = [await curl(parcel), await curl(parcel), await curl(parcel)];
  expect(seen.map(({ status }) => status)).toEqual([429, 200, 200]);
  expect(seen[1]?.seconds).toBeGreaterThan(0.19);
});

test('a header asks for a fault of one request, and no rule is kept', async () => {
  const asked = await fetch(parcel, { headers: { 'X-Sandbox-Scenario': 'gateway=503' } });
  expect([asked.status, asked.headers.get('x-sandbox-fault')]).toEqual([503, 'scenario']);
  expect((await fetch(parcel, { headers: { 'X-Sandbox-Scenario': 'outage' } })).status).toBe(503);
  const after = await fetch(parcel);
  expect([after.status, after.headers.get('x-sandbox-fault')]).toEqual([200, null]);
  const misread = await fetch(parcel, { headers: { 'X-Sandbox-Scenario': 'gateway=200' } });
  expect(misread.status).toBe(200);
});

test('what was written is written, though its answer was dropped', async () => {
  await add({ type: 'drop' }, { method: 'POST' });
  const count = async (): Promise<number> => (await (await fetch(sandbox.url + parcels)).text()).split('"id"').length;
  const before = await count();
  await expect(fetch(sandbox.url + parcels, { method: 'POST', headers: json, body: '{"to":"Ben","grams":7}' })).rejects.toThrow(
    'fetch failed',
  );
  expect(await count()).toBe(before + 1);
});

test('in process, faults are added and removed by the kit', async () => {
  const inProcess = createSandbox({ contracts: [{ name: 'parcels', text }] });
  const status = async (): Promise<number> => (await inProcess.fetch(`http://localhost:8787${parcels}`)).status;
  expect(await inProcess.faults.add({ match: { nth: 1 }, effect: { type: 'gateway', status: 503 } })).toBe('1');
  expect([await status(), await status()]).toEqual([503, 200]);
  expect(await inProcess.faults.profile('outage')).toEqual(['outage-1']);
  expect([await status(), (await inProcess.faults.list()).length]).toEqual([503, 2]);
  await inProcess.faults.clear();
  expect(await status()).toBe(200);
  await expect(inProcess.faults.add({ match: { api: 'nowhere' }, effect: { type: 'drop' } })).rejects.toThrow('No API of this name');
});

test('in process, a dropped connection is a network error of fetch', async () => {
  const inProcess = createSandbox({ contracts: [{ name: 'parcels', text }] });
  const origin = 'http://localhost:8787';
  const dropped = inProcess.fetch(origin + parcels, { headers: { 'X-Sandbox-Scenario': 'drop' } });
  await expect(dropped).rejects.toThrow('fetch failed');
  const cut = await inProcess.fetch(origin + parcels, { headers: { 'X-Sandbox-Scenario': 'truncate=1' } });
  await expect(cut.text()).rejects.toThrow('terminated');
});
