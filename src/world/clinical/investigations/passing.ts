/** What is looked at in illnesses that pass, in what share of them, and what images of an illness show. */
import type { Passing } from './illness.ts';

const fever = { measured: 0.75, ill: 0.45, measures: ['temperature', 'pulse'], panels: [] } as const satisfies Passing;
const chest: Passing = {
  measured: 0.8,
  ill: 0.5,
  measures: ['temperature', 'pulse', 'respiratory-rate', 'oxygen-saturation'],
  panels: [
    ['chest-x-ray', 0.1],
    ['inflammation', 0.07],
  ],
};
const waterworks: Passing = {
  measured: 0.4,
  ill: 0.35,
  measures: ['temperature', 'pulse'],
  panels: [
    ['urinalysis', 0.75],
    ['urine-culture', 0.35],
  ],
};

export const passing: Readonly<Record<string, Passing>> = {
  'chest-infection': chest,
  'lower-respiratory-tract-infection': chest,
  pneumonia: {
    ...chest,
    ill: 0.9,
    panels: [
      ['chest-x-ray', 0.8],
      ['full-blood-count', 0.6],
      ['inflammation', 0.6],
    ],
  },
  'upper-respiratory-tract-infection': { ...fever, ill: 0.25, measured: 0.5 },
  'urinary-tract-infection': waterworks,
  tonsillitis: { ...fever, panels: [['throat-swab', 0.04]] },
  'otitis-media': { ...fever, measures: ['temperature'] },
  gastroenteritis: { ...fever, ill: 0.3, panels: [['stool-culture', 0.12]] },
  cellulitis: { ...fever, ill: 0.35, panels: [['full-blood-count', 0.08]] },
  croup: { ...chest, panels: [] },
  bronchiolitis: { ...chest, panels: [] },
  'glandular-fever': {
    ...fever,
    panels: [
      ['full-blood-count', 0.7],
      ['liver-function', 0.5],
    ],
  },
  'iron-deficiency-anaemia': { measured: 0, ill: 0, measures: [], panels: [] },
};

const shown: Readonly<Record<string, string>> = {
  pneumonia: 'Consolidation in the lower zone of one lung, in keeping with infection.',
  copd: 'Over-inflated lungs, in keeping with chronic obstructive pulmonary disease. No mass.',
  'pulmonary-fibrosis': 'Reticular shadowing at both bases, in keeping with fibrosis.',
  bronchiectasis: 'Dilated airways in the lower lobes, in keeping with bronchiectasis.',
  'heart-failure': 'Enlarged heart with impaired function of the left ventricle.',
  'valvular-heart-disease': 'Calcified aortic valve with moderate stenosis. Left ventricle of normal function.',
  'lung-cancer': 'Suspicious mass in one lung. Urgent referral advised.',
  'ovarian-cancer': 'Complex mass of one ovary. Urgent referral advised.',
  gallstones: 'Several stones in the gallbladder. Bile duct not dilated.',
  'fatty-liver-disease': 'Bright liver, in keeping with fatty change.',
  cirrhosis: 'Coarse liver with an irregular edge, in keeping with cirrhosis.',
  osteoarthritis: 'Narrowed joint space with bony spurs, in keeping with osteoarthritis.',
  fibroids: 'Enlarged womb with fibroids. Ovaries normal.',
  endometriosis: 'Cyst of one ovary, in keeping with endometriosis.',
  'polycystic-ovary-syndrome': 'Both ovaries enlarged with many small follicles.',
  dementia: 'Shrinkage of the brain and changes of small vessels. No bleeding or mass.',
  stroke: 'Established infarct. No bleeding.',
  'kidney-stone': 'Stone in one ureter with mild dilatation above it.',
  fracture: 'Fracture seen.',
};

export const showsOf = (illness: string): string | undefined =>
  shown[illness] ?? (illness.includes('fracture') ? shown['fracture'] : undefined);
