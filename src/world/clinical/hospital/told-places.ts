/** Where in a hospital, and by whom. */
import type { CodedText, TimeOfDay } from '../../../clinical-record.ts';
import type { OdsCode } from '../../../population.ts';
import type { Day } from '../../calendar.ts';
import { field } from '../../fields.ts';
import { clock } from '../clock.ts';
import { idOfSlot, ownDoctor, takenSlot } from '../diaries/booked-slot.ts';
import type { LivedAppointment } from '../health.ts';
import type { RecordTelling } from '../telling.ts';
import { specialties } from './specialties.ts';

const numberOf = new Map<string, number>(Object.values(specialties).map(({ service }, n) => [service.text, n]));

/** The place of a specialty in the table. */
export const specialtyNumber = ({ text }: CodedText): number => numberOf.get(text) ?? 0;

const clinicOf = ({ clinicsAt }: RecordTelling, trust: OdsCode, { text }: CodedText) =>
  clinicsAt(trust)?.held.find(({ clinic }) => clinic.service.text === text);

/** The consultant whom somebody sees there: whoever holds the clinic, where it stands in the diary. */
export const consultantAt = (telling: RecordTelling, trust: OdsCode, specialty: CodedText): string | undefined =>
  clinicOf(telling, trust, specialty)?.clinic.practitioner ?? telling.someoneAt(trust, field.hospital + 80, specialtyNumber(specialty) + 1);

/** Whoever at a practice saw this person on a day, or else their own doctor there. */
export const doctorAt = (telling: RecordTelling, practice: OdsCode | undefined, day: Day): string | undefined =>
  telling.seenOn(day)?.practitioner ?? ownDoctor(telling, practice);

interface Hour {
  readonly at: TimeOfDay;
  /** Of the diary, where the hospital has the clinic in one. */
  readonly slot?: string;
  readonly minutes?: number;
}

/** The hour of an appointment: one of those that are taken on the day of booking, so that the diary never shows it free. */
export function hourOf(telling: RecordTelling, trust: OdsCode | undefined, { recorded, day, ordinal, specialty }: LivedAppointment): Hour {
  const { seed, health } = telling;
  const chance = health.life.chance(field.hospital + 82, ordinal);
  const clinics = trust === undefined ? undefined : telling.clinicsAt(trust);
  const held = clinics?.held.find(({ clinic }) => clinic.service.text === specialty?.text);
  const slot = clinics && held && takenSlot(seed, clinics, held, { booked: recorded, day, chance });
  return slot
    ? { at: slot.at, slot: idOfSlot(seed, slot), minutes: held.plan.minutes }
    : { at: clock(9 * 60 + 10 * Math.floor(chance * 47)) };
}

/** An hour of day or night, for what nobody plans. */
export const anyHour = ({ health }: RecordTelling, which: number, n: number): TimeOfDay =>
  clock(Math.floor(health.life.chance(field.hospital + which, n + 1) * 24 * 60));
