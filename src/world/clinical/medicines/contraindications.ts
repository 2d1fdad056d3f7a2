/** What somebody may not take, and when: by allergy, by another condition, while pregnant. */
import type { Day } from '../../calendar.ts';
import type { Health } from '../health.ts';
import type { MedicineClass } from './classes.ts';

export interface Contraindication {
  readonly of: MedicineClass;
  readonly from: Day;
  readonly to: Day;
  /** Why one that is taken by then is stopped. */
  readonly why: string;
}

const forAllergy: Readonly<Record<string, readonly MedicineClass[]>> = {
  penicillin: ['penicillin'],
  opioid: ['opioid'],
  trimethoprim: ['sulfonamide'],
  nsaid: ['nsaid', 'aspirin'],
  'ace-inhibitor': ['ace-inhibitor'],
  macrolide: ['macrolide'],
  tetracycline: ['tetracycline'],
  statin: ['statin'],
  plasters: ['patch'],
};

interface Reason {
  readonly of: readonly MedicineClass[];
  readonly why: string;
  /** Whenever it is to come: nobody has an asthma that began with the tablet they were on. */
  readonly always?: true;
}

const forCondition: Readonly<Record<string, Reason>> = {
  asthma: { of: ['beta-blocker', 'eye-beta-blocker'], why: 'Asthma', always: true },
  'atrial-fibrillation': { of: ['nsaid', 'antiplatelet'], why: 'Anticoagulant started' },
  'deep-vein-thrombosis': { of: ['nsaid', 'oestrogenic'], why: 'Thrombosis' },
  'pulmonary-embolism': { of: ['nsaid', 'oestrogenic'], why: 'Thrombosis' },
  'chronic-kidney-disease-3': { of: ['nsaid', 'nitrofurantoin', 'methotrexate'], why: 'Kidney function' },
  'chronic-kidney-disease-4': { of: ['nsaid', 'nitrofurantoin', 'methotrexate', 'metformin'], why: 'Kidney function' },
  'chronic-kidney-disease-5': { of: ['nsaid', 'nitrofurantoin', 'methotrexate', 'metformin', 'gliflozin'], why: 'Kidney function' },
  'heart-failure': { of: ['nsaid', 'pioglitazone'], why: 'Heart failure' },
  'coronary-heart-disease': { of: ['combined-pill', 'nsaid', 'triptan'], why: 'Heart disease' },
  stroke: { of: ['oestrogenic', 'nsaid', 'triptan'], why: 'Stroke' },
  'peptic-ulcer': { of: ['nsaid'], why: 'Peptic ulcer' },
  hypertension: { of: ['combined-pill'], why: 'Blood pressure' },
  migraine: { of: ['combined-pill'], why: 'Migraine' },
  'breast-cancer': { of: ['contraceptive', 'oestrogenic'], why: 'Breast cancer' },
  angina: { of: ['erection-medicine'], why: 'Nitrates started' },
};

const inPregnancy: readonly MedicineClass[] = [
  'renin',
  'statin',
  'valproate',
  'methotrexate',
  'contraceptive',
  'oestrogen',
  'progestogen',
  'nsaid',
  'gliflozin',
  'gliptin',
  'incretin',
  'tetracycline',
  'bisphosphonate',
  'anticoagulant',
  'triptan',
];

/** Stopped before the last period where a child is wanted, and taken up again some weeks after the birth. */
const before = 45;
const after = 56;

export function contraindicationsOf({ life, allergies, conditions, pregnancies }: Health): readonly Contraindication[] {
  return [
    ...allergies.flatMap(({ sort }) => (forAllergy[sort] ?? []).map((of) => ({ of, from: -Infinity, to: Infinity, why: 'Allergy' }))),
    ...conditions.flatMap(({ illness, recorded }) => {
      const reason = forCondition[illness.sort];
      if (reason === undefined) return [];
      const { of, why, always } = reason;
      return of.map((one) => ({ of: one, from: always ? -Infinity : recorded, to: Infinity, why }));
    }),
    ...pregnancies.flatMap(({ lastPeriod, ends }) =>
      inPregnancy.map((of) => ({ of, from: Math.max(life.birth, lastPeriod - before), to: ends + after, why: 'Pregnancy' })),
    ),
  ];
}
