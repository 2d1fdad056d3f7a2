/** A query parameter as it goes on the wire, in its style (https://spec.openapis.org/oas/v3.1.0#style-values). */
import type { Json, Parameter } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';

/** What stands between the items of a list. */
const SEPARATORS: Readonly<Record<string, string>> = { spaceDelimited: '%20', pipeDelimited: '|', tabDelimited: '%09' };

export function queryPairs({ name, style, explode, contentType }: Parameter, value: Json): readonly string[] {
  const key = encode(name);
  if (contentType !== undefined) return [`${key}=${encode(JSON.stringify(value))}`];
  if (isArray(value)) {
    if (explode && style === 'form') return value.map((item) => `${key}=${encode(flat(item))}`);
    const separator = SEPARATORS[style] ?? ',';
    return [`${key}=${value.map((item) => encode(flat(item))).join(separator)}`];
  }
  if (isObject(value)) {
    const members = Object.entries(value);
    if (style === 'deepObject') return members.map(([member, inner]) => `${key}[${encode(member)}]=${encode(flat(inner))}`);
    if (explode) return members.map(([member, inner]) => `${encode(member)}=${encode(flat(inner))}`);
    return [`${key}=${members.flatMap(([member, inner]) => [encode(member), encode(flat(inner))]).join(',')}`];
  }
  return [`${key}=${encode(flat(value))}`];
}

export function flat(value: Json): string {
  if (isArray(value)) return value.map(flat).join(',');
  return isObject(value) ? JSON.stringify(value) : String(value);
}

export function encode(text: string): string {
  return encodeURIComponent(text);
}
