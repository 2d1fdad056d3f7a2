/** What makes a record awkward, read off the record itself. */
import type { IsoDate, Person, Trait } from '../population.ts';
import { dayOf } from './calendar.ts';

const tests: Readonly<Record<Trait, (person: Person, asOf: IsoDate) => boolean>> = {
  restricted: (person) => person.restricted,
  superseded: (person) => person.status.kind === 'superseded',
  invalidated: (person) => person.status.kind === 'invalidated',
  minimal: (person) => person.minimal,
  'deceased-informal': (person) => person.death?.notification === 'informal',
  'deceased-formal': (person) => person.death?.notification === 'formal',
  'no-address': (person) => !person.minimal && person.addresses.length === 0,
  'no-fixed-abode': (person) => person.addresses[0]?.postcode === 'ZZ99 3VZ',
  'no-practice': (person) =>
    !person.minimal && person.death === undefined && !person.registrations.some(({ period }) => period.end === undefined),
  'no-telecom': (person) => !person.minimal && person.telecoms.length === 0,
  interpreter: (person) => person.interpreterRequired,
  'one-name': (person, asOf) => isUnnamed(person) && !isNewborn(person, asOf),
  'newborn-without-name': (person, asOf) => isUnnamed(person) && isNewborn(person, asOf),
  'changed-name': (person) => person.names.some(({ use }) => use === 'maiden' || use === 'old'),
};

export const traits: readonly Trait[] = Object.keys(tests) as readonly Trait[]; // its own members

/** Superseded and invalidated records are listed as that and as nothing else. */
export function hasTrait(person: Person, trait: Trait, asOf: IsoDate): boolean {
  return tests[trait](person, asOf) && (person.status.kind === 'live' || person.status.kind === trait);
}

function isUnnamed(person: Person): boolean {
  return person.names[0] !== undefined && person.names[0].given.length === 0;
}

const newbornDays = 28;

function isNewborn(person: Person, asOf: IsoDate): boolean {
  return dayOf(asOf) - dayOf(person.birthDate) <= newbornDays;
}
