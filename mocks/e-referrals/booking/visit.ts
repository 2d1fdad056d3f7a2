/** The hour of an appointment comes: the patient is seen, or does not come. */
import type { Json } from '../../../src/contract/contract.ts';
import type { Cue } from '../../../src/mock/event.ts';
import { findAppointment, keepAppointment, type Appointment } from '../appointment/appointment.ts';
import { moveOn } from '../referral/change.ts';
import { enterAppointment, enterReferral } from '../referral/entered.ts';
import { findReferral, type Held } from '../referral/referral.ts';
import { after } from '../referral/states.ts';
import { serviceOf } from '../healthcare-services/offered.ts';

export function visitLater(held: Held, { id, end }: Appointment): void {
  const at = Date.parse(end ?? '');
  if (!Number.isNaN(at)) held.later({ at, do: 'visit', about: { id } });
}

/** Of first outpatient appointments, about so many are missed. */
const missed = 0.07;
/** Whoever is booked with this comment does not come: for those who want to see it. */
const staysAway = /does not attend/i;

export function visit(cue: Cue, about: Json): void {
  const { id } = about as { readonly id: string }; // as `visitLater` wrote it
  const appointment = findAppointment(cue, id);
  const referral = appointment && findReferral(cue, appointment.ubrn);
  if (!referral || appointment.status !== 'booked' || Date.parse(appointment.end ?? '') > cue.clock.now()) return;
  const isMissed = staysAway.test(appointment.comment ?? '') || cue.chance(`visit/${id}/${appointment.start}`) < missed;
  const event = isMissed ? 'patient stays away' : serviceOf(cue, appointment.service)?.isAssessment ? 'assess' : undefined;
  const done: Appointment = { ...appointment, version: appointment.version + 1, status: isMissed ? 'noshow' : 'fulfilled' };
  keepAppointment(cue, done);
  const state = event && after(referral.state, event);
  const next = state ? moveOn(cue, { ...referral, state, ...(isMissed ? { reason: notAttended } : { reason: assessed }) }) : referral;
  enterAppointment(cue, done, next);
  if (!isMissed) enterReferral(cue, next, 'seen');
}

const notAttended = { system: 'APPOINTMENT-NON-ATTENDANCE-REASON', code: 'UNKNOWN', display: 'Reason not known' };
const assessed = { system: 'eRS-AssessmentOutcome-1', code: 'REFER_TO_SECONDARY_CARE', display: 'Refer to secondary care' };
