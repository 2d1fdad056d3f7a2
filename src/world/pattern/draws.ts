/** A stream of chances, the same at every run: the pattern is simulated with it once, whatever the seed of a world. */
import { mix } from '../hash.ts';

export interface Draws {
  /** In [0, 1). */
  (): number;
}

export function drawsFrom(seed: number): Draws {
  let state = mix(seed);
  return () => {
    state = (state + 0x9e3779b9) | 0;
    return mix(state) / 0x100000000;
  };
}

/** Points of a distribution: the value below which a share of draws falls, rising, from the least to the greatest. */
export type Quantiles = readonly (readonly [share: number, value: number])[];

/** The value at a chance, by straight lines between the points. */
export function at(quantiles: Quantiles, chance: number): number {
  let n = 0;
  while (n < quantiles.length - 1 && (quantiles[n]?.[0] ?? 0) < chance) n += 1;
  const point = quantiles[n];
  const before = quantiles[n - 1];
  if (point === undefined) return 0;
  if (before === undefined || chance >= point[0]) return point[1];
  return before[1] + ((point[1] - before[1]) * (chance - before[0])) / (point[0] - before[0]);
}

/** The position that a chance falls on among weights. */
export function among(weights: readonly number[], chance: number): number {
  let total = 0;
  for (const weight of weights) total += weight;
  let left = chance * total;
  for (let n = 0; n < weights.length; n += 1) {
    left -= weights[n] ?? 0;
    if (left < 0) return n;
  }
  return weights.length - 1;
}

/** Whether so many in a hundred includes this one. */
export function percent(draws: Draws, share: number): boolean {
  return draws() * 100 < share;
}
