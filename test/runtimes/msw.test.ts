/** msw handlers answer for an origin of one's choice and for official hosts, let the rest pass, and never meet another sandbox. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { guardSocketsOnly } from './guard-sockets-only.ts';
import { createSandbox } from '../../src/runtimes/browser/msw.ts';

const library = {
  name: 'lending-library.yaml',
  text: readFileSync(join(import.meta.dirname, '../answer/state/lending-library.yaml'), 'utf8'),
};
const first = createSandbox({ origin: 'http://first.test', contracts: [library], clock: '2026-01-01T00:00:00Z' });
const second = createSandbox({ origin: 'http://second.test', contracts: [library], clock: '2026-01-01T00:00:00Z' });
const server = setupServer(...first.handlers, ...second.handlers);
/** Something that is no sandbox, for what passes through. */
const elsewhere = createServer((_, response) => void response.end('elsewhere'));

beforeAll(async () => {
  guardSocketsOnly();
  server.listen({ onUnhandledFrame: 'bypass' });
  await new Promise<void>((done) => elsewhere.listen(0, '127.0.0.1', done));
});
afterEach(() => {
  first.reset();
  second.reset();
});
afterAll(() => {
  server.close();
  elsewhere.close();
});

const loan = { title: 'Emma', borrower: 'harriet', status: 'out' };
const lend = (origin: string) =>
  fetch(`${origin}/lending/v2/loans`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(loan) });
const loansAt = async (origin: string) => ((await (await fetch(`${origin}/lending/v2/loans`)).json()) as { total: number }).total;

test('keeps state for its origin, apart from another sandbox in the same process', async () => {
  const before = await loansAt('http://first.test');
  const created = await lend('http://first.test');
  expect(created.status).toBe(201);
  expect(created.headers.get('location')).toMatch(/^http:\/\/first\.test\/lending\/v2\/loans\//);
  expect(await loansAt('http://first.test')).toBe(before + 1);
  expect(await loansAt('http://second.test')).toBe(before);
});

test('a dropped connection is a network error', async () => {
  await first.faults.add({ match: { nth: 1 }, effect: { type: 'drop' } });
  await expect(fetch('http://first.test/lending/v2/loans')).rejects.toThrow('fetch failed');
  expect((await fetch('http://first.test/lending/v2/loans')).status).toBe(200);
  await first.faults.clear();
});

test("answers at the contract's own server, so that client code keeps its address", async () => {
  const created = await lend('https://library.example');
  expect(created.status).toBe(201);
  expect(created.headers.get('location')).toMatch(/^https:\/\/library\.example\/lending\/v2\/loans\//);
});

test('answers 404 for a path of its own that it does not have', async () => {
  const answer = await fetch('http://first.test/nothing');
  expect(answer.status).toBe(404);
  expect(answer.headers.get('x-sandbox-data')).toBe('synthetic');
});

test('lets every other request pass', async () => {
  const address = elsewhere.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  expect(await (await fetch(`http://127.0.0.1:${port}/loans`)).text()).toBe('elsewhere');
});

test('forgets what was written when it is reset', async () => {
  const before = await loansAt('http://first.test');
  await lend('http://first.test');
  first.reset();
  expect(await loansAt('http://first.test')).toBe(before);
});

test('answers for the official hosts, whichever environment they are of', async () => {
  const own = createSandbox({ clock: '2026-01-01T00:00:00Z' });
  server.use(...own.handlers);
  const [api] = (await own.ready()).apis;
  for (const host of ['sandbox.', 'int.', '']) {
    const answer = await fetch(`https://${host}api.service.nhs.uk${api?.mounts[0]}/_ping`);
    expect([answer.status, answer.headers.get('x-sandbox-data')]).toEqual([200, 'synthetic']);
  }
});

test('takes a contract in several files, by their texts or by its path', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-msw-'));
  const text = (path: string): string => `{"openapi": "3.1.0", "servers": [{"url": "/boats"}], "paths": {"/boats": {"$ref": "${path}"}}}`;
  const boats = 'get: { operationId: list, responses: { "200": { description: ok, content: { text/plain: { example: afloat } } } } }';
  try {
    mkdirSync(join(folder, 'paths'));
    writeFileSync(join(folder, 'paths/boats.yaml'), boats);
    writeFileSync(join(folder, 'boats.json'), text('paths/boats.yaml'));
    const ways = [
      { name: 'boats', text: text('./paths/boats.yaml'), files: { 'paths/boats.yaml': boats } },
      { name: 'boats', text: text('paths/boats.yaml'), files: { './paths/boats.yaml': boats } },
      { path: join(folder, 'boats.json') },
    ];
    for (const contract of ways) {
      const sandbox = createSandbox({ contracts: [contract] });
      const address = 'http://localhost:8787/boats/boats';
      for (const asked of [new Request(address), address, new URL(address)])
        expect(await (await sandbox.fetch(asked, { headers: { Accept: 'text/plain' } })).text()).toBe('afloat');
    }
    const incomplete = createSandbox({ contracts: [{ name: 'boats', text: text('paths/boats.yaml') }] });
    await expect(incomplete.ready()).rejects.toThrow('refers to "paths/boats.yaml": there is no such file');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('takes contracts as large as it is told', async () => {
  const paths = Object.fromEntries(
    Array.from({ length: 501 }, (_, i) => [`/p${i}`, { get: { responses: { 200: { description: 'ok' } } } }]),
  );
  const contracts = [{ name: 'wide', text: JSON.stringify({ openapi: '3.1.0', paths }) }];
  await expect(createSandbox({ contracts }).ready()).rejects.toThrow('501 operations');
  const { apis } = await createSandbox({ contracts, contractLimits: { operations: 1000 } }).ready();
  expect(apis[0]?.contract.operations).toHaveLength(501);
});
