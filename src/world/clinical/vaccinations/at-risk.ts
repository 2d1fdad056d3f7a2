/** The illnesses that put somebody under 65 at risk from flu, pneumonia and COVID-19. */
import type { Day } from '../../calendar.ts';
import type { LivedCondition } from '../health.ts';

const illnesses: ReadonlySet<string> = new Set([
  'asthma',
  'copd',
  'bronchiectasis',
  'pulmonary-fibrosis',
  'type-1-diabetes',
  'type-2-diabetes',
  'coronary-heart-disease',
  'heart-failure',
  'atrial-fibrillation',
  'valvular-heart-disease',
  'congenital-heart-disease',
  'peripheral-arterial-disease',
  'stroke',
  'transient-ischaemic-attack',
  'chronic-kidney-disease-3',
  'chronic-kidney-disease-4',
  'chronic-kidney-disease-5',
  'cirrhosis',
  'epilepsy',
  'cerebral-palsy',
  'downs-syndrome',
  'learning-disability',
  'parkinsons-disease',
  'multiple-sclerosis',
  'motor-neurone-disease',
  'dementia',
  'rheumatoid-arthritis',
  'crohns-disease',
  'ulcerative-colitis',
]);

/** The day from which somebody is at risk; `Infinity` for those who never are. */
export function riskFrom(conditions: readonly LivedCondition[]): Day {
  let from = Infinity;
  for (const { illness, recorded, end } of conditions) {
    if (recorded < from && end === undefined && illnesses.has(illness.sort)) from = recorded;
  }
  return from;
}
