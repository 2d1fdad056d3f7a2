/** Small changes to a JSON value by pointer tokens; the value given is never changed. */
import type { Json } from './contract.ts';
import { isArray, isObject } from './json.ts';
import { memberOf } from './json-pointer.ts';

/** What stands at a place in a model of the value, where an array may be shorter: its first item stands for all. */
export function modelAt(model: Json | undefined, tokens: readonly string[]): Json | undefined {
  let here = model;
  for (const token of tokens) here = memberOf(here, token) ?? (isArray(here) ? here[0] : undefined);
  return here;
}

/** Undefined `to` takes the member away. Where the parent is not there, nothing happens. */
export function changedAt(value: Json, tokens: readonly string[], to: Json | undefined): Json {
  const [token, ...rest] = tokens;
  if (token === undefined) return to === undefined ? value : to;
  if (isArray(value)) {
    const items = [...value];
    const index = Number(token);
    const item = items[index];
    if (rest.length > 0) {
      if (item !== undefined) items[index] = changedAt(item, rest, to);
    } else if (to === undefined) items.splice(index, 1);
    else items[index] = to;
    return items;
  }
  if (!isObject(value)) return value;
  if (rest.length > 0) {
    const inner = value[token];
    return inner === undefined ? value : { ...value, [token]: changedAt(inner, rest, to) };
  }
  if (to !== undefined) return { ...value, [token]: to };
  const { [token]: _, ...others } = value;
  return others;
}
