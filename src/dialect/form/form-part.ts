/** An error form understood: its schema as a tree of parts, each with what its name means and what published bodies hold there. */
import type { Json, JsonObject, Schema, SchemaAt, SchemaObject } from '../../contract/contract.ts';
import { escapeToken, isArray, isObject } from '../../contract/json.ts';
import { lazily } from '../../contract/lazily.ts';
import type { Meaning } from '../../meaning/infer-roles.ts';
import { errorRole, type ErrorRole } from '../../meaning/roles/error-roles.ts';
import { settle, withLeavesJoined } from '../../meaning/schema/branches.ts';
import { typesOf } from '../../meaning/schema/leaf-constraints.ts';
import type { Choice, Merged } from '../../meaning/schema/merged-schema.ts';
import { joined } from '../../meaning/words.ts';
import { schemaOfValue } from './schema-of-value.ts';
import { OPERATION_OUTCOME } from './standard-shapes.ts';

/** Where a part stands: the body itself has no key, an item has its array's name. */
interface Standing {
  readonly key: string;
  /** The key, escaped for a JSON pointer. */
  readonly token: string;
  /** The key as one word. */
  readonly name: string;
  /** From the body down, items as `*`: `issue/*` + `/code`. */
  readonly trail: string;
  readonly role: ErrorRole | undefined;
  readonly required: boolean;
  /** The schemas it stands in. */
  readonly inside: readonly Merged[];
}

export interface FormPart extends Standing {
  readonly kind: 'object' | 'array' | 'leaf';
  /** Whether its schema is one that it stands in already: an error inside an error says nothing new. */
  readonly repeats: boolean;
  /** The keywords that bind the value itself. */
  readonly schema: SchemaObject;
  /** Members that the schema declares, and those that it leaves room for and published bodies hold. */
  members(): readonly FormPart[];
  items(): FormPart | undefined;
  /** The schema of a member of any name, as a map has them; undefined where it may have none of that name. */
  field(name: string): SchemaObject | undefined;
}

/** Which branch of each union is taken: 0 is the most promising, further numbers the next. */
export type Variant = number;

/** The whole body by its schema; `shown` are published bodies of the form. */
export function understandForm(read: Meaning['read'], at: SchemaAt, shown: readonly Json[], variant: Variant): FormPart {
  return part({ read, variant }, { key: '', token: '', name: '', trail: '', role: 'message', required: true, inside: [] }, at, shown);
}

interface Reading {
  readonly read: Meaning['read'];
  readonly variant: Variant;
}

function part(reading: Reading, standing: Standing, at: SchemaAt, shown: readonly Json[]): FormPart {
  const whole = reading.read(at);
  const merged = settled(reading, whole);
  const around = { ...standing, inside: [...standing.inside, whole] };
  return {
    ...standing,
    repeats: standing.inside.includes(whole),
    kind: kindOf(merged, shown),
    schema: merged.schema,
    members: lazily(() => membersOf(reading, around, merged, shown.filter(isObject))),
    items: lazily(() => itemOf(reading, around, merged, shown.filter(isArray).flat())),
    field(name) {
      const place = merged.properties.get(name) ?? additional(merged);
      return place.schema === false ? undefined : settled(reading, reading.read(place)).schema;
    },
  };
}

function settled({ read, variant }: Reading, whole: Merged): Merged {
  const merged = withLeavesJoined(read, whole);
  return settle(read, merged, (choice) => ranked(read, choice)[variant % choice.branches.length] ?? 0);
}

/** An error is an OperationOutcome sooner than another resource, and an object sooner than a text. */
function ranked(read: Meaning['read'], { branches }: Choice): readonly number[] {
  const rank = branches.map((branch) => rankOf(read, branch));
  return branches.map((_, index) => index).toSorted((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0) || a - b);
}

function rankOf(read: Meaning['read'], branch: SchemaAt): number {
  const { properties } = read(branch);
  const type = properties.get('resourceType');
  if (type) return isOutcome(read(type).schema) ? 0 : 3;
  return [...properties.keys()].some((name) => /err|fault|issue|message|detail/i.test(name)) ? 1 : 2;
}

const isOutcome = (schema: SchemaObject): boolean => JSON.stringify(schema).includes('OperationOutcome');

function kindOf({ schema, properties, items }: Merged, shown: readonly Json[]): FormPart['kind'] {
  const types = typesOf(schema);
  if (types.includes('object') || (types.length === 0 && (properties.size > 0 || shown.some(isObject)))) return 'object';
  return types.includes('array') || (types.length === 0 && (items !== undefined || shown.some(isArray))) ? 'array' : 'leaf';
}

function membersOf(reading: Reading, above: Standing, merged: Merged, shown: readonly JsonObject[]): readonly FormPart[] {
  const unlisted = unlistedMembers(reading.read, merged, shown);
  const keys = [...merged.properties.keys(), ...unlisted.keys()];
  const siblings = new Set(keys.map(joined));
  return keys.map((key) => {
    const name = joined(key);
    const standing: Standing = {
      key,
      token: escapeToken(key),
      name,
      trail: above.trail === '' ? key : `${above.trail}/${key}`,
      role: errorRole({ name, parent: above.name, siblings }),
      required: merged.required.has(key),
      inside: above.inside,
    };
    const values = shown.flatMap((body) => (Object.hasOwn(body, key) ? [body[key] ?? null] : []));
    const at = merged.properties.get(key) ?? { pointer: '', schema: unlisted.get(key) ?? true };
    return part(reading, standing, at, values);
  });
}

/** What an open schema does not name though published bodies hold it, or FHIR wants it. */
function unlistedMembers(read: Meaning['read'], merged: Merged, shown: readonly JsonObject[]): ReadonlyMap<string, Schema> {
  const found = new Map<string, Schema>();
  const { schema, properties } = merged;
  if (schema.additionalProperties === false || schema.unevaluatedProperties === false) return found;
  const type = properties.get('resourceType');
  const outcome = (type && isOutcome(read(type).schema)) || shown.some((body) => body['resourceType'] === 'OperationOutcome');
  const standard = outcome ? OPERATION_OUTCOME : {};
  const add = (key: string, fallback: Schema): void => {
    if (!properties.has(key) && !found.has(key)) found.set(key, standard.properties?.[key] ?? fallback);
  };
  const { schema: declared } = additional(merged);
  for (const body of shown)
    for (const [key, value] of Object.entries(body)) add(key, typeof declared === 'object' ? declared : schemaOfValue(value));
  for (const key of standard.required ?? []) add(key, true);
  return found;
}

function itemOf(reading: Reading, above: Standing, { items }: Merged, shown: readonly Json[]): FormPart | undefined {
  const [first] = shown;
  const at = items ?? { pointer: '', schema: first === undefined ? true : schemaOfValue(first) };
  return at.schema === false ? undefined : part(reading, { ...above, trail: `${above.trail}/*` }, at, shown);
}

const additional = ({ pointer, schema: { additionalProperties = true } }: Merged): SchemaAt => ({
  pointer: `${pointer}/additionalProperties`,
  schema: additionalProperties,
});
