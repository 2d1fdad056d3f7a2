/** The slot that somebody booked: one of those that were taken by then, so that the diary and their record agree. */
import type { TimeOfDay } from '../../../clinical-record.ts';
import type { OdsCode } from '../../../population.ts';
import type { Day } from '../../calendar.ts';
import { field } from '../../fields.ts';
import type { LivedBooking } from '../health.ts';
import type { RecordTelling } from '../telling.ts';
import { type Clinics, type HeldClinic, isHeldOn } from './diary.ts';
import { placeAt, takenAhead, takingOrder } from './filling.ts';
import { slotId } from './slot-ids.ts';

/** In a clinic's diary. */
interface TakenSlot {
  readonly at: TimeOfDay;
  /** Its place among those of the day. */
  readonly place: number;
  readonly day: Day;
  readonly clinics: Clinics;
  readonly held: HeldClinic;
}

/** Apart, since most who ask for a slot want no more than the hour. */
export const idOfSlot = (seed: number, { clinics, held, day, place }: TakenSlot): string =>
  slotId(seed, clinics.number, { clinic: held.n, day, place });

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
  const order = takingOrder(seed, { organisation: clinics.number, clinic: n, day, slots: times.length });
  const place = placeAt(order, Math.floor(chance * takenAhead(plan.pace, times.length, day - booked)));
  return { at: times[place] ?? '', place, day, clinics, held };
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
export function bookedSlot({ seed, health: { life }, practiceOn, clinicsAt }: RecordTelling, booking: LivedBooking): TakenSlot | undefined {
  const { booked, day, clinic: sort } = booking;
  const practice = practiceOn(booked);
  const clinics = practice === undefined ? undefined : clinicsAt(practice);
  if (clinics === undefined) return undefined;
  const drawn = (which: keyof typeof lot, n?: number): number => life.chance(field.diary + lot[which], n);
  const those = clinics.of(sort);
  const choice = those.length === 1 ? 0 : drawn('whether', day) < withOwn ? drawn('own') : drawn('which', day);
  const held = those[Math.floor(choice * those.length)];
  return held && takenSlot(seed, clinics, held, { booked, day, chance: drawn('slot', day) });
}
