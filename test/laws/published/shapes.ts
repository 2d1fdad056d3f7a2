/** The resources that published documents speak of, each as a contract of its own that stores it, with bodies that fit it. */
import type { Contract, Json, JsonObject, MediaType, Operation, Schema, SchemaAt } from '../../../src/contract/contract.ts';
import { isObject } from '../../../src/contract/json.ts';
import { sampleOf } from './sampler.ts';

export interface PublishedShape {
  readonly name: string;
  readonly document: JsonObject;
  /** Bodies that fit the schema: what the document publishes, else one that was made. */
  readonly bodies: readonly JsonObject[];
  readonly fhir: boolean;
  readonly media: string;
  /** Members that only a server may set, by name. */
  readonly readOnly: ReadonlySet<string>;
}

const isJson = ({ type }: MediaType): boolean => /[/+]json\b/.test(type) && !/patch/.test(type);

/** Every schema of one resource in a document: what is sent to it, and what it answers of one item. */
export function shapesOf(contract: Contract): readonly PublishedShape[] {
  const seen = new Set<string>();
  return contract.operations.flatMap((operation) =>
    mediaOf(operation).flatMap(({ place, media }) => {
      const { schema: at } = media;
      if (at === undefined) return [];
      const key = typeof at.schema === 'object' && at.schema.$ref !== undefined ? at.schema.$ref : at.pointer;
      if (seen.has(key) || !isOneResource(contract, at.schema)) return [];
      seen.add(key);
      const shape = shapeOf(contract, `${operation.method.toUpperCase()} ${operation.path} ${place}`, at, media);
      return shape === undefined ? [] : [shape];
    }),
  );
}

const mediaOf = ({ method, body, responses }: Operation): readonly { readonly place: string; readonly media: MediaType }[] => [
  ...(method === 'get' ? [] : (body?.content ?? []).filter(isJson).map((media) => ({ place: 'request', media }))),
  ...(method === 'get' ? (responses.get('200')?.content ?? []).filter(isJson).map((media) => ({ place: 'answer', media })) : []),
];

/** An object that is no list: bundles and pages are envelopes of resources. */
function isOneResource(contract: Contract, schema: Schema): boolean {
  const names = memberNames(contract, schema);
  // Ids of which the schema lists every one leave a server none to make.
  const idSchema = memberOf(contract, schema, 'id');
  if (typeof idSchema === 'object' && idSchema.enum !== undefined) return false;
  return names.size > 0 && !['entry', 'items', 'results', 'value', 'data', 'issue', 'parameter'].some((name) => names.has(name));
}

function memberOf(contract: Contract, raw: Schema, name: string): Schema | undefined {
  const schema = contract.resolve(raw);
  if (typeof schema === 'boolean') return undefined;
  const own = schema.properties?.[name];
  return own === undefined
    ? (schema.allOf ?? []).map((part) => memberOf(contract, part, name)).find((found) => found !== undefined)
    : contract.resolve(own);
}

