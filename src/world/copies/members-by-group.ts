/** Members of the pattern by group (children by parent, people by dwelling …), in two columns. */
import type { Pattern } from '../pattern/pattern.ts';

/** The members of a group in order; nobody in one that is not there, such as -1. */
export type MembersByGroup = (group: number) => Uint16Array;

const nobody = new Uint16Array();

/** `each` tells every group of every member, members in order; it is asked twice, to count and to fill. */
export function membersByGroup(count: number, each: (tell: (group: number, member: number) => void) => void): MembersByGroup {
  const first = new Uint32Array(count + 1);
  each((group) => {
    if (group >= 0) first[group + 1] = (first[group + 1] ?? 0) + 1;
  });
  for (let group = 1; group <= count; group += 1) first[group] = (first[group] ?? 0) + (first[group - 1] ?? 0);
  const members = new Uint16Array(first[count] ?? 0);
  const next = first.slice();
  each((group, member) => {
    if (group < 0) return;
    members[next[group] ?? 0] = member;
    next[group] = (next[group] ?? 0) + 1;
  });
  return (group) => (group < 0 ? nobody : members.subarray(first[group], first[group + 1]));
}

/** Tells every place that each member ever lives in, once; `placeOf` says which place a stay is at. */
export function eachPlace(
  { size, stays }: Pattern,
  placeOf: (stay: number) => number,
  tell: (place: number, member: number) => void,
): void {
  for (let member = 0; member < size; member += 1) {
    const begin = stays.first[member] ?? 0;
    for (let stay = begin; stay < (stays.first[member + 1] ?? 0); stay += 1) {
      const place = placeOf(stay);
      let before = begin;
      while (before < stay && placeOf(before) !== place) before += 1;
      if (before === stay) tell(place, member);
    }
  }
}
