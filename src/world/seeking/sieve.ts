/** What tells quickly who cannot be meant. Nobody who is meant falls through; of the others, their records have to tell. */
import type { Needs } from '../../population.ts';
import type { Day } from '../calendar.ts';
import { type Copies, largestShift, longestYear } from '../copies/copies.ts';
import type { WorldParts } from '../records/parts.ts';

export interface Sieve {
  /** Asked first, once for each of the pattern. */
  readonly member?: (member: number) => boolean;
  /** Asked of those who are left, in each copy. */
  readonly person?: (copy: number, member: number, index: number) => boolean;
  /** Whose like meet it more often: they come before the others, where no order is drawn. */
  readonly likely?: (member: number) => boolean;
}

/** Of each of some needs. */
export type Sieves<Name extends keyof Needs> = {
  readonly [Each in Name]: (value: NonNullable<Needs[Each]>, parts: WorldParts, today: Day) => Sieve;
};

/** Births, deaths and moves in a copy are less than this many days from those of the pattern. */
export const reach = largestShift + 40;

export interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** Whether a day of the pattern may be one of these in some copy. */
export function mayFallIn(day: Day, { from, to }: Days): boolean {
  return day >= from - reach && day <= to + reach;
}

/** Born on one of some days. */
export function bornIn(copies: Copies, { from, to }: Days): Sieve {
  const { birth } = copies.pattern;
  return {
    // Where the day is not known it is written down as an earlier one of its year.
    member: (member) => mayFallIn(birth[member] ?? 0, { from, to: to + (copies.mayBeUndated(member) ? longestYear : 0) }),
    person(copy, member) {
      const day = copies.birth(copy, member);
      return day >= from && day <= to;
    },
  };
}
