/** What a search compares: the same few facts, whether of a person of the world or of a changed record. */
import type { Person } from '../../../src/population.ts';
import { isRestricted } from '../../../src/nhs/restricted.ts';
import { currentRegistration, type PatientRecord } from '../record/patient-record.ts';

export interface ComparedName {
  readonly family: string;
  readonly given: readonly string[];
  /** Usual, nickname and temporary names; others are history. */
  readonly current: boolean;
}

export interface Compared {
  readonly text: string;
  readonly current: boolean;
}

export interface Demographics {
  readonly nhsNumber: string;
  readonly restricted: boolean;
  readonly names: readonly ComparedName[];
  readonly gender?: string;
  readonly birthDates: readonly Compared[];
  readonly deathDate?: string;
  readonly postcodes: readonly Compared[];
  readonly emails: readonly Compared[];
  readonly phones: readonly Compared[];
  readonly practice?: string;
}

const currentUses: ReadonlySet<string> = new Set(['usual', 'nickname', 'temp']);

export function demographicsOfPerson(person: Person): Demographics {
  const practice = currentRegistration(person)?.practice;
  return {
    nhsNumber: person.nhsNumber,
    restricted: person.restricted,
    names: person.names.map(({ family, given, use }) => ({ family, given, current: currentUses.has(use) })),
    gender: person.gender,
    birthDates: [{ text: person.birthDate, current: true }],
    ...(person.death && { deathDate: person.death.date }),
    postcodes: person.addresses.flatMap(({ postcode, use }) =>
      postcode === undefined ? [] : [{ text: postcode, current: use !== 'old' }],
    ),
    emails: [...contacts(person.telecoms, 'email', true), ...contacts(person.formerTelecoms ?? [], 'email', false)],
    phones: [...contacts(person.telecoms, 'phone', true), ...contacts(person.formerTelecoms ?? [], 'phone', false)],
    ...(practice !== undefined && { practice }),
  };
}

export function demographicsOfRecord({ patient, past }: PatientRecord): Demographics {
  const practice = patient.generalPractitioner?.[0]?.identifier.value;
  const deathDate = patient.deceasedDateTime?.slice(0, 10);
  return {
    nhsNumber: patient.id,
    restricted: isRestricted(patient),
    names: [
      ...(patient.name ?? []).map(({ family, given, use }) => ({ family, given: given ?? [], current: currentUses.has(use) })),
      ...past.names.map(({ family, given }) => ({ family, given: given ?? [], current: false })),
    ],
    ...(patient.gender !== undefined && { gender: patient.gender }),
    birthDates: [
      ...(patient.birthDate === undefined ? [] : [{ text: patient.birthDate, current: true }]),
      ...past.birthDates.map((text) => ({ text, current: false })),
    ],
    ...(deathDate !== undefined && { deathDate }),
    postcodes: [...postcodes(patient.address ?? [], true), ...postcodes(past.addresses, false)],
    emails: [...contacts(patient.telecom ?? [], 'email', true), ...contacts(past.telecoms, 'email', false)],
    phones: [...contacts(patient.telecom ?? [], 'phone', true), ...contacts(past.telecoms, 'phone', false)],
    ...(practice !== undefined && { practice }),
  };
}

function contacts(telecoms: readonly { readonly system: string; readonly value: string }[], system: string, current: boolean): Compared[] {
  return telecoms.filter((telecom) => telecom.system === system).map(({ value }) => ({ text: value, current }));
}

function postcodes(addresses: readonly { readonly postalCode?: string }[], current: boolean): Compared[] {
  return addresses.flatMap(({ postalCode }) => (postalCode === undefined ? [] : [{ text: postalCode, current }]));
}
