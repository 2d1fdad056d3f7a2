/**
 * What people die of, by age, and what stands in their record before: so that a death has a cause. Weights follow the shares of causes among
 * the deaths of England and Wales, in hundreds of deaths at each age; the rest die of what no record foretells.
 */
import { snomed, uncoded } from '../coded.ts';
import type { Illness, IllnessGroup, SpecialtyName } from '../health.ts';
import type { FromTo } from './lasting-sort.ts';

/** First ages of the bands that weights are given for. */
export const deathBands = [0, 1, 15, 30, 45, 55, 65, 75, 85] as const;

export interface CauseOfDeath {
  readonly women: readonly number[];
  readonly men: readonly number[];
  /** Odds for those who ever smoked, and for those who drink a lot. */
  readonly smoking?: number;
  readonly alcohol?: number;
  /** Sorts that make it likelier. */
  readonly after?: readonly string[];
  /** In the order of time: sorts of the tables, or of `onlyFatal`, in so many of a hundred, begun so many years before. */
  readonly course: readonly Step[];
  /** In a hundred, those who are on the register of palliative care before. */
  readonly palliative: number;
}

export interface Step {
  readonly sort: string;
  readonly percent: number;
  readonly years: FromTo;
  /** Only of those who drink. */
  readonly drinkers?: true;
}

const fatal = (
  sort: string,
  what: string | Illness['what'],
  group: IllnessGroup,
  specialty: SpecialtyName,
  { isEmergency = false, isLasting = true } = {},
): Illness => ({ sort, what: typeof what === 'string' ? uncoded(what) : what, group, specialty, isEmergency, isLasting, isMajor: true });

/** Sorts that the other tables have no row for, since hardly anybody outlives them. */
export const onlyFatal: readonly Illness[] = [
  fatal(
    'pancreatic-cancer',
    snomed('363418001', 'Malignant tumor of pancreas (disorder)', 'Malignant tumour of pancreas'),
    'cancer',
    'gastroenterology',
  ),
  fatal('oesophageal-cancer', 'Malignant tumour of oesophagus', 'cancer', 'gastroenterology'),
  fatal('stomach-cancer', 'Malignant tumour of stomach', 'cancer', 'gastroenterology'),
  fatal('liver-cancer', 'Malignant tumour of liver', 'cancer', 'gastroenterology'),
  fatal('brain-cancer', 'Malignant tumour of brain', 'cancer', 'neurology'),
  fatal('acute-myeloid-leukaemia', 'Acute myeloid leukaemia', 'cancer', 'haematology'),
  fatal('myeloma', 'Multiple myeloma', 'cancer', 'haematology'),
  fatal('mesothelioma', 'Mesothelioma of pleura', 'cancer', 'respiratory-medicine'),
  fatal('metastatic-cancer', snomed('128462008', 'Metastatic malignant neoplasm (disorder)', 'Metastatic cancer'), 'cancer', 'oncology'),
  fatal('motor-neurone-disease', 'Motor neurone disease', 'nerves', 'neurology'),
  fatal('congenital-heart-disease', 'Congenital heart disease', 'heart-and-vessels', 'paediatrics'),
  fatal('aspiration-pneumonia', 'Aspiration pneumonia', 'lungs', 'general-medicine', { isEmergency: true, isLasting: false }),
  fatal('sepsis', 'Sepsis', 'infection', 'general-medicine', { isEmergency: true, isLasting: false }),
  fatal(
    'palliative-care',
    snomed('526631000000108', 'On end of life care register', 'On palliative care register'),
    'end-of-life',
    'palliative-medicine',
  ),
];

const last: FromTo = [0.003, 0.05];

