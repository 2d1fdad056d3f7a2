/** Whose web pages may use the sandbox's own API, as their browsers say it, over a real socket: `fetch` lets nobody choose an Origin. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load.ts';
import { readOriginPattern } from '../../src/gateway/callers/origins.ts';
import { nobody } from '../../src/population.ts';
import { startNode, type NodeSandbox } from '../../src/runtimes/node/node.ts';
import { frozenClock } from '../../src/workspace/time/clock.ts';
import { ask, type RawReply } from './raw-http.ts';

const file = join(import.meta.dirname, 'parcels.yaml');
const contract = loadContract({ name: file, text: readFileSync(file, 'utf8') });
const allowed = ['https://app.mine.test', 'https://*.previews.test', 'capacitor://app.mine.test'].map((text) => {
  const origin = readOriginPattern(text);
  if (!origin) throw new Error(`${text} is no origin`);
  return origin;
});

let sandbox: NodeSandbox;
let port: number;
beforeAll(async () => {
  const clock = frozenClock(Date.UTC(2026, 0, 1));
  const allowHosts = ['sandbox.mine.test'];
  sandbox = await startNode({
    apis: [{ contract }],
    population: nobody,
    clock,
    seed: 1,
    host: '127.0.0.1',
    port: 0,
    allowHosts,
    allowOrigins: allowed,
  });
  port = Number(new URL(sandbox.url).port);
});
afterAll(() => sandbox.close());

const parcels = '/parcels/v1/parcels';
const host = 'Host: localhost:8787';
const reset = (headers: readonly string[], body = '', where = host) => ask(port, ['POST /_sandbox/reset', where, ...headers], body);
const count = async (): Promise<number> => JSON.parse((await ask(port, [`GET ${parcels}`, host])).body).length;

/** One more than there were, so that a reset can be seen. */
let before: number;
beforeEach(async () => {
  await reset([]);
  before = await count();
  await ask(port, [`POST ${parcels}`, host, 'Content-Type: application/json'], '{"to":"Ada","grams":5}');
});

async function expectMoved(reply: RawReply): Promise<void> {
  expect(reply.status).toBe(204);
  expect(await count()).toBe(before);
}

async function expectUnmoved(reply: RawReply, status: number): Promise<void> {
  expect(reply.status).toBe(status);
  expect(reply.headers.get('content-type')).toBe('application/problem+json');
  expect(await count()).toBe(before + 1);
}

describe('a program, which says neither where it comes from nor what it is', () => {
  test.for([
    ['nothing at all', [], ''],
    ['JSON', ['Content-Type: application/json'], '{}'],
    ['JSON under the type that curl gives it', ['Content-Type: application/x-www-form-urlencoded'], '{}'],
    ['JSON under the type that fetch of Node gives it', ['Content-Type: text/plain;charset=UTF-8', 'Sec-Fetch-Mode: cors'], '{}'],
    ['JSON without a type', [], '{}'],
  ] as const)('resets the data with %s', async ([, headers, body]) => {
    await expectMoved(await reset(headers, body));
  });
});

describe('a page that is allowed', () => {
  test.for([
    'http://localhost:5173',
    'http://localhost',
    'https://localhost:6006',
    'http://LOCALHOST:5173',
    'http://127.0.0.1:3000',
    'http://127.8.9.1',
    'http://[::1]:3000',
    'http://storybook.localhost:6006',
    'https://app.mine.test',
    'https://app.mine.test:443',
    'https://pull-12.previews.test',
    'https://a.b.previews.test',
    'capacitor://app.mine.test',
  ])('of %s resets the data and reads the journal', async (origin) => {
    const preflight = await ask(port, [
      'OPTIONS /_sandbox/reset',
      host,
      `Origin: ${origin}`,
      'Sec-Fetch-Site: cross-site',
      'Access-Control-Request-Method: POST',
      'Access-Control-Request-Headers: authorization,content-type',
      'Access-Control-Request-Private-Network: true',
    ]);
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe(origin);
    expect(preflight.headers.get('access-control-allow-methods')).toContain('POST');
    expect(preflight.headers.get('access-control-allow-headers')).toBe('authorization,content-type');
    expect(preflight.headers.get('access-control-allow-private-network')).toBe('true');
    expect(preflight.headers.has('access-control-allow-credentials')).toBe(false);
    expect(preflight.headers.get('vary')).toContain('Origin');

    const page = [`Origin: ${origin}`, 'Sec-Fetch-Site: cross-site', 'Content-Type: application/json'];
    const done = await reset(page, '{}');
    await expectMoved(done);
    expect(done.headers.get('access-control-allow-origin')).toBe(origin);
    for (const path of ['exchanges', 'catalogue', 'health', 'trace/none']) {
      const read = await ask(port, [`GET /_sandbox/${path}`, host, `Origin: ${origin}`, 'Sec-Fetch-Site: cross-site']);
      expect(read.status).toBe(path === 'trace/none' ? 404 : 200);
      expect(read.headers.get('access-control-allow-origin')).toBe(origin);
      expect(read.headers.get('access-control-expose-headers')).toBe('*');
      expect(read.headers.get('vary')).toContain('Origin');
    }
    const trace = (await ask(port, [`GET ${parcels}`, host])).headers.get('x-sandbox-trace') ?? '';
    const page2 = await ask(port, [`GET ${new URL(trace).pathname}`, host, 'Accept: text/html', `Origin: ${origin}`]);
    // A page is for whoever opens it, and no other page may read it.
    expect([page2.headers.get('vary'), page2.headers.get('access-control-allow-origin')]).toEqual(['Accept, Cookie', undefined]);
  });

  test.for([
    ['of the sandbox itself', [`Origin: http://localhost:8787`, 'Sec-Fetch-Site: same-origin'], host],
    [
      'of the sandbox by another name of its own',
      ['Origin: http://sandbox.mine.test:8787', 'Sec-Fetch-Site: same-origin'],
      'Host: sandbox.mine.test:8787',
    ],
    ['whose browser says same-origin only', ['Sec-Fetch-Site: same-origin'], host],
    ['opened by the person at the keyboard', ['Sec-Fetch-Site: none'], host],
  ] as const)('%s needs no body', async ([, headers, where]) => {
    await expectMoved(await reset(headers, '', where));
  });

  test.for([
    'text/plain',
    'text/plain; charset=application/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    undefined,
  ])('sends JSON and nothing that a form could send: not %s', async (type) => {
    const reply = await reset(['Origin: http://localhost:5173', ...(type === undefined ? [] : [`Content-Type: ${type}`])], '{}');
    await expectUnmoved(reply, 415);
    expect(JSON.parse(reply.body).detail).toContain('Content-Type: application/json');
    expect(reply.headers.get('access-control-allow-origin')).toBe('http://localhost:5173');
  });
});

