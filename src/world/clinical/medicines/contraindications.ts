/** What somebody may not take, and when: by allergy, by another condition, while pregnant. */
import type { Day } from '../../calendar.ts';
import type { Health } from '../health.ts';
import type { MedicineClass } from './classes.ts';

interface Contraindication {
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
  hypertension: { of: ['combined-pill'], why: 'Blood pressure' },
  migraine: { of: ['combined-pill'], why: 'Migraine' },
  'breast-cancer': { of: ['contraceptive', 'oestrogenic', 'progestogen', 'emergency-contraceptive'], why: 'Breast cancer' },
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
  'sulfonamide',
  'emergency-contraceptive',
];

/** Stopped before the last period where a child is wanted, and taken up again some weeks after the birth. */
const before = 45;
const after = 56;

export type Contraindications = ReadonlyMap<MedicineClass, readonly Contraindication[]>;

export function contraindicationsOf({ life, allergies, conditions, pregnancies }: Health): Contraindications {
  const found = new Map<MedicineClass, Contraindication[]>();
  const add = (classes: readonly MedicineClass[], one: Contraindication): void => {
    for (const name of classes) {
      const others = found.get(name);
      if (others === undefined) found.set(name, [one]);
      else others.push(one);
    }
  };
  for (const { sort } of allergies) add(forAllergy[sort] ?? [], { from: -Infinity, to: Infinity, why: 'Allergy' });
  for (const { illness, recorded } of conditions) {
    const reason = forCondition[illness.sort];
    if (reason) add(reason.of, { from: reason.always ? -Infinity : recorded, to: Infinity, why: reason.why });
  }
  for (const { lastPeriod, ends, how } of pregnancies) {
    const why = how === 'termination' ? 'Stopped by choice' : 'Planning a pregnancy';
    add(inPregnancy, { from: Math.max(life.birth, lastPeriod - before), to: ends + after, why });
  }
  return found;
}
