/** The lists that contracts answer with: how each is declared, where its items stand, and what it says of their number. */
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { isObject } from '../../../src/contract/json.ts';
import type { Shape } from '../contract-generator.ts';

interface Envelope {
  /** JSON pointer of the items. */
  readonly items: string;
  /** JSON pointers of numbers of all items. */
  readonly totals?: readonly string[];
  /** Where the address of the next page stands. */
  readonly nextLink?: string;
  /** Where the cursor of the next page stands. */
  readonly cursor?: string;
  /** Where it is said whether more follow. */
  readonly hasMore?: string;
  readonly pages?: string;
  /** Schemas of the members beside the items, by pointer. */
  readonly beside?: Readonly<Record<string, Json>>;
  readonly optional?: boolean;
}

const text = { type: 'string' };
const whole = { type: 'integer' };
const link = { type: 'object', properties: { href: text } };
const maybe = (openapi: string, more: JsonObject = {}): JsonObject =>
  openapi === '2.0'
    ? { type: 'string', ...more }
    : openapi === '3.0.3'
      ? { type: 'string', nullable: true, ...more }
      : { type: ['string', 'null'], ...more };

export function envelopeOf(shape: Shape): Envelope {
  const cursor = shape.paging === 'cursor';
  const next = maybe(shape.openapi);
  if (shape.style === 'fhir') return { items: '/entry', totals: ['/total'] };
  if (shape.style === 'json-api')
    return {
      items: '/data',
      nextLink: '/links/next',
      beside: { '/links': { type: 'object', properties: { self: text, next } } },
      optional: true,
    };
  switch (shape.envelope) {
    case 'bare':
    case 'nullable-array':
      return { items: '' };
    case 'items':
      return {
        items: '/items',
        totals: ['/total'],
        beside: { '/total': whole, ...(cursor ? { '/nextCursor': next } : {}) },
        ...(cursor ? { cursor: '/nextCursor' } : {}),
      };
    case 'has-more':
      return { items: '/data', hasMore: '/has_more', beside: { '/has_more': { type: 'boolean' } } };
    case 'django': {
      const address = maybe(shape.openapi, { format: 'uri' });
      return {
        items: '/results',
        totals: ['/count'],
        nextLink: '/next',
        beside: { '/count': whole, '/next': address, '/previous': address },
      };
    }
    case 'hal':
      return {
        items: '/_embedded/jars',
        nextLink: '/_links/next/href',
        beside: { '/_links': { type: 'object', required: ['self'], properties: { self: link, next: link } } },
      };
    case 'facets':
      return { items: '/items', beside: { '/facets': { type: 'object', additionalProperties: whole } } };
    case 'spring':
      return {
        items: '/content',
        totals: ['/totalElements'],
        ...(shape.paging === 'page' ? { pages: '/totalPages' } : {}),
        beside: { '/totalPages': whole, '/totalElements': whole, '/number': whole },
      };
    case 'nested':
      return {
        items: '/data/jars',
        totals: ['/data/total'],
        beside: { '/success': { type: 'boolean' }, '/data/total': whole, ...(cursor ? { '/data/nextToken': next } : {}) },
        ...(cursor ? { cursor: '/data/nextToken' } : {}),
      };
    case 'odata':
      return { items: '/value', totals: ['/@odata.count'], beside: { '/@odata.context': text, '/@odata.count': whole } };
    case 'kubernetes':
      return {
        items: '/items',
        beside: {
          '/apiVersion': { type: 'string', enum: ['v1'] },
          '/kind': { type: 'string', enum: ['JarList'] },
          '/metadata': { type: 'object', properties: { resourceVersion: text } },
        },
      };
    case 'status':
      return {
        items: '/jars',
        beside: { '/status': { type: 'string', enum: ['OK', 'FAILED'] }, '/requestId': text, ...(cursor ? { '/next_cursor': next } : {}) },
        ...(cursor ? { cursor: '/next_cursor' } : {}),
      };
    case 'marker':
      return {
        items: '/entries',
        beside: { '/limit': whole, '/next_marker': next },
        ...(cursor ? { cursor: '/next_marker' } : {}),
      };
    case 'start-index':
      return {
        items: '/items',
        totals: ['/total_results'],
        beside: { '/total_results': whole, '/start_index': whole, '/items_per_page': whole },
      };
    case 'optional-members':
      return {
        items: '/jars',
        totals: ['/meta/totalCount'],
        beside: { '/meta/totalCount': whole, '/warnings': { type: 'array', items: text } },
        optional: true,
      };
  }
}

