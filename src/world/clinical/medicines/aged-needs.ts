/** What somebody comes to need with age. */
import { year } from '../../calendar.ts';
import { field } from '../../fields.ts';
import { uncoded } from '../coded.ts';
import type { Life } from '../life.ts';
import { recordsBegan } from '../records-began.ts';
import { type AgedTreatment, agedTreatments, startAges } from './aged-treatments.ts';
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

/** Of a life half of which was before records began, some of what began then stands in them. */
const enteredWithin = 700;

export function agedNeeds(life: Life): readonly TreatmentNeed[] {
  const found: TreatmentNeed[] = [];
  const days = usualDays(life);
  const began = Math.max(recordsBegan, life.arrival);
  for (let n = 0; n < agedTreatments.length; n += 1) {
    const row = agedTreatments[n];
    const age = row && startAge(row, life, life.chance(draws.whether, n) * 100);
    if (row === undefined || age === undefined) continue;
    const natural = Math.floor(life.birth + age * year);
    const [least, longest] = row.lasts ?? [200, 200];
    const end = natural + Math.floor((least + (longest - least) * life.chance(draws.howLong, n)) * year);
    const start = natural >= began ? natural : began + Math.floor(life.chance(draws.when, n) * enteredWithin);
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
    const [low = 0, high = 0] = [curve[n - 1], curve[n]];
    const [from = 0, to = 0] = [startAges[n - 1], startAges[n]];
    if (percent < high) return percent < low ? from : from + ((percent - low) / (high - low)) * (to - from);
  }
  return undefined;
}
