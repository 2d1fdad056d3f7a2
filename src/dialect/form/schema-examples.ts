/** From a published body to a schema of its shape, and from a schema's own examples to a body. */
import type { Json, Schema, SchemaObject } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';
import type { Flatten } from './flatten.ts';

/** The shape of one body; nothing in it is required, because one example cannot tell. */
export function schemaOf(value: Json): Schema {
  if (isArray(value)) return { type: 'array', items: value[0] === undefined ? true : schemaOf(value[0]) };
  if (isObject(value))
    return { type: 'object', properties: Object.fromEntries(Object.entries(value).map(([key, member]) => [key, schemaOf(member)])) };
  return value === null ? true : { type: typeof value, example: value };
}

const DEEPEST = 8;

/** A body put together from the examples that a schema gives of its members; undefined where it gives none. */
export function exampleOf(schema: Schema, flatten: Flatten, depth = 0): Json | undefined {
  const flat: SchemaObject = flatten(schema, 0);
  if (flat.example !== undefined) return flat.example;
  if (depth > DEEPEST) return undefined;
  if (flat.properties) {
    const members = Object.entries(flat.properties).flatMap(([key, member]) => {
      const value = exampleOf(member, flatten, depth + 1);
      return value === undefined ? [] : [[key, value] as const];
    });
    return members.length > 0 ? Object.fromEntries(members) : undefined;
  }
  if (flat.items !== undefined) {
    const item = exampleOf(flat.items, flatten, depth + 1);
    return item === undefined ? undefined : [item];
  }
  return flat.const ?? flat.default ?? (flat.enum?.length === 1 ? flat.enum[0] : undefined);
}
