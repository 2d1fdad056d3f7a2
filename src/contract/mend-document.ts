/** Walks a document along OpenAPI's own structure and mends every schema in it, references included, without looking into examples. */
import type { Json } from './contract.ts';
import { escapeToken, isArray, isObject, unescapeToken, valueAt } from './json.ts';
import { type Mending, mendSchema } from './mend-schema.ts';
import type { Draft, ReadDocument } from './read-document.ts';
import { lookUp, whyUnfollowed } from './references.ts';
import { breakCycles, type PlacedSchema } from './schema-cycles.ts';

type Kind =
  | 'document'
  | 'components'
  | 'path-item'
  | 'operation'
  | 'callback'
  | 'parameter'
  | 'response'
  | 'body'
  | 'media-type'
  | 'schema';
type Holds = 'one' | 'list' | 'map';

const OPERATION: readonly [Holds, Kind] = ['one', 'operation'];
const SCHEMA: readonly [Holds, Kind] = ['one', 'schema'];
const SCHEMAS: readonly [Holds, Kind] = ['list', 'schema'];
const SCHEMA_MAP: readonly [Holds, Kind] = ['map', 'schema'];

/** What stands where: the part of the OpenAPI 3.1 object model that leads to schemas. */
const STRUCTURE: Readonly<Record<Kind, Readonly<Record<string, readonly [Holds, Kind]>>>> = {
  document: { paths: ['map', 'path-item'], webhooks: ['map', 'path-item'], components: ['one', 'components'] },
  components: {
    schemas: SCHEMA_MAP,
    parameters: ['map', 'parameter'],
    headers: ['map', 'parameter'],
    responses: ['map', 'response'],
    requestBodies: ['map', 'body'],
    pathItems: ['map', 'path-item'],
    callbacks: ['map', 'callback'],
  },
  'path-item': {
    parameters: ['list', 'parameter'],
    get: OPERATION,
    put: OPERATION,
    post: OPERATION,
    delete: OPERATION,
    patch: OPERATION,
    head: OPERATION,
    options: OPERATION,
    trace: OPERATION,
  },
  operation: {
    parameters: ['list', 'parameter'],
    requestBody: ['one', 'body'],
    responses: ['map', 'response'],
    callbacks: ['map', 'callback'],
  },
  callback: {},
  parameter: { schema: SCHEMA, content: ['map', 'media-type'] },
  response: { headers: ['map', 'parameter'], content: ['map', 'media-type'] },
  body: { content: ['map', 'media-type'] },
  'media-type': { schema: SCHEMA },
  schema: {
    properties: SCHEMA_MAP,
    patternProperties: SCHEMA_MAP,
    $defs: SCHEMA_MAP,
    definitions: SCHEMA_MAP,
    dependentSchemas: SCHEMA_MAP,
    allOf: SCHEMAS,
    anyOf: SCHEMAS,
    oneOf: SCHEMAS,
    prefixItems: SCHEMAS,
    items: SCHEMA,
    not: SCHEMA,
    additionalProperties: SCHEMA,
    contains: SCHEMA,
    propertyNames: SCHEMA,
    if: SCHEMA,
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema; nobody awaits this table
    then: SCHEMA,
    else: SCHEMA,
    unevaluatedItems: SCHEMA,
    unevaluatedProperties: SCHEMA,
  },
};

interface Visit {
  readonly kind: Kind;
  /** The object or array that holds the node, and under which key: what must be written to when the node is replaced. */
  readonly holder: Draft;
  readonly key: string;
  readonly pointer: string;
}

export function mendDocument({ document, before31, quirks }: ReadDocument, patternProblem: Mending['patternProblem']): void {
  /** What each node became. References and YAML anchors reach one node by several ways. */
  const mended = new Map<Json, Json>();
  const schemas: PlacedSchema[] = [];
  const queue: Visit[] = [];
  mended.set(document, document);
  push(queue, document, '', 'document');
  // The queue grows while it is read.
  for (const visit of queue) {
    const { kind, holder, key, pointer } = visit;
    if (kind === 'schema') {
      holder[key] = mendOnce(visit);
      continue;
    }
    const node = holder[key] ?? null;
    if (!isObject(node) || mended.has(node)) continue;
    mended.set(node, node);
    followReference(node as Draft, pointer, kind);
    push(queue, node as Draft, pointer, kind);
  }
  breakCycles(document, schemas, quirks);

  function mendOnce({ holder, key, pointer }: Visit): Json {
    const node = holder[key] ?? null;
    const known = mended.get(node);
    if (known !== undefined) return known;
    if (typeof node === 'boolean') return node;
    if (!isObject(node)) {
      quirks.push({ pointer, effect: 'unchecked', message: 'This is no schema: a schema is a mapping, or true or false.' });
      return true;
    }
    const schema = mendSchema(node as Draft, {
      before31,
      patternProblem,
      quirk: (effect, message, member) =>
        quirks.push({ pointer: member === undefined ? pointer : `${pointer}/${member}`, effect, message }),
    });
    mended.set(node, schema);
    mended.set(schema, schema);
    schemas.push({ schema, pointer });
    if (!followReference(schema, pointer, 'schema')) delete schema['$ref'];
    push(queue, schema, pointer, 'schema');
    return schema;
  }

  /** A reference may name a place that OpenAPI's own structure does not lead to (`#/definitions/…` in 3.0): it is walked as well. */
  function followReference(node: Draft, pointer: string, kind: Kind): boolean {
    const { $ref } = node;
    if ($ref === undefined) return true;
    const found = typeof $ref === 'string' ? lookUp(document, $ref) : undefined;
    const at = found?.pointer ?? '';
    const cut = at.lastIndexOf('/');
    const holder = cut < 0 ? undefined : valueAt(document, at.slice(0, cut));
    if (found && typeof holder === 'object' && holder !== null) {
      queue.push({ kind, holder: holder as Draft, key: unescapeToken(at.slice(cut + 1)), pointer: at });
    }
    if (!found) quirks.push({ pointer: `${pointer}/$ref`, effect: 'unchecked', message: whyUnfollowed(String($ref)) });
    return found !== undefined;
  }
}

function push(queue: Visit[], node: Draft, pointer: string, kind: Kind): void {
  if (kind === 'callback') pushAll(queue, node, pointer, 'path-item');
  for (const [key, [holds, childKind]] of Object.entries(STRUCTURE[kind])) {
    const child = node[key];
    if (child === undefined) continue;
    if (holds === 'one') queue.push({ kind: childKind, holder: node, key, pointer: `${pointer}/${key}` });
    else if (holds === 'list' ? isArray(child) : isObject(child)) pushAll(queue, child as Draft, `${pointer}/${key}`, childKind);
  }
}

function pushAll(queue: Visit[], holder: Draft, pointer: string, kind: Kind): void {
  for (const key of Object.keys(holder)) queue.push({ kind, holder, key, pointer: `${pointer}/${escapeToken(key)}` });
}
