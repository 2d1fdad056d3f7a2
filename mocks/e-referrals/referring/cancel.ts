/** A referral is cancelled, by whoever refers or provides, and with it what was booked for it. */
import { bodyOf, type AnyCall } from '../../../src/mock/any-call.ts';
import { isProblem, type Problem } from '../../../src/mock/problem.ts';
import { findAppointment } from '../appointment/appointment.ts';
import { readParameters, type Wanted } from '../bodies/parameters.ts';
import { endAppointment } from '../booking/end-appointment.ts';
import { refused, refusedFor, wrongAt } from '../faults/refusals.ts';
import { referralReasons } from '../reference/cancellation-reasons.ts';
import { isTrue, type Concept } from '../reference/concept.ts';
import { changeReferral, type Changes } from '../referral/change.ts';
import type { Referral, StateReason } from '../referral/referral.ts';
import { updated } from './change-shortlist.ts';

const wanted: Readonly<Record<string, Wanted>> = {
  cancellationReason: { kind: 'valueCoding', isRequired: true, codes: referralReasons.map(({ code }) => code) },
  cancellationComments: { kind: 'valueString' },
};

interface Cancelling {
  readonly reason: Concept;
  readonly comments?: string;
}

export function cancelReferral(call: AnyCall): { readonly status: 200; readonly rendered: string } | Problem {
  const changed = changeReferral<Cancelling>(call, {
    event: 'cancel',
    reads: readReason,
    makes: (_, found, { reason, comments }) => cancelled(call, found, reason, comments),
  });
  return isProblem(changed) ? changed : updated(call, changed, 'eRS-CancelReferral-Response-Parameters-1', 'updatedAppointment');
}

function readReason(call: AnyCall): Cancelling | Problem {
  const read = readParameters(bodyOf(call), wanted);
  const reason = referralReasons.find(({ code }) => code === read.code('cancellationReason'));
  const comments = read.text('cancellationComments');
  const isSilent = reason !== undefined && isTrue(reason, 'commentIsMandatory') && comments === undefined;
  const faults = [
    ...read.faults,
    ...(isSilent ? [wrongAt('MISSING_VALUE', 'parameter', 'cancellationComments is required with this reason')] : []),
  ];
  const refusal = refusedFor(faults);
  if (refusal || !reason) return refusal ?? refused('MISSING_VALUE', 'The reason is missing.');
  return { reason, ...(comments !== undefined && { comments }) };
}

function cancelled(call: AnyCall, found: Referral, concept: Concept, comments: string | undefined): Changes | Problem {
  const appointment = found.appointment === undefined ? undefined : findAppointment(call, found.appointment);
  const reason: StateReason = { system: 'REFERRAL-CANCELLATION-REASON', code: concept.code, display: concept.display };
  if (appointment?.status === 'booked' && !isTrue(concept, 'canCancelAppointment'))
    return refused('UNABLE_TO_CANCEL_APPOINTMENT', 'With this reason no appointment is cancelled, and one is booked.');
  if (appointment?.status === 'booked' || appointment?.status === 'proposed') {
    const ended = endAppointment(call, appointment, found, comments === undefined ? {} : { comment: comments });
    if (isProblem(ended)) return ended;
  }
  return { reason, comments };
}
