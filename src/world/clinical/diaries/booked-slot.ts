/** The slot that somebody booked: one of those that were taken by then, so that the diary and their record agree. */
import type { TimeOfDay } from '../../../clinical-record.ts';
import type { OdsCode } from '../../../population.ts';
import type { Day } from '../../calendar.ts';
import { field } from '../../fields.ts';
import type { LivedBooking } from '../health.ts';
import type { RecordTelling } from '../telling.ts';
import { type Clinics, type HeldClinic, isHeldOn } from './diary.ts';
import { takingOrder, takenAhead } from './filling.ts';
import { slotId } from './slot-ids.ts';

/** In a clinic's diary; the id is only made for those who ask. */
interface TakenSlot {
  readonly at: TimeOfDay;
  id(): string;
}

interface Taking {
  readonly booked: Day;
  readonly day: Day;
  /** In [0, 1): which of those that were taken by then. */
  readonly chance: number;
}

/** One that was taken by the day of the booking, and stays taken as its day comes nearer; undefined where the clinic is not held that day. */
export function takenSlot(seed: number, clinics: Clinics, held: HeldClinic, { booked, day, chance }: Taking): TakenSlot | undefined {
  const { plan, n, times } = held;
  if (!isHeldOn(plan, day)) return undefined;
  const { placeAt } = takingOrder(seed, { organisation: clinics.number, clinic: n, day, slots: times.length });
  const place = placeAt(Math.floor(chance * takenAhead(plan.pace, times.length, day - booked)));
  return { at: times[place] ?? '', id: () => slotId(seed, clinics.number, { clinic: n, day, place }) };
}

export interface BookedSlot extends TakenSlot {
  readonly organisation: OdsCode;
  readonly practitioner: string;
}

/** Offsets in the run of field constants: which doctor is their own, whether it is to be that one, or else which, and which slot. */
const lot = { own: 10, whether: 11, which: 12, slot: 13 } as const;

/** Of the appointments with a doctor, so many are with somebody's own. */
const withOwn = 0.6;

/** The doctor of a practice whom this person sees oftenest. */
export function ownDoctor({ health: { life }, clinicsAt }: RecordTelling, practice: OdsCode | undefined): string | undefined {
  const doctors = practice === undefined ? undefined : clinicsAt(practice)?.of('doctor');
  return doctors?.[Math.floor(life.chance(field.diary + lot.own) * doctors.length)]?.clinic.practitioner;
}

/** At the practice of the day of the booking; undefined where it has no such clinic then. */
export function bookedSlot(
  { seed, health: { life }, practiceOn, clinicsAt }: RecordTelling,
  booking: LivedBooking,
): BookedSlot | undefined {
  const { booked, day, clinic: sort } = booking;
  const practice = practiceOn(booked);
  const clinics = practice === undefined ? undefined : clinicsAt(practice);
  if (clinics === undefined) return undefined;
  const drawn = (which: keyof typeof lot, n?: number): number => life.chance(field.diary + lot[which], n);
  const those = clinics.of(sort);
  const choice = those.length === 1 ? 0 : drawn('whether', day) < withOwn ? drawn('own') : drawn('which', day);
  const held = those[Math.floor(choice * those.length)];
  const slot = held && takenSlot(seed, clinics, held, { booked, day, chance: drawn('slot', day) });
  return slot && { at: slot.at, id: slot.id, organisation: clinics.organisation, practitioner: held.clinic.practitioner };
}
