/** Places by the addresses of practices: wherever people live there is one. */
import type { Population } from '../population.ts';
import { livesAt } from './find-people.ts';

export function isPlace(population: Population, name: string): boolean {
  for (const { address } of population.organisations('gp-practice')) if (livesAt(address, name)) return true;
  return false;
}
