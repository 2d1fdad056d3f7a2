/** Whether what an operation answers may be a plain document that tells of somebody's record: known once, since most are not. */
import type { Json, Operation, SchemaAt } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';
import { isJsonType } from '../../contract/media-type.ts';
import { deepestTold } from '../../making/record/retell-plain.ts';
import { entriesNamed } from '../../making/record/which-entries.ts';
import type { Meaning } from '../../meaning/infer-roles.ts';
import type { SuccessPlan } from '../operation-plan.ts';
import { membersOf } from '../resource/members.ts';
import { collectionName } from '../resource/names.ts';

export function tellsPlainly(meaning: Meaning, { method, path }: Operation, { media }: SuccessPlan): boolean {
  if (method !== 'get' || !media || !isJsonType(media.type)) return false;
  const shown = media.examples.map(({ value }) => value);
  const isFhir = shown.some((value) => isObject(value) && 'resourceType' in value) || membersOf(meaning, media.schema).has('resourceType');
  return (
    !isFhir && (isEntry(collectionName(path)) || shown.some((value) => isNamedIn(value, 0)) || isNamedBy(meaning, media.schema, new Set()))
  );
}

const isEntry = (name: string): boolean => entriesNamed(name) !== undefined;

function isNamedIn(value: Json, depth: number): boolean {
  if (depth > deepestTold) return false;
  if (isArray(value)) return value.some((item) => isNamedIn(item, depth + 1));
  return isObject(value) && Object.entries(value).some(([name, member = null]) => isEntry(name) || isNamedIn(member, depth + 1));
}

/** Each schema is looked at once: they lead back to one another. */
function isNamedBy(meaning: Meaning, at: SchemaAt | undefined, seen: Set<string>): boolean {
  if (!at) return false;
  const { items, pointer } = meaning.read(at);
  if (seen.has(pointer)) return false;
  seen.add(pointer);
  const inside = [...membersOf(meaning, at)];
  return isNamedBy(meaning, items, seen) || inside.some(([name, member]) => isEntry(name) || isNamedBy(meaning, member, seen));
}
