/** Appointments at practices as entries of the record: those that were, and those ahead that are booked. */
import type { AppointmentEntry } from '../../../clinical-record.ts';
import { isoDate } from '../../calendar.ts';
import { bookedSlot, idOfSlot } from '../diaries/booked-slot.ts';
import type { LivedBooking, LivedVisit } from '../health.ts';
import type { RecordTelling } from '../telling.ts';

/** Whoever goes to another practice before the day of an appointment does not keep it. */
export const isKeptThere = ({ practiceOn }: RecordTelling, { booked, day }: LivedBooking): boolean =>
  practiceOn(booked) === practiceOn(day);

export function tellVisits(telling: RecordTelling): readonly AppointmentEntry[] {
  const told: AppointmentEntry[] = [];
  for (const visit of telling.health.contacts.until(telling.today).visits) {
    if (visit.recorded > telling.today) break;
    const entry = tellVisit(telling, visit);
    if (entry !== undefined) told.push(entry);
  }
  return told;
}

function tellVisit(
  telling: RecordTelling,
  { ordinal, recorded, booking, minutes, mode, reason, status }: LivedVisit,
): AppointmentEntry | undefined {
  const slot = bookedSlot(telling, booking);
  return (
    slot && {
      kind: 'appointment',
      id: telling.idOf('appointment', ordinal),
      recorded: isoDate(recorded),
      organisation: slot.clinics.organisation,
      practitioner: slot.held.clinic.practitioner,
      slot: idOfSlot(telling.seed, slot),
      at: slot.at,
      on: isoDate(booking.day),
      minutes,
      status: !isKeptThere(telling, booking) ? 'cancelled' : booking.day > telling.today ? 'booked' : status,
      mode,
      reason,
      setting: 'general-practice',
    }
  );
}
