/** The homes that somebody had, up to a day: where the dwellings of the pattern stand in a copy, and what is written down of them. */
import { type Day, dayOf } from '../calendar.ts';
import type { Copies } from '../copies/copies.ts';
import type { LifeDays } from '../copies/life-days.ts';
import type { Deal } from '../lines/deal.ts';
import { careHome, never } from '../pattern/pattern.ts';
import type { PlaceAddress } from '../places/addresses.ts';
import type { Abode, Places } from '../places/places.ts';
import { remembered } from './remembered.ts';

/** A dwelling of the pattern where it stands in a copy. */
export interface StandingHome extends Abode {
  /** The same for everybody who lives there, and for nobody else. */
  readonly key: number;
  readonly spot: PlaceAddress;
}

/** A time that somebody had a home. */
export interface HomeStay {
  /** Which of their homes it was. */
  readonly ordinal: number;
  readonly from: Day;
  /** The last day; `never` where it is not over by the day that was asked for. */
  readonly to: Day;
  readonly home: StandingHome;
}

export interface StandingHomes {
  of(copy: number, dwelling: number): StandingHome;
  /** The present home first, then those that records still tell of. */
  upTo(copy: number, member: number, today: Day): readonly HomeStay[];
  /** A settlement where somebody of a people may well be, by a number in [0, 1). */
  settlementOf(people: number, quantile: number): number;
}

/** Records forgot homes that were left before, five years and more before the first day that the world can show. */
const remember = dayOf('2012-01-01');

export function standingHomesOf(copies: Copies, days: LifeDays, places: Places, towns: Deal): StandingHomes {
  const { stays, dwellings, placeLines } = copies.pattern;
  const dwellingCount = dwellings.kind.length;

  const at = remembered((key): StandingHome => {
    const copy = Math.floor(key / dwellingCount);
    const dwelling = key % dwellingCount;
    const line = dwellings.placeLine[dwelling] ?? 0;
    const home = places.home({
      dwelling,
      careHome: dwellings.kind[dwelling] === careHome,
      people: placeLines.people[line] ?? 0,
      quantile: towns.quantile(line, copy),
    });
    return { ...home, key, spot: places.address(home) };
  });
  const of = (copy: number, dwelling: number): StandingHome => at(copy * dwellingCount + dwelling);

  return {
    of,
    upTo(copy, member, today) {
      const first = stays.first[member] ?? 0;
      const lived: HomeStay[] = [];
      let next: Day = never;
      for (let n = (stays.first[member + 1] ?? 0) - 1; n >= first; n -= 1) {
        const from = days.stayFrom(copy, member, n);
        // Of two moves on one day only the second came to anything.
        if (from > today || from >= next) continue;
        if (next <= remember) break;
        lived.push({ ordinal: n - first, from, to: next === never ? never : next - 1, home: of(copy, stays.dwelling[n] ?? 0) });
        next = from;
      }
      return lived;
    },
    settlementOf: (people, quantile) => places.home({ dwelling: 0, careHome: false, people, quantile }).settlement,
  };
}
