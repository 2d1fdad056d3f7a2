/** What is known of a person and around them, asked of the population when a need first asks. */
import type { ClinicalRecord } from '../../clinical-record.ts';
import type { Partnership, Person, Population, Relative } from '../../population.ts';
import { ageOn, type Day, dayOf } from '../calendar.ts';

export interface KnownRelative {
  readonly relationship: Relative['relationship'];
  readonly person: Person;
}

export interface Surroundings {
  readonly person: Person;
  readonly today: Day;
  /** Completed years, on the day of death for the dead. */
  readonly age: number;
  /** Those with a record. */
  relatives(): readonly KnownRelative[];
  /** Earliest first. */
  partnerships(): readonly Partnership[];
  /** Those who share the home; undefined where no home is known. */
  others(): readonly Person[] | undefined;
  find(nhsNumber: string): Person | undefined;
  /** Of health and care: each kind of entry is made when it is first asked for. */
  record(): ClinicalRecord | undefined;
}

export function surroundingsOf(population: Population, person: Person): Surroundings {
  const { nhsNumber, birthDate, death } = person;
  const today = dayOf(population.asOf);
  let relatives: readonly KnownRelative[] | undefined;
  let partnerships: readonly Partnership[] | undefined;
  let household: readonly Person[] | undefined;
  let record: ClinicalRecord | undefined;
  const find = (number: string): Person | undefined => population.find(number);

  return {
    person,
    today,
    age: ageOn(dayOf(birthDate), death === undefined ? today : dayOf(death.date)),
    relatives: () =>
      (relatives ??= population.relatives(nhsNumber).flatMap(({ relationship, nhsNumber: number }) => {
        const relative = number === undefined ? undefined : find(number);
        return relative === undefined || relative.minimal ? [] : [{ relationship, person: relative }];
      })),
    partnerships: () => (partnerships ??= population.partnerships(nhsNumber)),
    others() {
      household ??= population.household(nhsNumber).flatMap((number) => find(number) ?? []);
      return household.length === 0 ? undefined : household.filter((each) => each.nhsNumber !== nhsNumber);
    },
    find,
    record: () => (record ??= population.record(nhsNumber)),
  };
}

export function ageOf({ today }: Surroundings, { birthDate }: Person): number {
  return ageOn(dayOf(birthDate), today);
}

/** Those of somebody's relatives who share the home. */
export function relativesAtHome(about: Surroundings, ...wanted: readonly Relative['relationship'][]): readonly Person[] {
  const others = about.others() ?? [];
  if (others.length === 0) return [];
  const numbers = new Set(others.map(({ nhsNumber }) => nhsNumber));
  return about
    .relatives()
    .filter(({ relationship, person }) => wanted.includes(relationship) && numbers.has(person.nhsNumber))
    .map(({ person }) => person);
}

export function childrenAtHome(about: Surroundings): readonly Person[] {
  return relativesAtHome(about, 'child').filter((child) => ageOf(about, child) < grownUp);
}

export const grownUp = 18;

/** The names of care homes say so. */
const careHome = /\b(?:care|nursing|residential) home$/i;

export function isCareHome(person: Person): boolean {
  const [home] = person.addresses;
  return home?.use === 'home' && careHome.test(home.lines[0]);
}
