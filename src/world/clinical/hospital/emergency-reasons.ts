/** What brings people to accident and emergency, by age and by what they have. */
import type { CodedText } from '../../../clinical-record.ts';
import { firstThat } from '../../first-that.ts';
import { snomed, uncoded } from '../coded.ts';
import type { OperationName } from './operations.ts';
import type { Specialty } from './specialties.ts';

export interface EmergencyReason {
  readonly reason: CodedText;
  /** Of the ward, where they are admitted. */
  readonly specialty: Specialty;
  /** How much likelier admitted than others of their age. */
  readonly gravity: number;
  /** Nights, about, for those of middle age. */
  readonly nights: number;
}

/** How often under 1, at 1–4, 5–14, 15–44, 45–64, 65–79 and from 80. */
type Weights = readonly [number, number, number, number, number, number, number];

const row = (reason: CodedText | string, specialty: Specialty, gravity: number, nights: number, weights: Weights) => ({
  reason: typeof reason === 'string' ? uncoded(reason) : reason,
  specialty,
  gravity,
  nights,
  weights,
});

const rows: readonly (EmergencyReason & { readonly weights: Weights })[] = [
  row('Fever', 'paediatrics', 1.2, 1, [26, 18, 6, 0, 0, 0, 0]),
  row('Breathing difficulty', 'paediatrics', 1.7, 1, [22, 15, 5, 0, 0, 0, 0]),
  row('Vomiting', 'paediatrics', 1, 1, [16, 9, 5, 0, 0, 0, 0]),
  row('Poor feeding', 'paediatrics', 1.3, 1, [16, 0, 0, 0, 0, 0, 0]),
  row('Rash', 'paediatrics', 0.5, 1, [8, 8, 3, 0, 0, 0, 0]),
  row('Minor head injury', 'emergency', 0.3, 1, [10, 20, 16, 8, 7, 7, 10]),
  row('Foreign body', 'emergency', 0.2, 1, [1, 6, 3, 2, 1, 0, 0]),
  row('Cut', 'emergency', 0.15, 1, [1, 12, 16, 13, 8, 4, 3]),
  row('Wrist injury', 'emergency', 0.2, 1, [0, 3, 14, 6, 5, 4, 3]),
  row('Ankle injury', 'emergency', 0.1, 1, [0, 2, 12, 9, 6, 3, 1]),
  row('Hand injury', 'emergency', 0.15, 1, [0, 3, 10, 10, 6, 3, 1]),
  row('Burn', 'emergency', 0.4, 1, [1, 4, 2, 2, 1, 1, 0]),
  row('Abdominal pain', 'generalSurgery', 1.5, 3, [0, 4, 12, 17, 14, 11, 9]),
  row('Chest pain', 'acuteMedicine', 1.4, 2, [0, 0, 2, 12, 20, 18, 12]),
  row('Breathlessness', 'acuteMedicine', 2, 6, [0, 0, 0, 5, 8, 14, 16]),
  row('Headache', 'acuteMedicine', 0.8, 1, [0, 0, 3, 7, 6, 4, 3]),
  row('Palpitations', 'acuteMedicine', 0.8, 1, [0, 0, 1, 5, 5, 5, 3]),
  row(snomed('271594007', 'Syncope (disorder)', 'Collapse'), 'acuteMedicine', 1.3, 3, [0, 0, 3, 4, 5, 8, 11]),
  row('Fall', 'elderly', 1, 8, [2, 4, 0, 0, 2, 10, 26]),
  row('Confusion', 'elderly', 2.2, 10, [0, 0, 0, 0, 1, 4, 10]),
  row('Generally unwell', 'acuteMedicine', 1.7, 7, [2, 1, 1, 3, 5, 9, 14]),
  row('Back pain', 'emergency', 0.4, 2, [0, 0, 1, 7, 7, 4, 3]),
  row('Red painful eye', 'emergency', 0.1, 1, [0, 1, 2, 5, 5, 4, 2]),
  row('Urinary retention', 'urology', 1, 2, [0, 0, 0, 0, 1, 4, 5]),
  row('Nosebleed', 'ent', 0.4, 1, [0, 1, 2, 1, 2, 4, 4]),
  row('Allergic reaction', 'acuteMedicine', 0.6, 1, [1, 3, 3, 3, 2, 1, 0]),
];

const bandOf = (age: number): number => (age < 1 ? 0 : age < 5 ? 1 : age < 15 ? 2 : age < 45 ? 3 : age < 65 ? 4 : age < 80 ? 5 : 6);

/** For each band of age, the running sum of the weights. */
const sums = Array.from({ length: 7 }, (_, band) => {
  let sum = 0;
  return rows.map(({ weights }) => (sum += weights[band] ?? 0));
});

export function emergencyReason(age: number, chance: number): EmergencyReason | undefined {
  const running = sums[bandOf(age)] ?? [];
  const at = chance * (running.at(-1) ?? 0);
  return rows[firstThat(running.length, (n) => (running[n] ?? 0) > at)];
}

