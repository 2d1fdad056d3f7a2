/** What those carry who may have anaphylaxis. */
import { field } from '../../fields.ts';
import { uncoded } from '../coded.ts';
import type { Health } from '../health.ts';
import { recordsBegan } from '../records-began.ts';
import type { TreatmentChoice } from './treatment.ts';
import type { TreatmentNeed } from './treatment-need.ts';

const percent: Readonly<Record<string, number>> = {
  peanut: 72,
  'tree-nut': 60,
  'cashew-nut': 66,
  shellfish: 26,
  'wasp-or-bee-sting': 34,
  'cows-milk': 12,
  egg: 10,
};

/** By weight, which is by age for most. */
const adrenaline: readonly TreatmentChoice[] = [
  {
    of: ['Adrenaline (base) 150micrograms/0.15ml (1 in 1,000) solution for injection pre-filled disposable devices'],
    ages: [1, 6],
  },
  {
    of: ['Adrenaline (base) 300micrograms/0.3ml (1 in 1,000) solution for injection pre-filled disposable devices'],
    ages: [6, 200],
  },
];

const reason = uncoded('Risk of anaphylaxis');

export const needsForAllergies = ({ life, allergies }: Health): readonly TreatmentNeed[] =>
  allergies.flatMap(({ sort, recorded, ordinal }) =>
    life.chance(field.medicine + 65, ordinal) * 100 >= (percent[sort] ?? 0)
      ? []
      : [
          {
            start: Math.max(recorded, recordsBegan, life.birth + 400),
            end: Infinity,
            choices: adrenaline,
            draw: 0,
            rise: 1,
            course: 'repeat' as const,
            days: 364,
            reason,
          },
        ],
  );
