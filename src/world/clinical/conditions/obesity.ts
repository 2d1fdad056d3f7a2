/** Obesity is recorded of about half of those whose body mass index is 30 and more: mostly of those who are weighed for something else. */
import { snomed } from '../coded.ts';
import type { Health, Illness } from '../health.ts';
import { type BySort, daysOf, draw, type FoundCondition, noticed } from './found.ts';
import type { FromTo } from './lasting-sort.ts';
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
/** Ages at which the body mass index is looked at. */
const weighed = { from: 18, to: 74, every: 4 };
/** Share of the obese of whom it is recorded; more of those who have something for which practices weigh people. */
const told = 0.32;
const toldWith = 0.6;
const weighedFor = ['hypertension', 'type-2-diabetes', 'sleep-apnoea', 'polycystic-ovary-syndrome', 'osteoarthritis'];
const delay: FromTo = [100, 4_000];

export function obesityOf({ life, lifestyle }: Health, bySort: BySort): FoundCondition | undefined {
  if (life.chance(draw.obesity) >= (weighedFor.some((sort) => bySort.has(sort)) ? toldWith : told)) return undefined;
  for (let age = weighed.from; age <= weighed.to; age += weighed.every) {
    const onset = life.birth + daysOf(age);
    if (onset > life.end) return undefined;
    if (lifestyle.bmi(onset) < obese) continue;
    const recorded = noticed(life, onset, { delay, since: 2_006, n: saltOf(obesity.sort) });
    return recorded === undefined ? undefined : { illness: obesity, onset, recorded, isFatal: false };
  }
  return undefined;
}
