/** Who lives where: the members of the pattern by place line, for those who ask from the side of a town or a practice. */
import type { Day } from '../calendar.ts';
import type { Pattern } from '../pattern/pattern.ts';
import { eachPlace, membersByGroup } from './members-by-group.ts';
import type { LifeDays } from './life-days.ts';
import { oncePerPattern } from '../pattern/once-per-pattern.ts';

export interface Residents {
  /** The members who live in a place line on some day of a time, in a copy, or did when they died: each once. */
  lately(copy: number, placeLine: number, time: { readonly from: Day; readonly to: Day }): Iterable<number>;
}

const placeIn =
  ({ stays, dwellings }: Pattern) =>
  (stay: number): number =>
    dwellings.placeLine[stays.dwelling[stay] ?? 0] ?? 0;
const residentsIn = oncePerPattern((pattern) =>
  membersByGroup(pattern.placeLines.people.length, (tell) => eachPlace(pattern, placeIn(pattern), tell)),
);

export function residentsOf(pattern: Pattern, days: LifeDays): Residents {
  const { stays } = pattern;
  const placeOf = placeIn(pattern);
  const everIn = residentsIn(pattern);

  function livesThere(copy: number, member: number, placeLine: number, { from, to }: { readonly from: Day; readonly to: Day }): boolean {
    const begin = stays.first[member] ?? 0;
    const end = stays.first[member + 1] ?? 0;
    for (let stay = end - 1; stay >= begin; stay -= 1) {
      const began = days.stayFrom(copy, member, stay);
      if (began <= to && placeOf(stay) === placeLine) return true;
      if (began <= from) return false;
    }
    return false;
  }

  return {
    *lately(copy, placeLine, time) {
      for (const member of everIn(placeLine)) if (livesThere(copy, member, placeLine, time)) yield member;
    },
  };
}
