/** What kinds of value a parameter's schema lets through, worked out once per parameter. */
import type { Contract, Json, Parameter, Schema } from './contract.ts';

export interface Shape {
  /** Scalar types in the order in which a text is tried as them; empty where the schema names none. */
  readonly scalars: readonly string[];
  /** Types of the items, where an array is welcome. */
  readonly items: readonly string[] | undefined;
  /** Types of the members by name, where an object is welcome. */
  readonly members: ReadonlyMap<string, readonly string[]> | undefined;
}

/** A memo of a pure function; contracts and parameters never change. */
const shapes = new WeakMap<Parameter, Shape>();

export function shapeOf(contract: Contract, parameter: Parameter): Shape {
  const known = shapes.get(parameter);
  if (known) return known;
  const schema = parameter.schema?.schema ?? true;
  const types = typesOf(contract, schema);
  const shape = {
    scalars: TRIED.filter((type) => types.has(type)),
    items: types.has('array') ? itemTypes(contract, schema) : undefined,
    members: types.has('object') ? memberTypes(contract, schema) : undefined,
  };
  shapes.set(parameter, shape);
  return shape;
}

/** Text that reads as a number or a boolean is one, where that is allowed; null is what an empty text can mean. */
const TRIED = ['boolean', 'integer', 'number', 'string', 'null'];

/** How deep combined schemas are followed for their types. */
const DEPTH = 8;

/** The schema itself and every schema for the same value inside it, references followed. */
function* parts(contract: Contract, schema: Schema, depth = 0): Generator<Exclude<Schema, boolean>> {
  const resolved = contract.resolve(schema);
  if (typeof resolved === 'boolean' || depth > DEPTH) return;
  yield resolved;
  for (const part of [...(resolved.allOf ?? []), ...(resolved.anyOf ?? []), ...(resolved.oneOf ?? [])])
    yield* parts(contract, part, depth + 1);
}

function typesOf(contract: Contract, schema: Schema): Set<string> {
  const types = new Set<string>();
  for (const { type, enum: values = [], const: constant, properties, items } of parts(contract, schema)) {
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

function scalarTypes(contract: Contract, schema: Schema): string[] {
  const types = typesOf(contract, schema);
  return TRIED.filter((type) => types.has(type));
}

function itemTypes(contract: Contract, schema: Schema): string[] {
  return [...parts(contract, schema)].flatMap(({ items }) => (items === undefined ? [] : scalarTypes(contract, items)));
}

function memberTypes(contract: Contract, schema: Schema): Map<string, readonly string[]> {
  return new Map(
    [...parts(contract, schema)].flatMap(({ properties = {} }) =>
      Object.entries(properties).map(([name, member]) => [name, scalarTypes(contract, member)] as const),
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
