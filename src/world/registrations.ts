/** Which practices a person has been registered with, and why no longer. */
import type { Registration } from '../population.ts';
import { periodOf } from './addresses.ts';
import type { Day } from './calendar.ts';
import { field } from './fields.ts';
import { pick, unit } from './hash.ts';
import type { Residence } from './households.ts';
import type { Death } from './lives.ts';
import type { WorldParts } from './parts.ts';

const registersWithin = 21;
const deregisters = 0.006;
/** Reasons for leaving other than death; emigration is the commonest. */
const removalCodes = ['EMB', 'EMB', 'SCT', 'NIT', 'TRA', 'ORR'] as const;

export interface Removal {
  readonly day: Day;
  readonly code: string;
}

/** Formal notice of death ends registration, as does leaving for good. */
export function removalOf({ layout }: WorldParts, index: number, birth: Day, death: Death | undefined): Removal | undefined {
  const { seed, today } = layout;
  if (death !== undefined) return death.formal ? { day: death.day, code: 'DEA' } : undefined;
  if (unit(seed, index, field.removal) >= deregisters) return undefined;
  const day = birth + Math.floor((today - birth) * (0.5 + unit(seed, index, field.removalDay) / 2));
  return { day, code: removalCodes[pick(seed, index, field.removalCode, removalCodes.length)] ?? 'ORR' };
}

/** Registrations follow residences a little later, and run on where the practice stays the same. */
export function registrationsOf(
  parts: WorldParts,
  index: number,
  residences: readonly Residence[],
  life: { last: Day; end: Day | undefined },
): readonly Registration[] {
  const { layout, organisations } = parts;
  const { last, end } = life;
  const lag = pick(layout.seed, index, field.registrationLag, registersWithin);
  const stays: { practice: number; from: Day }[] = [];
  for (const stay of residences.toReversed()) {
    const previous = stays.at(-1);
    if (previous?.practice === stay.practice) continue;
    // A newborn may not be registered yet; whoever has been once is with the practice of the present home.
    if (previous === undefined && stay.from + lag > last) continue;
    stays.push({ practice: stay.practice, from: Math.min(stay.from + lag, last) });
  }
  const registrations: Registration[] = [];
  stays.forEach(({ practice, from }, n) => {
    const next = stays[n + 1];
    const ends = [end, next === undefined ? undefined : next.from - 1].filter((day) => day !== undefined);
    const to = ends.length === 0 ? undefined : Math.min(...ends);
    if (to !== undefined && to < from) return;
    registrations.push({ practice: organisations.practiceCode(practice), period: periodOf(from, to) });
  });
  return registrations.toReversed();
}
