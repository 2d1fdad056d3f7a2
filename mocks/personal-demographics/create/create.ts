/** Registers a patient: the rules, the search for somebody like them, then the record with a newly allocated NHS number. */
import type { Json } from '../../../src/contract/contract.ts';
import { dateOf } from '../../../src/fhir/instant.ts';
import type { operations } from '../../../src/generated/personal-demographics.types.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { tooFewValues } from '../../../src/nhs/spine/spine-words.ts';
import { missingAmong } from '../faults/missing.ts';
import { filed } from '../record/address-file.ts';
import type { Extension, Patient } from '../record/patient.ts';
import { patientBase, type PatientRecord } from '../record/patient-record.ts';
import { recordText, register } from '../record/register.ts';
import { extensionUrl } from '../record/systems.ts';
import { finished, tidied } from '../update/tidy.ts';
import { matchOutcome, peopleLike } from './match.ts';
import { misshapenPart, registrationProblem } from './rules.ts';

export type CreateRequest = operations['create-patient']['requestBody']['content']['application/json'];

export type Created = { readonly created: Kept } | { readonly matched: Problem };

/** A new person, and the JSON that is both kept and answered. */
export interface Kept {
  readonly patient: Patient;
  readonly text: string;
}

/** What the service finds before anything else that is wrong with a body, whatever that is. */
export function foundFirst(body: Json, today: string): Problem | undefined {
  return missingAmong(body, ['name', 'address', 'gender', 'birthDate']) ?? misshapenPart(body, { today, below: '' });
}

export function createPatient(call: AnyCall, request: CreateRequest): Created | Problem {
  const today = dateOf(call.clock.now());
  const problem = foundFirst(request, today) ?? unauthorised(request);
  if (problem) return problem;
  const wanted = withFiledAddresses(call, { ...patientBase('', { version: '0', restricted: false }), ...demographicsOf(request) });
  const broken = registrationProblem(wanted, { today, population: call.population });
  if (broken) return broken;
  const matched = matchOutcome(peopleLike(call, wanted));
  return matched ? { matched } : { created: enrol(call, tidied(wanted)) };
}

/** Lines that were left out come from the Postcode Address File, as in an update. */
export function withFiledAddresses({ population }: AnyCall, person: Patient): Patient {
  return { ...person, ...(person.address && { address: person.address.map((address) => filed(address, population)) }) };
}

/** Inferred: what is published is that a birth without an extension it must have has too few of them. */
function unauthorised({ extension }: CreateRequest): Problem | undefined {
  const isSaid = extension.some(({ url }) => url === extensionUrl.registeringAuthority);
  return isSaid ? undefined : tooFewValues(extension, 'extension');
}

/** What is kept of a registration. The published contract names the extensions that are not. */
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
  return extension.url === extensionUrl.communication || extension.url === extensionUrl.contactPreference;
}

/** Registers the person's first version, under a number of their own. */
export function enrol(call: AnyCall, person: Patient): Kept {
  const base = patientBase(register.allocateNumber(call), { version: '1', restricted: false });
  const patient = finished({ ...withoutObjectIds(person), ...base }, { before: base, today: dateOf(call.clock.now()), version: '1' });
  const record: PatientRecord = { standing: { kind: 'live' }, patient, past: { names: [], addresses: [], telecoms: [], birthDates: [] } };
  const text = JSON.stringify(patient);
  register.add(call, record, recordText(record, text));
  return { patient, text };
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
