/** Requests for the operations that a contract, hostile or not, seems to have; some with bodies that cost whoever looks into them. */
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { isObject } from '../../../src/contract/json.ts';
import { chance, type Chance } from './chance.ts';

export interface HostileRequest {
  readonly method: string;
  /** From the root of the sandbox. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

const methods = ['get', 'put', 'post', 'delete', 'patch', 'options', 'head'];
const bodies: readonly ((draw: Chance) => string)[] = [
  () => '{}',
  () => '{"text":"a","status":"planned","title":"b"}',
  (draw) => JSON.stringify({ ['k'.repeat(draw.of([10, 1_000, 100_000]))]: Array.from({ length: draw.of([1, 1_000, 10_000]) }, () => 'x') }),
  (draw) => JSON.stringify(Object.fromEntries(Array.from({ length: draw.of([10, 9_000]) }, (_, i) => [`k${i}`, i]))),
  (draw) => JSON.stringify(Array.from({ length: draw.of([10, 9_999]) }, (_, i) => ({ text: `x${i}` }))),
  (draw) => '['.repeat(draw.of([10, 64, 5_000])) + ']'.repeat(draw.of([10, 64, 5_000])),
  (draw) => JSON.stringify({ text: 'é'.repeat(draw.of([10, 100_000])) }),
  () => '{"__proto__":{"x":1},"constructor":{"prototype":{"y":1}}}',
  () => '[{"op":"copy","from":"","path":"/a"},{"op":"copy","from":"","path":"/a/a"},{"op":"copy","from":"","path":"/a/a/a"}]',
  () => '{"text":1e999}',
  () => '\u0000\ud800',
  () => '<a>'.repeat(2_000),
  () => 'a=1&'.repeat(5_000),
];
const types = [
  'application/json',
  'application/fhir+json',
  'application/xml',
  'application/x-www-form-urlencoded',
  'text/plain',
  'application/merge-patch+json',
  'application/json-patch+json',
  'text/html',
];
const parts = [
  'AB0001',
  'first',
  '1',
  '9000000009',
  '8d2f6a04-51c7-4f3e-9a1b-0c5e7d3b2f10',
  '%00',
  '__proto__',
  'x'.repeat(500),
  '..%2f..',
];
const queries = [
  '',
  '?limit=1000000',
  `?sort=${'a,'.repeat(300)}`,
  '?page[__proto__][x]=1',
  `?q=${'%F0%9F%98%80'.repeat(200)}`,
  `?${'a=1&'.repeat(300)}`,
  '?_count=1e9&_include=*',
];
const prefers = ['', '', 'code=200', 'code=404', 'dynamic=true, seed=7', 'example=__proto__'];

export function requestsOf(document: JsonObject, seed: number): readonly HostileRequest[] {
  const draw = chance(seed ^ 0x5bd1e995);
  const { paths } = document;
  const found: HostileRequest[] = [];
  if (!isObject(paths)) return found;
  for (const [template, item] of Object.entries(paths).slice(0, 6)) {
    if (!isObject(item)) continue;
    for (const method of methods.filter((name) => Object.hasOwn(item, name))) {
      const path = template.replace(/\{[^}]*\}/g, () => draw.of(parts));
      const hasBody = method === 'post' || method === 'put' || method === 'patch';
      const prefer = draw.of(prefers);
      found.push({
        method: method.toUpperCase(),
        path: sendable(baseOf(document) + path) + draw.of(queries),
        headers: { ...(hasBody && { 'Content-Type': draw.of(types) }), ...(prefer !== '' && { Prefer: prefer }) },
        ...(hasBody && { body: draw.of(bodies)(draw) }),
      });
    }
  }
  return found;
}

function baseOf({ servers }: JsonObject): string {
  const first: Json | undefined = Array.isArray(servers) ? servers[0] : undefined;
  const url = isObject(first) && typeof first['url'] === 'string' ? first['url'] : '';
  return url.replace(/^https?:\/\/[^/]*/, '').replace(/\/+$/, '');
}

/** A path as a client can write it. */
const sendable = (path: string): string =>
  `/${path}`
    .replace(/^\/+/, '/')
    .replace(/[^!$%&'()*+,\-./0-9:;=@A-Z_a-z~]/g, (text) => (/^[\ud800-\udfff]$/.test(text) ? '%EF%BF%BD' : encodeURIComponent(text)));
