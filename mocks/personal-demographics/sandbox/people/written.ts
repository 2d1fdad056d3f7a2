/** The people of the official sandbox as they are written down here, and the FHIR Patient that each of them is. */
import type { JsonObject } from '../../../../src/contract/contract.ts';
import { deathNotification } from '../../record/extensions.ts';
import { addressKey, inEmergencies, patientBase, textphone } from '../../record/patient-record.ts';
import { system } from '../../record/systems.ts';

/** `2020-01-01`, or with the day on which it ended `2020-01-01/2021-12-31`. */
type WrittenPeriod = string;
/** `-` where there is none. */
type OrNone = string;

export type WrittenName = readonly [
  id: string,
  use: string,
  prefix: OrNone,
  given: readonly string[],
  family: string,
  period: WrittenPeriod,
  suffix?: readonly string[],
];
type WrittenAddress = readonly [
  id: string,
  use: string,
  lines: readonly string[],
  postalCode: OrNone,
  period: WrittenPeriod,
  more?: { readonly PAF?: string; readonly UPRN?: string; readonly text?: string },
];
type WrittenTelecom = readonly [id: string, system: string, use: string, value: string, period: WrittenPeriod];
type WrittenContact = readonly [id: string, system: string, value: string, period: WrittenPeriod];
type WrittenPractice = readonly [id: string, odsCode: string, period: WrittenPeriod];

/** What is left out is absent from the Patient. */
export interface WrittenPerson {
  /** The version. */
  readonly v: string;
  readonly security?: string;
  readonly names?: readonly WrittenName[];
  readonly g?: string;
  readonly born?: string;
  readonly multiple?: string;
  readonly died?: readonly [at: string, notification: string, told: string];
  readonly addr?: readonly WrittenAddress[];
  readonly tel?: readonly WrittenTelecom[];
  readonly contact?: WrittenContact;
  readonly gp?: WrittenPractice;
}

/** By NHS number. */
export type WrittenPeople = Readonly<Record<string, WrittenPerson>>;

/** `extension` stands in the place of the one that tells of a death. */
export function patientOf(nhsNumber: string, person: WrittenPerson, extension: readonly JsonObject[] = deathOf(person)): JsonObject {
  const { names, g, born, multiple, died, addr, tel, contact, gp } = person;
  return {
    ...patientHead(nhsNumber, person.v, person.security),
    ...(names && { name: names.map(nameOf) }),
    ...(g !== undefined && { gender: g }),
    ...(born !== undefined && { birthDate: born }),
    ...(multiple !== undefined && { multipleBirthInteger: Number(multiple) }),
    ...(died && { deceasedDateTime: died[0] }),
    ...(addr && { address: addr.map(addressOf) }),
    ...(tel && { telecom: tel.map(telecomOf) }),
    ...(contact && { contact: [contactOf(contact)] }),
    ...(gp && { generalPractitioner: [practiceOf(gp)] }),
    ...(extension.length > 0 && { extension }),
  };
}

/** As any Patient begins, save that nothing says that it is test data. */
export function patientHead(nhsNumber: string, version: string, security = 'U'): JsonObject {
  const { meta = {}, ...head } = patientBase(nhsNumber, { version, restricted: security === 'R' });
  const { tag: _tag, ...untagged } = meta;
  return { ...head, meta: untagged };
}

function deathOf({ died }: WrittenPerson): readonly JsonObject[] {
  return died ? [deathNotification(died[1] === '1' ? '1' : '2', died[2])] : [];
}

function periodOf(written: WrittenPeriod): JsonObject {
  const [start = '', end] = written.split('/');
  return { start, ...(end !== undefined && { end }) };
}

function nameOf([id, use, prefix, given, family, period, suffix]: WrittenName): JsonObject {
  return { id, use, period: periodOf(period), given, family, ...(prefix !== '-' && { prefix: [prefix] }), ...(suffix && { suffix }) };
}

function addressOf([id, use, line, postalCode, period, more = {}]: WrittenAddress): JsonObject {
  const { PAF, UPRN, text } = more;
  const keys = [...(PAF === undefined ? [] : [addressKey('PAF', PAF)]), ...(UPRN === undefined ? [] : [addressKey('UPRN', UPRN)])];
  return {
    id,
    period: periodOf(period),
    use,
    ...(text !== undefined && { text }),
    line,
    ...(postalCode !== '-' && { postalCode }),
    ...(keys.length > 0 && { extension: keys }),
  };
}

function telecomOf([id, kind, use, value, period]: WrittenTelecom): JsonObject {
  return {
    id,
    period: periodOf(period),
    system: kind,
    value,
    use,
    ...(kind === 'other' && { extension: [textphone] }),
  };
}

function contactOf([id, kind, value, period]: WrittenContact): JsonObject {
  return { id, period: periodOf(period), relationship: [{ coding: [inEmergencies] }], telecom: [{ system: kind, value }] };
}

function practiceOf([id, value, period]: WrittenPractice): JsonObject {
  return { id, type: 'Organization', identifier: { system: system.odsCode, value, period: periodOf(period) } };
}
