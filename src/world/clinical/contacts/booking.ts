/** How long before a contact it was booked, and what was booked and came to nothing. */
import type { Day } from '../../calendar.ts';
import { field } from '../../fields.ts';
import type { LivedBooking, LivedEncounter, LivedVisit } from '../health.ts';
import type { Life } from '../life.ts';
import { workingDay } from '../working-days.ts';
import { keptOrdinal, notKeptOrdinal } from './ordinals.ts';

/**
 * Days before, at each tenth of what was booked: of all appointments 44 in 100 are of the same day and 70 within a week (NHS England,
 * Appointments in General Practice); of those that can wait fewer.
 */
const ahead = {
  soon: [0, 0, 0, 0, 0, 0, 0, 0.6, 2, 5, 14],
  planned: [0, 0, 1, 3, 5, 8, 12, 16, 21, 28, 42],
};

export type Urgency = keyof typeof ahead;

export function daysAhead(urgency: Urgency, chance: number): number {
  const at = chance * 10;
  const n = Math.floor(at);
  const from = ahead[urgency][n] ?? 0;
  return Math.floor(from + ((ahead[urgency][n + 1] ?? from) - from) * (at - n));
}

/** Of those that were kept, so many come after one that was missed, or cancelled. */
const missedBefore = 0.044;
const cancelledBefore = 0.05;

/** The appointments that led to a contact: its own, and sometimes one before it that was not kept. */
export function visitsFor(life: Life, { ordinal, booking, minutes, mode, reason }: LivedEncounter, from: Day): readonly LivedVisit[] {
  if (booking === undefined) return [];
  const kept: LivedVisit = { ordinal: keptOrdinal(ordinal), recorded: booking.booked, booking, minutes, mode, reason, status: 'fulfilled' };
  const chance = life.chance(field.consultation + 20, booking.day);
  if (chance >= missedBefore + cancelledBefore) return [kept];
  // Whoever does not come books again a few days later.
  const day = workingDay(booking.booked - 9 + Math.floor(life.chance(field.consultation + 21, booking.day) * 7));
  const booked = day - daysAhead('planned', life.chance(field.consultation + 22, booking.day));
  if (booked < from || day >= booking.booked) return [kept];
  const instead: LivedBooking = { ...booking, booked, day };
  const status = chance < missedBefore ? 'missed' : 'cancelled';
  return [{ ...kept, ordinal: notKeptOrdinal(ordinal), recorded: booked, booking: instead, status }, kept];
}
