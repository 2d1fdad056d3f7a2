/** Who has a pharmacy: those who nominated it, as far as it can be told before their records are made. */
import type { World } from './build-world.ts';
import { type DaysOfIssue, mayBeIssued } from './clinical/medicines/supply.ts';
import { dayOf } from './calendar.ts';
import { maybeListed } from './practice-lists.ts';
import { mayNominate } from './records/nominations.ts';
import type { IsoDate, Person } from '../population.ts';

/** With repeats that may be issued on one of the days. Indices, each once: of a pharmacy at a distance, practice by practice of all there are. */
export function* maybeSupplied(
  { parts, numbers, residents }: Pick<World, 'parts' | 'numbers' | 'residents'>,
  ods: string,
  days: DaysOfIssue,
): Generator<number> {
  const { seed, organisations } = parts;
  const seen = new Set<number>();
  for (const practice of organisations.practicesServedBy(ods))
    for (const index of maybeListed({ parts, residents }, practice, days.to)) {
      if (!mayBeIssued(seed, numbers.of(index), days) || !mayNominate(seed, index) || seen.has(index)) continue;
      seen.add(index);
      yield index;
    }
}

export const goesTo = ({ pharmacy }: Person, ods: string): boolean => pharmacy === ods.toUpperCase();

export const daysSince = (from: IsoDate, today: IsoDate): DaysOfIssue => ({ from: dayOf(from), to: dayOf(today) });
