/** What somebody comes to need with age. */
import { year } from '../../calendar.ts';
import { field } from '../../fields.ts';
import { uncoded } from '../coded.ts';
import type { Health } from '../health.ts';
import type { Life } from '../life.ts';
import { type AgedTreatment, agedTreatments, startAges } from './aged-treatments.ts';
import { inclinationOf } from './inclination.ts';
import { onRecordFrom } from './on-record.ts';
import type { TreatmentNeed } from './treatment-need.ts';
import { usualDays } from './supply.ts';

const draws = {
  whether: field.medicine + 40,
  howLong: field.medicine + 41,
  which: field.medicine + 42,
  rise: field.medicine + 43,
  when: field.medicine + 44,
};

const reasons = new Map(agedTreatments.map((row) => [row, uncoded(row.reason)]));

/** How much more often than most, by how many lasting conditions somebody had by the middle of life: those who had several are given the most. */
const oftener = [0.2, 0.75, 1.9, 3.2, 4.4, 5.4] as const;
const middleOfLife = 55;

export function agedNeeds({ life, conditions }: Health): readonly TreatmentNeed[] {
  const until = life.birth + middleOfLife * year;
  const load = conditions.reduce(
    (sum, { recorded, illness: { isLasting, isMajor } }) => sum + (isLasting && isMajor && recorded < until ? 1 : 0),
    0,
  );
  const times = oftener[Math.min(load, oftener.length - 1)] ?? 1;
  const found: TreatmentNeed[] = [];
  const days = usualDays(life);
  const inclined = inclinationOf(life);
  for (let n = 0; n < agedTreatments.length; n += 1) {
    const row = agedTreatments[n];
    const age = row && startAge(row, life, (inclined(life.chance(draws.whether, n)) * 100) / times);
    if (row === undefined || age === undefined) continue;
    const natural = Math.floor(life.birth + age * year);
    const [least, longest] = row.lasts ?? [200, 200];
    const end = natural + Math.floor((least + (longest - least) * life.chance(draws.howLong, n)) * year);
    const start = onRecordFrom(life, natural, life.chance(draws.when, n));
    if (start > life.end || start >= end) continue;
    const reason = reasons.get(row);
    found.push({
      start,
      end,
      choices: row.choices,
      draw: life.chance(draws.which, n),
      rise: life.chance(draws.rise, n),
      course: 'repeat',
      days,
      ...(reason && { reason }),
    });
  }
  return found;
}

function startAge({ women, men }: AgedTreatment, { sex }: Life, percent: number): number | undefined {
  const curve = sex === 'female' ? women : men;
  for (let n = 1; n < curve.length; n += 1) {
    const high = curve[n] ?? 0;
    if (percent >= high) continue;
    const low = curve[n - 1] ?? 0;
    const from = startAges[n - 1] ?? 0;
    return percent < low ? from : from + ((percent - low) / (high - low)) * ((startAges[n] ?? from) - from);
  }
  return undefined;
}
