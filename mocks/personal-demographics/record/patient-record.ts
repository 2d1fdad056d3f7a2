/** A person of the population as this API holds them: the FHIR Patient, and beside it what only a search in history sees. */
import type { Address as PersonAddress, Person, PersonName, Registration, Telecom } from '../../../src/population.ts';
import type { RecordStanding } from '../../../src/nhs/people-register.ts';
import { patientExtensions } from './extensions.ts';
import type { Address, ContactPoint, EmergencyContact, GeneralPractitioner, HumanName, Patient } from './patient.ts';
import { extensionUrl, system, testDataTag } from './systems.ts';

export interface PatientRecord {
  readonly standing: RecordStanding;
  /** Everything held now, location details of a restricted patient included. */
  readonly patient: Patient;
  /** What held once and is no longer part of the Patient. */
  readonly past: {
    readonly names: readonly HumanName[];
    readonly addresses: readonly Address[];
    readonly telecoms: readonly ContactPoint[];
    readonly birthDates: readonly string[];
  };
}

export function recordOf(person: Person): PatientRecord {
  const current = person.addresses.filter((address) => address.use !== 'old');
  const old = person.addresses.filter((address) => address.use === 'old');
  return {
    standing: person.status,
    patient: {
      ...patientBase(person.nhsNumber, { version: String(person.version), restricted: person.restricted }),
      ...(!person.minimal && demographics(person, current)),
    },
    past: {
      names: [],
      // One that says what it is was a temporary one.
      addresses: old.map((address) => patientAddress({ ...address, use: address.text === undefined ? 'home' : 'temp' })),
      telecoms: (person.formerTelecoms ?? []).map(contactPoint),
      birthDates: [],
    },
  };
}

export function patientBase(nhsNumber: string, { version, restricted }: { version: string; restricted: boolean }): Patient {
  return {
    resourceType: 'Patient',
    id: nhsNumber,
    identifier: [
      {
        system: system.nhsNumber,
        value: nhsNumber,
        extension: [
          {
            url: extensionUrl.verification,
            valueCodeableConcept: {
              coding: [{ system: system.verification, version: '1.0.0', code: '01', display: 'Number present and verified' }],
            },
          },
        ],
      },
    ],
    meta: {
      versionId: version,
      security: [
        restricted
          ? { system: system.confidentiality, code: 'R', display: 'restricted' }
          : { system: system.confidentiality, code: 'U', display: 'unrestricted' },
      ],
      tag: [...testDataTag],
    },
  };
}

function demographics(person: Person, addresses: readonly PersonAddress[]): Partial<Patient> {
  const extension = patientExtensions(person);
  const practice = currentRegistration(person);
  const contact = person.emergencyContact;
  return {
    ...(person.names.length > 0 && { name: person.names.map(humanName) }),
    gender: person.gender,
    birthDate: person.birthDate,
    ...(person.multipleBirth !== undefined && { multipleBirthInteger: person.multipleBirth }),
    ...(person.death && { deceasedDateTime: `${person.death.date}T00:00:00+00:00` }),
    ...(addresses.length > 0 && { address: addresses.map(patientAddress) }),
    ...(person.telecoms.length > 0 && { telecom: person.telecoms.map(contactPoint) }),
    ...(contact && { contact: [emergencyContact(contact.id, contact.phone)] }),
    ...(practice && { generalPractitioner: [generalPractitioner(person.nhsNumber, practice.practice, practice.period.start)] }),
    ...(extension.length > 0 && { extension }),
  };
}

/** Nobody who was taken off the list, by death or otherwise, has a practice. */
export function currentRegistration({ registrations }: Person): Registration | undefined {
  return registrations.find(({ period }) => period.end === undefined);
}

function humanName({ id, use, period, prefix, given, family, suffix }: PersonName): HumanName {
  return {
    id,
    use,
    ...(period && { period: { ...period } }),
    ...(given.length > 0 && { given: [...given] }),
    family,
    ...(prefix !== undefined && { prefix: [prefix] }),
    ...(suffix !== undefined && { suffix: [suffix] }),
  };
}

function patientAddress({ id, use, text, lines, postcode, uprn, paf, period }: PersonAddress): Address {
  const line = lines.filter((each) => each !== '');
  const extension = [...(paf === undefined ? [] : [addressKey('PAF', paf)]), ...(uprn === undefined ? [] : [addressKey('UPRN', uprn)])];
  return {
    id,
    ...(period && { period: { ...period } }),
    use: use === 'old' ? 'home' : use,
    ...(use === 'temp' && isTemporaryText(text) && { text }),
    ...(line.length > 0 && { line }),
    ...(postcode !== undefined && { postalCode: postcode }),
    ...(extension.length > 0 && { extension }),
  };
}

function isTemporaryText(text: string | undefined): text is NonNullable<Address['text']> {
  return text !== undefined;
}

export function addressKey(type: 'PAF' | 'UPRN', value: string): NonNullable<Address['extension']>[number] {
  return {
    url: extensionUrl.addressKey,
    extension: [
      { url: 'type', valueCoding: { system: system.addressKeyType, code: type } },
      { url: 'value', valueString: value },
    ],
  };
}

function contactPoint({ id, system: kind, use, value, period }: Telecom): ContactPoint {
  return {
    id,
    ...(period && { period: { ...period } }),
    system: kind,
    value,
    use,
    ...(kind === 'other' && { extension: [textphone] }),
  };
}

export const textphone = {
  url: extensionUrl.otherContactSystem,
  valueCoding: { system: system.otherContact, code: 'textphone', display: 'Minicom (Textphone)' },
} as const;

export const inEmergencies = { system: system.contactRole, code: 'C', display: 'Emergency Contact' } as const;

function emergencyContact(id: string, phone: string): EmergencyContact {
  return {
    id,
    relationship: [{ coding: [inEmergencies] }],
    telecom: [{ system: 'phone', value: phone }],
  };
}

export function generalPractitioner(nhsNumber: string, practice: string, start: string): GeneralPractitioner {
  return {
    id: objectId(nhsNumber, practice),
    type: 'Organization',
    identifier: { system: system.odsCode, value: practice, period: { start } },
  };
}

/** Eight hexadecimal digits that stay the same for the same object of the same patient. */
export function objectId(nhsNumber: string, what: string): string {
  let h = 0x811c9dc5;
  for (const letter of `${nhsNumber}/${what}`) h = Math.imul(h ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return ((h ^ (h >>> 13)) >>> 0).toString(16).toUpperCase().padStart(8, '0');
}
