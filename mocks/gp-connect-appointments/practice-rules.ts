/**
 * What practices let patients do. None of it is published: how far ahead they may book, what is kept for the morning of its day or for other
 * organisations, and how late they may cancel.
 */
import type { Clinic, Slot } from '../../src/clinical-record.ts';
import { daysAfter, englishInstant } from '../../src/fhir/clinical/england-time.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Organisation } from '../../src/population.ts';

type Seen = Pick<AnyCall, 'chance' | 'clock'>;

export const daysAhead = 42;
/** Of one patient at one practice. */
export const mostAhead = 4;
export const hoursToCancel = 2;

/** Of all slots, so many are let go on their day alone. */
const keptForTheDay = 0.15;
const letGoAt = '08:00';

export const startOf = ({ on, at }: Pick<Slot, 'on' | 'at'>): number => Date.parse(englishInstant(on, at));

export const endOf = (slot: Pick<Slot, 'on' | 'at' | 'minutes'>): number => startOf(slot) + slot.minutes * 60_000;

/** Past its embargo, and within the window in which the practice lets book. */
export function isLetGo(seen: Seen, { id, on }: Slot): boolean {
  const opens =
    seen.chance(`kept for the day ${id}`) < keptForTheDay ? englishInstant(on, letGoAt) : englishInstant(daysAfter(on, -daysAhead));
  return Date.parse(opens) <= seen.clock.now();
}

interface KeptFor {
  readonly type?: string;
  readonly ods?: string;
}

/** The organisations of the published demonstrator that slots are kept for. */
const organisations = ['A20047', 'B81016', 'M85015', 'RNR01'] as const;

/** Whom a slot is kept for; for nobody, as a rule. */
export function keptFor(seen: Pick<Seen, 'chance'>, { id }: Slot): KeptFor {
  const drawn = seen.chance(`kept for others ${id}`) * 100;
  if (drawn < 4) return { ods: organisations[Math.floor(drawn)] ?? organisations[0] };
  if (drawn < 7) return { type: 'urgent-care' };
  return drawn < 10 ? { type: 'gp-practice' } : {};
}

/** Those that have switched it off. */
const withoutCancelling: ReadonlySet<string> = new Set(['Y55511']);

export const letsCancel = ({ ods }: Pick<Organisation, 'ods'>): boolean => !withoutCancelling.has(ods);

/** What was called in for is not for the patient to cancel: somebody drew up a vaccine. */
export const isCancellable = (clinic: Clinic | undefined): boolean => clinic?.name !== 'Vaccinations';