function memberNames(contract: Contract, raw: Schema, depth = 0): ReadonlySet<string> {
  const schema = contract.resolve(raw);
  if (typeof schema === 'boolean' || depth > 4) return new Set();
  const branches = [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  return new Set([...Object.keys(schema.properties ?? {}), ...branches.flatMap((branch) => [...memberNames(contract, branch, depth + 1)])]);
}

function shapeOf(contract: Contract, name: string, at: SchemaAt, media: MediaType): PublishedShape | undefined {
  const fits = (value: JsonObject): boolean => contract.check(at, value).length === 0;
  const examples = media.examples
    .map(({ value }) => value)
    .filter(isObject)
    .filter(fits);
  const made = examples.length > 0 ? [] : [sampleOf(contract, at.schema)].filter(isObject).filter(fits);
  const bodies = [...examples, ...made]
    .slice(0, 3)
    .map((body, i) => {
      const { id, ...rest } = body;
      if (id === undefined || fits(rest)) return rest;
      // An id that the body must have is its client's to choose, and no two choose the same.
      return { ...rest, id: i === 0 || typeof id !== 'string' ? id : id.slice(0, -1) + String(i) };
    })
    .filter(fits);
  if (bodies.length === 0) return undefined;
  const fhir = memberNames(contract, at.schema).has('resourceType');
  const schemas = reached(contract, at.schema);
  return {
    name,
    bodies,
    fhir,
    media: fhir ? 'application/fhir+json' : 'application/json',
    document: storing(at.schema, schemas, fhir),
    readOnly: readOnlyIn([at.schema, schemas]),
  };
}

/** Components that a schema refers to, by name, with those that they refer to. */
function reached(contract: Contract, schema: Schema): JsonObject {
  const all = contract.document['components'];
  const named = isObject(all) && isObject(all['schemas']) ? all['schemas'] : {};
  const found: Record<string, Json> = {};
  const see = (value: unknown): void => {
    for (const [, name = ''] of JSON.stringify(value).matchAll(/"\$ref":"#\/components\/schemas\/([^"/]+)/g)) {
      const plain = decodeURIComponent(name).replaceAll('~1', '/').replaceAll('~0', '~');
      const target = named[plain];
      if (Object.hasOwn(found, plain) || target === undefined) continue;
      found[plain] = target;
      see(target);
    }
  };
  see(schema);
  return found;
}

function readOnlyIn(value: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof value !== 'object' || value === null) return found;
  for (const [name, member] of Object.entries(value)) {
    if (typeof member === 'object' && member !== null && 'readOnly' in member && member.readOnly === true) found.add(name);
    readOnlyIn(member, found);
  }
  return found;
}

/** A contract that makes, reads, lists, replaces and deletes things of this schema. */
function storing(schema: Schema, schemas: JsonObject, fhir: boolean): JsonObject {
  const type = fhir ? 'application/fhir+json' : 'application/json';
  const thing = { $ref: '#/components/schemas/LawThing' };
  const content = { [type]: { schema: thing } };
  const body = { requestBody: { required: true, content } };
  const text = { type: 'string' };
  const list = fhir
    ? {
        type: 'object',
        required: ['resourceType', 'type'],
        properties: {
          resourceType: { type: 'string', enum: ['Bundle'] },
          type: { type: 'string', enum: ['searchset'] },
          total: { type: 'integer' },
          entry: { type: 'array', items: { type: 'object', properties: { fullUrl: text, resource: thing, search: { type: 'object' } } } },
        },
      }
    : { type: 'object', required: ['items', 'total'], properties: { items: { type: 'array', items: thing }, total: { type: 'integer' } } };
  const missing = { '404': { description: 'None', content: { [type]: { schema: { type: 'object' } } } } };
  const Location = { required: true, schema: text };
  return {
    openapi: '3.1.0',
    info: { title: 'Things', version: '1' },
    servers: [{ url: '/laws' }],
    paths: {
      '/things': {
        get: { responses: { '200': { description: 'All', content: { [type]: { schema: list } } } } },
        post: { ...body, responses: { '201': { description: 'Made', headers: { Location }, content } } },
      },
      '/things/{thingId}': {
        parameters: [{ name: 'thingId', in: 'path', required: true, schema: text }],
        get: { responses: { '200': { description: 'One', content }, ...missing } },
        put: { ...body, responses: { '200': { description: 'Replaced', content }, ...missing } },
        delete: { responses: { '204': { description: 'Gone' }, ...missing } },
      },
    },
    // A schema is JSON; its type says so with other words.
    components: { schemas: unexemplified({ ...schemas, LawThing: schema as Json }) },
  };
}

/** Without examples of whole things: they would be items of the list from the beginning. */
function unexemplified(schemas: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      if (!isObject(schema)) return [name, schema];
      const { example: _, examples: __, ...rest } = schema;
      return [name, rest];
    }),
  );
}