describe('a page of a stranger', () => {
  test.for([
    'https://evil.example',
    'http://evil.example:8787',
    'http://localhost.evil.example',
    'http://127.0.0.1.evil.example',
    'http://evil.example#localhost',
    'http://localhost@evil.example',
    'http://0.0.0.0:8787',
    'http://192.168.1.20:5173',
    'http://app.mine.test',
    'https://app.mine.test:8443',
    'https://app.mine.test.evil.example',
    'https://previews.test',
    'https://xpreviews.test',
    'http://sandbox.mine.test:5173',
    'file://',
    'ftp://localhost',
    'chrome-extension://abcdefgh',
    'null',
    'http://localhost:5173, https://evil.example',
    'http://localhost:5173 https://evil.example',
    'localhost',
    '*',
    '',
    'x'.repeat(3_000),
  ])('of %j moves nothing and reads nothing', async (origin) => {
    const page = [`Origin: ${origin}`];
    for (const more of [[], ['Sec-Fetch-Site: cross-site'], ['Sec-Fetch-Site: same-origin'], ['Sec-Fetch-Site: none']]) {
      const reply = await reset([...page, ...more, 'Content-Type: application/json'], '{}');
      await expectUnmoved(reply, 403);
      expect(JSON.parse(reply.body).detail).toContain('--allow-origin ');
      expect(reply.headers.has('access-control-allow-origin')).toBe(false);
    }
    const preflight = await ask(port, ['OPTIONS /_sandbox/reset', host, ...page, 'Access-Control-Request-Method: POST']);
    expect(preflight.status).toBe(403);
    expect(preflight.headers.has('access-control-allow-origin')).toBe(false);
    expect(preflight.headers.has('access-control-allow-methods')).toBe(false);
    const read = await ask(port, ['GET /_sandbox/exchanges', host, ...page]);
    expect(read.headers.has('access-control-allow-origin')).toBe(false);
    expect(read.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(read.headers.get('vary')).toContain('Origin');
  });

  test.for(['cross-site', 'same-site', 'same-origin, cross-site', 'anything'])(
    'moves nothing where its browser says %s only',
    async (site) => {
      await expectUnmoved(await reset([`Sec-Fetch-Site: ${site}`]), 403);
    },
  );

  test('moves nothing by any method, nor by any spelling of the path', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND']) {
      for (const path of [
        '/_sandbox/reset',
        '//_sandbox//reset/',
        '/%5Fsandbox/reset',
        '/_sandbox/%72eset',
        '/./_sandbox/reset',
        '/x/../_sandbox/reset',
      ]) {
        const { status } = await ask(port, [`${method} ${path}`, host, 'Origin: https://evil.example']);
        expect([method, path, status]).toEqual([method, path, status === 404 ? 404 : 403]);
      }
    }
    expect(await count()).toBe(before + 1);
  });

  test('is told which option would let it in', async () => {
    const { body } = await reset(['Origin: https://App.Other.test']);
    expect(JSON.parse(body).detail).toContain(
      '--allow-origin https://app.other.test, or with NHS_SANDBOX_ALLOW_ORIGIN=https://app.other.test',
    );
  });
});

test('OPTIONS that no browser sent says which methods there are', async () => {
  const { status, headers } = await ask(port, ['OPTIONS /_sandbox/reset', host]);
  expect(status).toBe(204);
  expect(headers.get('allow')).toContain('POST');
});

test('a mock API is read and written by any page: it opens with headers only, and its data are made up', async () => {
  const page = [host, 'Origin: https://app.anywhere.example', 'Content-Type: application/json'];
  const created = await ask(port, [`POST ${parcels}`, ...page], '{"to":"Ada","grams":5}');
  expect(created.status).toBe(201);
  expect(created.headers.get('access-control-allow-origin')).toBe('*');
});
