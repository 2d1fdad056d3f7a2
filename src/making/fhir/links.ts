/** Published links follow the ids that were made in the place of published ones. */
import type { Json } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';
import { replaceToken } from '../binding/bind-ids.ts';

/** Shorter ids stand in other texts by chance. */
const TELLING = 6;

/** `minted` has the made id for each published one. */
export function withLinks(value: Json, minted: ReadonlyMap<string, string>): Json {
  const telling = [...minted].filter(([published, made]) => published.length >= TELLING && published !== made);
  return telling.length === 0 ? value : follow(value, telling);
}

function follow(value: Json, minted: readonly (readonly [string, string])[]): Json {
  if (isArray(value)) return value.map((item) => follow(item, minted));
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, follow(member, minted)]));
  if (typeof value !== 'string' || !value.includes('/')) return value;
  return minted.reduce((text, [published, made]) => replaceToken(text, published, made), value);
}
