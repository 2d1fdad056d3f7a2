/**
 * A published body that breaks its schema made to fit, of its own values wherever they fit: what is not allowed is left out, what
 * is missing is filled in, what is wrong is read as it was meant or made anew. Only the faulty places change.
 */
import type { Contract, Json, JsonObject, Operation, SchemaAt, SchemaFault } from '../../contract/contract.ts';
import { changedAt, modelAt } from '../../contract/json-edit.ts';
import { tokensOf, valueAt } from '../../contract/json-pointer.ts';
import { isArray, isObject } from '../../contract/json.ts';
import { generateModel, type Generator } from '../../making/generate.ts';
import type { Meaning } from '../../meaning/infer-roles.ts';
import { bestBranch, settle, typeOf } from '../../meaning/schema/branches.ts';
import { typesOf } from '../../meaning/schema/leaf-constraints.ts';
import type { Merged } from '../../meaning/schema/merged-schema.ts';
import { itemPlace, memberPlace, placeIn } from '../../meaning/schema/place.ts';
import { lazily } from '../../contract/lazily.ts';
import { corrected } from './correct-leaf.ts';

export interface MendTask {
  readonly generator: Generator;
  readonly at: SchemaAt;
  readonly value: Json;
  readonly operation: Pick<Operation, 'path'>;
}

interface Mending extends MendTask {
  readonly contract: Contract;
  readonly meaning: Meaning;
  /** A body that fits, made along the published one: what is missing comes from it. */
  readonly donor: () => Json;
  /** Branches of choices that may still be tried. */
  branches: number;
}

/** Each round mends what the one before has brought to light. */
const ROUNDS = 24;
/** A place that stays faulty this often is given up for what is around it. */
const PATIENCE = 2;
const MOST_BRANCHES = 500;

/** The value itself where it fits or where nothing helps. */
export function mended(task: MendTask): Json {
  const { generator, at, value, operation } = task;
  const { meaning } = generator;
  const { contract } = meaning;
  const donor = lazily(() => generateModel({ generator, at, operation, examples: [value] }));
  const mending: Mending = { ...task, contract, meaning, donor, branches: MOST_BRANCHES };
  const along = alongSchema(mending, at, value, []) ?? value;
  const found = atFaults(mending, along);
  if (isAccepted(contract, at, found)) return found;
  return isAccepted(contract, at, donor()) ? donor() : value;
}

/** What is too costly to check is not known to be wrong. */
function faultsOf(contract: Contract, at: SchemaAt, value: Json): readonly SchemaFault[] {
  return contract.check(at, value).filter(({ keyword }) => keyword !== 'cost');
}

function isAccepted(contract: Contract, at: SchemaAt, value: Json): boolean {
  return faultsOf(contract, at, value).length === 0;
}

/** Each member and item held to its own schema, choices settled by what the value looks like. Undefined: it is better left out. */
function alongSchema(mending: Mending, at: SchemaAt, value: Json, tokens: readonly string[]): Json | undefined {
  const { contract, meaning } = mending;
  if (isAccepted(contract, at, value)) return value;
  const whole = meaning.read(at);
  const like = whole.choices.map((choice) => bestBranch(meaning.read, choice, value));
  const settledBy = (first: number | undefined): Merged =>
    settle(meaning.read, whole, (choice, nth) => (nth === 0 && first !== undefined ? first : bestBranch(meaning.read, choice, value)));
  const likeliest = fitted(mending, settledBy(undefined), value, tokens);
  const [choice] = whole.choices;
  if (!choice || likeliest === undefined || isAccepted(contract, at, likeliest)) return likeliest;
  for (const index of choice.branches.keys()) {
    if (index === like[0] || mending.branches-- <= 0) continue;
    const other = fitted(mending, settledBy(index), value, tokens);
    if (other !== undefined && !isMixture(value, settledBy(undefined), other) && isAccepted(contract, at, other)) return other;
  }
  const only = isObject(likeliest) ? declaredOnly(settledBy(undefined), likeliest) : likeliest;
  return isAccepted(contract, at, only) ? only : likeliest;
}

/** A resource of one type with members of another: worse than a fault. */
function isMixture(value: Json, likeliest: Merged, other: Json): boolean {
  if (!isResource(value) || !isObject(other)) return false;
  return Object.keys(other).some((name) => !Object.hasOwn(value, name) && !likeliest.properties.has(name));
}

const isResource = (value: Json | undefined): value is JsonObject => isObject(value) && typeof value['resourceType'] === 'string';

