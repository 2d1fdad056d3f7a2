/** Appointments are read, and cancelled by whoever refers. */
import { isObject } from '../../../src/contract/json.ts';
import { stringAt } from '../../../src/fhir/clinical/element.ts';
import { etag } from '../../../src/fhir/version.ts';
import { bodyOf, type AnyCall } from '../../../src/mock/any-call.ts';
import { isProblem, type Fault, type Problem } from '../../../src/mock/problem.ts';
import { askerOf } from '../asker/asker.ts';
import { findAppointment, type Appointment } from '../appointment/appointment.ts';
import { writtenAppointment } from '../appointment/told.ts';
import { nothingThere, refused, refusedFor, wrongAt } from '../faults/refusals.ts';
import { serviceOf } from '../healthcare-services/offered.ts';
import { appointmentReasons } from '../reference/cancellation-reasons.ts';
import { functionsOf, isTrue, type Concept } from '../reference/concept.ts';
import { moveOn } from '../referral/change.ts';
import { findReferral, type Referral } from '../referral/referral.ts';
import { stateAfter, unrelated, wrongPatient } from '../referral/target.ts';
import { notThisVersion, wrongVersion } from '../versions.ts';
import { endAppointment } from './end-appointment.ts';

interface Found {
  readonly appointment: Appointment;
  readonly referral: Referral;
}

interface AppointmentReply {
  readonly status: 200;
  readonly headers: { readonly ETag: string };
  readonly rendered: string;
}

const notFound = nothingThere('There is no appointment with this id.');

function found(call: AnyCall): Found | Problem {
  const appointment = findAppointment(call, call.path['id'] ?? '');
  const referral = appointment && findReferral(call, appointment.ubrn);
  return appointment && referral ? { appointment, referral } : notFound;
}

export function readAppointment(call: AnyCall): AppointmentReply | Problem {
  const read = found(call);
  if (isProblem(read)) return read;
  const { appointment, referral } = read;
  return notThisVersion(call.path['version'], appointment) ?? unrelated(call, referral) ?? told(call, appointment, referral.version);
}

const told = (call: AnyCall, appointment: Appointment, referralVersion: number): AppointmentReply => ({
  status: 200,
  headers: { ETag: etag(String(appointment.version)) },
  rendered: JSON.stringify(writtenAppointment(call, appointment, referralVersion)),
});

/** It is there, and If-Match names its version. */
export function appointmentToChange(call: AnyCall): Found | Problem {
  const read = found(call);
  if (isProblem(read)) return read;
  return wrongVersion(call, { ...read.appointment, alsoVersions: read.referral.alsoVersions ?? [] }) ?? read;
}

export function cancelAppointment(call: AnyCall): AppointmentReply | Problem {
  const read = appointmentToChange(call);
  if (isProblem(read)) return read;
  const { appointment, referral } = read;
  const sent = readSent(call, appointment);
  if (isProblem(sent)) return sent;
  const refusal = unrelated(call, referral) ?? wrongPatient(call, referral.nhsNumber);
  if (refusal) return refusal;
  const state = appointment.status === 'booked' ? stateAfter(referral, 'cancel appointment') : notBooked;
  if (typeof state !== 'string') return state;
  if (serviceOf(call, appointment.service)?.bookable === 'INDIRECTLY_BOOKABLE')
    return refused('UNABLE_TO_CANCEL_APPOINTMENT', 'The service cancels its appointments itself.');
  const { concept, comment } = sent;
  const reason = { system: 'APPOINTMENT-CANCELLATION-REASON', code: concept.code, display: concept.display };
  const ended = endAppointment(call, appointment, referral, { reason, ...(comment !== undefined && { comment }) });
  if (isProblem(ended)) return ended;
  const { isAccepted: _, ...rest } = referral;
  const next = moveOn(call, { ...rest, state, reason, ...(comment !== undefined && { comments: comment }) });
  return told(call, ended, next.version);
}

const notBooked = refused('INVALID_REQUEST_STATE', 'No appointment is booked that could be cancelled.');

const known: ReadonlySet<string> = new Set(
  'resourceType id meta language status reason description start end slot created comment incomingReferral participant extension minutesDuration'.split(
    ' ',
  ),
);

function readSent(call: AnyCall, { id }: Appointment): { readonly concept: Concept; readonly comment?: string } | Problem {
  const body = bodyOf(call);
  const sent = isObject(body) ? body : {};
  const faults: Fault[] = Object.keys(sent)
    .filter((name) => !known.has(name))
    .map((name) => wrongAt('UNEXPECTED_FIELD', name, 'is not a member of this resource'));
  const status = stringAt(sent, 'status');
  if (status === undefined) faults.push(wrongAt('MISSING_VALUE', 'status', 'is required'));
  else if (status !== 'cancelled') faults.push(wrongAt('INVALID_VALUE', 'status', 'must be cancelled'));
  if (sent['id'] !== undefined && sent['id'] !== id) faults.push(wrongAt('INAPPROPRIATE_VALUE', 'id', 'must be that of the address'));
  const code = stringAt(sent, 'reason', 'coding', 'code');
  const comment = stringAt(sent, 'comment');
  const concept = appointmentReasons.find((each) => each.code === code);
  const place = 'reason[0].coding[0].code';
  if (code === undefined) faults.push(wrongAt('MISSING_VALUE', 'reason', 'is required'));
  else if (!concept) faults.push(wrongAt('INVALID_VALUE', place, 'is no reason to cancel an appointment'));
  else if (!isTheirs(call, concept)) faults.push(wrongAt('INAPPROPRIATE_VALUE', place, 'is no reason of whoever refers'));
  else if (isTrue(concept, 'commentIsMandatory') && comment === undefined)
    faults.push(wrongAt('MISSING_VALUE', 'comment', 'is required with this reason'));
  const refusal = refusedFor(faults);
  if (refusal || !concept) return refusal ?? refused('MISSING_VALUE', 'The reason is missing.', 'reason');
  return { concept, ...(comment !== undefined && { comment }) };
}

function isTheirs(call: AnyCall, concept: Concept): boolean {
  const { businessFunction } = askerOf(call);
  const those = functionsOf(concept);
  return those.length > 0 && (businessFunction === undefined || those.includes(businessFunction));
}
