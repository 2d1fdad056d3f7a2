/** What is looked at for which illness and medicine: to find it, in its reviews, and half-way between them. */
import type { Effect } from '../observations/effects.ts';
import { both, type Bundle, measures, tests } from './occasions.ts';

export interface CheckedFor {
  /** Before the diagnosis, which it leads to. */
  readonly before?: Bundle;
  /** On the day of the diagnosis. */
  readonly at?: Bundle;
  readonly yearly?: Bundle;
  readonly halfYearly?: Bundle;
  /** For so many years after the diagnosis; absent for good. */
  readonly years?: number;
}

/** What anybody has in a review. */
export const inEveryReview = measures('smoking', 'cigarettes', 'alcohol');
export const pressureFrom = 40;
export const pressure = measures('blood-pressure');
export const bodySize = measures('weight', 'height', 'bmi');

const vessels: CheckedFor = {
  before: tests('lipids', 'urea-and-electrolytes', 'hba1c', 'electrocardiogram'),
  yearly: both(['blood-pressure', 'pulse', 'weight', 'bmi'], ['lipids', 'urea-and-electrolytes', 'liver-function']),
};
const kidneys: CheckedFor = {
  before: tests('urea-and-electrolytes', 'urine-albumin'),
  yearly: both(['blood-pressure', 'weight'], ['urea-and-electrolytes', 'urine-albumin', 'full-blood-count']),
};
const lateKidneys: CheckedFor = { ...kidneys, halfYearly: tests('urea-and-electrolytes', 'full-blood-count', 'bone') };
const diabetes: CheckedFor = {
  before: tests('hba1c', 'urea-and-electrolytes', 'lipids'),
  at: measures('blood-pressure', 'weight', 'height', 'bmi', 'smoking'),
  yearly: both(
    ['blood-pressure', 'weight', 'height', 'bmi', 'foot-check', 'eye-screening'],
    ['hba1c', 'urea-and-electrolytes', 'lipids', 'liver-function', 'urine-albumin'],
  ),
  halfYearly: both(['blood-pressure', 'weight', 'bmi'], ['hba1c']),
};
const bowel: CheckedFor = {
  before: tests('calprotectin', 'full-blood-count', 'inflammation', 'coeliac'),
  yearly: tests('full-blood-count', 'liver-function', 'inflammation'),
};
const joints: CheckedFor = {
  before: tests('inflammation', 'rheumatoid', 'full-blood-count', 'urate'),
  yearly: both(['blood-pressure'], ['inflammation', 'full-blood-count']),
};
const psychosis: CheckedFor = {
  yearly: both(['blood-pressure', 'pulse', 'weight', 'bmi', 'waist'], ['lipids', 'hba1c', 'liver-function']),
};
const mood: CheckedFor = { at: measures('depression-score'), yearly: measures('depression-score') };

