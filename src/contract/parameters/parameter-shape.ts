/** What kinds of value a parameter's schema lets through, and texts read as them. */
import type { Json, JsonObject, Schema, ValueShape } from '../contract.ts';
import { dereference } from '../reading/references.ts';

export function shapeOf(document: JsonObject, schema: Schema): ValueShape {
  const types = typesOf(document, schema);
  return {
    scalars: TRIED.filter((type) => types.has(type)),
    items: types.has('array') ? itemTypes(document, schema) : undefined,
    members: types.has('object') ? memberTypes(document, schema) : undefined,
  };
}

/** Text that reads as a number or a boolean is one, where that is allowed; null is what an empty text can mean. */
const TRIED = ['boolean', 'integer', 'number', 'string', 'null'];

/** How deep combined schemas are followed for their types. */
const DEPTH = 8;

/** The schema itself and every schema for the same value inside it, references followed. */
function* parts(document: JsonObject, schema: Schema, depth = 0): Generator<Exclude<Schema, boolean>> {
  if (typeof schema === 'boolean' || depth > DEPTH) return;
  const resolved = (dereference(document, schema as JsonObject, '')?.node ?? true) as Schema; // load has made sure that a schema stands there
  if (typeof resolved === 'boolean') return;
  yield resolved;
  for (const part of [...(resolved.allOf ?? []), ...(resolved.anyOf ?? []), ...(resolved.oneOf ?? [])])
    yield* parts(document, part, depth + 1);
}

function typesOf(document: JsonObject, schema: Schema): Set<string> {
  const types = new Set<string>();
  for (const { type, enum: values = [], const: constant, properties, items } of parts(document, schema)) {
    if (type !== undefined) for (const name of typeof type === 'string' ? [type] : type) types.add(name);
    else {
      for (const value of constant === undefined ? values : [constant]) types.add(typeOfValue(value));
      if (properties) types.add('object');
      if (items !== undefined) types.add('array');
    }
  }
  return types;
}

function typeOfValue(value: Json): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}

function scalarTypes(document: JsonObject, schema: Schema): string[] {
  const types = typesOf(document, schema);
  return TRIED.filter((type) => types.has(type));
}

function itemTypes(document: JsonObject, schema: Schema): string[] {
  return [...parts(document, schema)].flatMap(({ items }) => (items === undefined ? [] : scalarTypes(document, items)));
}

function memberTypes(document: JsonObject, schema: Schema): Map<string, readonly string[]> {
  return new Map(
    [...parts(document, schema)].flatMap(({ properties = {} }) =>
      Object.entries(properties).map(([name, member]) => [name, scalarTypes(document, member)] as const),
    ),
  );
}

const NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/** The text as the first of the types it can be read as; the text itself where it is none of them. */
export function readAs(types: readonly string[], text: string): Json {
  for (const type of types) {
    if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
    if ((type === 'integer' || type === 'number') && NUMBER.test(text) && Number.isFinite(Number(text))) return Number(text);
    if (type === 'string') return text;
    if (type === 'null' && text === '') return null;
  }
  return text;
}
