/** Where in a hospital, and by whom. */
import type { CodedText, TimeOfDay } from '../../../clinical-record.ts';
import type { OdsCode } from '../../../population.ts';
import { field } from '../../fields.ts';
import { clock } from '../clock.ts';
import { fillingOf, takenAhead } from '../diaries/filling.ts';
import { isHeldOn } from '../diaries/diary.ts';
import { slotId } from '../diaries/slot-ids.ts';
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

/** The doctor of a practice who knows this person. */
export function doctorAt({ clinicsAt, health }: RecordTelling, practice: OdsCode | undefined): string | undefined {
  const doctors = practice === undefined ? [] : (clinicsAt(practice)?.held.filter(({ plan }) => plan.room === 'doctor') ?? []);
  return doctors[Math.floor(health.life.chance(field.hospital + 81) * doctors.length)]?.clinic.practitioner;
}

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
  if (clinics === undefined || held === undefined || !isHeldOn(held.plan, day)) return { at: clock(9 * 60 + 10 * Math.floor(chance * 47)) };
  const { n, times, plan } = held;
  const { placeAt } = fillingOf(seed, { organisation: clinics.number, clinic: n, day, slots: times.length });
  const place = placeAt(Math.floor(chance * takenAhead(times.length, day - recorded)));
  return { at: times[place] ?? '', slot: slotId(seed, clinics.number, { clinic: n, day, place }), minutes: plan.minutes };
}

/** An hour of day or night, for what nobody plans. */
export const anyHour = ({ health }: RecordTelling, which: number, n: number): TimeOfDay =>
  clock(Math.floor(health.life.chance(field.hospital + which, n + 1) * 24 * 60));
