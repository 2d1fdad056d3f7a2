/** Compares what was sent with what came back, member by member. */
import type { Json } from '../../../src/contract/contract.ts';
import { isArray, isObject } from '../../../src/contract/json.ts';

/** Places where something that was sent is missing or another value stands. */
export function lost(sent: Json, back: Json | undefined, owned: (place: string) => boolean, place = ''): readonly string[] {
  if (owned(place)) return [];
  if (back === undefined) return [`${place} is gone`];
  if (isObject(sent) && isObject(back))
    return Object.entries(sent).flatMap(([name, value]) => lost(value, back[name], owned, `${place}/${name}`));
  if (isArray(sent) && isArray(back)) {
    if (sent.length !== back.length) return [`${place} has ${back.length} items instead of ${sent.length}`];
    return sent.flatMap((value, i) => lost(value, back[i], owned, `${place}/${i}`));
  }
  return JSON.stringify(sent) === JSON.stringify(back) ? [] : [`${place} was ${JSON.stringify(sent)} and is ${JSON.stringify(back)}`];
}

/** Places where something stands that was not sent. */
export function foreign(sent: Json, back: Json, owned: (place: string) => boolean, place = ''): readonly string[] {
  if (isObject(sent) && isObject(back))
    return Object.entries(back).flatMap(([name, value]) => {
      const at = `${place}/${name}`;
      const before = sent[name];
      return before === undefined ? (owned(at) ? [] : [`${at} was not sent`]) : foreign(before, value, owned, at);
    });
  if (isArray(sent) && isArray(back)) return back.flatMap((value, i) => foreign(sent[i] ?? null, value, owned, `${place}/${i}`));
  return [];
}
