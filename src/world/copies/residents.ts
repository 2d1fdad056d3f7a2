/** Who lives where: the members of the pattern by place line, for those who ask from the side of a town or a practice. */
import type { Day } from '../calendar.ts';
import type { Pattern } from '../pattern/pattern.ts';
import type { LifeDays } from './life-days.ts';

export interface Residents {
  /** The members who live in a place line on a day, in a copy, each once. */
  of(copy: number, placeLine: number, day: Day): Iterable<number>;
}

export function residentsOf(pattern: Pattern, days: LifeDays): Residents {
  const { stays, dwellings } = pattern;
  const placeOf = (stay: number): number => dwellings.placeLine[stays.dwelling[stay] ?? 0] ?? 0;
  /** Those who ever live in a place line p are `members[first[p]]` … `members[first[p + 1] - 1]`. */
  const first = new Uint32Array(pattern.placeLines.people.length + 1);
  const members = new Uint16Array(stays.from.length);

  /** Every place line that a member lives in, once. */
  function eachPlace(visit: (placeLine: number, member: number) => void): void {
    for (let member = 0; member < pattern.size; member += 1) {
      const begin = stays.first[member] ?? 0;
      for (let stay = begin; stay < (stays.first[member + 1] ?? 0); stay += 1) {
        const place = placeOf(stay);
        let before = begin;
        while (before < stay && placeOf(before) !== place) before += 1;
        if (before === stay) visit(place, member);
      }
    }
  }

  eachPlace((place) => (first[place + 1] = (first[place + 1] ?? 0) + 1));
  for (let place = 1; place < first.length; place += 1) first[place] = (first[place] ?? 0) + (first[place - 1] ?? 0);
  const next = first.slice();
  eachPlace((place, member) => {
    members[next[place] ?? 0] = member;
    next[place] = (next[place] ?? 0) + 1;
  });

  return {
    *of(copy, placeLine, day) {
      for (let n = first[placeLine] ?? 0; n < (first[placeLine + 1] ?? 0); n += 1) {
        const member = members[n] ?? 0;
        const dwelling = days.dwellingOn(copy, member, day);
        if (dwelling >= 0 && dwellings.placeLine[dwelling] === placeLine) yield member;
      }
    },
  };
}
