/** The people behind every runtime: the synthetic world of a seed, with the test people in it. */
import { organisations, personas } from '../../mocks/personas.ts';
import type { IsoDate, Population } from '../population.ts';
import { realClock } from '../workspace/time/clock.ts';
import { presentDay } from '../workspace/time/present-population.ts';
import { createWorld } from '../world/world.ts';

export function populationOf(seed: number, size?: number): Population {
  return createWorld({ seed, personas, organisations, ...(size !== undefined && { size }) });
}

/** As of today, or of another day, as a workspace that is made then would have it. */
export function populationToday(seed: number, size: number, asOf: IsoDate = presentDay(realClock, 'clock')): Population {
  return populationOf(seed, size).on(asOf, asOf);
}
