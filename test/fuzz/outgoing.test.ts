/** Whatever stands in a contract, its answers can be sent: nothing throws, nothing of ours is replaced, and what the sandbox says of it stays small. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Contract, Operation } from '../../src/contract/contract.ts';
import { loadContract } from '../../src/contract/load.ts';
import { nobody } from '../../src/population.ts';
import { startNode, type NodeSandbox } from '../../src/runtimes/node.ts';
import { realClock } from '../../src/workspace/clock.ts';
import { sandboxOf } from '../sandbox.ts';
import { forbiddenNames, hostileContracts } from './hostile-contract.ts';

const runs = Number(process.env['OUTGOING_RUNS'] ?? 150);
const seed = 20_260_101;

/** What the sandbox itself may say under names that a contract may not. */
const said: Readonly<Record<string, RegExp>> = {
  'content-type': /^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+\s*(;[\t\x20-\x7e]*)?$/,
  'content-security-policy': /^sandbox; default-src 'none'$/,
  'x-content-type-options': /^nosniff$/,
  'x-sandbox-data': /^synthetic$/,
  'x-sandbox-trace': /^http:\/\/[\w.:]+\/_sandbox\/trace\/[0-9a-f]{32}$/,
  'access-control-allow-origin': /^\*$/,
};
const ofTheWire = /^(content-length|date|connection|keep-alive|transfer-encoding)$/;

function faultsOf({ headers }: Response): readonly string[] {
  const ours = ['x-sandbox-data', 'x-sandbox-trace', 'x-content-type-options', 'content-security-policy'];
  return [
    ...ours.filter((name) => !headers.has(name)).map((name) => `no ${name}`),
    ...[...new Set(forbiddenNames.map((name) => name.toLowerCase()))]
      .filter((name) => headers.has(name) && !ofTheWire.test(name) && !said[name]?.test(headers.get(name) ?? ''))
      .map((name) => `${name}: ${headers.get(name)}`),
    ...(headers.has('x-evil') ? ['x-evil'] : []),
    ...(JSON.stringify([...headers]).length > 20_000 ? ['long headers'] : []),
  ];
}

interface Asked {
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
}

const methods = new Set(['get', 'post', 'put', 'delete', 'patch', 'options']);
const isAscii = (name: string): boolean => /^[\x20-\x7e]+$/.test(name) && name.trim() === name;

/** The sandbox's own paths are never a contract's. */
const isControl = (path: string): boolean => /^\/+_sandbox(\/|$)/.test(path);

/** Each operation plainly, in each of its types and statuses. */
function* requestsTo(contract: Contract): Generator<Asked> {
  const base = contract.basePath === '' ? `/${contract.slug}` : contract.basePath;
  for (const operation of contract.operations) {
    if (!methods.has(operation.method) || isControl(base + operation.path)) continue;
    const path = encoded(base + operation.path.replace(/\{[^{}]*\}/g, '1'));
    const ask = (headers: Record<string, string>): Asked => ({ path, method: operation.method.toUpperCase(), headers });
    yield ask({ origin: 'https://page.example' });
    if (operation.method === 'get') yield { path, method: 'HEAD', headers: {} };
    for (const accept of typesOf(operation)) yield ask({ accept });
    for (const key of operation.responses.keys()) yield ask({ prefer: `code=${Number(key) || `${key[0]}00`}` });
  }
  if (!isControl(base)) yield { path: `${encoded(base)}/no/such/path`, method: 'GET', headers: {} };
}

const encoded = (path: string): string => path.toWellFormed().split('/').map(encodeURIComponent).join('/').replaceAll('%00', '');
const typesOf = ({ responses }: Operation): readonly string[] =>
  [...responses.values()].flatMap(({ content }) => content.map(({ type }) => type)).filter(isAscii);

const init = ({ method, headers }: Asked): RequestInit =>
  method === 'POST' || method === 'PUT' || method === 'PATCH'
    ? { method, headers: { ...headers, 'content-type': 'application/json' }, body: '{"a":1}', redirect: 'manual' }
    : { method, headers, redirect: 'manual' };

let server: NodeSandbox;
const bugs: unknown[] = [];
beforeAll(async () => {
  const options = { population: nobody, clock: realClock, seed: 1, host: '127.0.0.1', port: 0 };
  server = await startNode({ ...options, apis: [], onBug: (error) => bugs.push(error) });
});
afterAll(async () => {
  await server.close();
});

test('no text of a contract keeps an answer from being sent, or stands in the place of what is ours', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(hostileContracts, async ({ name, text }) => {
      const contract = loadContract({ name, text });
      expect(contract.slug).toMatch(/^[a-z0-9][a-z0-9._-]{0,63}$/);
      const sandbox = sandboxOf(contract, { tolerateDefects: true });
      server.serve([{ contract }]);
      for (const asked of requestsTo(contract)) {
        for (const answer of [
          await sandbox.request(asked.path, init(asked)),
          await fetch(server.url + asked.path, { ...init(asked), signal: AbortSignal.timeout(10_000) }),
        ]) {
          const body = await answer.text();
          expect({ asked, faults: faultsOf(answer) }).toEqual({ asked, faults: [] });
          expect(body).not.toContain('The sandbox failed');
        }
      }
      expect(bugs).toEqual([]);
      const catalogue = await sandbox.request('/_sandbox/catalogue');
      expect([catalogue.status, (await catalogue.text()).length < 60_000]).toEqual([200, true]);
    }),
    { numRuns: runs, seed },
  );
});
