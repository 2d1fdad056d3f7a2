/** Schemas as a graph: each one's own rules, and the schemas inside it, references followed. A recursive schema is a circle. */
import type { Direction } from '../../contract/validation/check.ts';
import { type Requirements, requirementsOf } from '../../contract/validation/requirements.ts';
import { lazilyFor } from '../../contract/lazily.ts';
import type { Json, JsonObject, Schema } from '../../contract/contract.ts';
import { childrenOf } from '../../contract/reading/document-structure.ts';
import { FORMATS } from '../../contract/validation/formats.ts';
import { isObject } from '../../contract/json.ts';
import type { Draft } from '../../contract/reading/read-document.ts';
import { dereference } from '../../contract/reading/references.ts';

/** Keywords whose value is data, not schemas. */
const RULES = [
  'type',
  'enum',
  'const',
  'minLength',
  'maxLength',
  'pattern',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'dependentRequired',
  'minProperties',
  'maxProperties',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minContains',
  'maxContains',
];

/** A schema, seen as rules of its own and schemas inside, each at a place such as `properties/name` or `items`. */
export interface SchemaNode {
  readonly rules: JsonObject;
  readonly children: ReadonlyMap<string, SchemaNode | boolean>;
  /** Number of the class of equal schemas it is in. */
  class: number;
}

/** The node for a schema of a document, made the first time it is met. */
export type SchemaWalk = (document: JsonObject, schema: Json) => SchemaNode | boolean;

/** New nodes are added to `nodes`. A request and a response require different members, so each direction has its own nodes. */
export function walkFor(direction: Direction, nodes: SchemaNode[]): SchemaWalk {
  const known = new Map<Json, SchemaNode>();
  const requirements = lazilyFor(
    (document: JsonObject) =>
      requirementsOf(direction, (schema) =>
        typeof schema === 'boolean' ? schema : ((dereference(document, schema as JsonObject, '')?.node ?? true) as Schema),
      ), // a schema is JSON
  );
  return walk;

  function walk(document: JsonObject, schema: Json): SchemaNode | boolean {
    if (!isObject(schema)) return schema === true;
    const target = (): SchemaNode | boolean => walk(document, dereference(document, schema, '')?.node ?? true);
    const { $ref } = schema;
    const rules = rulesOf(schema, requirements(document));
    const parts = [...childrenOf('schema', schema as Draft, '')].filter(({ pointer }) => !/^\/(\$defs|definitions)\//.test(pointer));
    if (typeof $ref === 'string' && parts.length === 0 && Object.keys(rules).length === 0) return target();
    const met = known.get(schema);
    if (met) return met;
    const children = new Map<string, SchemaNode | boolean>();
    const made: SchemaNode = { rules, children, class: 0 };
    known.set(schema, made);
    nodes.push(made);
    for (const { holder, key, pointer } of parts) children.set(pointer, walk(document, holder[key] ?? true));
    if (typeof $ref === 'string') children.set('/allOf/ref', target());
    return made;
  }
}

function rulesOf(schema: JsonObject, requirements: Requirements): JsonObject {
  const rules: Record<string, Json> = {};
  for (const keyword of RULES) if (schema[keyword] !== undefined) rules[keyword] = schema[keyword];
  const { format } = schema;
  if (typeof format === 'string' && FORMATS[format]) rules['format'] = format;
  requirements.enter(schema);
  const required = requirements.of(schema);
  if (required.length > 0) rules['required'] = required;
  return rules;
}
