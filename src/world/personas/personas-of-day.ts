/** The test people of a day, to be looked up: what is published of them counts before anything that is generated. */
import type { FiledAddress, Person, PersonQuery, Relative } from '../../population.ts';
import { dayOf } from '../calendar.ts';
import type { ToldCare } from '../clinical/told/told-history.ts';
import type { Family } from '../events/registered.ts';
import type { Persona } from './persona.ts';
import { fitting } from '../search/whole-record.ts';

export interface PersonasOfDay {
  has(nhsNumber: string): boolean;
  find(nhsNumber: string): Person | undefined;
  search(query: PersonQuery): Iterable<Person>;
  /** What is told of somebody's relatives; undefined where nothing is. */
  relatives(nhsNumber: string): readonly Relative[] | undefined;
  family(nhsNumber: string): Family;
  /** What is told of somebody's health and care; undefined where it is made. */
  history(nhsNumber: string): ToldCare | undefined;
  /** Where one of them lives, or once did. */
  filed(postcode: string, paf: string): readonly FiledAddress[] | undefined;
}

export function personasOfDay(personas: readonly Persona[]): PersonasOfDay {
  const byNumber = new Map<string, Persona>(personas.map((persona) => [persona.person.nhsNumber, persona]));
  /** Most searches are for one day. */
  const byBirth = Map.groupBy(personas, ({ person }) => person.birthDate);
  const find = (nhsNumber: string): Person | undefined => byNumber.get(nhsNumber)?.person;

  return {
    has: (nhsNumber) => byNumber.has(nhsNumber),
    find,
    *search(query) {
      const answers = fitting(query);
      const { born } = query;
      const mayFit = born !== undefined && born.from === born.to ? (byBirth.get(born.from) ?? []) : personas;
      for (const { person } of mayFit) if (answers(person)) yield person;
    },
    relatives: (nhsNumber) => byNumber.get(nhsNumber)?.relatives,
    history: (nhsNumber) => byNumber.get(nhsNumber)?.history,
    family(nhsNumber) {
      const children = (byNumber.get(nhsNumber)?.relatives ?? [])
        .filter(({ relationship }) => relationship === 'child')
        .map(({ nhsNumber: number = '' }) => find(number));
      return { weddings: [], children: children.filter((child) => child !== undefined).map(({ birthDate }) => dayOf(birthDate)) };
    },
    filed(postcode, paf) {
      for (const { person } of personas) {
        const home = person.addresses.find((address) => address.paf === paf && address.postcode === postcode);
        if (home !== undefined) return [{ lines: home.lines, postcode, paf }];
      }
      return undefined;
    },
  };
}
