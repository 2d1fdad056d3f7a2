/** Elements of FHIR: none is empty, and what a client sent may hold anything. */
import type { Json, JsonObject } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';

export type ElementMembers = Readonly<Record<string, Json | undefined>>;

/** An element of those members that hold something: FHIR forbids empty ones (R4 §2.6.2). */
export function fhirElement(members: ElementMembers): JsonObject {
  const held: Record<string, Json> = {};
  for (const name of Object.keys(members)) {
    const value = members[name];
    if (value !== undefined && !isEmpty(value)) held[name] = value;
  }
  return held;
}

function isEmpty(value: Json): boolean {
  if (value === '' || value === null) return true;
  return isArray(value) ? value.length === 0 : typeof value === 'object' && Object.keys(value).length === 0;
}

/** A list of one, or of none. */
export const listOf = <Value>(value: Value | undefined): readonly Value[] => (value === undefined ? [] : [value]);

/** The first of a list, or what stands in the place of one: STU3 has many once where R4 has a list, and senders mistake the one for the other. */
export function onlyOf(value: Json | undefined): Json | undefined {
  return isArray(value) ? value[0] : value;
}

export const eachOf = (value: Json | undefined): readonly Json[] => (isArray(value) ? value : listOf(value));

/** The value at the end of a path through objects, where a list stands for its first. */
export function elementAt(value: Json | undefined, ...path: readonly string[]): Json | undefined {
  let at = onlyOf(value);
  for (const name of path) {
    if (!isObject(at)) return undefined;
    at = onlyOf(at[name]);
  }
  return at;
}

/** All that stands at the end of it, whether it is a list or not. */
export function elementsAt(value: Json | undefined, ...path: readonly string[]): readonly Json[] {
  const above = elementAt(value, ...path.slice(0, -1));
  const name = path.at(-1);
  return name !== undefined && isObject(above) ? eachOf(above[name]) : [];
}

export function stringAt(value: Json | undefined, ...path: readonly string[]): string | undefined {
  const found = elementAt(value, ...path);
  return typeof found === 'string' && found.trim() !== '' ? found : undefined;
}

export function numberAt(value: Json | undefined, ...path: readonly string[]): number | undefined {
  const found = elementAt(value, ...path);
  const number = typeof found === 'string' && found.trim() !== '' ? Number(found) : found;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** Whichever extension has this end of its address: those of UK Core and of CareConnect that mean the same differ only before it. */
export function extensionIn(value: Json | undefined, name: string): JsonObject | undefined {
  if (!isObject(value)) return undefined;
  const pattern = `-${name}`;
  for (const extension of eachOf(value['extension'])) {
    const url = stringAt(extension, 'url')?.replace(/-\d+$/, '');
    if (isObject(extension) && url !== undefined && (url === name || url.endsWith(pattern))) return extension;
  }
  return undefined;
}

/** The members that are there. */
export function present<Held extends object>(members: Held): { [Name in keyof Held]?: NonNullable<Held[Name]> } {
  const there: { [Name in keyof Held]?: NonNullable<Held[Name]> } = {};
  for (const name in members) {
    const value = members[name];
    if (value !== undefined && value !== null) there[name] = value;
  }
  return there;
}