export const causesOfDeath: readonly CauseOfDeath[] = [
  {
    // Lung cancer.
    women: [0, 0, 0.5, 3, 8, 13, 13, 7, 2],
    men: [0, 0, 0.5, 2, 6, 11, 13, 8.5, 3.5],
    smoking: 9,
    course: [
      { sort: 'lung-cancer', percent: 100, years: [0.15, 2.2] },
      { sort: 'metastatic-cancer', percent: 55, years: [0.05, 0.14] },
    ],
    palliative: 75,
  },
  {
    // Bowel cancer.
    women: [0, 0, 1, 4, 5.5, 5, 4.5, 3.5, 2.2],
    men: [0, 0, 1, 3, 4, 5, 5, 4, 2.8],
    course: [
      { sort: 'bowel-cancer', percent: 100, years: [0.5, 5] },
      { sort: 'metastatic-cancer', percent: 70, years: [0.1, 0.49] },
    ],
    palliative: 75,
  },
  {
    // Breast cancer.
    women: [0, 0, 1, 10, 12, 8.5, 6, 4, 2.6],
    men: [],
    course: [
      { sort: 'breast-cancer', percent: 100, years: [1, 12] },
      { sort: 'metastatic-cancer', percent: 80, years: [0.2, 0.95] },
    ],
    palliative: 75,
  },
  {
    // Prostate cancer.
    women: [],
    men: [0, 0, 0, 0, 0.6, 2.5, 5, 6.5, 6.5],
    course: [
      { sort: 'prostate-cancer', percent: 100, years: [1.5, 12] },
      { sort: 'metastatic-cancer', percent: 75, years: [0.2, 1.4] },
    ],
    palliative: 70,
  },
  {
    // Pancreatic cancer.
    women: [0, 0, 0, 1, 2.5, 4, 4, 3, 1.3],
    men: [0, 0, 0, 1, 2.5, 3.7, 3.7, 2.6, 1.1],
    smoking: 1.6,
    course: [{ sort: 'pancreatic-cancer', percent: 100, years: [0.1, 1.2] }],
    palliative: 80,
  },
  {
    // Oesophageal cancer.
    women: [0, 0, 0.2, 1, 1.5, 2, 2, 1.6, 1],
    men: [0, 0, 0.2, 1.4, 3, 4.5, 4.2, 2.8, 1.5],
    smoking: 1.8,
    course: [{ sort: 'oesophageal-cancer', percent: 100, years: [0.2, 2] }],
    palliative: 80,
  },
  {
    // Stomach cancer.
    women: [0, 0, 0.3, 0.8, 1, 1, 1, 0.8, 0.6],
    men: [0, 0, 0.2, 0.7, 1.1, 1.4, 1.4, 1.3, 0.9],
    course: [{ sort: 'stomach-cancer', percent: 100, years: [0.2, 2] }],
    palliative: 78,
  },
  {
    // Ovarian cancer.
    women: [0, 0, 1, 2.5, 4, 5, 4.3, 2.6, 1],
    men: [],
    course: [
      { sort: 'ovarian-cancer', percent: 100, years: [0.5, 5] },
      { sort: 'metastatic-cancer', percent: 50, years: [0.1, 0.49] },
    ],
    palliative: 78,
  },
  {
    // Bladder or kidney cancer.
    women: [0, 0.5, 0.2, 0.7, 1, 1.5, 1.7, 1.6, 1.1],
    men: [0, 0.5, 0.2, 1, 1.6, 2.4, 2.8, 2.8, 2.4],
    smoking: 2.4,
    course: [
      { sort: 'kidney-cancer', percent: 50, years: [0.4, 5] },
      { sort: 'bladder-cancer', percent: 60, years: [0.4, 5] },
    ],
    palliative: 72,
  },
  {
    // Brain tumour.
    women: [1, 9, 3, 4, 3.5, 3, 1.8, 0.8, 0.2],
    men: [1, 9, 3, 3.5, 3.2, 3, 2, 1, 0.3],
    course: [{ sort: 'brain-cancer', percent: 100, years: [0.2, 2.5] }],
    palliative: 80,
  },
  {
    // Leukaemia.
    women: [1, 7, 3, 1.8, 1.3, 1.4, 1.4, 1.2, 0.7],
    men: [1, 7, 3, 1.8, 1.3, 1.5, 1.6, 1.5, 1],
    course: [
      { sort: 'acute-myeloid-leukaemia', percent: 70, years: [0.1, 1.4] },
      { sort: 'chronic-lymphocytic-leukaemia', percent: 45, years: [2, 12] },
    ],
    palliative: 60,
  },
  {
    // Lymphoma.
    women: [0, 0.5, 1, 1.2, 1.3, 1.4, 1.6, 1.6, 0.9],
    men: [0, 0.5, 1, 1.2, 1.3, 1.4, 1.7, 1.7, 1.2],
    course: [{ sort: 'non-hodgkin-lymphoma', percent: 100, years: [0.4, 5] }],
    palliative: 60,
  },
  {
    // Myeloma.
    women: [0, 0, 0, 0.3, 0.7, 1.2, 1.4, 1.1, 0.5],
    men: [0, 0, 0, 0.3, 0.7, 1.2, 1.4, 1.2, 0.7],
    course: [{ sort: 'myeloma', percent: 100, years: [0.8, 7] }],
    palliative: 70,
  },
  {
    // Liver cancer or mesothelioma.
    women: [0, 0.3, 0.3, 0.6, 1, 1.3, 1.4, 1, 0.5],
    men: [0, 0.3, 0.3, 0.7, 1.6, 2.8, 3, 2.2, 0.9],
    alcohol: 1.5,
    course: [
      { sort: 'liver-cancer', percent: 75, years: [0.2, 1.5] },
      { sort: 'mesothelioma', percent: 30, years: [0.3, 1.8] },
    ],
    palliative: 75,
  },
  {
    // Melanoma.
    women: [0, 0, 0.5, 1, 1, 0.8, 0.6, 0.4, 0.2],
    men: [0, 0, 0.4, 0.8, 0.9, 0.9, 0.8, 0.6, 0.3],
    course: [
      { sort: 'melanoma', percent: 100, years: [0.8, 7] },
      { sort: 'metastatic-cancer', percent: 85, years: [0.15, 0.75] },
    ],
    palliative: 75,
  },
  {
    // Heart attack.
    women: [0, 0, 1, 3, 5, 6, 7, 7.5, 8],
    men: [0, 0, 2, 9, 17, 17, 15, 14, 13],
    smoking: 1.5,
    after: ['coronary-heart-disease', 'type-2-diabetes'],
    course: [
      { sort: 'coronary-heart-disease', percent: 62, years: [0.5, 14] },
      { sort: 'myocardial-infarction', percent: 85, years: last },
    ],
    palliative: 6,
  },
  {
    // Heart failure.
    women: [0.5, 1, 1, 1.5, 1.5, 2, 3, 5, 8],
    men: [0.5, 1, 1, 2, 2.5, 3, 4, 5.5, 7],
    after: ['heart-failure', 'atrial-fibrillation', 'valvular-heart-disease', 'coronary-heart-disease'],
    course: [{ sort: 'heart-failure', percent: 100, years: [0.3, 7] }],
    palliative: 40,
  },
  {
    // Stroke.
    women: [0, 1, 1.5, 4, 4, 3.5, 4, 6, 7.5],
    men: [0, 1, 1.5, 3.5, 4, 3.5, 4, 5.5, 6],
    after: ['stroke', 'atrial-fibrillation', 'transient-ischaemic-attack'],
    course: [{ sort: 'stroke', percent: 100, years: [0.005, 2] }],
    palliative: 30,
  },
  {
    // COPD.
    women: [0, 0, 0.3, 1, 3, 6.5, 8.5, 6.5, 2.8],
    men: [0, 0, 0.3, 0.8, 2.5, 5.5, 7.5, 6.5, 3.6],
    smoking: 9,
    after: ['copd'],
    course: [
      { sort: 'copd', percent: 100, years: [1, 15] },
      { sort: 'pneumonia', percent: 55, years: last },
    ],
    palliative: 45,
  },
  {
    // Pulmonary fibrosis.
    women: [0, 0, 0, 0.3, 0.6, 1, 1.5, 1.3, 0.6],
    men: [0, 0, 0, 0.3, 0.7, 1.2, 1.8, 1.9, 1.1],
    course: [{ sort: 'pulmonary-fibrosis', percent: 100, years: [0.5, 5] }],
    palliative: 50,
  },
  {
    // Dementia.
    women: [0, 0, 0, 0, 0.3, 1.2, 4, 14, 27],
    men: [0, 0, 0, 0, 0.3, 1, 3, 9, 18],
    after: ['dementia', 'frailty'],
    course: [
      { sort: 'dementia', percent: 100, years: [0.8, 8] },
      { sort: 'aspiration-pneumonia', percent: 35, years: last },
    ],
    palliative: 55,
  },
  {
    // Parkinson's disease.
    women: [0, 0, 0, 0, 0.1, 0.3, 0.8, 1.5, 1],
    men: [0, 0, 0, 0, 0.1, 0.4, 1.2, 2.3, 1.9],
    after: ['parkinsons-disease'],
    course: [
      { sort: 'parkinsons-disease', percent: 100, years: [3, 14] },
      { sort: 'aspiration-pneumonia', percent: 50, years: last },
    ],
    palliative: 50,
  },
  {
    // Motor neurone disease.
    women: [0, 0, 0.1, 0.5, 0.8, 1, 0.8, 0.3, 0.1],
    men: [0, 0, 0.1, 0.5, 0.8, 1, 0.8, 0.4, 0.1],
    course: [{ sort: 'motor-neurone-disease', percent: 100, years: [0.6, 4] }],
    palliative: 80,
  },
  {
    // Pneumonia.
    women: [2, 4, 2, 2.5, 2.5, 2.5, 3, 4.5, 7.5],
    men: [2, 4, 2, 2.5, 2.5, 2.5, 3, 4.8, 8],
    after: ['frailty', 'copd', 'learning-disability'],
    course: [{ sort: 'pneumonia', percent: 100, years: last }],
    palliative: 12,
  },
  {
    // Liver disease.
    women: [0, 0, 2, 11, 11, 6, 2.5, 1, 0.3],
    men: [0, 0, 2, 10, 11, 6.5, 2.8, 1, 0.3],
    alcohol: 7,
    after: ['cirrhosis', 'alcohol-dependence'],
    course: [
      { sort: 'alcohol-dependence', percent: 55, years: [4, 15], drinkers: true },
      { sort: 'cirrhosis', percent: 100, years: [0.3, 6] },
    ],
    palliative: 35,
  },
  {
    // Sepsis or kidney infection.
    women: [18, 4, 2, 2, 2, 2, 2.3, 3, 4],
    men: [18, 4, 2, 2, 2, 2, 2.3, 3, 3.8],
    after: ['frailty', 'chronic-kidney-disease-3', 'type-2-diabetes'],
    course: [{ sort: 'sepsis', percent: 100, years: [0.003, 0.03] }],
    palliative: 10,
  },
  {
    // Hip fracture.
    women: [0, 0, 0, 0, 0, 0.2, 0.8, 2, 4.5],
    men: [0, 0, 0, 0, 0, 0.2, 0.7, 1.6, 3.4],
    after: ['osteoporosis', 'frailty'],
    course: [{ sort: 'hip-fracture', percent: 100, years: [0.02, 0.2] }],
    palliative: 15,
  },
  {
    // Old age.
    women: [0, 0, 0, 0, 0, 0, 0, 1, 9],
    men: [0, 0, 0, 0, 0, 0, 0, 0.8, 6],
    after: ['frailty'],
    course: [{ sort: 'frailty', percent: 100, years: [0.8, 6] }],
    palliative: 45,
  },
  {
    // What a child is born with.
    women: [62, 35, 4, 1, 0.5, 0.2, 0, 0, 0],
    men: [62, 35, 3, 0.7, 0.4, 0.2, 0, 0, 0],
    course: [{ sort: 'congenital-heart-disease', percent: 100, years: [100, 120] }],
    palliative: 30,
  },
  {
    // Epilepsy.
    women: [0, 5, 4, 2, 0.8, 0.5, 0.2, 0.1, 0.1],
    men: [0, 5, 4, 2, 0.9, 0.5, 0.2, 0.1, 0.1],
    after: ['epilepsy'],
    course: [{ sort: 'epilepsy', percent: 100, years: [1, 12] }],
    palliative: 3,
  },
  {
    // What nothing foretold.
    women: [12, 28, 68, 36, 18, 9, 6, 5, 5],
    men: [12, 30, 76, 50, 24, 11, 6, 5, 5],
    course: [],
    palliative: 0,
  },
];
