/** The people behind every runtime: the synthetic world of a seed, with the test people in it. */
import { organisations, personas } from '../../mocks/personas.ts';
import type { Population } from '../population.ts';
import { createWorld } from '../world/world.ts';

export function populationOf(seed: number, size?: number): Population {
  return createWorld({ seed, personas, organisations, ...(size !== undefined && { size }) });
}
