/** One person on one day, of whom something is measured, and how measurements scatter. */
import type { Day } from '../../../calendar.ts';
import type { Body } from '../body.ts';
import type { ObservationSort } from '../sorts.ts';

export interface Moment {
  readonly body: Body;
  readonly sex: 'female' | 'male';
  readonly day: Day;
  /** In years and parts of them. */
  readonly age: number;
  /** How ill with something that passes: 0 is not at all, 1 as for a stay in hospital. */
  readonly ill: number;
}

/** Unrounded. */
export type Value = (moment: Moment) => number;

const bytes = 0x100000000;
/** Mean and standard deviation of a sum of four bytes, which is normal enough to beyond three deviations. */
const meanOfBytes = 510;
const deviationOfBytes = 147.8;

/** A chance as so many standard deviations of a normal distribution. */
export function deviations(chance: number): number {
  const word = Math.floor(chance * bytes);
  const sum = (word >>> 24) + ((word >>> 16) & 0xff) + ((word >>> 8) & 0xff) + (word & 0xff);
  return (sum - meanOfBytes) / deviationOfBytes;
}

/** Where somebody stands for good, in standard deviations. */
export const standing = ({ body }: Moment, sort: ObservationSort): number => deviations(body.place(sort));

/** How the day differs, in standard deviations. */
export const ofTheDay = ({ body, day }: Moment, sort: ObservationSort): number => deviations(body.chance(sort, day));

/** A mean with the spread between people and that from day to day. */
export const scattered = (moment: Moment, sort: ObservationSort, mean: number, between: number, within: number): number =>
  mean + between * standing(moment, sort) + within * ofTheDay(moment, sort);

/** By how much what cannot be below nothing, and is far above at times, is multiplied at so many deviations. */
const multiples = [0.3, 0.45, 0.67, 1, 1.5, 2.2, 3.3];
const lowest = -3;

/** A median with a long tail above. */
export function scatteredUpwards(moment: Moment, sort: ObservationSort, median: number): number {
  const place = Math.min(2.99, Math.max(lowest, 0.8 * standing(moment, sort) + 0.5 * ofTheDay(moment, sort))) - lowest;
  const below = Math.floor(place);
  const low = multiples[below] ?? 1;
  return median * (low + ((multiples[below + 1] ?? low) - low) * (place - below));
}

export const bounded = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
