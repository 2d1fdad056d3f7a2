/** By which names a server on this machine may be called, over a real socket, since `fetch` lets nobody choose a Host. */
import { readFileSync } from 'node:fs';
import { hostname, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load.ts';
import { nobody } from '../../src/population.ts';
import { startNode, type NodeSandbox } from '../../src/runtimes/node/node.ts';
import { frozenClock } from '../../src/workspace/time/clock.ts';
import { ask } from './raw-http.ts';

const file = join(import.meta.dirname, 'parcels.yaml');
const contract = loadContract({ name: file, text: readFileSync(file, 'utf8') });
const path = '/parcels/v1/parcels/p-1';

function serve(host: string, allowHosts: readonly string[] = []): Promise<NodeSandbox> {
  const clock = frozenClock(Date.UTC(2026, 0, 1));
  return startNode({ apis: [{ contract }], population: nobody, clock, seed: 1, host, port: 0, allowHosts });
}

const portOf = ({ url }: NodeSandbox): number => Number(new URL(url).port);
const called = (sandbox: NodeSandbox, host: string, target = path) => ask(portOf(sandbox), [`GET ${target}`, `Host: ${host}`]);

describe('bound to loopback', () => {
  let sandbox: NodeSandbox;
  beforeAll(async () => {
    sandbox = await serve('127.0.0.1', ['api.mine.test', '*.tunnel.test', '192.0.2.7']);
  });
  afterAll(() => sandbox.close());

  test.for([
    'localhost',
    'LocalHost:8787',
    'localhost.:1',
    'localhost:',
    'app.localhost',
    'a.b.localhost:65535',
    '127.0.0.1',
    '127.0.0.1.',
    '127.0.0.1:8787',
    '127.255.3.4:80',
    '[::1]',
    '[::1]:8787',
    '[0:0:0:0:0:0:0:1]:8787',
    '[::0001]',
    '[::1%25lo]:8787',
    '[::1%lo]',
    '[::ffff:127.0.0.1]:8787',
    'api.mine.test',
    'API.mine.test.:443',
    'one.tunnel.test',
    'two.one.tunnel.test:8787',
    '192.0.2.7:8787',
  ])('answers to %s', async (host) => {
    expect((await called(sandbox, host)).status).toBe(200);
    expect((await called(sandbox, host, '/_sandbox/exchanges')).status).toBe(200);
  });

  test.for([
    'evil.example',
    'evil.example:8787',
    'localhost.evil.example',
    'localhost.localdomain',
    'notlocalhost',
    '127.0.0.1.nip.example',
    '127.evil.example',
    '127.0.0.256',
    '127.1',
    '0127.0.0.1',
    '2130706433',
    '0x7f000001',
    '0.0.0.0',
    '0.0.0.0:8787',
    '[::]',
    '[::2]:8787',
    '[fe80::1%25eth0]:8787',
    '[::ffff:10.0.0.1]',
    '10.0.0.1',
    '192.0.2.8',
    '169.254.169.254',
    'sandbox:8787',
    'host.docker.internal:8787',
    'mine.test',
    'tunnel.test',
    'xtunnel.test',
    'api.mine.test.evil.example',
    'xn--lcalhost-54a.example',
    '_',
  ])('does not answer to %s, and says which option would let it in', async (host) => {
    for (const target of [path, '/_sandbox/exchanges', '/_sandbox/health', '/']) {
      const { status, headers, body } = await called(sandbox, host, target);
      expect(status).toBe(421);
      expect(headers.get('content-type')).toBe('application/json');
      expect(headers.get('x-sandbox-data')).toBe('synthetic');
      const { fault } = JSON.parse(body);
      expect(fault.faultstring).toMatch(/--allow-host \S/);
      expect(fault.faultstring).toContain('NHS_SANDBOX_ALLOW_HOST=');
      expect(fault.detail.errorcode).toBe('messaging.adaptors.http.flow.MisdirectedRequest');
    }
  });

  test.for([
    '',
    ' ',
    'a b',
    'localhost@evil.example',
    'evil.example@localhost',
    'localhost/..',
    'localhost:99999',
    'localhost:8x',
    '[::1',
    '::1',
    '[::g]',
    '.localhost',
    'a..localhost',
    'é.localhost',
    'x'.repeat(400),
  ])('takes %j for no host at all', async (host) => {
    const { status, body } = await called(sandbox, host);
    expect(status).toBe(400);
    expect(JSON.parse(body).fault.faultstring).toMatch(/Host/);
  });

  test('names the very option for the name that was typed', async () => {
    const { body } = await called(sandbox, 'Sandbox:8787');
    expect(JSON.parse(body).fault.faultstring).toContain('--allow-host sandbox,');
  });

  test('reads the name of an absolute target too, whichever name the Host header says', async () => {
    const asked = async (target: string, host: string) => (await ask(portOf(sandbox), [`GET ${target}`, `Host: ${host}`])).status;
    expect(await asked(`http://localhost:8787${path}`, 'localhost:8787')).toBe(200);
    expect(await asked(`http://evil.example${path}`, 'localhost')).toBe(421);
    expect(await asked(`HTTP://evil.example${path}`, 'localhost')).toBe(421);
    expect(await asked(`http://localhost${path}`, 'evil.example')).toBe(421);
    expect(await asked(`http://localhost@evil.example${path}`, 'localhost')).toBe(400);
    expect(await asked(`http://evil.example?@localhost${path}`, 'localhost')).toBe(421);
    expect(await asked(`ftp://localhost${path}`, 'localhost')).toBe(400);
  });

  test('serves a client of HTTP/1.0 that says no Host, which no browser is, and refuses a foreign one', async () => {
    expect((await ask(portOf(sandbox), [`GET ${path} HTTP/1.0`])).status).toBe(200);
    expect((await ask(portOf(sandbox), [`GET ${path} HTTP/1.0`, 'Host: evil.example'])).status).toBe(421);
    expect((await ask(portOf(sandbox), [`GET ${path}`])).status).toBe(400);
  });

  test('refuses a foreign name for every method, and where something is expected', async () => {
    for (const method of ['HEAD', 'OPTIONS', 'POST', 'DELETE', 'PROPFIND']) {
      expect((await ask(portOf(sandbox), [`${method} ${path}`, 'Host: evil.example'])).status).toBe(421);
    }
    for (const expectation of ['100-continue', 'a-miracle']) {
      const { status } = await ask(portOf(sandbox), ['POST /_sandbox/reset', 'Host: evil.example', `Expect: ${expectation}`], '{}');
      expect(status).toBe(421);
    }
  });

  test('keeps an address with a zone out of its links', async () => {
    const { headers } = await called(sandbox, '[::1%25lo]:8787');
    expect(headers.get('x-sandbox-trace')).toMatch(/^http:\/\/\[::1\]:8787\//);
  });
});

describe('bound to every address', () => {
  let sandbox: NodeSandbox;
  beforeAll(async () => {
    sandbox = await serve('0.0.0.0', ['sandbox']);
  });
  afterAll(() => sandbox.close());

  const addresses = Object.values(networkInterfaces()).flatMap((each) =>
    (each ?? []).map(({ address, family }) => (family === 'IPv6' ? `[${address}]` : address)),
  );

  test('answers to its own addresses and names, and to loopback', async () => {
    const short = hostname().split('.')[0] ?? '';
    for (const host of [...addresses, hostname(), short.toUpperCase(), `${short}.local`, 'localhost', '127.0.0.1', '0.0.0.0', 'sandbox'])
      expect([host, (await called(sandbox, `${host}:8787`)).status]).toEqual([host, 200]);
  });

  test('answers to nobody else', async () => {
    for (const host of [
      'evil.example',
      '192.0.2.9',
      '[2001:db8::9]',
      'sandbox2',
      `x.${hostname()}`,
      `${hostname()}.evil.example`,
      'host.docker.internal',
    ])
      expect([host, (await called(sandbox, host)).status]).toEqual([host, 421]);
  });
});
