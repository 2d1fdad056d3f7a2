/** Pregnancies as of a day: how one ends is told once it has. */
import type { PregnancyEntry } from '../../../clinical-record.ts';
import { isoDate } from '../../calendar.ts';
import { type RecordTelling, written } from '../telling.ts';

export function tellPregnancies(telling: RecordTelling): readonly PregnancyEntry[] {
  const { health, today } = telling;
  const told: PregnancyEntry[] = [];
  for (const pregnancy of health.pregnancies) {
    const { recorded, lastPeriod, due, ends, how, weeks, delivery, babies } = pregnancy;
    if (recorded > today) break;
    told.push({
      ...written(telling, 'pregnancy', pregnancy),
      lastPeriod: isoDate(lastPeriod),
      due: isoDate(due),
      ...(ends <= today && {
        outcome: {
          on: isoDate(ends),
          how,
          weeks,
          ...(delivery && { delivery }),
          babies: babies.flatMap(({ nhsNumber }) => nhsNumber ?? []),
        },
      }),
    });
  }
  return told;
}
