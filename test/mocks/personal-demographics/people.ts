/** People of the world that tests need, chosen by what is true of them. */
import type { Person, Trait } from '../../../src/population.ts';
import { world } from './demographics.ts';

export function personWith(trait: Trait, wanted: (person: Person) => boolean = () => true): Person {
  for (const person of world.withTrait(trait)) if (wanted(person)) return person;
  throw new Error(`the world has nobody like that: ${trait}`);
}

/** The first living, unrestricted person from `from` on of whom this is true. */
export function personWhere(wanted: (person: Person) => boolean, from = 0): Person {
  for (let index = from; index < from + 50_000; index += 1) {
    const person = world.at(index);
    if (person.status.kind === 'live' && !person.restricted && !person.minimal && person.death === undefined && wanted(person))
      return person;
  }
  throw new Error('the world has nobody like that');
}

/** Has one name, a home and a former one, a telephone number, a practice, a pharmacy, no place of birth and no emergency contact, and nothing out of the ordinary. */
export const somebody: Person = personWhere(
  ({ names, addresses, telecoms, registrations, pharmacy, birthPlace, multipleBirth, emergencyContact }) =>
    names.length === 1 &&
    (names[0]?.given.length ?? 0) > 1 &&
    addresses.length === 2 &&
    addresses.every(({ use, paf }) => (use === 'home' || use === 'old') && paf !== undefined) &&
    telecoms.length > 1 &&
    telecoms[0]?.system === 'phone' &&
    telecoms.some(({ system, use }) => system === 'phone' && use === 'home') &&
    registrations.length > 0 &&
    birthPlace === undefined &&
    pharmacy !== undefined &&
    multipleBirth === undefined &&
    emergencyContact === undefined,
  1000,
);
