/**
 * A published body that breaks its schema made to fit, of its own values wherever they fit: what is not allowed is left out, what
 * is missing is filled in, what is wrong is read as it was meant or made anew. Only the faulty places change.
 */
import type { Json, JsonObject, SchemaAt } from '../../contract/contract.ts';
import { modelAt } from '../../contract/json-edit.ts';
import { isArray, isObject } from '../../contract/json.ts';
import { lazily } from '../../contract/lazily.ts';
import { generateModel } from '../../making/generate.ts';
import { bestBranch, settle, typeOf } from '../../meaning/schema/branches.ts';
import { typesOf } from '../../meaning/schema/leaf-constraints.ts';
import type { Merged } from '../../meaning/schema/merged-schema.ts';
import { itemPlace, memberPlace } from '../../meaning/schema/place.ts';
import { atFaults } from './at-faults.ts';
import { corrected } from './correct-leaf.ts';
import { isAccepted, isResource, madeAlone, type ExampleToMend, type ExampleMending } from './example-mending.ts';

const MOST_BRANCHES = 500;

/** The value itself where it fits or where nothing helps. */
export function mended(task: ExampleToMend): Json {
  const { generator, at, value, operation, shown } = task;
  const { meaning } = generator;
  const { contract } = meaning;
  const donor = lazily(() => shown ?? generateModel({ generator, at, operation, examples: [value] }));
  const mending: ExampleMending = { ...task, contract, meaning, donor, branches: MOST_BRANCHES };
  const along = alongSchema(mending, at, value, []) ?? value;
  const found = atFaults(mending, along);
  if (isAccepted(contract, at, found)) return found;
  return isAccepted(contract, at, donor()) ? donor() : value;
}

/** Each member and item held to its own schema, choices settled by what the value looks like. Undefined: it is better left out. */
function alongSchema(mending: ExampleMending, at: SchemaAt, value: Json, tokens: readonly string[]): Json | undefined {
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

function fitted(mending: ExampleMending, merged: Merged, value: Json, tokens: readonly string[]): Json | undefined {
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

function fittedObject(mending: ExampleMending, merged: Merged, value: JsonObject, tokens: readonly string[]): JsonObject {
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
