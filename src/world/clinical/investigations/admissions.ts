/** What a hospital measures of those who come as emergencies. */
import type { Body } from '../observations/body.ts';
import { drawnBy } from './draws.ts';
import { nothing, type TestOccasion, investigatedFrom } from './occasions.ts';
import type { PanelSort } from './panels.ts';
import { showsOf } from './passing.ts';

const observed = ['temperature', 'pulse', 'respiratory-rate', 'oxygen-saturation', 'blood-pressure', 'early-warning-score'] as const;
const bloods = ['full-blood-count', 'urea-and-electrolytes', 'inflammation'] as const;
/** Images by the illness that brings them. */
const images: readonly (readonly [word: string, image: PanelSort])[] = [
  ['stroke', 'head-scan'],
  ['fracture', 'bone-x-ray'],
  ['pneumonia', 'chest-x-ray'],
  ['chest', 'chest-x-ray'],
  ['copd', 'chest-x-ray'],
  ['heart', 'chest-x-ray'],
  ['infarction', 'electrocardiogram'],
  ['stone', 'kidney-scan'],
  ['append', 'abdomen-ultrasound'],
];
const youngest = 16;

export function admissionsOf({ health: { life, hospital } }: Body): TestOccasion[] {
  const occasions: TestOccasion[] = [];
  const begins = investigatedFrom(life);
  for (const { ordinal, admitted, discharged, method, condition } of hospital.admissions) {
    if (method !== 'emergency' || admitted < begins || life.age(admitted) < youngest) continue;
    const ill = 0.35 + 0.6 * life.chance(drawnBy.admission, ordinal + 1);
    const sort = condition?.illness.sort ?? '';
    const image = images.find(([word]) => sort.includes(word))?.[1];
    const shows = showsOf(sort);
    occasions.push({ day: admitted, measures: observed, panels: bloods, ill, at: 'hospital' });
    if (image !== undefined)
      occasions.push({ day: admitted, measures: nothing, panels: [image], ill, at: 'hospital', ...(shows !== undefined && { shows }) });
    if (discharged > admitted && discharged < life.end)
      occasions.push({ day: discharged, measures: observed, panels: nothing, ill: 0.1, at: 'hospital' });
  }
  return occasions;
}
