/** All conditions of a life, in the order in which they come to be recorded. */
import type { Health, LivedCondition } from '../health.ts';
import { addLastIllness } from './death.ts';
import type { BySort, FoundCondition } from './found.ts';
import { lastingConditions } from './lasting.ts';
import { obesityOf } from './obesity.ts';
import { complicationsOf, gestationalDiabetes } from './of-pregnancy.ts';
import { addPassing } from './passing-conditions.ts';

export function conditionsOfLife(health: Health): readonly LivedCondition[] {
  const ofPregnancies = complicationsOf(health);
  const { found, bySort } = lastingConditions(health, ofPregnancies);
  const obesity = obesityOf(health, bySort);
  if (obesity) found.push(obesity);
  addLastIllness(health, { found, bySort });
  addPassing(health, found, bySort);
  for (const one of ofPregnancies) if (!hadDiabetes(one, bySort)) found.push(one);
  return found
    .filter(({ recorded, end }) => end === undefined || recorded <= end)
    .toSorted(byDay)
    .map(({ end, ...each }, ordinal) => ({ ordinal, ...each, ...(end !== undefined && end <= health.life.end && { end }) }));
}

const byDay = (a: FoundCondition, b: FoundCondition): number =>
  a.recorded - b.recorded || a.onset - b.onset || (a.illness.sort < b.illness.sort ? -1 : 1);

const diabetes = ['type-1-diabetes', 'type-2-diabetes'];

/** Whoever has diabetes already does not come down with that of pregnancy. */
const hadDiabetes = ({ illness, recorded }: FoundCondition, bySort: BySort): boolean =>
  illness.sort === gestationalDiabetes && diabetes.some((sort) => (bySort.get(sort)?.recorded ?? Infinity) <= recorded);
