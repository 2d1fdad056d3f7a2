/** From a published body to a schema of its shape, and from a schema's own examples to a body. */
import type { Json, Schema } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';
import type { FormPart } from './form-part.ts';

/** The shape of one body; nothing in it is required, because one example cannot tell. */
export function schemaOfValue(value: Json): Schema {
  if (isArray(value)) return { type: 'array', items: value[0] === undefined ? true : schemaOfValue(value[0]) };
  if (isObject(value))
    return { type: 'object', properties: Object.fromEntries(Object.entries(value).map(([key, member]) => [key, schemaOfValue(member)])) };
  return value === null ? true : { type: typeof value, example: value };
}

const DEEPEST = 8;

/** A body put together from the examples that a schema gives of its members; undefined where it gives none. */
export function exampleOfParts(part: FormPart, depth = 0): Json | undefined {
  const { schema, kind } = part;
  if (schema.example !== undefined) return schema.example;
  if (depth > DEEPEST) return undefined;
  if (kind === 'object') {
    const members = part.members().flatMap((member) => {
      const value = exampleOfParts(member, depth + 1);
      return value === undefined ? [] : [[member.key, value] as const];
    });
    return members.length > 0 ? Object.fromEntries(members) : undefined;
  }
  const item = kind === 'array' ? part.items() : undefined;
  if (item) {
    const value = exampleOfParts(item, depth + 1);
    return value === undefined ? undefined : [value];
  }
  return schema.const ?? schema.default ?? (schema.enum?.length === 1 ? schema.enum[0] : undefined);
}
