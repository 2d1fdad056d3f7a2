/** Whoever dies leaves no referral open: what clients made is cancelled in the record, and the slot of what was booked is free again. */
import type { Json } from '../../../src/contract/contract.ts';
import { memberOf } from '../../../src/contract/json-pointer.ts';
import type { Cue } from '../../../src/mock/event.ts';
import { findAppointment, keepAppointment } from '../appointment/appointment.ts';
import { giveSlotBack } from '../booking/slots.ts';
import { enterAppointment, enterReferral } from './entered.ts';
import { hasDied, keepReferral, knownReferrals } from './referral.ts';

/** They are read as cancelled from that hour on: here that is kept. */
export function endWithDeath(cue: Cue, about: Json): void {
  const nhsNumber = String(memberOf(about, 'nhsNumber'));
  if (!hasDied(cue, nhsNumber)) return;
  for (const referral of knownReferrals(cue)) {
    if (referral.nhsNumber !== nhsNumber) continue;
    const appointment = referral.appointment === undefined ? undefined : findAppointment(cue, referral.appointment);
    keepReferral(cue, referral);
    enterReferral(cue, referral);
    if (appointment?.status !== 'cancelled') continue;
    keepAppointment(cue, appointment);
    enterAppointment(cue, appointment, referral);
    if (appointment.slot !== undefined) giveSlotBack(cue, appointment.slot);
  }
}
