/** The illnesses that put somebody under 65 at risk from flu, pneumonia and COVID-19. */
import type { Day } from '../../calendar.ts';
import type { LivedCondition } from '../health.ts';

const illnesses: ReadonlySet<string> = new Set([
  'asthma',
  'copd',
  'bronchiectasis',
  'type-1-diabetes',
  'type-2-diabetes',
  'coronary-heart-disease',
  'heart-attack',
  'angina',
  'heart-failure',
  'atrial-fibrillation',
  'valvular-disease',
  'peripheral-arterial-disease',
  'stroke',
  'transient-ischaemic-attack',
  'chronic-kidney-disease',
  'cirrhosis',
  'epilepsy',
  'parkinsons-disease',
  'multiple-sclerosis',
  'dementia',
  'learning-disability',
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
