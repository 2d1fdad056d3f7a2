/** Who an answer is about: one person, their practice, pharmacy, a practitioner and a relative, so that every leaf tells of the same people. */
import { lazily } from '../../contract/lazily.ts';
import type { NhsNumber, Organisation, Person, Population, Practitioner } from '../../population.ts';
import type { Bound } from '../../meaning/bound.ts';
import { fictionalNhsNumber, fictionalOds, fictionalOrganisation, fictionalPerson, fictionalPractitioner } from './fictional.ts';
import { hashText } from '../seed.ts';

export interface Subject {
  readonly person: Person;
  readonly relative: Person;
  readonly practice: Organisation;
  readonly pharmacy: Organisation;
  readonly practitioner: Practitioner;
}

/** Each member is looked up when a leaf first asks for it. */
export function subjectOf(population: Population, bound: Bound, key: string): Subject {
  const seed = hashText(key);
  const person = lazily(() => personOf(population, bound, seed));
  const practice = lazily(() =>
    organisationOf(population, bound.byRole['organisation.odsCode'] ?? person().registrations[0]?.practice, 'gp-practice', seed),
  );
  const pharmacy = lazily(() => organisationOf(population, bound.byRole['pharmacy.odsCode'] ?? person().pharmacy, 'pharmacy', seed + 1));
  const practitioner = lazily(() => population.practitioners(practice().ods)[0] ?? fictionalPractitioner(practice().ods));
  const relative = lazily(() => relativeOf(population, person()));
  return {
    get person() {
      return person();
    },
    get relative() {
      return relative();
    },
    get practice() {
      return practice();
    },
    get pharmacy() {
      return pharmacy();
    },
    get practitioner() {
      return practitioner();
    },
  };
}

/** The person asked for by number; else one who fits what was asked; else anybody, by the key. */
function personOf(population: Population, { byRole }: Bound, seed: number): Person {
  const number = byRole['patient.nhsNumber'];
  if (number !== undefined) return population.find(number) ?? fictionalPerson(number);
  if (population.size === 0) return fictionalPerson(fictionalNhsNumber(seed));
  const family = byRole['patient.familyName'];
  const birthDate = byRole['patient.birthDate'];
  if (family !== undefined || birthDate !== undefined) {
    const query = {
      ...(family === undefined ? {} : { family }),
      ...(birthDate === undefined ? {} : { born: { from: birthDate, to: birthDate } }),
    };
    for (const found of population.search(query)) return found;
  }
  return population.at(seed);
}

/** Most numbers that are tried: of a population that fills its whole range, nobody is made up. */
const TRIED = 100;

/** A made-up number that nobody in the population has. */
function numberOfNobody(population: Population, seed: number): NhsNumber {
  let number = fictionalNhsNumber(seed);
  for (let next = 1; next < TRIED && population.find(number); next++) number = fictionalNhsNumber(seed + next);
  return number;
}

function organisationOf(population: Population, ods: string | undefined, kind: 'gp-practice' | 'pharmacy', seed: number): Organisation {
  const known = ods === undefined ? firstOf(population, kind, seed) : population.organisation(ods);
  return known ?? fictionalOrganisation(ods ?? fictionalOds(seed), kind);
}

/** One of the first few: a list of organisations is read lazily and may be long. */
function firstOf(population: Population, kind: 'gp-practice' | 'pharmacy', seed: number): Organisation | undefined {
  const some = population.size === 0 ? [] : [...Iterator.from(population.organisations(kind)).take(8)];
  return some[seed % Math.max(1, some.length)];
}

function relativeOf(population: Population, person: Person): Person {
  for (const { nhsNumber } of population.relatives(person.nhsNumber)) {
    const found = nhsNumber === undefined ? undefined : population.find(nhsNumber);
    if (found) return found;
  }
  return fictionalPerson(numberOfNobody(population, hashText(`relative of ${person.nhsNumber}`)));
}
