/**
 * The test people: those of every API's folder, in alphabetical order of the APIs, then those that several share. Generated people
 * keep clear of them.
 */
import { organisationsOfApis, peopleOfApis } from '../src/generated/people.ts';
import type { TestOrganisation } from '../src/organisation-register.ts';
import { type Persona, personasOf } from '../src/world/personas/persona.ts';
import { peopleWithHistories } from './people-with-histories.ts';
import { people as sharedPeople } from './people.ts';
import { organisations as sharedOrganisations } from './places.ts';

const tables = [...peopleOfApis, sharedPeople, peopleWithHistories] as const;

type NamesOf<Table> = Table extends unknown ? keyof Table : never;

export const personas: readonly Persona[] = tables.flatMap(personasOf);

/** NHS numbers by name: `testPerson.janeSmith`. */
export const testPerson = Object.fromEntries<string>(personas.map(({ key, person }) => [key, person.nhsNumber])) as Readonly<
  Record<NamesOf<(typeof tables)[number]>, string> // the names are those of the tables, which a list of people forgets
>;

export const organisations: readonly TestOrganisation[] = [...organisationsOfApis, ...sharedOrganisations];

/** Valid numbers that nobody has, and an invalid one, as the official sandboxes use them. */
export const nobodysNumber = '9111231130';
export const wrongCheckDigit = '9000000000';
