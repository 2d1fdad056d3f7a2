/** Illnesses by what they show in measurements: a few sorts show the same. */
export type Sign =
  | 'hypertension'
  | 'type-1-diabetes'
  | 'type-2-diabetes'
  | 'gestational-diabetes'
  | 'prediabetes'
  | 'kidney-disease'
  | 'hypothyroidism'
  | 'hyperthyroidism'
  | 'heart-failure'
  | 'atrial-fibrillation'
  | 'vessels'
  | 'copd'
  | 'asthma'
  | 'iron-deficiency'
  | 'b12-deficiency'
  | 'coeliac'
  | 'bowel-inflammation'
  | 'inflammation'
  | 'rheumatoid'
  | 'gout'
  | 'liver'
  | 'alcohol'
  | 'cholesterol'
  | 'vitamin-d'
  | 'prostate-cancer'
  | 'prostate'
  | 'breast-cancer'
  | 'bowel-cancer'
  | 'ovarian-cancer'
  | 'osteoporosis'
  | 'pre-eclampsia'
  | 'depression'
  | 'anxiety'
  | 'dementia'
  | 'frailty'
  | 'aneurysm'
  | 'retinopathy'
  | 'leukaemia';

const sorts: Readonly<Record<Sign, readonly string[]>> = {
  hypertension: ['hypertension'],
  'type-1-diabetes': ['type-1-diabetes'],
  'type-2-diabetes': ['type-2-diabetes'],
  'gestational-diabetes': ['gestational-diabetes'],
  prediabetes: ['non-diabetic-hyperglycaemia'],
  'kidney-disease': ['chronic-kidney-disease-3', 'chronic-kidney-disease-4', 'chronic-kidney-disease-5'],
  hypothyroidism: ['hypothyroidism'],
  hyperthyroidism: ['hyperthyroidism'],
  'heart-failure': ['heart-failure'],
  'atrial-fibrillation': ['atrial-fibrillation'],
  vessels: [
    'coronary-heart-disease',
    'angina',
    'myocardial-infarction',
    'stroke',
    'transient-ischaemic-attack',
    'peripheral-arterial-disease',
  ],
  copd: ['copd'],
  asthma: ['asthma'],
  'iron-deficiency': ['iron-deficiency-anaemia'],
  'b12-deficiency': ['pernicious-anaemia'],
  coeliac: ['coeliac-disease'],
  'bowel-inflammation': ['crohns-disease', 'ulcerative-colitis'],
  inflammation: ['rheumatoid-arthritis', 'polymyalgia-rheumatica', 'ankylosing-spondylitis'],
  rheumatoid: ['rheumatoid-arthritis'],
  gout: ['gout'],
  liver: ['fatty-liver-disease', 'cirrhosis'],
  alcohol: ['alcohol-dependence'],
  cholesterol: ['high-cholesterol', 'familial-hypercholesterolaemia'],
  'vitamin-d': ['vitamin-d-deficiency'],
  'prostate-cancer': ['prostate-cancer'],
  prostate: ['prostate-enlargement'],
  'breast-cancer': ['breast-cancer'],
  'bowel-cancer': ['bowel-cancer'],
  'ovarian-cancer': ['ovarian-cancer'],
  osteoporosis: ['osteoporosis'],
  'pre-eclampsia': ['pre-eclampsia', 'gestational-hypertension'],
  depression: ['depression', 'mixed-anxiety-and-depression', 'postnatal-depression'],
  anxiety: ['anxiety-disorder', 'mixed-anxiety-and-depression'],
  dementia: ['dementia'],
  frailty: ['frailty'],
  aneurysm: ['abdominal-aortic-aneurysm'],
  retinopathy: ['diabetic-retinopathy'],
  leukaemia: ['chronic-lymphocytic-leukaemia'],
};

const none: readonly Sign[] = [];
const bySort: ReadonlyMap<string, readonly Sign[]> = signsBySort();

function signsBySort(): Map<string, readonly Sign[]> {
  const found = new Map<string, readonly Sign[]>();
  const signs: readonly Sign[] = Object.keys(sorts).filter((name): name is Sign => name in sorts);
  for (const sign of signs) for (const sort of sorts[sign]) found.set(sort, [...(found.get(sort) ?? none), sign]);
  return found;
}

export const signsOf = (illness: string): readonly Sign[] => bySort.get(illness) ?? none;