/** What lasts, and now and then gets so bad that somebody needs a hospital: beside it, 100 is all else that brings people of that age. */
export const turns: Readonly<Record<string, EmergencyReason & { readonly weight: number }>> = Object.fromEntries(
  (
    [
      ['asthma', 'Acute asthma', 'respiratory', 7, 1, 2],
      ['copd', 'Worsening of chronic obstructive pulmonary disease', 'respiratory', 40, 1.9, 5],
      ['bronchiectasis', 'Worsening of bronchiectasis', 'respiratory', 20, 1.7, 6],
      ['pulmonary-fibrosis', 'Worsening breathlessness', 'respiratory', 50, 2, 8],
      ['heart-failure', 'Worsening heart failure', 'cardiology', 40, 2.1, 8],
      ['atrial-fibrillation', 'Fast atrial fibrillation', 'cardiology', 9, 1.7, 3],
      ['coronary-heart-disease', 'Chest pain', 'cardiology', 12, 1.7, 3],
      ['type-1-diabetes', 'High blood glucose and ketones', 'diabetes', 20, 2.5, 3],
      ['epilepsy', 'Seizure', 'neurology', 30, 1.2, 2],
      ['parkinsons-disease', 'Fall', 'elderly', 30, 1.5, 9],
      ['dementia', 'Confusion and fall', 'elderly', 40, 1.5, 9],
      ['frailty', 'Fall', 'elderly', 25, 1.5, 9],
      ['chronic-kidney-disease-5', 'Fluid overload', 'nephrology', 60, 2.2, 5],
      ['cirrhosis', 'Swollen abdomen', 'gastroenterology', 60, 2.2, 7],
      ['crohns-disease', 'Flare of Crohn’s disease', 'gastroenterology', 30, 2.2, 5],
      ['ulcerative-colitis', 'Flare of ulcerative colitis', 'gastroenterology', 20, 2.2, 6],
      ['alcohol-dependence', 'Alcohol withdrawal', 'acuteMedicine', 40, 1.4, 3],
      ['schizophrenia', 'Acute mental distress', 'psychiatry', 25, 1, 12],
      ['bipolar-disorder', 'Acute mental distress', 'psychiatry', 20, 1, 12],
    ] as const
  ).map(([sort, reason, specialty, weight, gravity, nights]) => [sort, { reason: uncoded(reason), specialty, weight, gravity, nights }]),
);

/** How conditions begin in a hospital: who comes, who of those stays, for how many nights, and what is done. */
export interface Onset {
  readonly specialty: Specialty;
  readonly comes: number;
  readonly stays: number;
  readonly nights: number;
  readonly operation?: readonly [OperationName, share: number];
}

const onset = (specialty: Specialty, comes: number, stays: number, nights: number, operation?: Onset['operation']): Onset => ({
  specialty,
  comes,
  stays,
  nights,
  ...(operation && { operation }),
});

export const onsets: Readonly<Record<string, Onset>> = {
  'myocardial-infarction': onset('cardiology', 1, 0.98, 5, ['stent', 0.85]),
  stroke: onset('stroke', 1, 0.97, 16),
  'transient-ischaemic-attack': onset('stroke', 1, 0.3, 1),
  'type-1-diabetes': onset('diabetes', 0.5, 0.8, 4),
  appendicitis: onset('generalSurgery', 1, 0.98, 3, ['appendix', 0.97]),
  diverticulitis: onset('colorectal', 0.4, 0.6, 4),
  pancreatitis: onset('generalSurgery', 1, 0.95, 7),
  gallstones: onset('generalSurgery', 0.15, 0.8, 4),
  pneumonia: onset('respiratory', 1, 0.75, 7),
  'aspiration-pneumonia': onset('elderly', 1, 0.97, 9),
  sepsis: onset('acuteMedicine', 1, 0.99, 9),
  'pulmonary-embolism': onset('respiratory', 1, 0.6, 4),
  'deep-vein-thrombosis': onset('acuteMedicine', 0.7, 0.1, 1),
  'chest-infection': onset('respiratory', 0.03, 0.6, 4),
  bronchiolitis: onset('paediatrics', 0.25, 0.35, 2),
  croup: onset('paediatrics', 0.2, 0.15, 1),
  'febrile-convulsion': onset('paediatrics', 1, 0.45, 1),
  gastroenteritis: onset('acuteMedicine', 0.06, 0.3, 2),
  influenza: onset('acuteMedicine', 0.08, 0.4, 4),
  'covid-19': onset('acuteMedicine', 0.04, 0.5, 7),
  'urinary-tract-infection': onset('elderly', 0.03, 0.6, 5),
  'kidney-stone': onset('urology', 1, 0.35, 2),
  'acute-kidney-injury': onset('acuteMedicine', 1, 0.9, 8),
  cellulitis: onset('acuteMedicine', 0.12, 0.5, 4),
  tonsillitis: onset('ent', 0.02, 0.4, 1),
  nosebleed: onset('ent', 0.1, 0.2, 1),
  urticaria: onset('emergency', 0.1, 0.05, 1),
  burn: onset('emergency', 0.4, 0.08, 2),
  'ankle-sprain': onset('emergency', 0.4, 0.01, 1),
  laceration: onset('emergency', 1, 0.03, 1),
  'head-injury': onset('emergency', 1, 0.1, 1),
  syncope: onset('acuteMedicine', 1, 0.3, 2),
  'wrist-fracture': onset('orthopaedics', 1, 0.12, 1, ['fixation', 0.85]),
  'ankle-fracture': onset('orthopaedics', 1, 0.35, 3, ['fixation', 0.9]),
  'hip-fracture': onset('orthopaedics', 1, 0.99, 14, ['hipFracture', 0.96]),
};
