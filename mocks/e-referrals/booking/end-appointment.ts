/** An appointment is called off: its slot is free again, in every API. */
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { keepAppointment, type Appointment } from '../appointment/appointment.ts';
import { refused } from '../faults/refusals.ts';
import { enterAppointment } from '../referral/entered.ts';
import type { Referral } from '../referral/referral.ts';
import { giveSlotBack } from './slots.ts';

export function endAppointment(
  call: AnyCall,
  appointment: Appointment,
  referral: Referral,
  more: Pick<Appointment, 'reason' | 'comment'> & { readonly status?: 'proposed' },
): Appointment | Problem {
  const { start: _, end: __, slot, ...rest } = appointment;
  if (appointment.status === 'booked' && Date.parse(appointment.start ?? '') < call.clock.now())
    return refused('UNABLE_TO_CANCEL_APPOINTMENT', 'The time of the appointment has passed.');
  if (slot !== undefined) giveSlotBack(call, slot);
  const ended: Appointment = { ...rest, version: appointment.version + 1, status: 'cancelled', ...more };
  keepAppointment(call, ended);
  // The record tells when it would have been.
  if (appointment.status === 'booked') enterAppointment(call, { ...appointment, status: 'cancelled' }, referral);
  return ended;
}