const bundle = (resource: Json): JsonObject => ({
  type: 'object',
  required: ['resourceType', 'type'],
  properties: {
    resourceType: { type: 'string', enum: ['Bundle'] },
    type: { type: 'string', enum: ['searchset'] },
    total: whole,
    link: { type: 'array', items: { type: 'object', required: ['relation', 'url'], properties: { relation: text, url: text } } },
    entry: {
      type: 'array',
      items: { type: 'object', properties: { fullUrl: text, resource, search: { type: 'object', properties: { mode: text } } } },
    },
  },
});

/** What a list has around each item, if anything: in a schema, and in a page. */
function elementOf({ element }: Shape, item: Json, score: Json): Json {
  if (element === 'bare') return item;
  const around = element === 'node' ? { node: item } : { score, item };
  return score === whole ? { type: 'object', required: Object.keys(around), properties: around } : around;
}

/** An object schema with one schema at each pointer. */
function objectWith(places: Readonly<Record<string, Json>>, optional: boolean): Json {
  const own = Object.entries(places);
  const atRoot = own.find(([pointer]) => pointer === '');
  if (atRoot) return atRoot[1];
  const names = [...new Set(own.map(([pointer]) => pointer.split('/')[1] ?? ''))];
  const inside = (name: string): Readonly<Record<string, Json>> =>
    Object.fromEntries(
      own.filter(([pointer]) => pointer.split('/')[1] === name).map(([pointer, schema]) => [pointer.slice(name.length + 1), schema]),
    );
  return {
    type: 'object',
    ...(optional ? {} : { required: names }),
    properties: Object.fromEntries(names.map((name) => [name, objectWith(inside(name), optional)])),
  };
}

export function envelopeSchema(shape: Shape): { readonly schema: Json; readonly example: (items: readonly Json[]) => Json } {
  const item: Json = { $ref: `#/components/schemas/${shape.listed === 'summary' ? 'JarSummary' : 'Jar'}` };
  const one = elementOf(shape, item, whole);
  if (shape.style === 'fhir')
    return {
      schema: bundle(one),
      example: (items) => ({
        resourceType: 'Bundle',
        type: 'searchset',
        total: items.length,
        entry: items.map((resource) => ({ resource })),
      }),
    };
  const envelope = envelopeOf(shape);
  const array = { type: shape.envelope === 'nullable-array' && shape.style === 'plain' ? ['array', 'null'] : 'array', items: one };
  const places = { [envelope.items]: array, ...envelope.beside };
  const page = (items: readonly Json[]): Json =>
    exampleOf(
      envelope,
      items.map((each) => elementOf(shape, each, 1)),
    );
  return { schema: objectWith(places, envelope.optional ?? false), example: page };
}

/** A published page of these items, whole. */
function exampleOf({ items: place, beside = {}, totals = [] }: Envelope, items: readonly Json[]): Json {
  let page: Json = place === '' ? items : {};
  const put = (pointer: string, value: Json): void => {
    page = placed(page, pointer.split('/').slice(1), value);
  };
  if (place !== '') put(place, items);
  for (const [pointer, schema] of Object.entries(beside)) put(pointer, totals.includes(pointer) ? items.length : exampleFor(schema));
  return page;
}

function placed(within: Json, [name, ...rest]: readonly string[], value: Json): Json {
  if (name === undefined) return value;
  const object = isObject(within) ? within : {};
  return { ...object, [name]: placed(object[name] ?? {}, rest, value) };
}

function exampleFor(schema: Json): Json {
  if (!isObject(schema)) return null;
  const { type, enum: choices, required, properties } = schema;
  if (Array.isArray(choices)) return choices[0] as Json; // an enum is never empty
  if (type === 'integer') return 1;
  if (type === 'boolean') return false;
  if (type === 'array') return [];
  if (type === 'object')
    return Object.fromEntries(
      (Array.isArray(required) ? required : []).map((name) => [
        name,
        exampleFor(isObject(properties) ? (properties[String(name)] ?? null) : null),
      ]),
    );
  return Array.isArray(type) || schema['nullable'] === true ? null : 'as published';
}
