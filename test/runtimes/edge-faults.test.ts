/** Each fault as a client of the edge sees it, on real workerd: the connection is not ours there, and is closed where a body breaks off. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { controlClient } from '../workspaces/control-client.ts';
import { startWorkerd, workerdPlace, type Place, type Workerd } from './workerd.ts';

vi.setConfig({ hookTimeout: 60_000, testTimeout: 30_000 });

const contract = readFileSync(join(import.meta.dirname, 'parcels.yaml'), 'utf8');
const json = { 'Content-Type': 'application/json' };

let place: Place;
let workerd: Workerd;
let base: string;
let own: Record<string, string>;
let parcel: string;
beforeAll(async () => {
  place = await workerdPlace();
  workerd = await startWorkerd(place);
  const { baseUrl, managementKey } = await controlClient(() => workerd.url).make();
  base = baseUrl;
  own = { Authorization: `Bearer ${managementKey}` };
  await fetch(`${base}/_sandbox/contracts/parcels`, { method: 'PUT', headers: own, body: contract });
  parcel = await send('Ada');
});
afterAll(async () => {
  await workerd.stop();
  place.remove();
});
beforeEach(noFaults);

async function noFaults(): Promise<void> {
  await fetch(`${base}/_sandbox/faults`, { method: 'DELETE', headers: own });
}

async function send(to: string): Promise<string> {
  const sent = await fetch(`${base}/parcels/v1/parcels`, { method: 'POST', headers: json, body: JSON.stringify({ to, grams: 5 }) });
  const { id }: { id: string } = await sent.json();
  return `${base}/parcels/v1/parcels/${id}`;
}

async function add(effect: unknown, match: unknown = {}): Promise<void> {
  const body = JSON.stringify({ effect, match });
  expect((await fetch(`${base}/_sandbox/faults`, { method: 'POST', headers: { ...own, ...json }, body })).status).toBe(201);
}

const answers: readonly (readonly [effect: object, status: number, body: string, retryAfter: string | null])[] = [
  [{ type: 'status', status: 404 }, 404, '', null],
  [{ type: 'rate-limit', kind: 'quota' }, 429, 'The quota of requests', '60'],
  [{ type: 'rate-limit', kind: 'spike-arrest' }, 429, 'Requests come faster', '1'],
  [{ type: 'gateway', status: 408 }, 408, 'RequestTimeOut', null],
  [{ type: 'gateway', status: 500 }, 500, 'InternalServerError', null],
  [{ type: 'gateway', status: 502 }, 502, 'UnexpectedEOFAtTarget', null],
  [{ type: 'gateway', status: 503, retryAfter: 5 }, 503, 'ServiceUnavailable', '5'],
  [{ type: 'gateway', status: 504 }, 504, 'GatewayTimeout', null],
];
test.each(answers.map((row) => [JSON.stringify(row[0]), ...row] as const))('%s', async (_, effect, status, body, retryAfter) => {
  await add(effect);
  const answer = await fetch(parcel);
  expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('x-sandbox-fault')]).toEqual([status, retryAfter, '1']);
  expect(await answer.text()).toContain(body);
});

test.each([{ ms: 300 }, { median: 300, sigma: 0 }])('latency %o: the usual answer, later', async (spread) => {
  await add({ type: 'latency', ...spread });
  const begun = performance.now();
  expect(await (await fetch(parcel)).json()).toMatchObject({ to: 'Ada' });
  expect(performance.now() - begun).toBeGreaterThan(290);
});

test('slow-body: all of it, bit by bit', async () => {
  await add({ type: 'slow-body', bytesPerSecond: 100 });
  const begun = performance.now();
  const text = await (await fetch(parcel)).text();
  expect(JSON.parse(text)).toMatchObject({ to: 'Ada' });
  expect(performance.now() - begun).toBeGreaterThan(text.length * 10 - 200);
});

test.each([{ type: 'truncate', after: 10 } as const, { type: 'drop', after: 10 } as const])(
  '%o: a head without a length, and a body that breaks off',
  async (effect) => {
    await add(effect);
    const answer = await fetch(parcel);
    expect([answer.status, answer.headers.get('content-length')]).toEqual([200, null]);
    expect((await reading(answer)).join('')).toHaveLength(10);
  },
);

test.each([{ type: 'drop' }, { type: 'truncate', after: 0 }])('%o: no answer at all', async (effect) => {
  await add(effect);
  await expect(fetch(parcel)).rejects.toThrow('fetch failed');
});

/** What came of a body before it broke off. */
async function reading({ body }: Response): Promise<readonly string[]> {
  const seen: string[] = [];
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  await expect(
    (async () => {
      for (let step = await reader?.read(); step && !step.done; step = await reader?.read()) seen.push(step.value);
    })(),
  ).rejects.toThrow('terminated');
  return seen;
}

test('stale: what was there before', async () => {
  await add({ type: 'stale' });
  const young = await send('Ben');
  expect([(await fetch(young)).status, (await fetch(parcel)).status]).toEqual([404, 200]);
  expect(await (await fetch(`${base}/parcels/v1/parcels`)).text()).not.toContain('Ben');
  await noFaults();
  expect((await fetch(young)).status).toBe(200);
});
