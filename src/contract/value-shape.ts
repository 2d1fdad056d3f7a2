/** What kinds of value a schema lets through, as far as it decides how a text is read: that of a parameter, a form's member, an element. */
import type { Contract, Json, Schema, SchemaObject } from './contract.ts';
import { isArray } from './json.ts';
import { lazily } from './lazily.ts';

export interface ValueShape {
  /** Scalar types in the order in which a text is tried as them; empty where the schema names none. */
  readonly scalars: readonly string[];
  /** Of the items, where an array is welcome. */
  readonly items: ValueShape | undefined;
  /** Of the members by name, where an object is welcome. */
  readonly members: ReadonlyMap<string, ValueShape> | undefined;
  /** Of members that no property names, where an object is welcome. */
  readonly others: ValueShape | undefined;
  /** The schemas that this was read from: the value's own and those for the same value inside it, references followed. */
  readonly parts: readonly SchemaObject[];
}

type Resolving = Pick<Contract, 'resolve' | 'family'>;

/** Text that reads as a number or a boolean is one, where that is allowed; null is what an empty text can mean. */
const TRIED = ['boolean', 'integer', 'number', 'string', 'null'];

/** How deep combined schemas are followed for their types. */
const DEPTH = 8;

/** The shape of a value that any of these schemas may describe. Read further in only when asked: schemas may hold themselves. */
export function shapeOf(contract: Resolving, ...schemas: readonly Schema[]): ValueShape {
  const seen = new Set<Schema>();
  const parts = schemas.flatMap((schema) => [...partsOf(contract, schema, seen)]);
  const types = typesOf(parts);
  const inside = (those: readonly Schema[]): (() => ValueShape) => lazily(() => shapeOf(contract, ...those));
  const items = inside(parts.flatMap(({ items: rest, prefixItems = [] }) => (rest === undefined ? prefixItems : [...prefixItems, rest])));
  const others = inside(parts.flatMap(({ additionalProperties }) => (additionalProperties === undefined ? [] : [additionalProperties])));
  const members = lazily(() => new Map([...schemasByName(parts)].map(([name, those]) => [name, shapeOf(contract, ...those)])));
  return {
    scalars: TRIED.filter((type) => types.has(type)),
    get items() {
      return types.has('array') ? items() : undefined;
    },
    get members() {
      return types.has('object') ? members() : undefined;
    },
    get others() {
      return types.has('object') ? others() : undefined;
    },
    parts,
  };
}

function schemasByName(parts: readonly SchemaObject[]): ReadonlyMap<string, readonly Schema[]> {
  const schemas = new Map<string, Schema[]>();
  for (const { properties = {} } of parts) {
    for (const [name, schema] of Object.entries(properties)) {
      const known = schemas.get(name);
      if (known) known.push(schema);
      else schemas.set(name, [schema]);
    }
  }
  return schemas;
}

/** The schema itself and every schema for the same value inside it, references followed. */
function* partsOf(contract: Resolving, schema: Schema, seen: Set<Schema>, depth = 0): Generator<SchemaObject> {
  if (typeof schema === 'boolean' || depth > DEPTH || seen.has(schema)) return;
  seen.add(schema);
  const resolved = contract.resolve(schema);
  // From OpenAPI 3.1 on a reference may have keywords beside it.
  if (schema !== resolved) yield schema;
  if (typeof resolved === 'boolean' || (resolved !== schema && seen.has(resolved))) return;
  seen.add(resolved);
  yield resolved;
  const { allOf = [], anyOf = [], oneOf = [], then: followed, else: otherwise } = resolved;
  const heirs = resolved.discriminator ? contract.family(resolved) : [];
  for (const part of [...allOf, ...anyOf, ...oneOf, ...heirs, followed, otherwise])
    if (part !== undefined) yield* partsOf(contract, part, seen, depth + 1);
}

function typesOf(parts: readonly SchemaObject[]): Set<string> {
  const types = new Set<string>();
  for (const { type, enum: values = [], const: constant, properties, items } of parts) {
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
  return value === null ? 'null' : isArray(value) ? 'array' : typeof value;
}

const NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/** The text as the first of the types it can be read as; the text itself where it is none of them. */
export function readScalar(types: readonly string[], text: string): Json {
  for (const type of types) {
    if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
    if ((type === 'integer' || type === 'number') && NUMBER.test(text) && Number.isFinite(Number(text))) return Number(text);
    if (type === 'string') return text;
    if (type === 'null' && text === '') return null;
  }
  return text;
}

/** All that a text could mean to a schema, likeliest first; the text itself where it can be read as nothing else. */
export function readingsOf({ scalars }: ValueShape, text: string): readonly Json[] {
  if (scalars.length < 2) return [readScalar(scalars, text)];
  const readings = new Set<Json>(scalars.map((type) => readScalar([type], text)));
  if (!scalars.includes('string') && readings.size > 1) readings.delete(text);
  return [...readings];
}
