/** What may be said of a person, by role, however it is spelt: what answers about them are held against. */
import type { Organisation, Person, Population } from '../../src/population.ts';

export interface Said {
  readonly role: string;
  readonly value: string;
}

/** Letters and digits alone: spacing, capitals, accents and punctuation are a contract's own. */
export const bare = (value: unknown): string =>
  String(value)
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z\d]/g, '');

const practiceOf = (person: Person, population: Population): Organisation | undefined =>
  population.organisation(person.registrations[0]?.practice ?? '');

function dates(date: string | undefined): readonly string[] {
  if (date === undefined) return [];
  const [year = '', month = '', day = ''] = date.split('-');
  return [date, `${day}${month}${year}`];
}

/** True where the value is this person's, in one of the ways it may be written. */
export function isSaidOf(person: Person, population: Population, { role, value }: Said): boolean {
  const [name] = person.names;
  const address = person.addresses.find(({ use }) => use === 'home') ?? person.addresses[0];
  const practice = practiceOf(person, population);
  const names = [name?.prefix, name?.given[0], name?.family].map((part) => bare(part ?? ''));
  const facts: Readonly<Record<string, readonly (string | undefined)[]>> = {
    'patient.nhsNumber': [person.nhsNumber],
    'patient.givenName': name?.given ?? [],
    'patient.familyName': [name?.family],
    'patient.namePrefix': [name?.prefix],
    'patient.birthDate': dates(person.birthDate),
    'patient.deathDate': dates(person.death?.date),
    'patient.gender': [person.gender, person.gender.charAt(0)],
    'patient.phone': person.telecoms.filter(({ system }) => system === 'phone').map((telecom) => telecom.value),
    'patient.email': person.telecoms.filter(({ system }) => system === 'email').map((telecom) => telecom.value),
    'patient.addressLine': address?.lines ?? [],
    'patient.town': [address?.lines[3]],
    'patient.county': [address?.lines[4]],
    'patient.postcode': [address?.postcode],
    'patient.address': [[...(address?.lines ?? []), address?.postcode].join('')],
    'organisation.odsCode': [practice?.ods],
    'organisation.name': [practice?.name],
  };
  // A full name is its parts in any order, and nothing besides.
  if (role === 'patient.fullName') {
    const longest = bare([name?.prefix, ...(name?.given ?? []), name?.family, name?.suffix].join(''));
    return names.every((part, i) => i === 0 || bare(value).includes(part)) && bare(value).length <= longest.length;
  }
  const number = /\|(\d{10})$/.exec(value)?.[1] ?? value;
  return (facts[role] ?? []).some((each) => each !== undefined && each !== '' && bare(each) === bare(number));
}
