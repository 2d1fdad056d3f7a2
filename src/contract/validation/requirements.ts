/** Which members must be there, by the way in which a value travels. */
import type { Schema, SchemaObject } from '../contract.ts';
import type { Direction } from './check.ts';

export interface Requirements {
  /** To be told of every schema before the parts inside it are asked about. */
  enter(schema: SchemaObject): void;
  of(schema: SchemaObject): readonly string[];
}

/** How deep a member is looked for in parts of parts. */
const DEPTH = 8;

/**
 * What the server owns (`readOnly`) is required of responses only, and what it never shows (`writeOnly`) of requests only (OpenAPI 3.0, Schema
 * Object; the usual reading of 3.1), or nobody could create what has an id. A part that only requires a member may have it declared
 * by its neighbours, so the schemas around it are asked as well.
 */
export function requirementsOf(direction: Direction, resolve: (schema: Schema) => Schema): Requirements {
  const exempt = direction === 'request' ? 'readOnly' : 'writeOnly';
  const around = new Map<Schema, SchemaObject>();
  return {
    enter(schema) {
      for (const part of partsOf(schema)) if (typeof part === 'object' && part.$ref === undefined) around.set(part, schema);
    },
    of(schema) {
      const { required = [] } = schema;
      return required.some((name) => isExempt(schema, name)) ? required.filter((name) => !isExempt(schema, name)) : required;
    },
  };

  function isExempt(schema: SchemaObject, name: string): boolean {
    for (let here: SchemaObject | undefined = schema; here; here = around.get(here)) {
      const member = declared(here, name);
      if (member !== undefined) return isMarked(member);
    }
    return false;
  }

  function declared(schema: Schema, name: string, depth = 0): Schema | undefined {
    const resolved = resolve(schema);
    if (typeof resolved === 'boolean' || depth > DEPTH) return undefined;
    const { properties, allOf = [] } = resolved;
    if (properties && Object.hasOwn(properties, name)) return properties[name];
    return allOf.map((part) => declared(part, name, depth + 1)).find((found) => found !== undefined);
  }

  function isMarked(member: Schema, depth = 0): boolean {
    if (typeof member === 'boolean' || depth > DEPTH) return false;
    if (member[exempt] === true) return true;
    const resolved = resolve(member);
    if (resolved !== member) return isMarked(resolved, depth + 1);
    // `nullable` beside no type becomes a choice between null and the schema.
    return [...(member.allOf ?? []), ...(member.anyOf ?? [])].some((part) => isMarked(part, depth + 1));
  }
}

function partsOf({ allOf = [], anyOf = [], oneOf = [], if: test, then: followed, else: otherwise }: SchemaObject): readonly Schema[] {
  return [...allOf, ...anyOf, ...oneOf, ...[test, followed, otherwise].filter((part) => part !== undefined)];
}
