/**
 * Puts what a request's body says into the answer: member by member where both have the same place and kind, one item of a list per
 * item sent. What the server owns stays as it was made; what the client could have said and did not is not made up for it.
 */
import type { Contract, Json, JsonObject, SchemaAt } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';
import type { Meaning } from '../../meaning/infer-roles.ts';
import { bestBranch, settle } from '../../meaning/schema/branches.ts';
import { instanceLeaves } from '../../meaning/schema/instance-leaves.ts';
import { typesOf } from '../../meaning/schema/leaf-constraints.ts';
import type { Merged } from '../../meaning/schema/merged-schema.ts';
import { itemPlace, memberPlace } from '../../meaning/schema/place.ts';
import { joined } from '../../meaning/words.ts';
import { applyEdits } from '../../making/binding/edits.ts';

export interface Echo {
  readonly contract: Contract;
  readonly meaning: Meaning;
  /** The schema of the answer. */
  readonly at: SchemaAt;
  readonly value: Json;
  readonly sent: { readonly at?: SchemaAt; readonly value: Json };
  /** Another id like one that stands in the answer. */
  fresh(id: string, label: string): string;
}

/** The answer itself where it has no room for anything that was sent, or where its contract would not have it. */
export function echo(task: Echo): Json {
  const { contract, at, value, sent } = task;
  if (isArray(sent.value) && isArray(value)) {
    const listing = listed(task, { at, sentAt: sent.at, sent: sent.value, shown: value, label: '' });
    return listing === undefined || contract.check(at, listing).length > contract.check(at, value).length ? value : listing;
  }
  if (!isObject(sent.value) || !isObject(value)) return value;
  const echoed = told(task, { at, sentAt: sent.at, sent: sent.value, shown: value, label: '' }) ?? toldInside(task, sent.value, value);
  return echoed === undefined || contract.check(at, echoed).length > contract.check(at, value).length ? value : echoed;
}

interface Pair {
  readonly at: SchemaAt;
  readonly sentAt: SchemaAt | undefined;
  readonly sent: JsonObject;
  readonly shown: JsonObject;
  readonly label: string;
}

/** Where the answer, or the request, wraps the thing in one more object: `{order: {…}}` for `{…}`. */
function toldInside(task: Echo, sent: JsonObject, value: JsonObject): JsonObject | undefined {
  const whole = settled(task.meaning, task.at, value);
  for (const [name, inner] of Object.entries(value)) {
    const at = memberPlace(whole, name);
    if (!at || !isObject(inner) || !sharesMost(sent, inner)) continue;
    const inside = told(task, { at, sentAt: task.sent.at, sent, shown: inner, label: `/${name}` });
    if (inside) return { ...value, [name]: inside };
  }
  const [only, ...others] = Object.entries(sent).filter(([, inner]) => isObject(inner));
  if (!only || others.length > 0 || !isObject(only[1]) || !sharesMost(only[1], value)) return undefined;
  const sentAt = task.sent.at && memberPlace(settled(task.meaning, task.sent.at, sent), only[0]);
  return told(task, { at: task.at, sentAt, sent: only[1], shown: value, label: '' });
}

function sharesMost(sent: JsonObject, shown: JsonObject): boolean {
  const names = new Set(Object.keys(shown).map(joined));
  const shared = Object.keys(sent).filter((name) => names.has(joined(name)));
  return shared.length >= Math.max(1, Object.keys(sent).length / 2);
}

function settled(meaning: Meaning, at: SchemaAt, value: Json): Merged {
  return settle(meaning.read, meaning.read(at), (choice) => bestBranch(meaning.read, choice, value));
}

/** The shown object with what was sent in it; undefined where they are of different kinds or have nothing in common. */
function told(task: Echo, { at, sentAt, sent, shown, label }: Pair): JsonObject | undefined {
  const { meaning } = task;
  const merged = settled(meaning, at, shown);
  if (isOtherKind(task, merged, sent, shown)) return undefined;
  const request = sentAt && settled(meaning, sentAt, sent);
  const members: Record<string, Json> = { ...shown };
  let common = false;
  for (const [name, value] of Object.entries(sent)) {
    const own = nameIn(shown, merged, name);
    const place = own === undefined ? undefined : memberPlace(merged, own);
    if (own === undefined || isServers(meaning, place, own, shown)) continue;
    const inner = request && memberPlace(request, name);
    // Parts of a FHIR resource mean what they mean together.
    const whole =
      sent['resourceType'] !== undefined && typeof value === 'object' && place && task.contract.check(place, value).length === 0;
    const made = whole ? value : echoed(task, { at: place, sentAt: inner, sent: value, shown: shown[own], label: `${label}/${own}` });
    if (made === undefined) continue;
    common = true;
    members[own] = made;
  }
  if (!common) return undefined;
  for (const name of request ? unsaid(meaning, request, merged, sent, shown) : []) delete members[name];
  return members;
}

