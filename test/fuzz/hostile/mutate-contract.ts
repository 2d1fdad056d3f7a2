/** Contracts that nobody honest writes: a sound one, changed in one to four places by what is known to hurt readers of OpenAPI. Drawn from a seed. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { isObject } from '../../../src/contract/json.ts';
import { chance, type Chance } from './chance.ts';

const sound: readonly JsonObject[] = ['gateway/clinic.yaml', 'gateway/notebook.yaml', 'cli/harbour.yaml', 'runtimes/parcels.yaml'].map(
  (name) => parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')) as JsonObject,
);

/** Texts that cost, confuse or act. */
const texts = [
  '',
  ' ',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'x y',
  'X-É',
  'X-Request-ID:',
  'text/html\r\nX-Evil: 1',
  'a\u0000b',
  '中/文',
  '../../etc/passwd',
  '//_sandbox',
  '/_sandbox',
  '/w/x',
  'javascript:alert(1)',
  '<script>alert(1)</script>',
  '%',
  '%00',
  '#/components',
  '#/paths/~1a',
  'https://evil.example/',
  'file:///etc/passwd',
  '\ud800',
  '\u202e',
  '-1',
  '1e999',
  'null',
  '{{7*7}}',
  'x'.repeat(3_000),
  'é'.repeat(10_000),
  '('.repeat(5_000),
];

const numbers = [0, -1, 1e-9, 0.1, 64, 1e4, 1e8, 1e9, 2 ** 53, 1e308, -1e308, Number.MIN_VALUE];

const patterns = [
  '^(a+)+$',
  '(((a{100}){100}){100})',
  '^(a|aa)+$',
  '(?=.*a)(?=.*b).*',
  '[',
  '\\1(a)',
  '^.{0,100000}$',
  '^(?:[0-9]{10,}){1000}$',
  '\\p{L}{1000}',
  'a{1000000000}',
  'x'.repeat(10_000),
];

/** Schemas that ask for more than anybody should get. */
const schemas: readonly ((draw: Chance) => Json)[] = [
  (draw) => ({ type: 'array', minItems: draw.of(numbers), items: { type: 'string' } }),
  (draw) => ({ type: 'string', minLength: draw.of(numbers), maxLength: draw.of(numbers) }),
  (draw) => ({ type: 'object', minProperties: draw.of(numbers), additionalProperties: { type: 'array', items: { type: 'integer' } } }),
  (draw) => ({ type: 'string', pattern: draw.of(patterns) }),
  (draw) => ({ type: 'number', multipleOf: draw.of(numbers), minimum: draw.of(numbers), maximum: draw.of(numbers) }),
  (draw) => ({ type: 'array', uniqueItems: true, minItems: draw.of([10, 1e4, 1e6]), items: { enum: [1, 2, 3] } }),
  (draw) => ({ enum: Array.from({ length: draw.of([1, 1e3, 1e5]) }, (_, i) => (i % 2 === 0 ? i : `value ${i}`)) }),
  (draw) => ladder(draw.of(['allOf', 'anyOf', 'oneOf']), draw.of([2, 12, 40])),
  (draw) => nest(draw.of([10, 70, 300])),
  () => ({
    type: 'object',
    required: ['again'],
    properties: { again: { type: 'array', minItems: 3, items: { $ref: '#/components/schemas/Loop' } } },
  }),
  (draw) => ({
    $ref: draw.of(['#', '#/paths', '#/components/schemas/Loop', '#/components/schemas/Missing', '#/components/schemas/Loop/allOf/0']),
  }),
  () => ({ not: {} }),
  () => ({ type: 'object', properties: { __proto__2: {}, constructor: { type: 'string' } }, required: ['constructor', 'toString'] }),
  (draw) => ({
    type: 'object',
    properties: Object.fromEntries(Array.from({ length: draw.of([100, 2_000]) }, (_, i) => [`p${i}`, { type: 'string', minLength: 100 }])),
    minProperties: 90,
  }),
  (draw) => ({
    type: 'array',
    minItems: 100,
    items: { type: 'array', minItems: 100, items: { type: 'array', minItems: draw.of([1, 100]), items: { type: 'string' } } },
  }),
  (draw) => ({ type: 'string', default: draw.of(texts), example: draw.of(texts), const: draw.of(texts) }),
];

