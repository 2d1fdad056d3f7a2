/** A provider sends back what is booked, and with it the appointment. */
import { bodyOf, type AnyCall } from '../../../src/mock/any-call.ts';
import type { Fault, Problem } from '../../../src/mock/problem.ts';
import { findAppointment, type Appointment } from '../appointment/appointment.ts';
import { readParameters, type ReadParameters, type Wanted } from '../bodies/parameters.ts';
import { endAppointment } from '../booking/end-appointment.ts';
import { refused, refusedFor, wrongAt } from '../faults/refusals.ts';
import { serviceOf } from '../healthcare-services/offered.ts';
import { appointmentReasons } from '../reference/cancellation-reasons.ts';
import { isTrue, type Concept } from '../reference/concept.ts';
import { answered, changeReferral, type Changes } from '../referral/change.ts';
import type { Referral } from '../referral/referral.ts';

const wanted: Readonly<Record<string, Wanted>> = {
  rejectionReason: { kind: 'valueCoding', isRequired: true, codes: appointmentReasons.map(({ code }) => code) },
  rejectionComments: { kind: 'valueString' },
  appointmentCancelledInPAS: { kind: 'valueBoolean' },
};

interface Rejecting {
  readonly reason: Concept;
  readonly comments?: string;
}

export const rejectReferral = (call: AnyCall) =>
  answered(
    call,
    changeReferral<Rejecting>(call, {
      event: 'reject',
      reads: readRejection,
      makes: (_, found, { reason, comments }) => rejected(call, found, reason, comments),
    }),
  );

function readRejection(call: AnyCall, found: Referral): Rejecting | Problem {
  const read = readParameters(bodyOf(call), wanted);
  const reason = appointmentReasons.find(({ code }) => code === read.code('rejectionReason'));
  const comments = read.text('rejectionComments');
  const faults: Fault[] = [...read.faults, ...wrongWord(call, found, read)];
  if (reason && !rejects(reason)) faults.push(wrongAt('INAPPROPRIATE_VALUE', read.placeOf('rejectionReason'), 'is no reason to reject'));
  if (reason && isTrue(reason, 'commentIsMandatory') && comments === undefined)
    faults.push(wrongAt('MISSING_VALUE', 'parameter', 'rejectionComments is required with this reason'));
  const refusal = refusedFor(faults);
  if (refusal || !reason) return refusal ?? refused('MISSING_VALUE', 'The reason is missing.');
  return { reason, ...(comments !== undefined && { comments }) };
}

const rejects = ({ properties = [] }: Concept): boolean =>
  properties.some((each) => each.code === 'usage' && 'valueCoding' in each && each.valueCoding.code === 'REJECT');

/** Where the service books in its own system it says that it has cancelled there; where it does not, it says nothing. */
export function wrongWord(call: AnyCall, found: Referral, read: ReadParameters): readonly Fault[] {
  const name = 'appointmentCancelledInPAS';
  const [said, appointment] = [read.flag(name), appointmentIn(call, found)];
  if (appointment?.status !== 'booked') return [];
  const isIndirect = serviceOf(call, appointment.service)?.bookable === 'INDIRECTLY_BOOKABLE';
  if (!isIndirect)
    return said === undefined ? [] : [wrongAt('FIELD_NOT_PERMITTED', read.placeOf(name), 'is for indirectly bookable services alone')];
  if (said === undefined) return [wrongAt('VALUE_IS_REQUIRED', 'parameter', `${name} is required of indirectly bookable services`)];
  return said ? [] : [wrongAt('INAPPROPRIATE_VALUE', read.placeOf(name), 'must be true: it is cancelled there first')];
}

export const appointmentIn = (call: AnyCall, { appointment }: Referral): Appointment | undefined =>
  appointment === undefined ? undefined : findAppointment(call, appointment);

function rejected(call: AnyCall, found: Referral, concept: Concept, comments: string | undefined): Changes | Problem {
  const reason = { system: 'APPOINTMENT-CANCELLATION-REASON', code: concept.code, display: concept.display };
  const appointment = appointmentIn(call, found);
  if (appointment?.status === 'booked') {
    const ended = endAppointment(call, appointment, found, { reason, ...(comments !== undefined && { comment: comments }) });
    if ('problem' in ended) return ended;
  }
  return { reason, comments, isAccepted: undefined };
}