/** What the request's schema has room for, was not said, and need not be in the answer. */
function unsaid(meaning: Meaning, request: Merged, merged: Merged, sent: JsonObject, shown: JsonObject): readonly string[] {
  const said = new Set(Object.keys(sent).map(joined));
  const sayable = new Map([...request.properties].map(([name, place]) => [joined(name), place] as const));
  return Object.keys(shown).filter((name) => {
    const place = sayable.get(joined(name));
    if (!place || said.has(joined(name)) || merged.required.has(name)) return false;
    return (
      meaning.read(place).schema.default === undefined &&
      !isServers(meaning, memberPlace(merged, name), name, shown) &&
      meaning.read(place).schema.readOnly !== true
    );
  });
}

/** The answer's own name for a member: the same, or the same spelt otherwise. */
function nameIn(shown: JsonObject, { properties }: Merged, name: string): string | undefined {
  if (Object.hasOwn(shown, name) || properties.has(name)) return name;
  const plain = joined(name);
  return [...Object.keys(shown), ...properties.keys()].find((other) => joined(other) === plain);
}

const TAGS = ['resourceType', 'type', 'kind', '@type', 'object'];
/** Answers of FHIR, never what was sent. */
const ANSWERS = new Set(['OperationOutcome', 'Bundle', 'Parameters']);

/** Whether one member says that the two are different things. */
function isOtherKind({ contract }: Echo, merged: Merged, sent: JsonObject, shown: JsonObject): boolean {
  if (ANSWERS.has(String(shown['resourceType']))) return true;
  if (sent['resourceType'] !== shown['resourceType']) return true;
  return TAGS.some((tag) => {
    const [theirs, ours] = [sent[tag], shown[tag]];
    if (typeof theirs !== 'string' || typeof ours !== 'string' || theirs === ours) return false;
    const place = memberPlace(merged, tag);
    return place !== undefined && contract.check(place, theirs).length > 0;
  });
}

/** Ids and versions of resources, and what the contract says only the server sets. */
function isServers(meaning: Meaning, place: SchemaAt | undefined, name: string, around: JsonObject): boolean {
  if (around['resourceType'] !== undefined && (name === 'id' || name === 'meta')) return true;
  const schema = place && meaning.read(place).schema;
  return schema?.readOnly === true || schema?.writeOnly === true;
}

interface Value {
  readonly at: SchemaAt | undefined;
  readonly sentAt: SchemaAt | undefined;
  readonly sent: Json;
  readonly shown: Json | undefined;
  readonly label: string;
}

/** Undefined where the answer has no room for the value. */
function echoed(task: Echo, { at, sentAt, sent, shown, label }: Value): Json | undefined {
  if (isObject(sent) && isObject(shown) && at) return told(task, { at, sentAt, sent, shown, label });
  if (isArray(sent) && isArray(shown) && at) return listed(task, { at, sentAt, sent, shown, label });
  if (shown !== undefined && typeof shown === 'object' && shown !== null) return undefined;
  if (!at) return typeof sent === typeof shown ? sent : undefined;
  return spellings(task.meaning.read(at), sent).find((value) => task.contract.check(at, value).length === 0);
}

/** A number may be sent as text and shown as a number. */
function spellings(merged: Merged, sent: Json): readonly Json[] {
  if (typeof sent === 'string' && /^-?\d+(\.\d+)?$/.test(sent) && !typesOf(merged.schema).includes('string')) return [sent, Number(sent)];
  return typeof sent === 'number' || typeof sent === 'boolean' ? [sent, String(sent)] : [sent];
}

/** One item per item sent, made after the items shown; a list of plain values is the one sent. */
function listed(
  task: Echo,
  { at, sentAt, sent, shown, label }: Value & { readonly at: SchemaAt; readonly sent: readonly Json[]; readonly shown: readonly Json[] },
): Json | undefined {
  const { contract, meaning } = task;
  const [merged, request] = [settled(meaning, at, shown), sentAt && settled(meaning, sentAt, sent)];
  const last = shown.at(-1);
  if (!isObject(last) || !sent.every(isObject)) return contract.check(at, sent).length === 0 ? sent : undefined;
  const items: Json[] = [];
  for (const [index, item] of sent.entries()) {
    const place = itemPlace(merged, index);
    const own = shown[index];
    const model = isObject(own) ? own : last;
    const inside = request && itemPlace(request, index);
    const made =
      isObject(item) && place ? told(task, { at: place, sentAt: inside, sent: item, shown: model, label: `${label}/${index}` }) : undefined;
    // Lists of the same name that tell of different things.
    if (made === undefined || !place) return contract.check(at, sent).length === 0 ? sent : undefined;
    items.push(own === undefined ? withFreshIds(task, place, made, item, `${label}/${index}`) : made);
  }
  return items;
}

/** A copy of another item has ids of its own, but for those that were sent. */
function withFreshIds({ meaning, fresh }: Echo, at: SchemaAt, item: JsonObject, sent: Json, label: string): JsonObject {
  const said = new Set(instanceLeaves(meaning, sent).map(({ value }) => value));
  const edits = instanceLeaves(meaning, item, at).flatMap(({ role, value, tokens }) => {
    if ((role !== 'opaqueId' && role !== 'uuid') || typeof value !== 'string' || said.has(value)) return [];
    return [{ tokens, value: fresh(value, `${label}/${tokens.join('/')}`) }];
  });
  const made = applyEdits(item, edits);
  return isObject(made) ? made : item;
}
