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

const medicines: Readonly<Record<Effect, string>> = {
  statin: 'atorvastatin simvastatin rosuvastatin pravastatin fluvastatin',
  'blood-pressure': 'amlodipine felodipine lercanidipine nifedipine diltiazem verapamil doxazosin methyldopa labetalol atenolol',
  'kidney-watched':
    'ramipril lisinopril perindopril enalapril losartan candesartan irbesartan valsartan indapamide bendroflumethiazide furosemide ' +
    'bumetanide spironolactone eplerenone sacubitril-valsartan dapagliflozin empagliflozin',
  'slows-heart': 'bisoprolol propranolol carvedilol nebivolol metoprolol',
  levothyroxine: 'levothyroxine',
  antithyroid: 'carbimazole propylthiouracil',
  warfarin: 'warfarin',
  anticoagulant: 'apixaban edoxaban rivaroxaban dabigatran',
  lithium: 'lithium lithium-carbonate',
  immune: 'methotrexate azathioprine sulfasalazine leflunomide mycophenolate mercaptopurine ciclosporin',
  iron: 'ferrous-fumarate ferrous-sulfate ferrous-sulphate',
  b12: 'hydroxocobalamin cyanocobalamin',
  folate: 'folic-acid',
  'vitamin-d': 'colecalciferol calcium-carbonate-colecalciferol calcium-colecalciferol',
  urate: 'allopurinol febuxostat',
  digoxin: 'digoxin',
  amiodarone: 'amiodarone',
  antipsychotic: 'quetiapine olanzapine risperidone aripiprazole clozapine haloperidol amisulpride paliperidone flupentixol',
  'combined-pill': 'ethinylestradiol-levonorgestrel ethinylestradiol-norethisterone ethinylestradiol-desogestrel combined-pill',
  stimulant: 'methylphenidate lisdexamfetamine dexamfetamine atomoxetine',
};

const byMedicine: ReadonlyMap<string, Effect> = new Map(effectsByMedicine());

function* effectsByMedicine(): Generator<[string, Effect]> {
  const effects: readonly Effect[] = Object.keys(medicines).filter((name): name is Effect => name in medicines);
  for (const effect of effects) for (const medicine of medicines[effect].split(' ')) yield [medicine, effect];
}

export const effectOfMedicine = (medicine: string): Effect | undefined => byMedicine.get(medicine);
