/** A schema as one reads it: `$ref`s followed, `allOf` merged, properties gathered from every part, choices listed. */
import type { Contract, Json, JsonObject, Schema, SchemaAt, SchemaObject } from '../../contract/contract.ts';
import { type Tags, tagsOf } from '../../contract/discriminator.ts';
import { isOverBudget, type OverBudget } from '../../contract/work.ts';
import { lazilyFor } from '../../contract/lazily.ts';
import { escapeToken, isObject } from '../../contract/json.ts';
import { linkMarker } from '../../contract/published-links.ts';

export interface Merged {
  /** Where the schema stands, its first `$ref` followed. */
  readonly pointer: string;
  /** Name of the component it was reached by. */
  readonly component?: string;
  /** Every keyword that applies to the value itself, without `$ref`, `allOf`, `oneOf`, `anyOf` and `properties`. */
  readonly schema: SchemaObject;
  readonly properties: ReadonlyMap<string, SchemaAt>;
  readonly required: ReadonlySet<string>;
  readonly items?: SchemaAt;
  readonly prefixItems: readonly SchemaAt[];
  /** One entry per `oneOf` or `anyOf`: the value meets one branch of each. */
  readonly choices: readonly Choice[];
  /** Nothing fits: the schema is `false`. */
  readonly impossible: boolean;
  /** The role written beside the schema by a person (`x-world`). */
  readonly written?: string;
}

export interface Choice {
  readonly keyword: 'oneOf' | 'anyOf';
  readonly branches: readonly SchemaAt[];
  /** The words by which a value says its branch. */
  readonly tags?: Tags;
}

/** Longest chain of `$ref` and `allOf` that is followed; a longer one is a loop. */
const CHAIN = 48;
/** Steps that the reading of one schema may take: a chain that branches at every link has no end that anybody could wait for. */
const MERGE_STEPS = 50_000;
const STEPS_PER_PART = 4;

/** Reads schemas of one contract, each of them once. */
export function schemaReader(contract: Contract): (at: SchemaAt) => Merged {
  const links = linkMarker(contract);
  const marked = (merged: Merged): Merged => {
    const { example } = merged.schema;
    const to = example === undefined ? undefined : links.mark(example);
    return to === example || to === undefined ? merged : { ...merged, schema: { ...merged.schema, example: to } };
  };
  const anything = lazilyFor((pointer: string) => finish(emptyParts(pointer, false)));
  const nothing = lazilyFor((pointer: string) => finish(emptyParts(pointer, true)));
  const read = new WeakMap<SchemaObject, Merged>();
  /** Those that take too long to read: asking again is in vain. */
  const beyond = new WeakMap<SchemaObject, OverBudget>();
  const { work } = contract;
  const heirs = lazilyFor((schema: SchemaObject): Heirs => {
    const schemas = contract.family(schema).filter((one) => contract.resolve(one) !== schema);
    return { schemas, resolved: new Set(schemas.map(contract.resolve)), tags: tagsOf(contract.resolve, schema, schemas) };
  });
  const reading: Reading = { contract, heirs };
  return (at) => {
    if (typeof at.schema === 'boolean') return at.schema ? anything(at.pointer) : nothing(at.pointer);
    const known = read.get(at.schema);
    if (known) {
      work.spend(1 + known.properties.size / 8);
      return known;
    }
    const before = beyond.get(at.schema);
    if (before) throw before;
    const parts = emptyParts(at.pointer, false);
    try {
      work.within(MERGE_STEPS, () => gather(reading, at, parts, CHAIN));
    } catch (error) {
      if (isOverBudget(error)) beyond.set(at.schema, error);
      throw error;
    }
    const merged = marked(finish(parts));
    work.spend(1 + merged.properties.size);
    read.set(at.schema, merged);
    return merged;
  };
}

interface Reading {
  readonly contract: Contract;
  /** Those that extend a component. */
  readonly heirs: (schema: SchemaObject) => Heirs;
}

interface Heirs {
  readonly schemas: readonly Schema[];
  readonly resolved: ReadonlySet<Schema>;
  readonly tags: Tags | undefined;
}

interface Parts {
  pointer: string;
  component?: string;
  keywords: Record<string, Json>;
  readonly properties: Map<string, SchemaAt[]>;
  readonly required: Set<string>;
  readonly items: SchemaAt[];
  prefixItems: readonly SchemaAt[];
  readonly choices: Choice[];
  impossible: boolean;
}

function emptyParts(pointer: string, impossible: boolean): Parts {
  return { pointer, keywords: {}, properties: new Map(), required: new Set(), items: [], prefixItems: [], choices: [], impossible };
}

