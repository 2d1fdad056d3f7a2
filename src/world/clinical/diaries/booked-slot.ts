/** The slot of a practice that somebody booked: one of those that were taken by then, so that the diary and their record agree. */
import type { TimeOfDay } from '../../../clinical-record.ts';
import type { OdsCode } from '../../../population.ts';
import { field } from '../../fields.ts';
import type { LivedBooking } from '../health.ts';
import type { RecordTelling } from '../telling.ts';
import { isHeldOn } from './diary.ts';
import { fillingOf, takenAhead } from './filling.ts';
import { slotId } from './slot-ids.ts';

export interface BookedSlot {
  readonly organisation: OdsCode;
  readonly at: TimeOfDay;
  readonly practitioner: string;
  id(): string;
}

/** Offsets in the run of field constants. */
const lot = { own: 10, whether: 11, which: 12, slot: 13 } as const;

/** Of the appointments with a doctor, so many are with somebody's own. */
const withOwn = 0.6;

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
  if (held === undefined || !isHeldOn(held.plan, day)) return undefined;
  const { n, times, clinic } = held;
  const { placeAt } = fillingOf(seed, { organisation: clinics.number, clinic: n, day, slots: times.length });
  const place = placeAt(Math.floor(drawn('slot', day) * takenAhead(times.length, day - booked)));
  return {
    organisation: clinics.organisation,
    at: times[place] ?? '',
    practitioner: clinic.practitioner,
    id: () => slotId(seed, clinics.number, { clinic: n, day, place }),
  };
}
