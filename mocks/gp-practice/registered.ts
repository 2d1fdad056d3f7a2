/** The patient of a practice who asks, or why nothing is said of them: whatever the reason is, the answer is the same. */
import { parseNhsNumber } from '../../src/fhir/nhs-number.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Problem } from '../../src/mock/problem.ts';
import type { IsoDate, OdsCode, Person } from '../../src/population.ts';
import { daysBetween } from '../../src/fhir/instant.ts';
import { demographicsNow, diedOn } from '../demographics-now.ts';
import { noNhsNumber, noPatientConsent, notOffered, notPermitted, patientNotFound } from './faults.ts';
import { reachesPrescriptions, type PrescriptionsLevel } from './levels.ts';
import { marked } from './marked.ts';
import { onlineAccess, type OnlineAccess } from './online-access.ts';
import { settingsOf, type Service } from './practices.ts';

export interface Patient {
  readonly person: Person;
  readonly practice: OdsCode;
  /** The day of their registration there. */
  readonly since: IsoDate;
}

export interface OnlinePatient extends Patient {
  readonly access: OnlineAccess;
}

interface Wanted {
  /** What they ask for, where practices switch it on and off. */
  readonly service?: Service;
  /** The level that it takes. */
  readonly prescriptions?: PrescriptionsLevel;
  /** It is not told of somebody who dissents from sharing. */
  readonly takesConsent?: true;
  /** For so many days after a death something can still be read. */
  readonly daysAfterDeath?: number;
}

/** Somebody with online access. */
export function onlinePatient(call: AnyCall, nhsNumber: string, wanted: Wanted = {}): OnlinePatient | Problem {
  const patient = registeredPatient(call, nhsNumber, wanted);
  if ('problem' in patient) return patient;
  const access = onlineAccess(call, patient.person);
  if (!access) {
    call.note(
      'Online access is not switched on for this patient. Ask for their permissions first, GET /gp-connect/patient-facing/user-permissions/Patient/{NHS number}: that switches it on.',
    );
    return patientNotFound;
  }
  const { service, takesConsent, prescriptions } = wanted;
  if (takesConsent && marked[nhsNumber]?.dissents) return noPatientConsent;
  if (service && !settingsOf(patient.practice).offers.includes(service)) return notOffered(service);
  if (prescriptions && !reachesPrescriptions(access.prescriptions, prescriptions)) return notPermitted(`prescriptions (${prescriptions})`);
  return { ...patient, access };
}

/** Somebody who can have online access. Why somebody cannot is told where the sandbox explains the answer, and nowhere else. */
export function registeredPatient(call: AnyCall, nhsNumber: string, { daysAfterDeath = 0 }: Wanted = {}): Patient | Problem {
  if (parseNhsNumber(nhsNumber) === undefined) return noNhsNumber;
  const person = call.population.find(nhsNumber);
  const reason = person ? hiddenSince(call, person, daysAfterDeath) : 'Nobody has this number.';
  const [registration] = person?.registrations ?? [];
  if (person && registration && reason === undefined) return { person, practice: registration.practice, since: registration.period.start };
  call.note(`No practice says that it has this patient. ${reason ?? ''}`);
  return patientNotFound;
}

function hiddenSince(call: AnyCall, person: Person, daysAfterDeath: number): string | undefined {
  const now = demographicsNow(call, person.nhsNumber);
  const [registration] = person.registrations;
  if (now?.standing.kind !== 'live') return 'The number was superseded, or was given in error.';
  if (now.restricted) return 'The record is restricted.';
  if (now.death !== undefined && !diedWithin(call, person, daysAfterDeath)) return 'They have died.';
  if (!registration || registration.period.end !== undefined || now.removal !== undefined) return 'They are on no practice’s list.';
  if (marked[person.nhsNumber]?.isTemporary) return 'They are registered for a short time only.';
  return marked[person.nhsNumber]?.isUnverified ? 'The number has not been verified.' : undefined;
}

function diedWithin(call: AnyCall, { nhsNumber }: Person, days: number): boolean {
  const date = diedOn(call, nhsNumber);
  return days > 0 && date !== undefined && daysBetween(date as IsoDate, call.population.asOf) <= days; // a death has a whole date
}