/** `heir` is the schema that takes this one over by `allOf`. */
function gather(reading: Reading, at: SchemaAt, parts: Parts, left: number, heir?: SchemaObject): void {
  const { contract } = reading;
  const { schema, pointer } = at;
  if (schema === false) parts.impossible = true;
  if (typeof schema === 'boolean' || left === 0) return;
  contract.work.spend(STEPS_PER_PART);
  if (schema.$ref !== undefined) {
    const target = targetOf(schema.$ref);
    if (parts.component === undefined && target.component !== undefined) {
      parts.component = target.component;
      parts.pointer = target.pointer;
    }
    gather(reading, { pointer: target.pointer, schema: contract.resolve(schema) }, parts, left - 1, heir);
  }
  addKeywords(parts, schema);
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    contract.work.spend(1);
    const place = { pointer: `${pointer}/properties/${escapeToken(name)}`, schema: property };
    const known = parts.properties.get(name);
    if (known) known.push(place);
    else parts.properties.set(name, [place]);
  }
  for (const name of schema.required ?? []) parts.required.add(name);
  if (schema.items !== undefined) parts.items.push({ pointer: `${pointer}/items`, schema: schema.items });
  if (schema.prefixItems)
    parts.prefixItems = schema.prefixItems.map((item, index) => ({ pointer: `${pointer}/prefixItems/${index}`, schema: item }));
  for (const keyword of ['oneOf', 'anyOf'] as const) {
    const branches = schema[keyword]?.map((branch, index) => ({ pointer: `${pointer}/${keyword}/${index}`, schema: branch }));
    if (!branches?.length) continue;
    const tags = tagsOf(contract.resolve, schema, schema[keyword] ?? []);
    parts.choices.push({ keyword, branches, ...(tags ? { tags } : {}) });
  }
  if (schema.discriminator && !schema.oneOf && !schema.anyOf) gatherHeirs(reading, at.pointer, schema, parts, heir);
  for (const [index, part] of (schema.allOf ?? []).entries()) {
    gather(reading, { pointer: `${pointer}/allOf/${index}`, schema: part }, parts, left - 1, schema);
  }
}

/** A schema that others extend is one of them; what is one of them already is only told its tag. */
function gatherHeirs(
  { contract, heirs }: Reading,
  pointer: string,
  schema: SchemaObject,
  parts: Parts,
  heir: SchemaObject | undefined,
): void {
  const { schemas, resolved, tags } = heirs(schema);
  if (!tags || schemas.length === 0) return;
  if (!heir || !resolved.has(heir)) {
    contract.work.spend(schemas.length);
    parts.choices.push({ keyword: 'oneOf', branches: schemas.map((one) => ({ pointer, schema: one })), tags });
    return;
  }
  const word = tags.words[schemas.findIndex((one) => typeof one === 'object' && targetOf(one.$ref ?? '').component === parts.component)];
  const places = parts.properties.get(tags.propertyName) ?? [];
  if (word !== undefined) parts.properties.set(tags.propertyName, [...places, { pointer, schema: { const: word } }]);
}

const STRUCTURAL = new Set(['$ref', 'allOf', 'oneOf', 'anyOf', 'properties', 'required', 'items', 'prefixItems', 'discriminator']);
/** Where two parts bound a value, the tighter bound holds. */
const TIGHTER: Readonly<Record<string, (a: number, b: number) => number>> = {
  minimum: Math.max,
  exclusiveMinimum: Math.max,
  minLength: Math.max,
  minItems: Math.max,
  minProperties: Math.max,
  maximum: Math.min,
  exclusiveMaximum: Math.min,
  maxLength: Math.min,
  maxItems: Math.min,
  maxProperties: Math.min,
};

function addKeywords(parts: Parts, schema: SchemaObject): void {
  // A schema is a JSON object; its type only lists the keywords that we give a meaning to.
  for (const [keyword, value] of Object.entries(schema as unknown as JsonObject)) {
    if (STRUCTURAL.has(keyword)) continue;
    const before = parts.keywords[keyword];
    parts.keywords[keyword] = before === undefined ? value : together(keyword, before, value);
  }
}

function together(keyword: string, before: Json, value: Json): Json {
  const tighter = TIGHTER[keyword];
  if (tighter && typeof before === 'number' && typeof value === 'number') return tighter(before, value);
  if ((keyword === 'enum' || keyword === 'type') && before !== value) return common(before, value);
  if (keyword === 'additionalProperties' && (before === false || value === false)) return false;
  return value;
}

function common(before: Json, value: Json): Json {
  const others = new Set(list(value).map((other) => JSON.stringify(other)));
  const kept = list(before).filter((item) => others.has(JSON.stringify(item)));
  return kept.length > 0 ? kept : value;
}

function list(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : [value];
}

function finish(parts: Parts): Merged {
  const written = parts.keywords['x-world'];
  const items = allOfThem(parts.items);
  return {
    pointer: parts.pointer,
    ...(parts.component === undefined ? {} : { component: parts.component }),
    schema: parts.keywords as SchemaObject,
    properties: new Map(
      [...parts.properties].flatMap(([name, places]) => {
        const place = allOfThem(places);
        return place ? [[name, place] as const] : [];
      }),
    ),
    required: parts.required,
    ...(items ? { items } : {}),
    prefixItems: parts.prefixItems,
    choices: parts.choices,
    impossible: parts.impossible,
    ...(typeof written === 'string' ? { written } : {}),
  };
}

/** A property declared in several parts of an `allOf` has to satisfy all of them. */
function allOfThem(places: readonly SchemaAt[]): SchemaAt | undefined {
  const [first, ...rest] = places;
  if (!first || rest.length === 0) return first;
  return { pointer: first.pointer, schema: { allOf: places.map((place) => place.schema) } };
}

function targetOf(ref: string): { readonly pointer: string; readonly component?: string } {
  const pointer = decodeReference(ref);
  const component = /^\/components\/schemas\/([^/]+)$/.exec(pointer)?.[1];
  return component === undefined ? { pointer } : { pointer, component };
}

function decodeReference(ref: string): string {
  const fragment = ref.replace(/^#/, '');
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment; // a stray percent sign: the reference is then meant literally
  }
}

export function isLeaf(merged: Merged): boolean {
  const types = list(merged.schema.type ?? []);
  if (types.includes('object') || types.includes('array')) return false;
  return (
    merged.properties.size === 0 && merged.items === undefined && merged.choices.length === 0 && !isObject(merged.schema.const ?? null)
  );
}
