/** All conditions of a life, in the order in which they come to be recorded. */
import type { Health, LivedCondition } from '../health.ts';
import { addLastIllness } from './death.ts';
import type { Found } from './found.ts';
import { lastingConditions } from './lasting.ts';
import { obesityOf } from './obesity.ts';
import { addPassing } from './passing-conditions.ts';

export function conditionsOf(health: Health): readonly LivedCondition[] {
  const { found, bySort } = lastingConditions(health);
  const obesity = obesityOf(health, bySort);
  if (obesity) found.push(obesity);
  addLastIllness(health, found, bySort);
  addPassing(health, found, bySort);
  return found
    .filter(({ recorded, end }) => end === undefined || recorded <= end)
    .toSorted(byDay)
    .map(({ end, ...each }, ordinal) => ({ ordinal, ...each, ...(end !== undefined && end <= health.life.end && { end }) }));
}

const byDay = (a: Found, b: Found): number => a.recorded - b.recorded || a.onset - b.onset || (a.illness.sort < b.illness.sort ? -1 : 1);
