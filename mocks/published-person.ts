/** A person of whom the official sandboxes publish a number, a name and a birth date, and nothing else. */
import type { PersonaDetails, PersonaEntry } from '../src/world/personas/persona.ts';
import { cottages, practice } from './places.ts';

export function published(
  nhsNumber: string,
  family: string,
  given: readonly string[],
  gender: PersonaDetails['gender'],
  birthDate: string,
  version: number,
  meaning: string,
  suffix?: string,
): PersonaEntry {
  const person = {
    nhsNumber,
    family,
    given,
    gender,
    birthDate,
    version,
    lines: cottages,
    postcode: 'LS71 2AB',
    practice,
    ...(suffix === undefined ? {} : { suffix }),
  };
  return { meaning, official: true, person };
}

/** The same, with a mobile number and an email address. */
export const withContacts = (entry: PersonaEntry, mobile: string, email: string): PersonaEntry => ({
  ...entry,
  person: {
    ...entry.person,
    telecoms: [
      { id: '789', system: 'phone', use: 'mobile', value: mobile },
      { id: '790', system: 'email', use: 'home', value: email },
    ],
  },
});
