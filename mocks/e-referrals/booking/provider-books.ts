/** What was left to a provider is booked by them, on the day by which they are to get in touch with the patient. */
import { uuidBy } from '../../../src/contract/uuid.ts';
import { daysAfter, englishInstant, minutesAfter } from '../../../src/fhir/clinical/england-time.ts';
import { instant } from '../../../src/fhir/instant.ts';
import type { Json } from '../../../src/contract/contract.ts';
import type { Cue } from '../../../src/mock/event.ts';
import { findAppointment, freshAppointmentId, keepAppointment } from '../appointment/appointment.ts';
import { serviceOf } from '../healthcare-services/offered.ts';
import { moveOn, withoutReason } from '../referral/change.ts';
import { enterAppointment } from '../referral/entered.ts';
import { findReferral, type Held, type Referral } from '../referral/referral.ts';
import { after } from '../referral/states.ts';
import { dayFrom } from '../working-days.ts';
import { contactDay, type ContactDays } from './contact-day.ts';
import { visitLater } from './visit.ts';

export function providerBooksLater(held: Held, { ubrn, priority }: Pick<Referral, 'ubrn' | 'priority'>, days: ContactDays): void {
  const on = contactDay(instant(held.clock.now()), priority, days);
  held.later({ at: Date.parse(englishInstant(on, '09:00')), do: 'provider-books', about: { ubrn } });
}

/** Not where it was booked or cancelled meanwhile, nor for the dead, whose referrals are over. */
export function providerBooks(cue: Cue, about: Json): void {
  const { ubrn } = about as { readonly ubrn: string }; // as `providerBooksLater` wrote it
  const found = findReferral(cue, ubrn);
  const state = found && after(found.state, 'provider books');
  if (!found || !state) return;
  const deferral = found.appointment === undefined ? undefined : findAppointment(cue, found.appointment);
  const id = deferral?.service ?? found.shortlist[0] ?? '';
  const service = serviceOf(cue, id);
  const today = instant(cue.clock.now()).slice(0, 10);
  const slot = firstFree(cue, service?.organisation, service?.clinic, today);
  const day = slot?.on ?? dayFrom(today, 20);
  const [at, minutes] = slot ? [slot.at, slot.minutes] : ['10:00', 20];
  const appointment = {
    id: deferral?.id ?? freshAppointmentId(cue),
    version: (deferral?.version ?? 0) + 1,
    ubrn,
    nhsNumber: found.nhsNumber,
    service: id,
    status: 'booked' as const,
    start: englishInstant(day, at),
    end: minutesAfter(day, at, minutes),
    created: instant(cue.clock.now()),
    ...(slot && { slot: slot.id }),
    entry: uuidBy((part) => cue.chance(`provider books/${ubrn}/${found.version}/${part}`)),
  };
  keepAppointment(cue, appointment);
  const next = moveOn(cue, { ...withoutReason(found), state, appointment: appointment.id });
  enterAppointment(cue, appointment, next);
  visitLater(cue, appointment);
}

const weeksAhead = 12;

function firstFree({ population }: Cue, organisation: string | undefined, clinic: string | undefined, today: string) {
  const diary = organisation === undefined || clinic === undefined ? undefined : population.diary(organisation);
  for (const slot of diary?.slots(daysAfter(today, 1), daysAfter(today, weeksAhead * 7)) ?? [])
    if (slot.clinic === clinic && slot.isFree) return slot;
  return undefined;
}
