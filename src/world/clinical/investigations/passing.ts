/** What is looked at in illnesses that pass, in what share of them; and which image an emergency brings. */
import type { ObservationSort } from '../observations/sorts.ts';
import type { PanelSort } from './panels.ts';

export interface Passing {
  /** In how many something is measured. */
  readonly measured: number;
  readonly ill: number;
  readonly measures: readonly ObservationSort[];
  readonly panels: readonly (readonly [PanelSort, share: number])[];
}

const fever: Passing = { measured: 0.5, ill: 0.45, measures: ['temperature', 'pulse'], panels: [] };
const chest: Passing = {
  measured: 0.7,
  ill: 0.5,
  measures: ['temperature', 'pulse', 'respiratory-rate', 'oxygen-saturation'],
  panels: [
    ['chest-x-ray', 0.1],
    ['inflammation', 0.07],
  ],
};
const pain: Passing = { measured: 0, ill: 0, measures: [], panels: [['joint-x-ray', 0.08]] };

export const passing: Readonly<Record<string, Passing>> = {
  'chest-infection': chest,
  pneumonia: {
    ...chest,
    ill: 0.8,
    panels: [
      ['chest-x-ray', 0.8],
      ['full-blood-count', 0.6],
      ['inflammation', 0.6],
    ],
  },
  bronchiolitis: { ...chest, panels: [] },
  croup: { ...chest, panels: [] },
  influenza: fever,
  'covid-19': { ...chest, measured: 0.3, panels: [['chest-x-ray', 0.03]] },
  'upper-respiratory-infection': { ...fever, ill: 0.2, measured: 0.35 },
  'post-viral-cough': { ...fever, ill: 0, measured: 0, panels: [['chest-x-ray', 0.15]] },
  'otitis-media': { ...fever, measures: ['temperature'] },
  tonsillitis: { ...fever, panels: [['throat-swab', 0.04]] },
  'scarlet-fever': { ...fever, panels: [['throat-swab', 0.2]] },
  'urinary-tract-infection': {
    measured: 0.3,
    ill: 0.35,
    measures: ['temperature', 'pulse'],
    panels: [
      ['urinalysis', 0.7],
      ['urine-culture', 0.35],
    ],
  },
  gastroenteritis: { ...fever, ill: 0.3, panels: [['stool-culture', 0.12]] },
  cellulitis: {
    ...fever,
    ill: 0.35,
    panels: [
      ['full-blood-count', 0.08],
      ['inflammation', 0.08],
    ],
  },
  diverticulitis: {
    ...fever,
    panels: [
      ['full-blood-count', 0.5],
      ['inflammation', 0.5],
    ],
  },
  syncope: {
    measured: 0.8,
    ill: 0,
    measures: ['blood-pressure', 'pulse'],
    panels: [
      ['electrocardiogram', 0.6],
      ['full-blood-count', 0.4],
    ],
  },
  constipation: {
    ...pain,
    panels: [
      ['thyroid', 0.05],
      ['bone', 0.05],
    ],
  },
  dyspepsia: {
    ...pain,
    panels: [
      ['full-blood-count', 0.3],
      ['coeliac', 0.1],
    ],
  },
  'acute-back-pain': pain,
  sciatica: { ...pain, panels: [['spine-scan', 0.12]] },
  'shoulder-pain': pain,
  'knee-pain': { ...pain, panels: [['joint-x-ray', 0.2]] },
};

/** Of emergencies. */
const images: Readonly<Record<string, PanelSort>> = {
  stroke: 'head-scan',
  'head-injury': 'head-scan',
  'wrist-fracture': 'bone-x-ray',
  'ankle-fracture': 'bone-x-ray',
  'hip-fracture': 'bone-x-ray',
  'ankle-sprain': 'bone-x-ray',
  pneumonia: 'chest-x-ray',
  'heart-failure': 'chest-x-ray',
  copd: 'chest-x-ray',
  'pulmonary-embolism': 'chest-scan',
  'myocardial-infarction': 'electrocardiogram',
  'kidney-stone': 'kidney-scan',
  appendicitis: 'abdomen-ultrasound',
};

export const imageOf = (illness: string): PanelSort | undefined => images[illness];
