/** Obesity is recorded of about half of those whose body mass index is 30 and more: mostly of those who are weighed for something else. */
import { snomed } from '../coded.ts';
import type { Health, Illness } from '../health.ts';
import { daysOf, draw, type Found, noticed } from './found.ts';
import type { BySort } from './lasting.ts';
import { saltOf } from './salt.ts';

export const obesity: Illness = {
  sort: 'obesity',
  what: snomed('414916001', 'Obesity (disorder)', 'Obesity'),
  group: 'metabolism',
  isMajor: false,
  isLasting: true,
  isEmergency: false,
};

const obese = 30;
const adult = 18;
const lastWeighed = 74;
const step = 4;
const told = 0.32;
const toldWith = 0.6;
const weighedFor = ['hypertension', 'type-2-diabetes', 'sleep-apnoea', 'polycystic-ovary-syndrome', 'osteoarthritis'];
const delay = [100, 4_000] as const;

export function obesityOf({ life, lifestyle }: Health, so: BySort): Found | undefined {
  if (life.chance(draw.obesity) >= (weighedFor.some((sort) => so.has(sort)) ? toldWith : told)) return undefined;
  for (let age = adult; age <= lastWeighed; age += step) {
    const onset = life.birth + daysOf(age);
    if (onset > life.end) return undefined;
    if (lifestyle.bmi(onset) < obese) continue;
    const recorded = noticed(life, onset, { delay, since: 2_006, n: saltOf(obesity.sort) });
    return recorded === undefined ? undefined : { illness: obesity, onset, recorded, isFatal: false };
  }
  return undefined;
}
