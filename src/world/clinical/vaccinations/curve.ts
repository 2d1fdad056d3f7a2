/** Lines through points, as `at` reads them: uptake by year, or days by the share of those who come. */
import type { Quantiles } from '../../pattern/draws.ts';

/** From a place and a value in turn, places rising. */
export function line(...points: readonly number[]): Quantiles {
  const pairs: [number, number][] = [];
  for (let n = 0; n + 1 < points.length; n += 2) pairs.push([points[n] ?? 0, points[n + 1] ?? 0]);
  return pairs;
}
