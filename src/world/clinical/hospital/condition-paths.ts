/** What the care of a condition asks of hospitals, by its sort. */
import type { CodedText, ReferralEntry } from '../../../clinical-record.ts';
import { snomed, uncoded } from '../coded.ts';
import type { OperationName } from './operations.ts';
import type { Specialty } from './specialties.ts';

export interface ConditionPath {
  readonly to: Specialty;
  /** Of those who have it, so many are referred. */
  readonly share: number;
  readonly priority?: ReferralEntry['priority'];
  /** Where it is always one and not the other. */
  readonly by?: 'hospital';
  /** Where it is found at the hospital: what they were referred with, before there was a diagnosis. */
  readonly as?: CodedText;
  readonly operation?: OperationName;
  /** Of those who are referred. */
  readonly operated?: number;
  /** The same on the other side, a year or more later: of those who were operated. */
  readonly otherSide?: number;
  /** They are referred within so many years of the diagnosis; otherwise at once. */
  readonly within?: number;
  /** Days between follow-ups, and how many there are at most. */
  readonly every?: number;
  readonly visits?: number;
  /** Day cases again and again: of how many, every so many days, so often. */
  readonly series?: readonly [OperationName, share: number, every: number, times: number];
}

/** Asked after once or twice, then left to the practice. */
const found = { every: 120, visits: 1 };
/** For as long as it lasts. */
const kept = (every: number, visits = 40) => ({ every, visits });
const cancer = (
  to: Specialty,
  as: string,
  operation: OperationName | undefined,
  operated: number,
  chemotherapy: number,
): ConditionPath => ({
  to,
  share: 0.97,
  priority: 'two-week-wait',
  as: uncoded(`Suspected ${as}`),
  ...(operation && { operation, operated }),
  ...kept(170, 10),
  series: ['chemotherapy', chemotherapy, 18, 16],
});

const surgery = (to: Specialty, share: number, operation: OperationName, operated: number): ConditionPath => ({
  to,
  share,
  operation,
  operated,
});

