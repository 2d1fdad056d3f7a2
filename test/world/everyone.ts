/** Small worlds and everybody in them, read one by one through the port: what brute force is compared with. */
import type { Person, Population } from '../../src/population.ts';
import { nhsNumbers } from '../../src/world/nhs-numbers.ts';
import { createWorld } from '../../src/world/world.ts';

export const seed = 7;
export const size = 12_000;
export const world: Population = createWorld({ seed, size });

const numbers = nhsNumbers(seed);

/** Every record, whatever its standing, in index order: those of the families up to the one that the last of so many lies in. */
export const records: readonly Person[] = Array.from({ length: size + 1_000 }, (_, index) => world.find(numbers.of(index))).filter(
  (person) => person !== undefined,
);

/** Those that searches and families know of. */
export const everyone: readonly Person[] = records.filter(({ status, minimal }) => status.kind === 'live' && !minimal);

export function familyOf(person: Person): string {
  return person.names[0]?.family ?? '';
}

/** A sample of people of the whole range, spread over all indices. */
export function sample(population: Population, count: number): readonly Person[] {
  const step = Math.floor(population.size / count);
  return Array.from({ length: count }, (_, n) => population.at(n * step));
}