/** Each step holds the next one twice: 2ⁿ of them, if anybody counts. */
function ladder(keyword: string, steps: number): JsonObject {
  let schema: JsonObject = { type: 'object', properties: { a: { type: 'string' } } };
  for (let i = 0; i < steps; i++) schema = { [keyword]: [schema, i < 10 ? { ...schema } : { type: 'object' }] };
  return schema;
}

function nest(levels: number): JsonObject {
  let schema: JsonObject = { type: 'string' };
  for (let i = 0; i < levels; i++) schema = { type: 'object', required: ['in'], properties: { in: schema } };
  return schema;
}

const loop: JsonObject = {
  type: 'object',
  required: ['next', 'all'],
  properties: {
    next: { $ref: '#/components/schemas/Loop' },
    all: { type: 'array', minItems: 3, items: { $ref: '#/components/schemas/Loop' } },
  },
};

interface Place {
  readonly holder: { [name: string]: Json } | Json[];
  readonly key: string | number;
  readonly inSchema: boolean;
}

/** Every value of the document, with whether it stands where a schema does. */
function placesIn(value: Json, inSchema: boolean, found: Place[]): Place[] {
  if (Array.isArray(value)) value.forEach((item, key) => (found.push({ holder: value, key, inSchema }), placesIn(item, inSchema, found)));
  else if (isObject(value)) {
    const holder = value as { [name: string]: Json }; // a document of our own, made to be changed
    for (const key of Object.keys(holder)) {
      const child = holder[key] ?? null;
      const isSchema = inSchema || key === 'schema' || key === 'schemas';
      found.push({ holder, key, inSchema: isSchema });
      placesIn(child, isSchema, found);
    }
  }
  return found;
}

const put = ({ holder, key }: Place, value: Json): void => {
  if (Array.isArray(holder)) holder[Number(key)] = value;
  else Object.defineProperty(holder, key, { value, enumerable: true, writable: true, configurable: true });
};

type Change = (place: Place, draw: Chance, document: JsonObject) => void;

const changes: readonly Change[] = [
  (place, draw) => put(place, draw.of(texts)),
  (place, draw) => put(place, draw.of(numbers)),
  (place, draw) => put(place, draw.of([null, true, [], {}, [[]], [null]])),
  (place, draw) => put(place, draw.of(schemas)(draw)),
  (place, draw) => put(place, draw.of(schemas)(draw)),
  (place, draw) => {
    if (!Array.isArray(place.holder)) place.holder[draw.of(texts)] = draw.of(schemas)(draw);
  },
  (place, draw) => {
    // A name of the contract's own becomes another.
    if (Array.isArray(place.holder)) return;
    const value = place.holder[place.key] ?? null;
    delete place.holder[place.key];
    Object.defineProperty(place.holder, draw.of(texts), { value, enumerable: true, writable: true, configurable: true });
  },
  (place) => {
    if (Array.isArray(place.holder)) place.holder.splice(Number(place.key), 1);
    else delete place.holder[place.key];
  },
  (place, draw, document) => {
    // A part of the document stands once more, inside itself as likely as not.
    const others = placesIn(document, false, []);
    const other = draw.of(others);
    const value = (Array.isArray(other.holder) ? other.holder[Number(other.key)] : other.holder[other.key]) ?? null;
    put(place, structuredClone(value));
  },
  (place, draw) => {
    if (!Array.isArray(place.holder))
      place.holder['headers'] = { [draw.of(texts)]: { required: true, schema: { type: 'string' }, example: draw.of(texts) } };
  },
  (place, draw) => {
    if (!Array.isArray(place.holder))
      place.holder['content'] = {
        [draw.of(['text/html', 'image/svg+xml', 'text/javascript', '*/*', ...texts])]: {
          schema: draw.of(schemas)(draw),
          example: draw.of(texts),
        },
      };
  },
];

/** One that means no harm. */
export const soundContract = (seed: number): JsonObject => structuredClone(chance(seed).of(sound));

/** The same seed gives the same contract. */
export function hostileContract(seed: number): JsonObject {
  const draw = chance(seed);
  const document = structuredClone(draw.of(sound));
  for (let left = draw.below(4) + 1; left > 0; left--) {
    const places = placesIn(document, false, []);
    if (places.length === 0) break;
    const schemasOnly = places.filter(({ inSchema }) => inSchema);
    const place = draw.of(draw.below(2) === 0 && schemasOnly.length > 0 ? schemasOnly : places);
    draw.of(changes)(place, draw, document);
  }
  const components = document['components'];
  if (isObject(components) && isObject(components['schemas'])) (components['schemas'] as { [name: string]: Json })['Loop'] = loop;
  return document;
}
