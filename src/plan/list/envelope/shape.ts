/** A body as its members can be seen from outside: read from a schema, or from an example where the schema says too little. */
import type { Json, SchemaAt, SchemaObject } from '../../../contract/contract.ts';
import { isArray, isObject } from '../../../contract/json.ts';
import type { Meaning } from '../../../meaning/infer-roles.ts';
import { typesOf } from '../../../meaning/schema/leaf-constraints.ts';
import type { Merged } from '../../../meaning/schema/merged-schema.ts';
import { lazily } from '../../../contract/lazily.ts';

type Read = Meaning['read'];

export interface Shape {
  readonly type: 'array' | 'object' | 'scalar' | 'unknown';
  /** Where the schema stands, the same for every reference to it; absent for a shape read from an example. */
  readonly pointer?: string;
  readonly at?: SchemaAt;
  /** Keywords of a schema; of an example, its own value. */
  readonly keywords: SchemaObject;
  readonly members: ReadonlyMap<string, () => Shape>;
  readonly required: ReadonlySet<string>;
  readonly items?: () => Shape;
  /** True where null is welcome. */
  readonly nullable: boolean;
  /** True where no member but those declared may stand. */
  readonly closed: boolean;
}

/** Choices inside choices are followed so far. */
const NESTED = 4;

export function shapeOfSchema(read: Read, at: SchemaAt): Shape {
  const parts = [...partsOf(read, read(at), NESTED)];
  const [first] = parts;
  const types = new Set(parts.flatMap(({ schema }) => typesOf(schema)));
  const members = new Map<string, () => Shape>();
  for (const part of parts)
    for (const [name, place] of part.properties)
      if (!members.has(name))
        members.set(
          name,
          lazily(() => shapeOfSchema(read, place)),
        );
  const items = parts.find((part) => part.items !== undefined)?.items;
  const isList = types.has('array') || (types.size === 0 && items !== undefined && members.size === 0);
  const isMap = types.has('object') || members.size > 0;
  return {
    type: isList
      ? 'array'
      : isMap
        ? 'object'
        : types.size > 0 || first?.schema.enum || first?.schema.const !== undefined
          ? 'scalar'
          : 'unknown',
    at,
    ...(first === undefined ? {} : { pointer: first.pointer }),
    keywords: first?.schema ?? {},
    members,
    required: first?.required ?? new Set(),
    ...(items === undefined ? {} : { items: lazily(() => shapeOfSchema(read, items)) }),
    nullable: types.has('null') || parts.some(({ schema }) => (schema as { readonly nullable?: unknown }).nullable === true), // of OpenAPI 3.0
    closed: parts.some(({ schema }) => schema.additionalProperties === false || schema.unevaluatedProperties === false),
  };
}

function* partsOf(read: Read, merged: Merged, left: number): Generator<Merged> {
  yield merged;
  if (left > 0) for (const { branches } of merged.choices) for (const branch of branches) yield* partsOf(read, read(branch), left - 1);
}

export function shapeOfExample(value: Json): Shape {
  const members = new Map<string, () => Shape>();
  if (isObject(value))
    for (const [name, member] of Object.entries(value))
      members.set(
        name,
        lazily(() => shapeOfExample(member)),
      );
  const first = isArray(value) ? value[0] : undefined;
  return {
    type: isArray(value) ? 'array' : isObject(value) ? 'object' : value === null ? 'unknown' : 'scalar',
    keywords: { ...(isArray(value) || isObject(value) || value === null ? {} : { type: scalarType(value) }), example: value },
    members,
    required: new Set(),
    ...(first === undefined ? {} : { items: lazily(() => shapeOfExample(first)) }),
    nullable: value === null,
    closed: false,
  };
}

const scalarType = (value: Json): string => (Number.isInteger(value) ? 'integer' : typeof value);

/** Members of both; where the schema leaves a place open, the example tells what stands there. */
export function overlaid(schema: Shape, example: Shape): Shape {
  if (schema.type === 'unknown') return { ...example, nullable: schema.nullable || example.nullable };
  if (schema.type !== example.type) return schema;
  const members = new Map(schema.members);
  for (const [name, member] of example.members) {
    const declared = schema.members.get(name);
    members.set(name, declared ? lazily(() => overlaid(declared(), member())) : member);
  }
  const [items, shown] = [schema.items, example.items];
  return {
    ...schema,
    members,
    ...(items && shown ? { items: lazily(() => overlaid(items(), shown())) } : shown ? { items: shown } : {}),
  };
}
