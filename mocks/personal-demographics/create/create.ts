/** Registers a patient: the rules, the search for somebody like them, then the record with a newly allocated NHS number. */
import { dateOf } from '../../../src/fhir/instant.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { filed } from '../record/address-file.ts';
import type { Extension, Patient } from '../record/patient.ts';
import { patientBase, type PatientRecord } from '../record/patient-record.ts';
import { recordText, register } from '../record/register.ts';
import { extensionUrl } from '../record/systems.ts';
import { finished, tidied } from '../update/tidy.ts';
import { brokenRule } from '../update/rules.ts';
import { matchOutcome, peopleLike } from './match.ts';
import { createProblem, type CreateRequest } from './rules.ts';

export type Created = { readonly created: Kept } | { readonly matched: Problem };

/** A new person, and the JSON that is both kept and answered. */
export interface Kept {
  readonly patient: Patient;
  readonly text: string;
}

/** Members whose rules an update and a registration share. */
const checkedLikeAnUpdate = ['telecom', 'extension'].map((root) => ({ op: 'add', path: `/${root}/-`, tokens: [root, '-'] }) as const);

/** Puts a new person somewhere and gives them a number. */
export type Keep = (call: AnyCall, person: Patient) => Kept;

export function createPatient(call: AnyCall, sent: CreateRequest, keep: Keep = enrol): Created | Problem {
  const request = { ...sent, address: sent.address.map((address) => filed(address, call.population)) };
  const today = dateOf(call.clock.now());
  const problem = createProblem(request, today);
  if (problem) return problem;
  const before = patientBase('', { version: '0', restricted: false });
  const wanted = tidied({ ...before, ...demographicsOf(request) });
  const broken = brokenRule({ before, after: wanted, today, population: call.population }, checkedLikeAnUpdate);
  if (broken) return broken;
  const matched = matchOutcome(peopleLike(call, wanted));
  return matched ? { matched } : { created: keep(call, wanted) };
}

/** What is kept of a registration: neither the registering authority nor ethnicity, among others. */
function demographicsOf({ name, gender, birthDate, address, telecom, extension }: CreateRequest): Partial<Patient> {
  const kept = extension.filter(isKept);
  return {
    name,
    gender,
    birthDate,
    address,
    ...(telecom && { telecom }),
    ...(kept.length > 0 && { extension: kept }),
  };
}

function isKept(extension: CreateRequest['extension'][number]): extension is Extract<Extension, CreateRequest['extension'][number]> {
  return (
    extension.url === extensionUrl.communication ||
    extension.url === extensionUrl.birthPlace ||
    extension.url === extensionUrl.contactPreference
  );
}

export function enrol(call: AnyCall, person: Patient): Kept {
  const patient = numbered(person, register.allocateNumber(call), dateOf(call.clock.now()));
  const record: PatientRecord = { standing: { kind: 'live' }, patient, past: { names: [], addresses: [], telecoms: [], birthDates: [] } };
  const text = JSON.stringify(patient);
  register.add(call, record, recordText(record, text));
  return { patient, text };
}

/** The person's first version, under that number. */
export function numbered(person: Patient, nhsNumber: string, today: string): Patient {
  const base = patientBase(nhsNumber, { version: '1', restricted: false });
  return finished({ ...withoutObjectIds(person), ...base }, { before: base, today, version: '1' });
}

/** Object ids are the server's to give. */
function withoutObjectIds(person: Patient): Patient {
  const bare = <Member extends { readonly id?: string }>({ id: _id, ...rest }: Member): Omit<Member, 'id'> => rest;
  return {
    ...person,
    ...(person.name && { name: person.name.map(bare) }),
    ...(person.address && { address: person.address.map(bare) }),
    ...(person.telecom && { telecom: person.telecom.map(bare) }),
  };
}