export const conditionPaths: Readonly<Record<string, ConditionPath>> = {
  'breast-cancer': {
    ...cancer('breast', 'breast cancer', 'breast', 0.8, 0.4),
    as: snomed('134405005', 'Suspected breast cancer'),
  },
  'prostate-cancer': cancer('urology', 'prostate cancer', 'prostatectomy', 0.2, 0.12),
  'bowel-cancer': cancer('colorectal', 'bowel cancer', 'bowel', 0.65, 0.4),
  'lung-cancer': cancer('respiratory', 'lung cancer', 'lung', 0.18, 0.4),
  melanoma: cancer('dermatology', 'skin cancer', 'melanoma', 0.95, 0.08),
  'bladder-cancer': cancer('urology', 'bladder cancer', 'bladder', 0.9, 0.2),
  'kidney-cancer': cancer('urology', 'kidney cancer', 'kidney', 0.6, 0.2),
  'endometrial-cancer': cancer('gynaecology', 'cancer of the womb', 'womb', 0.9, 0.2),
  'cervical-cancer': cancer('gynaecology', 'cervical cancer', 'womb', 0.4, 0.3),
  'ovarian-cancer': cancer('gynaecology', 'ovarian cancer', 'womb', 0.7, 0.7),
  'testicular-cancer': cancer('urology', 'testicular cancer', 'testis', 0.97, 0.3),
  'thyroid-cancer': cancer('ent', 'thyroid cancer', 'thyroid', 0.9, 0),
  'head-and-neck-cancer': cancer('ent', 'head and neck cancer', 'neck', 0.5, 0.4),
  'non-hodgkin-lymphoma': cancer('haematology', 'lymphoma', undefined, 0, 0.65),
  'hodgkin-lymphoma': cancer('haematology', 'lymphoma', undefined, 0, 0.9),
  'chronic-lymphocytic-leukaemia': cancer('haematology', 'leukaemia', undefined, 0, 0.25),
  'acute-lymphoblastic-leukaemia': cancer('haematology', 'leukaemia', undefined, 0, 0.98),
  'acute-myeloid-leukaemia': cancer('haematology', 'leukaemia', undefined, 0, 0.5),
  myeloma: cancer('haematology', 'myeloma', undefined, 0, 0.6),
  'pancreatic-cancer': cancer('gastroenterology', 'pancreatic cancer', undefined, 0, 0.3),
  'oesophageal-cancer': cancer('gastroenterology', 'oesophageal cancer', 'gastroscopy', 0.9, 0.35),
  'stomach-cancer': cancer('gastroenterology', 'stomach cancer', 'gastroscopy', 0.9, 0.3),
  'liver-cancer': cancer('gastroenterology', 'liver cancer', undefined, 0, 0.1),
  'brain-cancer': cancer('neurosurgery', 'brain tumour', 'brain', 0.5, 0.4),
  mesothelioma: cancer('respiratory', 'lung cancer', 'bronchoscopy', 0.4, 0.3),
  'basal-cell-carcinoma': { to: 'dermatology', share: 0.9, as: uncoded('Skin lesion'), operation: 'skinExcision', operated: 0.85 },
  // Heart and vessels.
  angina: { to: 'cardiology', share: 0.8, priority: 'urgent', operation: 'angiography', operated: 0.6, ...found },
  'coronary-heart-disease': {
    to: 'cardiology',
    share: 0.75,
    priority: 'urgent',
    operation: 'stent',
    operated: 0.6,
    ...kept(360, 3),
  },
  'atrial-fibrillation': { to: 'cardiology', share: 0.55, operation: 'cardioversion', operated: 0.18, ...found },
  'valvular-heart-disease': { to: 'cardiology', share: 0.9, operation: 'valve', operated: 0.08, ...kept(365) },
  'heart-failure': { to: 'cardiology', share: 0.8, priority: 'urgent', operation: 'pacemaker', operated: 0.5, ...kept(170, 8) },
  'transient-ischaemic-attack': { to: 'stroke', share: 0.9, priority: 'urgent', ...found },
  'peripheral-arterial-disease': { to: 'vascular', share: 0.6, ...found },
  'abdominal-aortic-aneurysm': { to: 'vascular', share: 0.95, ...kept(300) },
  'varicose-veins': surgery('vascular', 0.25, 'veins', 0.6),
  'familial-hypercholesterolaemia': { to: 'cardiology', share: 0.7, ...found },
  // Metabolism, kidneys and blood.
  'type-1-diabetes': { to: 'diabetes', share: 0.97, priority: 'urgent', ...kept(180) },
  'type-2-diabetes': { to: 'diabetes', share: 0.2, ...kept(200, 6) },
  'diabetic-retinopathy': { to: 'ophthalmology', share: 0.4, ...kept(240, 12), series: ['eyeInjection', 0.15, 56, 14] },
  'chronic-kidney-disease-3': { to: 'nephrology', share: 0.1, ...found },
  'chronic-kidney-disease-4': { to: 'nephrology', share: 0.8, ...kept(150) },
  'chronic-kidney-disease-5': {
    to: 'nephrology',
    share: 0.98,
    priority: 'urgent',
    operation: 'dialysisAccess',
    operated: 0.5,
    ...kept(60),
  },
  hyperthyroidism: { to: 'endocrinology', share: 0.9, priority: 'urgent', operation: 'thyroid', operated: 0.06, ...kept(120, 6) },
  'iron-deficiency-anaemia': {
    to: 'gastroenterology',
    share: 0.3,
    priority: 'urgent',
    operation: 'gastroscopy',
    operated: 0.8,
    series: ['ironInfusion', 0.3, 10, 2],
  },
  // Breathing, joints and bones.
  asthma: { to: 'respiratory', share: 0.08, ...kept(240, 5) },
  copd: { to: 'respiratory', share: 0.3, ...kept(240, 6) },
  bronchiectasis: { to: 'respiratory', share: 0.9, as: uncoded('Persistent cough with phlegm'), ...kept(240) },
  'pulmonary-fibrosis': { to: 'respiratory', share: 0.97, priority: 'urgent', as: uncoded('Breathlessness'), ...kept(120) },
  'sleep-apnoea': { to: 'respiratory', share: 0.97, as: uncoded('Snoring and daytime sleepiness'), ...kept(365) },
  osteoarthritis: { to: 'orthopaedics', share: 0.75, operation: 'hip', operated: 0.7, otherSide: 0.35, within: 9 },
  'rheumatoid-arthritis': {
    to: 'rheumatology',
    share: 0.97,
    priority: 'urgent',
    as: uncoded('Swollen painful joints'),
    ...kept(170),
    series: ['infusion', 0.2, 56, 20],
  },
  'ankylosing-spondylitis': { to: 'rheumatology', share: 0.95, as: uncoded('Back pain and stiffness'), ...kept(300) },
  'polymyalgia-rheumatica': { to: 'rheumatology', share: 0.25, ...found },
  osteoporosis: { to: 'rheumatology', share: 0.25, ...found, series: ['boneInfusion', 0.4, 365, 5] },
  gout: { to: 'rheumatology', share: 0.06, ...found },
  fibromyalgia: { to: 'rheumatology', share: 0.5, as: uncoded('Widespread pain'), ...found },
  'shoulder-pain': { to: 'orthopaedics', share: 0.05, operation: 'jointInjection', operated: 0.3 },
  'knee-pain': { to: 'orthopaedics', share: 0.06, operation: 'arthroscopy', operated: 0.2 },
  sciatica: { to: 'neurosurgery', share: 0.06, operation: 'spinalInjection', operated: 0.3 },
  'wrist-fracture': { to: 'orthopaedics', share: 0.95, by: 'hospital', priority: 'urgent', every: 28, visits: 1 },
  'ankle-fracture': { to: 'orthopaedics', share: 0.95, by: 'hospital', priority: 'urgent', every: 28, visits: 2 },
  'hip-fracture': { to: 'orthopaedics', share: 0.6, by: 'hospital', priority: 'urgent' },
  'low-back-pain': { to: 'pain', share: 0.12, ...found, series: ['spinalInjection', 0.5, 210, 5] },
  'carpal-tunnel-syndrome': { ...surgery('orthopaedics', 0.8, 'carpalTunnel', 0.8), otherSide: 0.2, within: 3 },
  // Gut.
  'coeliac-disease': {
    to: 'gastroenterology',
    share: 0.9,
    as: uncoded('Positive coeliac antibodies'),
    operation: 'gastroscopy',
    operated: 0.8,
    ...found,
  },
  'ulcerative-colitis': {
    to: 'gastroenterology',
    share: 0.97,
    priority: 'urgent',
    as: uncoded('Diarrhoea with blood'),
    operation: 'colonoscopy',
    operated: 0.9,
    ...kept(240),
    series: ['infusion', 0.1, 56, 12],
  },
  'crohns-disease': {
    to: 'gastroenterology',
    share: 0.97,
    priority: 'urgent',
    as: uncoded('Diarrhoea and weight loss'),
    operation: 'colonoscopy',
    operated: 0.9,
    ...kept(200),
    series: ['infusion', 0.25, 56, 18],
  },
  'irritable-bowel-syndrome': { to: 'gastroenterology', share: 0.08, operation: 'colonoscopy', operated: 0.4 },
  'gastro-oesophageal-reflux': { to: 'gastroenterology', share: 0.1, operation: 'gastroscopy', operated: 0.9 },
  'diverticular-disease': { to: 'colorectal', share: 0.3, operation: 'colonoscopy', operated: 0.7 },
  cirrhosis: { to: 'gastroenterology', share: 0.97, priority: 'urgent', operation: 'gastroscopy', operated: 0.6, ...kept(180) },
  gallstones: surgery('generalSurgery', 0.9, 'gallbladder', 0.92),
  'inguinal-hernia': { ...surgery('generalSurgery', 0.8, 'hernia', 0.85), otherSide: 0.08 },
  haemorrhoids: surgery('colorectal', 0.08, 'haemorrhoids', 0.5),
  // Water works and women's health.
  'prostate-enlargement': { to: 'urology', share: 0.2, operation: 'prostate', operated: 0.25, ...found },
  'overactive-bladder': { to: 'urology', share: 0.15, operation: 'cystoscopy', operated: 0.5, ...found },
  'kidney-stone': surgery('urology', 0.5, 'stone', 0.3),
  endometriosis: { to: 'gynaecology', share: 0.95, as: uncoded('Painful periods'), operation: 'laparoscopy', operated: 0.7, ...found },
  'polycystic-ovary-syndrome': { to: 'gynaecology', share: 0.15, ...found },
  'heavy-menstrual-bleeding': surgery('gynaecology', 0.3, 'womb', 0.35),
  fibroids: surgery('gynaecology', 0.7, 'womb', 0.35),
  'uterovaginal-prolapse': surgery('gynaecology', 0.45, 'womb', 0.5),
  'urinary-incontinence': { to: 'gynaecology', share: 0.12, ...found },
  // Skin, eyes and ears.
  eczema: { to: 'dermatology', share: 0.06, ...kept(120, 3) },
  psoriasis: { to: 'dermatology', share: 0.25, ...kept(150, 6) },
  acne: { to: 'dermatology', share: 0.1, ...kept(90, 3) },
  'actinic-keratosis': { to: 'dermatology', share: 0.12 },
  cataract: { ...surgery('ophthalmology', 0.95, 'cataract', 0.97), otherSide: 0.85, within: 3 },
  glaucoma: {
    to: 'ophthalmology',
    share: 0.97,
    as: uncoded('Raised pressure in the eye'),
    operation: 'glaucomaLaser',
    operated: 0.15,
    ...kept(210),
  },
  'macular-degeneration': {
    to: 'ophthalmology',
    share: 0.8,
    priority: 'urgent',
    as: uncoded('Distorted vision'),
    ...kept(150, 20),
    series: ['eyeInjection', 0.6, 56, 24],
  },
  'hearing-loss': { to: 'ent', share: 0.3 },
  tinnitus: { to: 'ent', share: 0.25 },
  // Nerves and mind.
  epilepsy: { to: 'neurology', share: 0.95, priority: 'urgent', as: uncoded('Blackout'), ...kept(330) },
  migraine: { to: 'neurology', share: 0.1, ...found },
  'parkinsons-disease': { to: 'neurology', share: 0.97, as: uncoded('Tremor and slowness'), ...kept(180) },
  'multiple-sclerosis': {
    to: 'neurology',
    share: 0.98,
    priority: 'urgent',
    as: uncoded('Numbness and unsteadiness'),
    ...kept(240),
    series: ['infusion', 0.3, 180, 16],
  },
  dementia: { to: 'elderly', share: 0.9, as: uncoded('Memory loss'), ...found },
  'mild-cognitive-impairment': { to: 'elderly', share: 0.7, as: uncoded('Memory loss'), ...kept(300, 2) },
  autism: { to: 'childPsychiatry', share: 0.6, as: uncoded('Question of autism'), ...found },
  'motor-neurone-disease': { to: 'neurology', share: 0.97, priority: 'urgent', as: uncoded('Weakness'), ...kept(60) },
  'congenital-heart-disease': { to: 'cardiology', share: 0.98, priority: 'urgent', as: uncoded('Heart murmur'), ...kept(180) },
  adhd: { to: 'childPsychiatry', share: 0.9, as: uncoded('Question of attention deficit'), ...kept(180, 10) },
  'cerebral-palsy': { to: 'neurology', share: 0.98, as: uncoded('Delayed movement'), ...kept(180, 20) },
  schizophrenia: { to: 'psychiatry', share: 0.95, priority: 'urgent', as: uncoded('Hearing voices'), ...kept(120) },
  'bipolar-disorder': { to: 'psychiatry', share: 0.9, priority: 'urgent', as: uncoded('Low and high mood'), ...kept(150) },
  'eating-disorder': { to: 'psychiatry', share: 0.7, priority: 'urgent', ...kept(60, 12) },
  'obsessive-compulsive-disorder': { to: 'psychiatry', share: 0.3, ...kept(120, 4) },
};
