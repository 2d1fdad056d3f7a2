/** The Node runtime over a real socket on loopback: what it keeps, how it ends, and what it says to bytes that are no request. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load.ts';
import type { AnyMock } from '../../src/mock/mock.ts';
import { nobody } from '../../src/population.ts';
import { startNode, type NodeOptions, type NodeSandbox } from '../../src/runtimes/node/node.ts';
import { frozenClock } from '../../src/workspace/time/clock.ts';

const file = join(import.meta.dirname, 'parcels.yaml');
const contract = loadContract({ name: file, text: readFileSync(file, 'utf8') });
const folder = mkdtempSync(join(tmpdir(), 'sandbox-node-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const running = new Set<NodeSandbox>();
afterEach(async () => {
  for (const sandbox of running) await sandbox.close();
  running.clear();
});

async function start(options: Partial<NodeOptions> = {}): Promise<NodeSandbox> {
  const clock = frozenClock(Date.UTC(2026, 0, 1));
  const sandbox = await startNode({ apis: [{ contract }], population: nobody, clock, seed: 1, host: '127.0.0.1', port: 0, ...options });
  running.add(sandbox);
  return sandbox;
}

async function stop(sandbox: NodeSandbox): Promise<void> {
  running.delete(sandbox);
  await sandbox.close();
}

const send = (sandbox: NodeSandbox, to: string) =>
  fetch(`${sandbox.url}/parcels/v1/parcels`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ to, grams: 5 }),
  });

interface Begun {
  readonly answer: Promise<{ readonly status: number | undefined; readonly body: string }>;
}

/** Sends a parcel and returns once the server has begun on it: it says so, since the request expects a 100. */
function begin(sandbox: NodeSandbox, to: string): Promise<Begun> {
  return new Promise((resolve, reject) => {
    const body = JSON.stringify({ to, grams: 5 });
    const headers = { 'Content-Type': 'application/json', 'Content-Length': body.length, Expect: '100-continue' };
    const sent = request(`${sandbox.url}/parcels/v1/parcels`, { method: 'POST', headers, agent: false });
    const answer = once(sent, 'response').then(async ([response]: IncomingMessage[]) => ({
      status: response?.statusCode,
      body: response ? await text(response) : '',
    }));
    sent.once('continue', () => {
      sent.end(body);
      resolve({ answer });
    });
    sent.once('error', reject);
    sent.flushHeaders();
  });
}

/** Sends bytes as they are and gives everything that comes back. */
function raw(sandbox: NodeSandbox, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect(Number(new URL(sandbox.url).port), '127.0.0.1', () => socket.end(bytes));
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => {
      received += part;
    });
    socket.once('close', () => resolve(received));
    socket.once('error', reject);
  });
}

test('answers over HTTP what the gateway answers', async () => {
  const sandbox = await start();
  const response = await fetch(`${sandbox.url}/parcels/v1/parcels/p-1`);
  expect(response.status).toBe(200);
  expect(response.headers.get('X-Sandbox-Data')).toBe('synthetic');
  expect(await response.json()).toMatchObject({ id: 'p-1' });
});

test('keeps what was written in its file, and finds it again when it is started again', async () => {
  const data = join(folder, 'kept.sqlite');
  const before = await start({ data });
  const created = await send(before, 'Ada');
  expect(created.status).toBe(201);
  const { id } = await created.json();
  await stop(before);
  const after = await start({ data });
  const found = await fetch(`${after.url}/parcels/v1/parcels/${id}`);
  expect(await found.json()).toMatchObject({ id, to: 'Ada' });
});

test('forgets everything without a file', async () => {
  const before = await start();
  const { id } = await (await send(before, 'Ada')).json();
  await stop(before);
  const after = await start();
  expect((await fetch(`${after.url}/parcels/v1/parcels/${id}`)).status).toBe(404);
});

test('finishes the requests in flight when it closes, and loses none of their writes', async () => {
  const data = join(folder, 'in-flight.sqlite');
  const sandbox = await start({ data, settings: { delay: 50 } });
  const writes = await Promise.all(Array.from({ length: 20 }, (_, i) => begin(sandbox, `Person ${i}`)));
  await stop(sandbox);
  const answers = await Promise.all(writes.map(({ answer }) => answer));
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 201));
  const again = await start({ data });
  const kept: unknown = await (await fetch(`${again.url}/parcels/v1/parcels`)).json();
  for (const { body } of answers) expect(kept).toContainEqual(JSON.parse(body));
});

test('answers what still comes down a connection that was handed to it when it closes, and asks the client to take another one', async () => {
  const holder = createServer({ pauseOnConnect: true });
  await once(holder.listen(0, '127.0.0.1'), 'listening');
  const { port } = holder.address() as AddressInfo; // it listens to a port, not to a pipe
  try {
    const connections = { port, receive: (take: (connection: Socket) => void) => void holder.on('connection', take) };
    const sandbox = await start({ connections });
    const client = connect(port, '127.0.0.1').setEncoding('utf8');
    let said = '';
    client.on('data', (part: string) => (said += part));
    const ask = () => client.write('GET /_sandbox/health HTTP/1.1\r\nHost: localhost\r\n\r\n');
    ask();
    await expect.poll(() => said, { timeout: 10_000 }).toContain('"pass"');
    said = '';
    // Closing begins at once, and leaves such a connection a quarter of a second.
    const closing = stop(sandbox);
    ask();
    await closing;
    await expect.poll(() => said, { timeout: 10_000 }).toContain('200 OK');
    expect(said).toMatch(/^connection: close/im);
  } finally {
    holder.close();
  }
});

