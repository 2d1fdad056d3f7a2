/** What stands where in an OpenAPI document: the object model of 3.2, which holds that of 3.0 and 3.1, as a table. */
import { escapeToken, isArray, isObject } from '../json.ts';
import type { Draft } from './read-document.ts';

export type NodeKind =
  | 'document'
  | 'components'
  | 'path-item'
  | 'operation'
  | 'callback'
  | 'parameter'
  | 'header'
  | 'response'
  | 'body'
  | 'media-type'
  | 'example'
  | 'link'
  | 'security-scheme'
  | 'schema';
export type Holds = 'one' | 'list' | 'map';

const OPERATION: readonly [Holds, NodeKind] = ['one', 'operation'];
const SCHEMA: readonly [Holds, NodeKind] = ['one', 'schema'];
const SCHEMAS: readonly [Holds, NodeKind] = ['list', 'schema'];
const SCHEMA_MAP: readonly [Holds, NodeKind] = ['map', 'schema'];
const EXAMPLES: readonly [Holds, NodeKind] = ['map', 'example'];
const HEADERS: readonly [Holds, NodeKind] = ['map', 'header'];
const CONTENT: readonly [Holds, NodeKind] = ['map', 'media-type'];

export const STRUCTURE: Readonly<Record<NodeKind, Readonly<Record<string, readonly [Holds, NodeKind]>>>> = {
  document: { paths: ['map', 'path-item'], webhooks: ['map', 'path-item'], components: ['one', 'components'] },
  components: {
    schemas: SCHEMA_MAP,
    parameters: ['map', 'parameter'],
    headers: HEADERS,
    responses: ['map', 'response'],
    requestBodies: ['map', 'body'],
    examples: EXAMPLES,
    links: ['map', 'link'],
    securitySchemes: ['map', 'security-scheme'],
    pathItems: ['map', 'path-item'],
    callbacks: ['map', 'callback'],
    mediaTypes: CONTENT,
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
    query: OPERATION,
    additionalOperations: ['map', 'operation'],
  },
  operation: {
    parameters: ['list', 'parameter'],
    requestBody: ['one', 'body'],
    responses: ['map', 'response'],
    callbacks: ['map', 'callback'],
  },
  callback: {},
  parameter: { schema: SCHEMA, content: CONTENT, examples: EXAMPLES },
  header: { schema: SCHEMA, content: CONTENT, examples: EXAMPLES },
  response: { headers: HEADERS, content: CONTENT, links: ['map', 'link'] },
  body: { content: CONTENT },
  'media-type': { schema: SCHEMA, examples: EXAMPLES },
  example: {},
  link: {},
  'security-scheme': {},
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
    unevaluatedProperties: SCHEMA,
  },
};

/** The same for Swagger 2.0, as far as it differs. */
export const SWAGGER_STRUCTURE: typeof STRUCTURE = {
  ...STRUCTURE,
  document: { paths: ['map', 'path-item'], definitions: SCHEMA_MAP, parameters: ['map', 'parameter'], responses: ['map', 'response'] },
  response: { schema: SCHEMA, headers: HEADERS },
};

/** A node of the document, by the object or array that holds it: what must be written to when the node is replaced. */
export interface NodePart {
  readonly kind: NodeKind;
  readonly holder: Draft;
  readonly key: string;
  readonly pointer: string;
}

/** The parts directly inside a node of this kind. */
export function* childrenOf(kind: NodeKind, node: Draft, pointer: string): Generator<NodePart> {
  if (kind === 'callback') yield* members('path-item', node, pointer);
  for (const [key, [holds, child]] of Object.entries(STRUCTURE[kind])) {
    const value = node[key];
    if (value === undefined) continue;
    if (holds === 'one') yield { kind: child, holder: node, key, pointer: `${pointer}/${key}` };
    else if (holds === 'list' ? isArray(value) : isObject(value)) yield* members(child, value as Draft, `${pointer}/${key}`); // an array answers to its indices as an object does
  }
}

function* members(kind: NodeKind, holder: Draft, pointer: string): Generator<NodePart> {
  for (const key of Object.keys(holder)) yield { kind, holder, key, pointer: `${pointer}/${escapeToken(key)}` };
}
