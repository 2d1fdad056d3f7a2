/** Who lives where: the members of the pattern by place line, for those who ask from the side of a town or a practice. */
import type { Day } from '../calendar.ts';
import type { Pattern } from '../pattern/pattern.ts';
import { eachPlace, grouped } from './grouped.ts';
import type { LifeDays } from './life-days.ts';

export interface Residents {
  /** The members who live in a place line on a day, in a copy, each once. */
  of(copy: number, placeLine: number, day: Day): Iterable<number>;
}

export function residentsOf(pattern: Pattern, days: LifeDays): Residents {
  const { stays, dwellings } = pattern;
  const everIn = grouped(pattern.placeLines.people.length, (tell) => {
    eachPlace(pattern, (stay) => dwellings.placeLine[stays.dwelling[stay] ?? 0] ?? 0, tell);
  });
  return {
    *of(copy, placeLine, day) {
      for (const member of everIn(placeLine)) {
        const dwelling = days.dwellingOn(copy, member, day);
        if (dwelling >= 0 && dwellings.placeLine[dwelling] === placeLine) yield member;
      }
    },
  };
}