function fitted(mending: Mending, merged: Merged, value: Json, tokens: readonly string[]): Json | undefined {
  const types = typesOf(merged.schema);
  const wanted = (type: string): boolean => types.length === 0 || types.includes(type);
  if (isObject(value) && (wanted('object') || merged.properties.size > 0))
    return fittedObject(mending, merged, unwrapped(merged, value), tokens);
  if (isArray(value) && wanted('array')) {
    const items = value.map((item, index) => {
      const place = itemPlace(merged, index);
      return place ? alongSchema(mending, place, item, [...tokens, String(index)]) : item;
    });
    return items.filter((item) => item !== undefined);
  }
  if (wanted('array') && !wanted(typeOf(value)) && value !== null && merged.items) {
    const item = alongSchema(mending, merged.items, value, [...tokens, '0']);
    return item === undefined ? undefined : [item];
  }
  if (isArray(value) && value.length === 1 && value[0] !== undefined && !wanted('array')) {
    const [only] = value;
    return typeof only !== 'object' && mending.meaning.fits(merged.schema, only) ? only : fitted(mending, merged, only, tokens);
  }
  const meant = corrected(merged.schema, value, mending.meaning.fits);
  if (meant !== undefined) return meant;
  if (value === null || value === '') return undefined;
  return modelAt(mending.donor(), tokens);
}

function fittedObject(mending: Mending, merged: Merged, value: JsonObject, tokens: readonly string[]): JsonObject {
  const { additionalProperties, unevaluatedProperties } = merged.schema;
  const closed = additionalProperties === false || unevaluatedProperties === false;
  const members: Record<string, Json> = {};
  for (const [name, member] of Object.entries(value)) {
    const place = memberPlace(merged, name);
    if (!place && closed && !isPatterned(merged)) continue;
    const inside = place ? alongSchema(mending, place, member, [...tokens, name]) : member;
    if (inside !== undefined) members[name] = inside;
  }
  for (const name of merged.required) {
    if (Object.hasOwn(members, name)) continue;
    const missing = modelAt(mending.donor(), [...tokens, name]) ?? madeAlone(mending, memberPlace(merged, name), name);
    if (missing !== undefined) members[name] = missing;
  }
  return members;
}

/** Left to the contract: it says so where a member of such a name is not welcome. */
function isPatterned({ schema }: Merged): boolean {
  return schema.patternProperties !== undefined;
}

/** An Example Object left standing inside an example, where the value it holds was meant. */
function unwrapped({ properties }: Merged, value: JsonObject): JsonObject {
  const inner = value['value'];
  const isExampleObject = Object.keys(value).every((name) => /^(value|summary|description)$/.test(name));
  return isExampleObject && isObject(inner) && !properties.has('value') ? inner : value;
}

function declaredOnly({ properties }: Merged, value: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([name]) => properties.has(name)));
}

function madeAlone({ generator, operation }: Mending, at: SchemaAt | undefined, name: string | undefined): Json | undefined {
  return at && generateModel({ generator, at, operation, ...(name === undefined ? {} : { name }) });
}

/** What the walk could not see: rules across members, counts, conditions. Each fault is mended where the contract finds it. */
function atFaults(mending: Mending, value: Json): Json {
  const { contract, at } = mending;
  const tried = new Map<string, number>();
  let current = value;
  for (let round = 0; round < ROUNDS; round++) {
    // From the end backwards, so that taking an item away moves no other fault's place.
    const faults = faultsOf(contract, at, current).toReversed();
    if (faults.length === 0) return current;
    for (const fault of faults) {
      const times = tried.get(fault.pointer) ?? 0;
      tried.set(fault.pointer, times + 1);
      current = times < PATIENCE ? mendFault(mending, current, fault) : replacedAround(mending, current, fault, times - PATIENCE);
    }
  }
  return current;
}

function mendFault(mending: Mending, value: Json, { pointer, keyword }: SchemaFault): Json {
  const tokens = tokensOf(pointer);
  const found = valueAt(value, tokens);
  const place = placeIn(mending.meaning.read, mending.at, value, tokens);
  const model = (): Json | undefined => modelAt(mending.donor(), tokens);
  switch (keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties':
    case 'unevaluatedItems':
    case 'propertyNames':
    case 'uniqueItems':
    case 'false':
      return tokens.length === 0 ? value : changedAt(value, tokens, undefined);
    case 'maxItems':
      return isArray(found) ? changedAt(value, tokens, found.slice(0, place?.merged.schema.maxItems)) : value;
    case 'minItems':
    case 'contains': {
      const more = model();
      return isArray(found) && isArray(more)
        ? changedAt(value, tokens, [...found, ...(more.length > found.length ? more.slice(found.length) : more)])
        : value;
    }
    case 'minProperties': {
      const more = model();
      return isObject(found) && isObject(more) ? changedAt(value, tokens, { ...more, ...found }) : value;
    }
    case 'required':
    case 'dependentRequired':
      if (!place && isResource(valueAt(value, tokens.slice(0, -1)))) return value;
      return changedAt(value, tokens, model() ?? madeAlone(mending, place?.at, tokens.at(-1)) ?? null);
    default: {
      if (found === undefined) return value;
      const meant = place && corrected(place.merged.schema, found, mending.meaning.fits);
      return tokens.length === 0 ? mending.donor() : changedAt(value, tokens, meant ?? model());
    }
  }
}

/** The place has defied every attempt: what is around it, further out each time, is taken from the donor. */
function replacedAround(mending: Mending, value: Json, { pointer }: SchemaFault, levels: number): Json {
  const tokens = tokensOf(pointer).slice(0, -levels - 1);
  return tokens.length === 0 ? mending.donor() : changedAt(value, tokens, modelAt(mending.donor(), tokens));
}
