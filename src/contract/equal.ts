/** Whether two JSON values are the same value, as `enum`, `const`, `uniqueItems` and a patch's `test` mean it: the order of members does not count. */
import type { Json, JsonObject } from './contract.ts';
import { isArray } from './json.ts';

export function equal(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (isArray(a)) return isArray(b) && a.length === b.length && a.every((item, index) => equal(item, b[index] ?? null));
  if (isArray(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && equal((a as JsonObject)[name] ?? null, b[name] ?? null))
  );
}

/** Characters of values that are compared in the time of one step of a check. */
export const CHARACTERS_PER_STEP = 16;

/** The index of an item that an earlier one equals; -1 where all differ. */
export function repeatedItem(items: readonly Json[], spend: (steps: number) => void): number {
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    const key = canonical(item);
    spend(key.length / CHARACTERS_PER_STEP);
    if (seen.has(key)) return index;
    seen.add(key);
  }
  return -1;
}

/** A text that two values share exactly when they are equal. */
export function canonical(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isArray(value)) return `[${value.map(canonical).join()}]`;
  const object = value as JsonObject;
  return `{${Object.keys(object)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(object[name] ?? null)}`)
    .join()}}`;
}
