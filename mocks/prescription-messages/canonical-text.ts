/** JSON in one form, whatever the order of its members: for telling whether two say the same, and for what is signed. */
import type { Json } from '../../src/contract/contract.ts';
import { isArray, isObject } from '../../src/contract/json.ts';

/** '' for what is not there. */
export function canonicalText(value: Json | undefined): string {
  if (value === undefined) return '';
  if (isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .toSorted()
    .map((name) => `${JSON.stringify(name)}:${canonicalText(value[name])}`);
  return `{${members.join(',')}}`;
}
