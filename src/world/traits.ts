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
  'temporary-address': ({ addresses }) => addresses.some(({ use }) => use === 'temp'),
  'billing-address': ({ addresses }) => addresses.some(({ use }) => use === 'billing'),
  'work-address': ({ addresses }) => addresses.some(({ use }) => use === 'work'),
  'no-postcode': ({ addresses: [present] }) => present !== undefined && present.postcode === undefined,
  'former-address-not-ended': ({ addresses }) => addresses.some(({ use, period }) => use === 'old' && period?.end === undefined),
  capitals: ({ names: [name] }) => name !== undefined && isInCapitals(name.family),
  'work-phone': ({ telecoms }) => telecoms.some(({ system, use }) => system === 'phone' && use === 'work'),
  'temporary-phone': ({ telecoms }) => telecoms.some(({ system, use }) => system === 'phone' && use === 'temp'),
  fax: ({ telecoms }) => telecoms.some(({ system }) => system === 'fax'),
  textphone: ({ telecoms }) => telecoms.some(({ system }) => system === 'other'),
  'gender-other': ({ gender }) => gender === 'other',
  'gender-unknown': (person) => !person.minimal && person.gender === 'unknown',
  'name-variant': ({ names }) => names.some(({ use, period }) => use === 'old' && period === undefined),
  'born-on-1-january': (person) => !person.minimal && person.birthDate.endsWith('-01-01'),
  'managing-organisation': ({ managingOrganisation }) => managingOrganisation !== undefined,
  'dispensing-practice': ({ dispenser }) => dispenser !== undefined,
  'appliance-supplier': ({ applianceSupplier }) => applianceSupplier !== undefined,
};

export const traits: readonly Trait[] = Object.keys(tests) as readonly Trait[]; // its own members

/** Superseded and invalidated records are listed as that and as nothing else. */
export function hasTrait(person: Person, trait: Trait, asOf: IsoDate): boolean {
  return tests[trait](person, asOf) && (person.status.kind === 'live' || person.status.kind === trait);
}

function isInCapitals(name: string): boolean {
  return name.length > 1 && name === name.toUpperCase() && name !== name.toLowerCase();
}

function isUnnamed(person: Person): boolean {
  return person.names[0] !== undefined && person.names[0].given.length === 0;
}

const newbornDays = 28;

function isNewborn(person: Person, asOf: IsoDate): boolean {
  return dayOf(asOf) - dayOf(person.birthDate) <= newbornDays;
}
