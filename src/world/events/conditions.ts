/** Long-term conditions: who has which, and since when, by age and sex. */
import type { Gender, LifeEvent } from '../../population.ts';
import { type Day, year } from '../calendar.ts';
import { field } from '../fields.ts';
import { firstThat } from '../first-that.ts';
import { placedAt, type Happening, type Life } from './life.ts';

export interface Illness {
  readonly name: string;
  /** Share of people who have it at ages 0, 20, 40, 60, 80 and 100; never falling, for it does not go away. */
  readonly byAge: readonly [number, number, number, number, number, number];
  /** How many times commoner than that in each sex. */
  readonly bySex?: { readonly female: number; readonly male: number };
  /** Medicines that are prescribed for it again and again. */
  readonly medicines: readonly string[];
  readonly code?: LifeEvent['code'];
}

/**
 * Shares after the Quality and Outcomes Framework (NHS England, OGL), rounded. A code only where an official example prints it.
 */
export const conditions: readonly Illness[] = [
  { name: 'Hypertension', byAge: [0, 0, 0.06, 0.28, 0.52, 0.58], medicines: ['amlodipine', 'ramipril'] },
  {
    name: 'Asthma',
    byAge: [0, 0.055, 0.065, 0.075, 0.085, 0.09],
    medicines: ['salbutamol'],
    code: { system: 'http://snomed.info/sct', code: '195967001', display: 'Asthma' },
  },
  { name: 'Type 2 diabetes', byAge: [0, 0, 0.03, 0.11, 0.18, 0.2], medicines: ['metformin'] },
  { name: 'Depression', byAge: [0, 0.05, 0.13, 0.16, 0.17, 0.17], bySex: { female: 1.3, male: 0.7 }, medicines: ['sertraline'] },
  {
    name: 'Coronary heart disease',
    byAge: [0, 0, 0.004, 0.05, 0.15, 0.2],
    bySex: { female: 0.7, male: 1.3 },
    medicines: ['aspirin', 'atorvastatin'],
  },
  { name: 'Atrial fibrillation', byAge: [0, 0, 0.002, 0.03, 0.14, 0.2], medicines: ['bisoprolol'] },
  { name: 'Chronic obstructive pulmonary disease', byAge: [0, 0, 0.003, 0.04, 0.08, 0.09], medicines: ['salbutamol'] },
  { name: 'Chronic kidney disease', byAge: [0, 0, 0.006, 0.05, 0.2, 0.3], medicines: [] },
  { name: 'Hypothyroidism', byAge: [0, 0.003, 0.02, 0.05, 0.08, 0.09], bySex: { female: 1.6, male: 0.4 }, medicines: ['levothyroxine'] },
  { name: 'Gastro-oesophageal reflux', byAge: [0, 0.01, 0.05, 0.1, 0.14, 0.15], medicines: ['omeprazole'] },
  { name: 'Epilepsy', byAge: [0.001, 0.006, 0.009, 0.011, 0.013, 0.014], medicines: [] },
  { name: 'Dementia', byAge: [0, 0, 0, 0.006, 0.1, 0.3], medicines: [] },
];

const step = 20;

/** Share of people of an age and gender who have a condition. */
export function prevalence({ byAge, bySex }: Illness, age: number, gender: Gender): number {
  const position = Math.min(byAge.length - 1, Math.max(0, age / step));
  const from = Math.min(byAge.length - 2, Math.floor(position));
  const low = byAge[from] ?? 0;
  const high = byAge[from + 1] ?? low;
  const factor = gender === 'female' ? (bySex?.female ?? 1) : gender === 'male' ? (bySex?.male ?? 1) : 1;
  return Math.min(1, factor * (low + (high - low) * (position - from)));
}

/** The day a condition set in: when its share at the person's age overtook the person's chance of escaping it. */
export function onset(life: Life, condition: Illness): Day | undefined {
  const chance = life.chance(field.condition + conditions.indexOf(condition));
  const { gender } = life.person;
  if (chance >= prevalence(condition, (life.end - life.birth) / year, gender)) return undefined;
  return life.birth + firstThat(life.end - life.birth, (days) => chance < prevalence(condition, days / year, gender));
}

export function diagnoses(life: Life): readonly Happening[] {
  return conditions.flatMap((condition): readonly Happening[] => {
    const day = onset(life, condition);
    if (day === undefined) return [];
    return [
      {
        kind: 'condition',
        day,
        summary: condition.name,
        ...placedAt(life.practiceOn(day)),
        ...(condition.code === undefined ? {} : { code: condition.code }),
      },
    ];
  });
}
