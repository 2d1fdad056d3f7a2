/** An age as the calendar tells it, for test people who are one. */
import type { IsoDate } from '../../population.ts';
import { dayOf, isoDate } from '../calendar.ts';

/** So long before a day: `{ years: 65, days: -7 }` is whoever turns 65 in a week. */
export interface Age {
  readonly years?: number;
  readonly months?: number;
  readonly days?: number;
}

/** The birth date of whoever is this old on a day. The days are counted first, so that a birthday to come falls on the day that it says. */
export function birthDateAt(on: IsoDate, { years = 0, months = 0, days = 0 }: Age): IsoDate {
  const day = isoDate(dayOf(on) - days);
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - years * 12 - months;
  const firstOf = (n: number): IsoDate => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-01`;
  // A month that is shorter ends sooner.
  return isoDate(Math.min(dayOf(firstOf(month)) + Number(day.slice(8)) - 1, dayOf(firstOf(month + 1)) - 1));
}
