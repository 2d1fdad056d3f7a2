/**
 * The synthetic world behind the `Population` port: up to 909,091 people, each a pure function of (seed, index), none of them stored.
 * Published personas come first; the people who would get in their way do not exist.
 */
import type { Population } from '../population.ts';
import { buildWorld, type World, type WorldSettings } from './build-world.ts';
import { numbersInRange } from './nhs-numbers.ts';

export type WorldOptions = Partial<WorldSettings>;

/** Leaves 9,091 numbers of the range to be given out. */
export const defaultSize = 900_000;
export const defaultSeed = 42;
export const defaultAsOf = '2026-01-01';
export const largestSize = numbersInRange;

export function createWorld(options: WorldOptions = {}): Population {
  const { seed = defaultSeed, size = defaultSize, asOf = defaultAsOf, personas = [], organisations = [] } = options;
  if (!Number.isInteger(size) || size < 1 || size > largestSize) {
    throw new RangeError(`the population size must be a whole number from 1 to ${largestSize}`);
  }
  let made: World | undefined;
  // Tables take some milliseconds, so they are built when somebody is first asked for.
  const world = (): World => (made ??= buildWorld({ seed, size, asOf, personas, organisations }));
  return {
    size,
    asOf,
    published: personas,
    brought: () => [],
    find: (nhsNumber) => world().find(nhsNumber),
    search: (query) => world().search(query),
    organisation: (ods) => world().organisation(ods),
    organisations: (kind) => world().organisations(kind),
    practitioners: (ods) => world().practitioners(ods),
    relatives: (nhsNumber) => world().relatives(nhsNumber),
    partnerships: (nhsNumber) => world().partnerships(nhsNumber),
    household: (nhsNumber) => world().household(nhsNumber),
    addresses: (postcode, paf) => world().addresses(postcode, paf),
    members: (ods) => world().members(ods),
    events: (nhsNumber, window) => world().events(nhsNumber, window),
    at: (index) => world().at(index),
    withTrait: (trait) => world().withTrait(trait),
    spareNumber: (n) => world().spareNumber(n),
  };
}
