/** Medicines that are like one another: for what is not taken twice, and what is not taken by whom. Names without form and strength. */

/** Of each of these, nobody takes two at a time. */
const oneOf = {
  statin: ['atorvastatin', 'simvastatin', 'rosuvastatin'],
  renin: ['ramipril', 'lisinopril', 'perindopril erbumine', 'losartan', 'candesartan', 'entresto'],
  'calcium-blocker': ['amlodipine', 'felodipine', 'lercanidipine', 'diltiazem'],
  'beta-blocker': ['bisoprolol', 'atenolol', 'propranolol', 'labetalol'],
  thiazide: ['indapamide', 'bendroflumethiazide'],
  loop: ['furosemide', 'bumetanide'],
  anticoagulant: ['apixaban', 'edoxaban', 'rivaroxaban', 'warfarin'],
  antiplatelet: ['aspirin', 'clopidogrel'],
  'acid-reducer': ['omeprazole', 'lansoprazole', 'famotidine'],
  nsaid: ['naproxen', 'ibuprofen', 'celecoxib'],
  opioid: ['codeine', 'co-codamol', 'tramadol', 'morphine', 'buprenorphine', 'fentanyl', 'methadone'],
  gabapentinoid: ['gabapentin', 'pregabalin'],
  antidepressant: ['sertraline', 'citalopram', 'escitalopram', 'fluoxetine', 'venlafaxine', 'duloxetine', 'mirtazapine', 'trazodone'],
  antipsychotic: ['olanzapine', 'quetiapine', 'risperidone', 'aripiprazole'],
  hypnotic: ['zopiclone', 'promethazine'],
  stimulant: ['methylphenidate', 'lisdexamfetamine'],
  gliflozin: ['dapagliflozin', 'empagliflozin'],
  gliptin: ['sitagliptin', 'linagliptin'],
  incretin: ['semaglutide', 'dulaglutide'],
  'basal-insulin': ['insulin glargine', 'insulin degludec', 'insulin isophane biphasic human'],
  'meal-insulin': ['insulin aspart', 'fiasp'],
  'preventer-inhaler': [
    'beclometasone',
    'beclometasone with formoterol',
    'budesonide with formoterol',
    'fluticasone with salmeterol',
    'fluticasone with vilanterol',
    'trimbow',
    'umeclidinium with vilanterol',
    'tiotropium',
  ],
  contraceptive: ['ethinylestradiol with levonorgestrel', 'desogestrel', 'medroxyprogesterone', 'etonogestrel', 'levonorgestrel device'],
  oestrogen: ['estradiol', 'estradiol with norethisterone'],
  emollient: ['cetraben cream', 'epimax original cream', 'diprobase ointment'],
  'steroid-cream': ['hydrocortisone', 'betamethasone valerate', 'clobetasone', 'mometasone ointment'],
  antihistamine: ['cetirizine', 'loratadine', 'fexofenadine', 'chlorphenamine'],
  'nasal-steroid': ['fluticasone nasal', 'mometasone nasal'],
  bisphosphonate: ['alendronic acid', 'denosumab'],
  'prostate-shrinker': ['finasteride'],
  'bladder-calmer': ['solifenacin', 'tolterodine', 'mirabegron'],
  'dementia-medicine': ['donepezil', 'rivastigmine'],
  'glaucoma-drop': ['latanoprost', 'bimatoprost', 'travoprost'],
  'tear-drop': ['hypromellose', 'carmellose'],
  laxative: ['macrogol', 'lactulose', 'senna'],
  'breast-cancer-tablet': ['tamoxifen', 'letrozole', 'anastrozole'],
} satisfies Record<string, readonly string[]>;

/** Of these they may, but some people may have none of them. */
const alike = {
  penicillin: ['amoxicillin', 'co-amoxiclav', 'flucloxacillin', 'phenoxymethylpenicillin'],
  macrolide: ['clarithromycin'],
  tetracycline: ['doxycycline', 'lymecycline'],
  sulfonamide: ['trimethoprim', 'sulfasalazine'],
  aspirin: ['aspirin', 'mesalazine'],
  'ace-inhibitor': ['ramipril', 'lisinopril', 'perindopril erbumine', 'entresto'],
  oestrogenic: ['ethinylestradiol with levonorgestrel', 'estradiol', 'estradiol with norethisterone'],
  'combined-pill': ['ethinylestradiol with levonorgestrel'],
  progestogen: ['progesterone micronised', 'norethisterone'],
  'emergency-contraceptive': ['levonorgestrel', 'ulipristal'],
  nitrofurantoin: ['nitrofurantoin'],
  metformin: ['metformin'],
  methotrexate: ['methotrexate'],
  valproate: ['sodium valproate', 'topiramate', 'carbamazepine'],
  pioglitazone: ['pioglitazone'],
  'eye-beta-blocker': ['timolol'],
  'erection-medicine': ['sildenafil'],
  triptan: ['sumatriptan'],
} satisfies Record<string, readonly string[]>;

export type MedicineClass = keyof typeof oneOf | keyof typeof alike | 'patch';

const every: readonly (readonly [MedicineClass, readonly string[]])[] = [
  ...(Object.entries(oneOf) as [keyof typeof oneOf, readonly string[]][]), // their own members
  ...(Object.entries(alike) as [keyof typeof alike, readonly string[]][]),
];

export const classesOf = (sort: string): readonly MedicineClass[] => every.flatMap(([name, sorts]) => (sorts.includes(sort) ? [name] : []));

/** What is taken once at a time: the class, or the medicine itself. */
export const slotOf = (sort: string): string => Object.entries(oneOf).find(([, sorts]) => sorts.some((each) => each === sort))?.[0] ?? sort;

/** Every name in the tables above. */
export const classMembers: readonly string[] = every.flatMap(([, sorts]) => sorts);
