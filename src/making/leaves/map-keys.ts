/** Names for members that an object must have and its schema does not name: optional ones it declares, then keys of the kinds that it lets in. */
import type { Schema, SchemaAt, SchemaObject } from '../../contract/contract.ts';
import { escapeToken } from '../../contract/json.ts';
import type { Merged } from '../../meaning/schema/merged-schema.ts';
import type { Making } from '../making.ts';
import { holdToLength, holdToRoom } from '../room.ts';
import { writePattern } from '../pattern/write-pattern.ts';
import { uuidOf } from '../seed.ts';

/** Names that are tried beyond those that are needed. */
const MORE = 50;
const WORDS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** The further keys, and what stands under each. */
export function keysFor(making: Making, merged: Merged, chosen: readonly string[], pointer: string): ReadonlyMap<string, SchemaAt> {
  const keys = new Map<string, SchemaAt>();
  const { minProperties = 0, patternProperties = {}, additionalProperties } = merged.schema;
  const missing = (): boolean => chosen.length + keys.size < minProperties;
  if (!missing()) return keys;
  holdToRoom(making.room, minProperties - chosen.length, 'members');
  const taken = new Set(chosen);
  const isFree = (name: string): boolean =>
    !taken.has(name) &&
    !keys.has(name) &&
    !making.lessons.dropped.has(`${pointer}/${escapeToken(name)}`) &&
    isAllowed(making, merged, name);
  for (const [name, place] of merged.properties) {
    if (missing() && isFree(name) && !making.meaning.read(place).impossible) keys.set(name, place);
  }
  const place = (keyword: string, schema: Schema): SchemaAt => ({ pointer: `${merged.pointer}/${keyword}`, schema });
  for (const [pattern, schema] of Object.entries(patternProperties)) {
    if (schema === false) continue;
    for (const name of spelt(making, { pattern }, { pointer, needed: minProperties })) {
      if (!missing()) break;
      making.meaning.contract.work.spend(1);
      if (isFree(name)) keys.set(name, place(`patternProperties/${escapeToken(pattern)}`, schema));
    }
  }
  if (additionalProperties === false) return keys;
  for (const name of spelt(making, namesOf(making, merged), { pointer, needed: minProperties })) {
    if (!missing()) break;
    if (isFree(name) && !merged.properties.has(name)) keys.set(name, place('additionalProperties', additionalProperties ?? true));
  }
  return keys;
}

/** What the schema says of the names themselves. */
function namesOf({ meaning }: Making, { pointer, schema }: Merged): SchemaObject {
  const { propertyNames } = schema;
  return propertyNames === undefined ? {} : meaning.read({ pointer: `${pointer}/propertyNames`, schema: propertyNames }).schema;
}

function isAllowed(making: Making, merged: Merged, name: string): boolean {
  const { propertyNames } = merged.schema;
  if (propertyNames === undefined) return true;
  return making.meaning.contract.check({ pointer: `${merged.pointer}/propertyNames`, schema: propertyNames }, name).length === 0;
}

function* spelt(
  { chance }: Making,
  names: SchemaObject,
  { pointer, needed }: { readonly pointer: string; readonly needed: number },
): Generator<string> {
  const { enum: words, const: only, pattern, format, minLength: least = 0, maxLength: most = Infinity } = names;
  holdToLength(least);
  yield* [only, ...(words ?? [])].filter((word) => typeof word === 'string');
  for (let nth = 0; nth < needed * 2 + MORE; nth++) {
    const label = `key ${nth} of ${pointer}`;
    if (pattern !== undefined) yield* writePattern(pattern, chance, label, { least, most });
    else if (format === 'uuid') yield uuidOf(chance, label);
    else yield (WORDS[nth] ?? `key${nth}`).padEnd(least, 'x').slice(0, Math.min(most, 1_000));
  }
}
