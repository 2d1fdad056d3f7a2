/** Medicines by what they do to what is measured. */
export type Effect =
  | 'statin'
  | 'blood-pressure'
  | 'kidney-watched'
  | 'slows-heart'
  | 'levothyroxine'
  | 'antithyroid'
  | 'warfarin'
  | 'anticoagulant'
  | 'lithium'
  | 'immune'
  | 'iron'
  | 'b12'
  | 'folate'
  | 'vitamin-d'
  | 'urate'
  | 'digoxin'
  | 'amiodarone'
  | 'antipsychotic'
  | 'combined-pill'
  | 'stimulant';

const medicines: Readonly<Record<Effect, readonly string[]>> = {
  statin: ['atorvastatin', 'simvastatin', 'rosuvastatin', 'pravastatin'],
  'blood-pressure': ['amlodipine', 'felodipine', 'lercanidipine', 'diltiazem', 'doxazosin', 'labetalol'],
  'kidney-watched': [
    'ramipril',
    'lisinopril',
    'perindopril erbumine',
    'losartan',
    'candesartan',
    'indapamide',
    'bendroflumethiazide',
    'furosemide',
    'bumetanide',
    'spironolactone',
    'entresto',
    'dapagliflozin',
    'empagliflozin',
  ],
  'slows-heart': ['bisoprolol', 'propranolol', 'atenolol'],
  levothyroxine: ['levothyroxine sodium'],
  antithyroid: ['carbimazole', 'propylthiouracil'],
  warfarin: ['warfarin'],
  anticoagulant: ['apixaban', 'edoxaban', 'rivaroxaban'],
  lithium: ['lithium carbonate'],
  immune: ['methotrexate', 'azathioprine', 'sulfasalazine'],
  iron: ['ferrous fumarate', 'sodium feredetate'],
  b12: ['hydroxocobalamin'],
  folate: ['folic acid'],
  'vitamin-d': ['colecalciferol', 'calcium carbonate with colecalciferol'],
  urate: ['allopurinol'],
  digoxin: ['digoxin'],
  amiodarone: ['amiodarone'],
  antipsychotic: ['quetiapine', 'olanzapine', 'risperidone', 'aripiprazole'],
  'combined-pill': ['ethinylestradiol with levonorgestrel'],
  stimulant: ['methylphenidate', 'lisdexamfetamine'],
};

const byMedicine: ReadonlyMap<string, Effect> = new Map(effectsByMedicine());

function* effectsByMedicine(): Generator<[string, Effect]> {
  const effects: readonly Effect[] = Object.keys(medicines).filter((name): name is Effect => name in medicines);
  for (const effect of effects) for (const medicine of medicines[effect]) yield [medicine, effect];
}

export const effectOfMedicine = (medicine: string): Effect | undefined => byMedicine.get(medicine);
