/** Repeats that come with age rather than with a condition that is coded: of a hundred people, how many have begun them by each age. */
import type { TreatmentChoice } from './treatment.ts';
import {
  acidReducer,
  antihistamine,
  antidepressant,
  emollient,
  laxative,
  loop,
  nasalSteroid,
  painLadder,
  paracetamol,
  statin,
  vitaminD,
} from './choices.ts';
import { only } from './treatment.ts';

export const startAges = [0, 16, 25, 35, 45, 55, 65, 75, 85, 100] as const;

export interface AgedTreatment {
  readonly reason: string;
  readonly women: readonly number[];
  readonly men: readonly number[];
  /** Years; for good where it is not said. */
  readonly lasts?: readonly [from: number, to: number];
  readonly choices: readonly TreatmentChoice[];
}

const row = (
  reason: string,
  choices: readonly TreatmentChoice[],
  women: readonly number[],
  men = women,
  lasts?: AgedTreatment['lasts'],
): AgedTreatment => ({
  reason,
  choices,
  women,
  men,
  ...(lasts && { lasts }),
});

export const agedTreatments: readonly AgedTreatment[] = [
  row('Risk of cardiovascular disease', statin, [0, 0, 0, 0.2, 1.5, 7, 19, 30, 36, 38], [0, 0, 0, 0.5, 4, 14, 28, 36, 40, 42]),
  row('Indigestion', acidReducer, [0, 1.5, 4, 9, 17, 27, 36, 44, 50, 52], [0, 1, 3, 8, 15, 24, 33, 41, 47, 50], [2, 22]),
  row('Low vitamin D', vitaminD, [0, 0, 1, 2, 3, 5, 7, 11, 20, 28], [0, 0, 0.5, 1, 1.5, 2, 3.5, 7, 15, 22]),
  row('Pain', paracetamol, [0, 0, 0.5, 1, 2, 5, 9, 17, 30, 38], [0, 0, 0.3, 0.6, 1.5, 3, 6, 11, 20, 28], [1, 12]),
  row('Pain', painLadder, [0, 0, 1, 3, 6, 9, 12, 15, 18, 20], [0, 0, 0.5, 2, 4, 6, 8, 10, 12, 14], [0.5, 7]),
  row(
    'Pain',
    only('Amitriptyline 10mg tablets', 'Amitriptyline 25mg tablets'),
    [0, 0, 2, 5, 9, 13, 16, 18, 19, 19],
    [0, 0, 1, 2, 4, 6, 8, 9, 10, 10],
    [0.6, 7],
  ),
  row('Low mood', antidepressant, [0, 1, 6, 11, 16, 20, 23, 26, 29, 31], [0, 0.3, 2.5, 5, 7, 9, 11, 13, 15, 17], [0.7, 9]),
  row(
    'Low folate',
    only('Folic acid 5mg tablets'),
    [0, 0, 0.2, 0.5, 1, 1.6, 2.6, 4.6, 8, 10],
    [0, 0, 0.1, 0.3, 0.7, 1.4, 2.4, 4.4, 8, 10],
    [0.5, 5],
  ),
  row(
    'Low vitamin B12',
    only('Hydroxocobalamin 1mg/1ml solution for injection ampoules'),
    [0, 0, 0.2, 0.5, 0.9, 1.3, 1.8, 2.6, 3.6, 4],
    [0, 0, 0.1, 0.2, 0.4, 0.7, 1.2, 2, 3, 3.4],
  ),
  row('Constipation', laxative, [0, 1, 1.6, 2.4, 3.5, 5, 8, 14, 26, 34], [0, 0.8, 1, 1.4, 2, 3, 5, 10, 20, 28], [0.5, 6]),
  row('Hay fever', antihistamine, [0, 3, 4, 5, 6, 7, 7.5, 8, 8, 8], [0, 2.6, 3, 3.5, 4, 4.5, 5, 5, 5, 5], [1, 10]),
  row('Blocked nose', nasalSteroid, [0, 1, 1.5, 2, 3, 4, 5, 5.5, 6, 6], [0, 1, 1.5, 2, 2.7, 3.6, 4.6, 5, 5, 5], [1, 10]),
  row('Dry skin', emollient, [1, 2, 2.5, 3, 3.5, 4.5, 6.5, 9, 13, 16], [1, 2, 2.2, 2.5, 3, 4, 6, 9, 13, 16], [1, 8]),
  row('Swollen ankles', loop, [0, 0, 0, 0, 0.2, 0.6, 1.5, 4, 9, 13], [0, 0, 0, 0, 0.2, 0.6, 1.2, 3, 7, 10]),
  row(
    'Palpitations',
    [{ of: ['Propranolol 40mg tablets'], weight: 2 }, { of: ['Bisoprolol 2.5mg tablets'] }],
    [0, 0, 1, 2, 3, 4, 5, 6, 7, 7],
    [0, 0, 0.4, 0.8, 1.4, 2, 3, 4, 5, 5],
    [1, 10],
  ),
  row(
    'Dry eyes',
    [{ of: ['Hypromellose 0.3% eye drops'] }, { of: ['Carmellose 0.5% eye drops'] }],
    [0, 0, 0, 0.2, 0.6, 1.6, 3.6, 6.5, 9, 10],
    [0, 0, 0, 0.1, 0.3, 0.8, 1.8, 3.6, 5, 6],
  ),
  row(
    'Erectile dysfunction',
    only('Sildenafil 50mg tablets', 'Sildenafil 100mg tablets'),
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0.6, 2, 5, 8, 9, 9, 9],
    [1, 10],
  ),
  row(
    'Poor sleep',
    [{ of: ['Zopiclone 3.75mg tablets'] }, { of: ['Zopiclone 7.5mg tablets'], ages: [18, 70] }],
    [0, 0, 0.1, 0.4, 0.8, 1.2, 1.7, 2.3, 3, 3.4],
    [0, 0, 0.1, 0.3, 0.5, 0.7, 1, 1.3, 1.7, 2],
    [0.5, 12],
  ),
  row(
    'Bladder urgency',
    [
      { of: ['Solifenacin 5mg tablets'], weight: 3 },
      { of: ['Mirabegron 50mg modified-release tablets'], weight: 3, since: 2013 },
    ],
    [0, 0, 0, 0.1, 0.4, 1, 1.8, 3, 4.6, 5],
    [0, 0, 0, 0, 0.1, 0.3, 1, 2, 3.2, 4],
    [1, 9],
  ),
  row(
    'Nerve pain',
    [{ of: ['Gabapentin 300mg capsules'] }, { of: ['Pregabalin 75mg capsules', 'Pregabalin 150mg capsules'], weight: 1.2 }],
    [0, 0, 0.2, 0.6, 1.4, 2.4, 3.2, 3.8, 4.4, 4.6],
    [0, 0, 0.2, 0.5, 1, 1.8, 2.4, 3, 3.4, 3.6],
    [1, 9],
  ),
];