export const byIllness: Readonly<Record<string, CheckedFor>> = {
  hypertension: {
    before: both(['blood-pressure'], ['urea-and-electrolytes', 'lipids', 'hba1c', 'electrocardiogram']),
    at: measures('blood-pressure'),
    yearly: both(['blood-pressure', 'weight', 'bmi'], ['urea-and-electrolytes', 'urine-albumin']),
  },
  'type-1-diabetes': { ...diabetes, before: tests('glucose', 'hba1c') },
  'type-2-diabetes': diabetes,
  'non-diabetic-hyperglycaemia': { before: tests('hba1c'), at: bodySize, yearly: both(['weight', 'bmi', 'waist'], ['hba1c']) },
  obesity: { before: tests('hba1c', 'lipids'), at: bodySize, yearly: measures('weight', 'height', 'bmi', 'waist') },
  'high-cholesterol': { before: tests('lipids') },
  'familial-hypercholesterolaemia': { before: tests('lipids'), yearly: tests('lipids', 'liver-function') },
  'coronary-heart-disease': vessels,
  angina: vessels,
  'myocardial-infarction': { yearly: vessels.yearly ?? pressure },
  stroke: { yearly: vessels.yearly ?? pressure },
  'transient-ischaemic-attack': vessels,
  'peripheral-arterial-disease': vessels,
  'atrial-fibrillation': {
    before: tests('electrocardiogram', 'thyroid', 'urea-and-electrolytes', 'full-blood-count'),
    at: measures('pulse', 'blood-pressure'),
    yearly: both(['pulse', 'blood-pressure', 'weight'], ['urea-and-electrolytes', 'full-blood-count', 'liver-function']),
  },
  'valvular-heart-disease': { before: tests('echocardiogram', 'electrocardiogram'), yearly: measures('pulse', 'blood-pressure') },
  'heart-failure': {
    before: tests('natriuretic', 'echocardiogram', 'electrocardiogram', 'chest-x-ray', 'urea-and-electrolytes'),
    yearly: both(['pulse', 'blood-pressure', 'weight', 'breathlessness'], ['urea-and-electrolytes', 'full-blood-count']),
    halfYearly: both(['blood-pressure', 'weight'], ['urea-and-electrolytes']),
  },
  'chronic-kidney-disease-3': kidneys,
  'chronic-kidney-disease-4': lateKidneys,
  'chronic-kidney-disease-5': lateKidneys,
  asthma: { before: tests('spirometry'), at: measures('peak-flow'), yearly: measures('peak-flow', 'asthma-control') },
  copd: {
    before: tests('spirometry', 'chest-x-ray', 'full-blood-count'),
    at: measures('oxygen-saturation', 'breathlessness'),
    yearly: both(['oxygen-saturation', 'breathlessness', 'weight', 'bmi'], ['spirometry']),
  },
  'pulmonary-fibrosis': {
    before: tests('chest-x-ray', 'chest-scan', 'spirometry'),
    yearly: both(['oxygen-saturation', 'breathlessness'], ['spirometry']),
  },
  bronchiectasis: { before: tests('chest-scan', 'chest-x-ray'), yearly: measures('oxygen-saturation') },
  hypothyroidism: { before: tests('thyroid', 'full-blood-count'), yearly: tests('thyroid') },
  hyperthyroidism: { before: tests('thyroid'), at: measures('pulse', 'weight'), yearly: tests('thyroid'), halfYearly: tests('thyroid') },
  gout: { before: tests('urate', 'urea-and-electrolytes'), yearly: tests('urate', 'urea-and-electrolytes') },
  'iron-deficiency-anaemia': { before: tests('full-blood-count', 'haematinics', 'coeliac') },
  'pernicious-anaemia': { before: tests('full-blood-count', 'haematinics'), yearly: tests('full-blood-count', 'haematinics') },
  'vitamin-d-deficiency': { before: tests('vitamin-d', 'bone') },
  'rheumatoid-arthritis': joints,
  'polymyalgia-rheumatica': { ...joints, before: tests('inflammation', 'full-blood-count', 'bone') },
  'ankylosing-spondylitis': joints,
  osteoporosis: { before: tests('bone-density', 'bone', 'vitamin-d', 'thyroid'), yearly: tests('bone') },
  'coeliac-disease': {
    before: tests('coeliac', 'haematinics', 'full-blood-count'),
    yearly: tests('coeliac', 'full-blood-count', 'haematinics'),
  },
  'crohns-disease': bowel,
  'ulcerative-colitis': bowel,
  'irritable-bowel-syndrome': { before: tests('calprotectin', 'coeliac', 'full-blood-count') },
  'fatty-liver-disease': {
    before: tests('liver-function', 'abdomen-ultrasound'),
    yearly: both(['weight', 'bmi'], ['liver-function', 'hba1c']),
  },
  cirrhosis: {
    before: tests('liver-function', 'abdomen-ultrasound'),
    yearly: tests('liver-function', 'full-blood-count'),
    halfYearly: tests('liver-function'),
  },
  gallstones: { before: tests('abdomen-ultrasound', 'liver-function') },
  'alcohol-dependence': { before: tests('liver-function', 'full-blood-count'), yearly: tests('liver-function') },
  'prostate-enlargement': { before: tests('psa', 'urea-and-electrolytes') },
  'breast-cancer': { before: tests('mammogram'), yearly: tests('mammogram'), years: 5.5 },
  'bladder-cancer': { before: tests('urinalysis', 'full-blood-count') },
  'kidney-cancer': { before: tests('abdomen-ultrasound', 'urea-and-electrolytes') },
  'endometrial-cancer': { before: tests('pelvis-ultrasound') },
  'chronic-lymphocytic-leukaemia': {
    before: tests('full-blood-count'),
    yearly: tests('full-blood-count'),
    halfYearly: tests('full-blood-count'),
  },
  myeloma: { before: tests('full-blood-count', 'bone', 'inflammation', 'urea-and-electrolytes') },
  'pancreatic-cancer': { before: tests('liver-function', 'full-blood-count') },
  'liver-cancer': { before: tests('liver-function', 'abdomen-ultrasound') },
  'abdominal-aortic-aneurysm': { yearly: tests('aorta-screening') },
  migraine: { at: pressure },
  'erectile-dysfunction': { before: tests('hba1c', 'lipids') },
  'menopausal-symptoms': { at: measures('blood-pressure', 'weight') },
  'parkinsons-disease': { yearly: measures('blood-pressure', 'weight') },
  'sleep-apnoea': { at: bodySize, yearly: measures('blood-pressure', 'weight') },
  'restless-legs': { before: tests('ferritin') },
  fibromyalgia: { before: tests('inflammation', 'thyroid', 'full-blood-count') },
  'overactive-bladder': { before: tests('urinalysis') },
  'urinary-incontinence': { before: tests('urinalysis') },
  'prostate-cancer': { before: tests('psa'), yearly: tests('psa'), halfYearly: tests('psa') },
  'bowel-cancer': { before: tests('faecal-blood', 'full-blood-count'), yearly: tests('full-blood-count'), years: 5.5 },
  'lung-cancer': { before: tests('chest-x-ray', 'chest-scan') },
  'ovarian-cancer': { before: tests('ovarian-marker', 'pelvis-ultrasound') },
  osteoarthritis: { before: tests('joint-x-ray') },
  'polycystic-ovary-syndrome': { before: tests('pelvis-ultrasound', 'hba1c'), yearly: measures('weight', 'bmi') },
  fibroids: { before: tests('pelvis-ultrasound', 'full-blood-count') },
  endometriosis: { before: tests('pelvis-ultrasound') },
  'heavy-menstrual-bleeding': { before: tests('full-blood-count', 'ferritin') },
  depression: mood,
  'postnatal-depression': { at: measures('depression-score') },
  'anxiety-disorder': { at: measures('anxiety-score'), yearly: measures('anxiety-score') },
  'mixed-anxiety-and-depression': {
    at: measures('depression-score', 'anxiety-score'),
    yearly: measures('depression-score', 'anxiety-score'),
  },
  schizophrenia: psychosis,
  'bipolar-disorder': psychosis,
  'eating-disorder': { at: bodySize, yearly: both(['weight', 'bmi', 'blood-pressure'], ['urea-and-electrolytes']) },
  'learning-disability': { yearly: both(['blood-pressure', 'weight', 'height', 'bmi'], ['full-blood-count', 'thyroid']) },
  'downs-syndrome': { yearly: both(['weight', 'height', 'bmi'], ['thyroid', 'full-blood-count']) },
  dementia: {
    before: both(['memory-score'], ['haematinics', 'thyroid', 'bone', 'hba1c', 'head-scan']),
    at: measures('memory-score'),
    yearly: measures('memory-score', 'blood-pressure', 'weight'),
  },
  'mild-cognitive-impairment': { before: tests('haematinics', 'thyroid', 'bone') },
  frailty: { at: measures('frailty-score'), yearly: measures('frailty-score', 'blood-pressure', 'weight') },
};

