/** School years, which begin in September and go by the birthday. */
import { type Day, dayOf, yearOf } from '../../calendar.ts';

const first = 1900;
const septembers = Int32Array.from({ length: 160 }, (_, n) => dayOf(`${first + n}-09-01`));

export const septemberOf = (year: number): Day => septembers[year - first] ?? 0;

/** The year in which the school year of somebody's birth began: those of one class have the same. */
export function classOf(birth: Day): number {
  const year = yearOf(birth);
  return birth < septemberOf(year) ? year - 1 : year;
}

/** From the year of birth of a class to the September in which it begins year 8. */
export const toYear8 = 13;
