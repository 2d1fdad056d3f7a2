/** A plain document that tells of somebody's health, told of a record: `{ "conditions": […], "currentMedications": […], "nextAppointment": {…} }`. */
import type { ClinicalRecord } from '../../clinical-record.ts';
import type { Json, JsonObject, SchemaAt } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';
import type { Meaning } from '../../meaning/infer-roles.ts';
import { bestBranch, settle } from '../../meaning/schema/branches.ts';
import { itemPlace, memberPlace } from '../../meaning/schema/place.ts';
import type { AboutEntry } from './facets.ts';
import { planPlainItem, tellPlainItem } from './plain-item.ts';
import { entriesNamed } from './which-entries.ts';

interface Retelling {
  readonly meaning: Meaning;
  readonly record: ClinicalRecord;
  readonly about: AboutEntry;
}

interface Place {
  readonly name: string;
  readonly at: SchemaAt | undefined;
  readonly depth: number;
}

/** Records nest no deeper in any document that tells them. */
export const deepestTold = 6;

/** Undefined where it tells nothing that a record has. `name`: what the whole is called, by its path. */
export function retellPlain(retelling: Retelling, value: Json, at: SchemaAt | undefined, name: string): Json | undefined {
  const told = retold(retelling, value, { name, at, depth: 0 });
  return told === value ? undefined : told;
}

/** The same value where nothing in it is told; undefined for what is not so of this person. */
function retold(retelling: Retelling, value: Json, place: Place): Json | undefined {
  if (place.depth > deepestTold) return value;
  if (isArray(value)) return listTold(retelling, value, place);
  if (!isObject(value)) return value;
  if (place.depth > 0) {
    const one = oneTold(retelling, value, place);
    if (one) return one.value;
  }
  return membersTold(retelling, value, place);
}

function membersTold(retelling: Retelling, value: JsonObject, { at, depth }: Place): Json {
  const { read } = retelling.meaning;
  const merged = at && settle(read, read(at), (choice) => bestBranch(read, choice, value));
  let isChanged = false;
  const members = Object.entries(value).flatMap(([name, member = null]) => {
    const told = retold(retelling, member, { name, at: merged && memberPlace(merged, name), depth: depth + 1 });
    isChanged ||= told !== member;
    if (told !== undefined) return [[name, told] as const];
    return merged?.required.has(name) ? [[name, member] as const] : [];
  });
  return isChanged ? Object.fromEntries(members) : value;
}

function listTold(retelling: Retelling, value: readonly Json[], { name, at }: Place): Json {
  const { meaning, record, about } = retelling;
  const named = entriesNamed(name);
  const model = value.find(isObject);
  if (!named || !model) return value;
  const itemAt = at && itemPlace(meaning.read(at), 0);
  const item = planPlainItem(meaning, named.kind, model, itemAt);
  return item ? named.of(record).map((entry) => tellPlainItem(meaning, item, entry, about)) : value;
}

function oneTold(
  { meaning, record, about }: Retelling,
  value: Json,
  { name, at }: Place,
): { readonly value: Json | undefined } | undefined {
  const named = entriesNamed(name);
  const item = named && planPlainItem(meaning, named.kind, value, at);
  if (!item) return undefined;
  const entry = named.one(record);
  return { value: entry && tellPlainItem(meaning, item, entry, about) };
}
