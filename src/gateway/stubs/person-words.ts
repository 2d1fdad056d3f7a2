/** What a template may say of the person whom a request is about. */
import type { Person } from '../../population.ts';

const words = {
  nhsNumber: ({ nhsNumber }: Person) => nhsNumber,
  family: ({ names }: Person) => names[0]?.family,
  given: ({ names }: Person) => names[0]?.given.join(' '),
  title: ({ names }: Person) => names[0]?.prefix,
  name: ({ names }: Person) => names[0] && [names[0].prefix, ...names[0].given, names[0].family].filter(Boolean).join(' '),
  gender: ({ gender }: Person) => gender,
  birthDate: ({ birthDate }: Person) => birthDate,
  // A restricted record shows nobody where its person lives, and no stub does.
  address: (person: Person) => homeOf(person)?.lines.filter(Boolean).join(', '),
  town: (person: Person) => homeOf(person)?.lines[3],
  postcode: (person: Person) => homeOf(person)?.postcode,
  practice: ({ registrations, restricted }: Person) => (restricted ? undefined : registrations[0]?.practice),
} satisfies Record<string, (person: Person) => string | undefined>;

export type PersonWord = keyof typeof words;

export const personWords = Object.keys(words);

export const isPersonWord = (word: string): word is PersonWord => Object.hasOwn(words, word);

/** Undefined where nothing is known. */
export const sayOf = (person: Person, word: PersonWord): string | undefined => words[word](person) || undefined;

const homeOf = ({ addresses, restricted }: Person) => (restricted ? undefined : addresses.find(({ use }) => use !== 'old'));
