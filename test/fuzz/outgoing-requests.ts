/** What is asked of a hostile contract, and what must hold of each answer: our own headers as we say them, none that a contract may not set. */
import type { Contract, Operation } from '../../src/contract/contract.ts';
import { forbiddenNames } from './hostile-contract.ts';

/** What the sandbox itself may say under names that a contract may not. */
const said: Readonly<Record<string, RegExp>> = {
  'content-type': /^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+\s*(;[\t\x20-\x7e]*)?$/,
  'content-security-policy': /^sandbox; default-src 'none'$/,
  'x-content-type-options': /^nosniff$/,
  'x-sandbox-data': /^synthetic$/,
  'x-sandbox-trace': /^http:\/\/[\w.:]+(\/w\/[0-9a-f]+)?\/_sandbox\/trace\/[0-9a-f]{32}$/,
  'access-control-allow-origin': /^\*$/,
};
const ofTheWire = /^(content-length|date|connection|keep-alive|transfer-encoding)$/;

export function outgoingFaults({ headers }: Response): readonly string[] {
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

export interface Asked {
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
}

const methods = new Set(['get', 'post', 'put', 'delete', 'patch', 'options']);
const isAscii = (name: string): boolean => /^[\x20-\x7e]+$/.test(name) && name.trim() === name;

/** The sandbox's own paths are never a contract's. */
const isControl = (path: string): boolean => /^\/+_sandbox(\/|$)/.test(path);

/** Each operation plainly, in each of its types and statuses. */
export function* requestsTo(contract: Contract): Generator<Asked> {
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

export const initOf = ({ method, headers }: Asked): RequestInit =>
  method === 'POST' || method === 'PUT' || method === 'PATCH'
    ? { method, headers: { ...headers, 'content-type': 'application/json' }, body: '{"a":1}', redirect: 'manual' }
    : { method, headers, redirect: 'manual' };