/** For medicines on repeat: at the start, some days after it, and yearly. */
export interface Watched {
  readonly before?: Bundle;
  readonly after?: { readonly days: readonly number[]; readonly bundle: Bundle };
  readonly yearly?: Bundle;
  readonly halfYearly?: Bundle;
  /** Apart from reviews, every so many days. */
  readonly every?: { readonly days: number; readonly bundle: Bundle };
}

const inr = tests('inr');
const marrowAndLiver = tests('full-blood-count', 'urea-and-electrolytes', 'liver-function');

export const byEffect: Readonly<Partial<Record<Effect, Watched>>> = {
  statin: {
    before: tests('lipids', 'liver-function'),
    after: { days: [90], bundle: tests('lipids', 'liver-function') },
    yearly: tests('lipids'),
  },
  'blood-pressure': { after: { days: [35], bundle: pressure }, yearly: pressure },
  'kidney-watched': {
    before: tests('urea-and-electrolytes'),
    after: { days: [14], bundle: both(['blood-pressure'], ['urea-and-electrolytes']) },
    yearly: both(['blood-pressure'], ['urea-and-electrolytes']),
  },
  'slows-heart': { yearly: measures('pulse', 'blood-pressure') },
  levothyroxine: { after: { days: [60, 150], bundle: tests('thyroid') }, yearly: tests('thyroid') },
  antithyroid: { after: { days: [30, 75], bundle: tests('thyroid') }, halfYearly: tests('thyroid', 'full-blood-count') },
  warfarin: { after: { days: [3, 6, 10, 17, 27], bundle: inr }, yearly: tests('full-blood-count'), every: { days: 63, bundle: inr } },
  anticoagulant: {
    before: tests('full-blood-count', 'urea-and-electrolytes'),
    yearly: tests('full-blood-count', 'urea-and-electrolytes', 'liver-function'),
  },
  lithium: {
    before: tests('thyroid', 'urea-and-electrolytes', 'electrocardiogram'),
    after: { days: [7, 14, 28], bundle: tests('lithium') },
    yearly: tests('thyroid', 'urea-and-electrolytes', 'bone'),
    halfYearly: tests('thyroid', 'urea-and-electrolytes', 'bone'),
    every: { days: 91, bundle: tests('lithium') },
  },
  immune: { before: marrowAndLiver, after: { days: [14, 28, 42], bundle: marrowAndLiver }, every: { days: 91, bundle: marrowAndLiver } },
  iron: { after: { days: [30, 110], bundle: tests('full-blood-count', 'ferritin') } },
  b12: { before: tests('haematinics', 'full-blood-count'), yearly: tests('full-blood-count') },
  urate: { before: tests('urate'), after: { days: [35, 80], bundle: tests('urate') }, yearly: tests('urate') },
  digoxin: { after: { days: [10], bundle: tests('digoxin', 'urea-and-electrolytes') }, yearly: both(['pulse'], ['urea-and-electrolytes']) },
  amiodarone: {
    before: tests('thyroid', 'liver-function', 'chest-x-ray'),
    yearly: tests('thyroid', 'liver-function'),
    halfYearly: tests('thyroid', 'liver-function'),
  },
  antipsychotic: {
    before: tests('hba1c', 'lipids', 'electrocardiogram'),
    yearly: both(['weight', 'bmi', 'blood-pressure', 'pulse'], ['lipids', 'hba1c', 'full-blood-count']),
  },
  'combined-pill': {
    before: measures('blood-pressure', 'weight', 'height', 'bmi', 'smoking'),
    yearly: measures('blood-pressure', 'weight', 'bmi'),
  },
  stimulant: {
    before: measures('blood-pressure', 'pulse', 'weight', 'height'),
    yearly: measures('blood-pressure', 'pulse', 'weight', 'height'),
    halfYearly: measures('blood-pressure', 'pulse', 'weight', 'height'),
  },
};
