/** What somebody dies of, drawn by age and by what they have, and the illness that leads there. */
import { year } from '../../calendar.ts';
import { among } from '../../pattern/draws.ts';
import type { Health } from '../health.ts';
import { workingDay } from '../working-days.ts';
import { type CauseOfDeath, causesOfDeath, deathBands, type Step } from './causes-of-death.ts';
import { type BySort, draw, type FoundCondition, valueWithin } from './found.ts';
import { illnesses } from './illnesses.ts';
import type { FromTo } from './lasting-sort.ts';
import { drinksALot } from './odds.ts';
import { saltOf } from './salt.ts';

/** Odds of what is likelier after something that they have. */
const likelierAfter = 3;
/** Odds of those without the habit, of what comes of it. */
const withoutHabit = { smoking: 0.35, alcohol: 0.6, abstinent: 0.1 };
/** The odds in the table are of getting an illness; fewer of those who smoke and die have died of it. */
const ofDying = 0.25;
export const palliative: Step = { sort: 'palliative-care', percent: 100, years: [0.08, 2.8] };
/** Days from the first signs to the diagnosis, where there is time. */
const delay: FromTo = [4, 60];
const soonest = 0.6;
/** Days from coming to England to the first visit to a practice. */
const settling = 4;

interface Before {
  readonly found: FoundCondition[];
  readonly bySort: BySort;
}

function causeOf(health: Health, bySort: BySort): CauseOfDeath | undefined {
  const { life, lifestyle } = health;
  const age = life.age(life.end);
  const band = deathBands.findLastIndex((from) => from <= age);
  const weights = causesOfDeath.map(({ women, men, smoking, alcohol, after = [] }) => {
    let weight = (life.sex === 'female' ? women : men)[band] ?? 0;
    if (smoking !== undefined) weight *= lifestyle.smoking === undefined ? withoutHabit.smoking : 1 + (smoking - 1) * ofDying;
    if (alcohol !== undefined) {
      weight *= drinksALot(health) ? alcohol : lifestyle.alcohol === 0 ? withoutHabit.abstinent : withoutHabit.alcohol;
    }
    for (const sort of after) if (bySort.has(sort)) weight *= likelierAfter;
    return weight;
  });
  return causesOfDeath[among(weights, life.chance(draw.cause))];
}

/** Adds the course of the last illness to what was found before. */
export function addLastIllness(health: Health, before: Before): void {
  const { life } = health;
  if (!life.dies) return;
  const cause = causeOf(health, before.bySort);
  if (cause === undefined) return;
  let last: FoundCondition | undefined;
  for (const step of cause.course) last = takeStep(health, step, before) ?? last;
  if (last === undefined) return;
  last.isFatal = true;
  if (life.chance(draw.course) * 100 < cause.palliative) takeStep(health, palliative, before);
}

/** Undefined where it is not among the steps that this person takes. */
function takeStep(
  { life, lifestyle }: Health,
  { sort, percent, years, drinkers }: Step,
  { found, bySort }: Before,
): FoundCondition | undefined {
  const illness = illnesses.get(sort);
  const salt = saltOf(sort);
  if (illness === undefined || life.chance(draw.course, salt) * 100 >= percent) return undefined;
  if (drinkers && lifestyle.alcohol === 0) return undefined;
  // What comes back has been found several times: it is the last time that they die of.
  const known = bySort.has(sort) ? found.findLast((one) => one.illness.sort === sort) : undefined;
  if (known !== undefined) {
    delete known.end;
    delete known.remission;
    return known;
  }
  const onset = Math.max(life.birth, life.end - Math.ceil(valueWithin(years, life.chance(draw.courseTime, salt)) * year));
  const wait = Math.min(valueWithin(delay, life.chance(draw.delay, salt)), (life.end - onset) * soonest);
  const recorded = Math.min(life.end, workingDay(Math.max(onset + Math.floor(wait), life.arrival + settling)));
  const one: FoundCondition = { illness, onset, recorded, isFatal: false };
  found.push(one);
  bySort.set(sort, one);
  return one;
}
