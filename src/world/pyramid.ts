/** Ages as a piecewise-linear share born before each day, and its inverse: exact arithmetic, no tables of people. */
import type { Day } from './calendar.ts';
import { year } from './calendar.ts';

/** Nobody is older than this many years at the population's date. */
export const span = 100;

export interface Pyramid {
  /** Share of people born strictly before a day. */
  bornBefore(day: Day): number;
  /** The day by which a share of people are born, for a share in [0, 1). */
  birthDay(share: number): Day;
}

const slices = 64;

/** Band weights are oldest first and of equal length; `today` is the day the youngest band ends. */
export function pyramidOf(bands: readonly number[], today: Day): Pyramid {
  const total = bands.reduce((sum, weight) => sum + weight, 0);
  const width = (span * year) / bands.length;
  const first = today - span * year;
  const knots = [0];
  let running = 0;
  for (const weight of bands) {
    running += weight;
    knots.push(running / total);
  }
  knots[bands.length] = 1;
  const last = bands.length - 1;
  const bandAt = (share: number, from: number): number => {
    let band = from;
    while (band < last && (knots[band + 1] ?? 1) <= share) band += 1;
    return band;
  };
  /** The band that each slice of shares begins in. */
  const firstBand = Array.from({ length: slices }, (_, slice) => bandAt(slice / slices, 0));
  return {
    bornBefore(day) {
      const position = (day - first) / width;
      if (position <= 0) return 0;
      if (position >= bands.length) return 1;
      const band = Math.floor(position);
      const from = knots[band] ?? 0;
      return from + ((knots[band + 1] ?? 1) - from) * (position - band);
    },
    birthDay(share) {
      const band = bandAt(share, firstBand[Math.floor(share * slices)] ?? 0);
      const from = knots[band] ?? 0;
      const day = Math.floor(first + (band + (share - from) / ((knots[band + 1] ?? 1) - from)) * width);
      return day > today ? today : day;
    },
  };
}
