/** Repeats that come with age rather than with a condition that is coded: of a hundred people, how many have begun them by each age. */
import type { TreatmentChoice } from './treatment.ts';
import {
  acidReducer,
  anticoagulant,
  antihistamine,
  antidepressant,
  emollient,
  laxative,
  loop,
  nasalSteroid,
  nsaid,
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
  row(
    'Risk of cardiovascular disease',
    statin,
    [0, 0, 0, 0.18, 1.3, 6.2, 16.7, 26.4, 31.7, 33.4],
    [0, 0, 0, 0.44, 3.5, 12.3, 24.6, 31.7, 35.2, 37],
  ),
  row(
    'Indigestion',
    acidReducer,
    [0, 2.4, 6.2, 14, 26.5, 42.1, 56.2, 68.6, 78, 81.1],
    [0, 1.6, 4.7, 12.5, 23.4, 37.4, 51.5, 64, 73.3, 78],
    [2, 22],
  ),
  row('Low vitamin D', vitaminD, [0, 0, 0.61, 1.2, 1.9, 3.1, 4.2, 6.7, 12.2, 17.2], [0, 0, 0.31, 0.61, 0.94, 1.2, 2.1, 4.2, 9.2, 13.4]),
  row('Pain', paracetamol, [0, 0, 0.33, 0.66, 1.4, 3.3, 6, 11.3, 19.9, 25.2], [0, 0, 0.2, 0.4, 1, 2, 4, 7.3, 13.3, 18.5], [1, 12]),
  row('Pain', painLadder, [0, 0, 1, 3, 6, 9, 12, 15, 18, 20], [0, 0, 0.5, 2, 4, 6, 8, 10, 12, 14], [1, 12]),
  row(
    'Pain',
    only('Amitriptyline 10mg tablets', 'Amitriptyline 25mg tablets'),
    [0, 0, 2, 5, 9, 13, 16, 18, 19, 19],
    [0, 0, 1, 2, 4, 6, 8, 9, 10, 10],
    [1.5, 16],
  ),
  row(
    'Low mood',
    antidepressant,
    [0, 2.2, 13, 23.8, 34.6, 43.2, 49.7, 56.2, 62.6, 67],
    [0, 0.65, 5.4, 10.8, 15.1, 19.4, 23.8, 28.1, 32.4, 36.7],
    [1.5, 14],
  ),
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
    [0, 0, 0.12, 0.31, 0.56, 0.81, 1.1, 1.6, 2.2, 2.5],
    [0, 0, 0.06, 0.12, 0.25, 0.43, 0.74, 1.2, 1.9, 2.1],
  ),
  row('Constipation', laxative, [0, 1, 1.6, 2.4, 3.5, 5, 8, 14, 26, 34], [0, 0.8, 1, 1.4, 2, 3, 5, 10, 20, 28], [0.5, 6]),
  row('Hay fever', antihistamine, [0, 1.8, 2.4, 3, 3.6, 4.2, 4.5, 4.8, 4.8, 4.8], [0, 1.6, 1.8, 2.1, 2.4, 2.7, 3, 3, 3, 3], [1, 10]),
  row(
    'Blocked nose',
    nasalSteroid,
    [0, 0.55, 0.83, 1.1, 1.7, 2.2, 2.8, 3, 3.3, 3.3],
    [0, 0.55, 0.83, 1.1, 1.5, 2, 2.5, 2.8, 2.8, 2.8],
    [1, 10],
  ),
  row(
    'Dry skin',
    emollient,
    [0.6, 1.2, 1.5, 1.8, 2.1, 2.7, 3.9, 5.4, 7.8, 9.6],
    [0.6, 1.2, 1.3, 1.5, 1.8, 2.4, 3.6, 5.4, 7.8, 9.6],
    [1, 8],
  ),
  row('Swollen ankles', loop, [0, 0, 0, 0, 0.12, 0.36, 0.9, 2.4, 5.4, 7.8], [0, 0, 0, 0, 0.12, 0.36, 0.72, 1.8, 4.2, 6]),
  row(
    'Palpitations',
    [{ of: ['Propranolol 40mg tablets'], weight: 2 }, { of: ['Bisoprolol 2.5mg tablets'] }],
    [0, 0.98, 4.8, 8.9, 12.8, 15.6, 17.5, 19.5, 21.5, 21.5],
    [0, 0.39, 2, 3.9, 5.8, 7.8, 9.8, 11.7, 13.6, 13.6],
    [1, 10],
  ),
  row(
    'Dry eyes',
    [{ of: ['Hypromellose 0.3% eye drops'] }, { of: ['Carmellose 0.5% eye drops'] }],
    [0, 0, 0, 0.05, 0.15, 0.4, 0.9, 1.6, 2.2, 2.5],
    [0, 0, 0, 0, 0.05, 0.2, 0.45, 0.9, 1.2, 1.5],
  ),
  row(
    'Erectile dysfunction',
    only('Sildenafil 50mg tablets', 'Sildenafil 100mg tablets'),
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    [0, 0, 0, 1, 4, 9, 13, 14, 14, 14],
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
    [0, 0, 0, 0.2, 0.7, 1.6, 3, 5, 7.6, 8.4],
    [0, 0, 0, 0, 0.1, 0.5, 1.6, 3.2, 5.2, 6],
    [1, 9],
  ),
  row(
    'Nerve pain',
    [{ of: ['Gabapentin 300mg capsules'] }, { of: ['Pregabalin 75mg capsules', 'Pregabalin 150mg capsules'], weight: 1.2 }],
    [0, 0, 0.95, 3, 6.1, 9.5, 12.2, 14.4, 16.3, 17.1],
    [0, 0, 0.76, 2.3, 4.4, 6.8, 9.1, 11, 12.5, 13.3],
    [1, 9],
  ),
  row('Risk of clots', anticoagulant, [0, 0, 0.1, 0.2, 0.4, 0.8, 1.6, 3.4, 6, 7], [0, 0, 0.1, 0.2, 0.5, 1, 2.2, 4.4, 7.5, 9]),
  row(
    'Risk of fracture',
    only('Alendronic acid 70mg tablets'),
    [0, 0, 0, 0, 0.26, 1.3, 3.9, 9.1, 14.3, 15.6],
    [0, 0, 0, 0, 0, 0.26, 0.78, 2.1, 3.9, 5.2],
    [3, 9],
  ),
  row(
    'Low bone density',
    only('Calcium carbonate 1.5g / Colecalciferol 400unit chewable tablets'),
    [0, 0, 0, 0, 0.05, 0.25, 0.7, 1.7, 3, 3.5],
    [0, 0, 0, 0, 0, 0.05, 0.15, 0.4, 0.8, 1],
  ),
  row(
    'Low iron',
    only('Ferrous fumarate 210mg tablets'),
    [0, 1.3, 3.9, 7.8, 11.7, 14.3, 16.9, 22.1, 29.9, 33.8],
    [0, 0, 0.26, 0.52, 1.3, 2.6, 5.2, 10.4, 16.9, 20.8],
    [0.4, 3],
  ),
  row(
    'Risk of cardiovascular disease',
    only('Aspirin 75mg dispersible tablets'),
    [0, 0, 0, 0, 0.16, 0.56, 1.3, 2.7, 4.8, 5.6],
    [0, 0, 0, 0, 0.32, 0.96, 2.1, 4, 6.4, 7.2],
  ),
  row('Pain', nsaid, [0, 0, 1.5, 3.5, 6, 8.5, 10, 10.5, 10.5, 10.5], [0, 0, 1, 2.5, 4.5, 6, 7, 7.5, 7.5, 7.5], [0.3, 4]),
  row(
    'Inflammation',
    only('Prednisolone 5mg tablets'),
    [0, 0, 0.1, 0.3, 0.6, 1, 1.8, 3, 4.4, 5],
    [0, 0, 0.1, 0.2, 0.4, 0.8, 1.6, 2.8, 4.4, 5],
    [0.5, 5],
  ),
  row(
    'Abdominal pain',
    only('Mebeverine 135mg tablets'),
    [0, 0.3, 1, 1.8, 2.6, 3.2, 3.6, 4, 4.2, 4.2],
    [0, 0.1, 0.4, 0.7, 1, 1.3, 1.5, 1.7, 1.8, 1.8],
    [0.6, 8],
  ),
  row(
    'Wheeze',
    only('Salbutamol 100micrograms/dose inhaler CFC free'),
    [0, 0.6, 0.8, 1, 1.3, 1.8, 2.6, 3.4, 4, 4],
    [0, 0.6, 0.7, 0.8, 1, 1.5, 2.3, 3.2, 4, 4],
    [1, 8],
  ),
];
