/** Periods as records have them: that something ended is known from the day after its last. */
import type { Period } from '../../population.ts';
import { type Day, isoDate, year } from '../calendar.ts';

export function periodUpTo(last: Day, from: Day, to: Day): Period {
  return to < last ? { start: isoDate(from), end: isoDate(to) } : { start: isoDate(from) };
}

/** A birthday, near enough for what hangs on age by custom: the same number of average years later. */
export function yearsAfter(day: Day, years: number): Day {
  return day + Math.floor(years * year);
}
