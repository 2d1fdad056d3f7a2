/** What somebody dies of, drawn by age and by what they have, and the illness that leads there. */
import { year } from '../../calendar.ts';
import { among } from '../../pattern/draws.ts';
import type { Health, Illness } from '../health.ts';
import { workingDay } from '../working-days.ts';
import { type CauseOfDeath, causesOfDeath, deathBands, onlyFatal, type Step } from './causes-of-death.ts';
import { daysOf, draw, type Found, within } from './found.ts';
import { type BySort, lastingSorts } from './lasting.ts';
import { passingSorts } from './passing.ts';
import { saltOf } from './salt.ts';

const illnesses: ReadonlyMap<string, Illness> = new Map(
  [...lastingSorts.map(({ illness }) => illness), ...passingSorts.map(({ illness }) => illness), ...onlyFatal].map((illness) => [
    illness.sort,
    illness,
  ]),
);

const likelierAfter = 3;
const neverSmoked = 0.35;
const heavyUnits = 28;
const palliative: Step = { sort: 'palliative-care', percent: 100, years: [0.08, 2.4] };
/** Days from the first signs to the diagnosis, where there is time. */
const delay = [4, 60] as const;

function causeOf({ life, lifestyle }: Health, so: BySort): CauseOfDeath | undefined {
  const age = life.age(life.end);
  const band = deathBands.findLastIndex((from) => from <= age);
  const weights = causesOfDeath.map(({ women, men, smoking, alcohol, after = [] }) => {
    let weight = (life.sex === 'female' ? women : men)[band] ?? 0;
    if (smoking !== undefined) weight *= lifestyle.smoking === undefined ? neverSmoked : (smoking - 1) / 4 + 1;
    if (alcohol !== undefined) weight *= lifestyle.alcohol > heavyUnits ? alcohol : 0.6;
    for (const sort of after) if (so.has(sort)) weight *= likelierAfter;
    return weight;
  });
  return causesOfDeath[among(weights, life.chance(draw.cause))];
}

/** Adds the course of the last illness to what was found before. */
export function addLastIllness(health: Health, found: Found[], so: BySort): void {
  const { life } = health;
  if (!life.dies) return;
  const cause = causeOf(health, so);
  if (cause === undefined) return;
  let fatal: Found | undefined;
  for (const step of cause.course) fatal = taken(health, step, { found, so }) ?? fatal;
  if (fatal === undefined) return;
  fatal.isFatal = true;
  if (life.chance(draw.course) * 100 < cause.palliative) taken(health, palliative, { found, so });
}

function taken(
  { life }: Health,
  { sort, percent, years }: Step,
  { found, so }: { readonly found: Found[]; readonly so: BySort },
): Found | undefined {
  const illness = illnesses.get(sort);
  const salt = saltOf(sort);
  if (illness === undefined || life.chance(draw.course, salt) * 100 >= percent) return undefined;
  // What comes back has been found several times: it is the last time that they die of.
  const before = so.has(sort) ? found.findLast((one) => one.illness.sort === sort) : undefined;
  if (before !== undefined) {
    delete before.end;
    delete before.remission;
    return before;
  }
  const onset = Math.max(life.birth, life.end - Math.ceil(within(years, life.chance(draw.courseTime, salt)) * year));
  const wait = Math.min(within(delay, life.chance(draw.delay, salt)), (life.end - onset) * 0.6);
  const recorded = Math.min(life.end, workingDay(Math.max(onset + Math.floor(wait), life.arrival + daysOf(0.01))));
  const last: Found = { illness, onset, recorded, isFatal: false };
  found.push(last);
  so.set(sort, last);
  return last;
}