test('takes no more connections once it has closed', async () => {
  const sandbox = await start();
  await stop(sandbox);
  await expect(fetch(`${sandbox.url}/_sandbox/health`)).rejects.toThrow('fetch failed');
});

test('serves other contracts from the next request on, with the same workspace', async () => {
  const sandbox = await start();
  const { id } = await (await send(sandbox, 'Ada')).json();
  const moved = readFileSync(file, 'utf8').replace('/parcels/v1', '/parcels/v2');
  sandbox.serve([{ contract: loadContract({ name: file, text: moved }) }]);
  expect((await fetch(`${sandbox.url}/parcels/v1/parcels/${id}`)).status).toBe(404);
  expect(await (await fetch(`${sandbox.url}/parcels/v2/parcels/${id}`)).json()).toMatchObject({ to: 'Ada' });
});

test('says which port is taken by failing to start on it', async () => {
  const sandbox = await start();
  await expect(start({ port: Number(new URL(sandbox.url).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test.for([
  ['bytes that are not HTTP', 'rubbish\r\n\r\n', '400'],
  ['a header line without a name', 'GET / HTTP/1.1\r\nHost: localhost\r\n: x\r\n\r\n', '400'],
  ['a Host that no URL can hold', 'GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n', '400'],
  ['no Host', 'GET /parcels/v1/parcels HTTP/1.1\r\nConnection: close\r\n\r\n', '400'],
  ['two Hosts', 'GET /parcels/v1/parcels HTTP/1.1\r\nHost: localhost\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n', '400'],
  [
    'what cannot be expected',
    'GET /parcels/v1/parcels HTTP/1.1\r\nHost: localhost\r\nExpect: a-miracle\r\nConnection: close\r\n\r\n',
    '417',
  ],
  ['two lengths that disagree', 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx', '400'],
  [
    'a length beside chunks',
    'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    '400',
  ],
  ['chunks that are no chunks', 'POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n', '40'],
  ['a tunnel', 'CONNECT example.invalid:443 HTTP/1.1\r\nHost: localhost\r\n\r\n', '405'],
  ['a head beyond 64 KiB', `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(70_000)}\r\n\r\n`, '431'],
] as const)('answers %s with a JSON fault and stays alive', async ([, bytes, status]) => {
  const sandbox = await start();
  const received = await raw(sandbox, bytes);
  expect(received).toMatch(new RegExp(`^HTTP/1\\.1 ${status}`));
  expect(received).toMatch(/content-type: application\/json/i);
  expect(received).toMatch(/x-sandbox-data: synthetic/i);
  expect(received).not.toMatch(/<html|node:|\.ts:/i);
  expect((await fetch(`${sandbox.url}/_sandbox/health`)).status).toBe(200);
});

test.for([
  ['TRACE', 'TRACE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'],
  ['a method nobody knows', 'PROPFIND /parcels/v1/parcels HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'],
  ['OPTIONS of the whole server', 'OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'],
  ['an absolute target', 'GET http://127.0.0.1/parcels/v1/parcels/p-1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'],
  ['an upgrade', 'GET /parcels/v1/parcels/p-1 HTTP/1.1\r\nHost: localhost\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n'],
] as const)('answers %s without a server error', async ([, bytes]) => {
  const sandbox = await start();
  expect(await raw(sandbox, bytes)).toMatch(/^HTTP\/1\.1 [24]\d\d /);
  expect((await fetch(`${sandbox.url}/_sandbox/health`)).status).toBe(200);
});

describe('a bug of ours', () => {
  /** A status that no HTTP has, as a behaviour might give it. */
  const broken: AnyMock = { behaviours: { listParcels: () => ({ status: 1_000, body: [] }) } };

  test.each([
    ['a head that cannot be sent', broken],
    [
      'a rule that throws',
      {
        behaviours: {
          listParcels: () => {
            throw new Error('secret words');
          },
        },
      } satisfies AnyMock,
    ],
  ])('%s is answered with a 500 and reported, and the server goes on', async (_, mock) => {
    const bugs: unknown[] = [];
    const sandbox = await start({ apis: [{ contract, mock }], onBug: (error) => bugs.push(error) });
    const answer = await fetch(`${sandbox.url}/parcels/v1/parcels`);
    expect([answer.status, answer.headers.get('x-sandbox-data')]).toEqual([500, 'synthetic']);
    expect(await answer.text()).not.toContain('secret words');
    expect(bugs).toHaveLength(1);
    expect((await fetch(`${sandbox.url}/parcels/v1/parcels/p-1`)).status).toBe(200);
  });
});

test.each([33, 40, 46, 60])('refuses %i KiB of headers with 431, in the shape of the platform', async (size) => {
  const sandbox = await start();
  const port = Number(new URL(sandbox.url).port);
  const lines = Array.from({ length: size }, (_, i) => `X-Padding-${i}: ${'x'.repeat(1024)}`);
  const said = await raw(sandbox, `GET /parcels/v1/parcels HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${lines.join('\r\n')}\r\n\r\n`);
  expect(said).toMatch(/^HTTP\/1\.1 431 /);
  expect(said).toContain('"errorcode":"protocol.http.TooBigBody"');
});

test('outlives a client that asks for a tunnel and goes away', async () => {
  const sandbox = await start();
  for (let i = 0; i < 20; i++) {
    const socket = connect(Number(new URL(sandbox.url).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write('CONNECT elsewhere:443 HTTP/1.1\r\nHost: elsewhere\r\n\r\n');
    socket.resetAndDestroy();
  }
  expect((await fetch(`${sandbox.url}/parcels/v1/parcels/p-1`)).status).toBe(200);
});
