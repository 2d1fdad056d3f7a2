/** Who can have a condition at all, by sex and age: so that nobody else's record has to be looked at. */
import { causesOfDeath, deathBands, onlyFatal } from './causes-of-death.ts';
import { palliative } from './death.ts';
import { lastingSorts } from './lasting.ts';
import { curveAges } from './lasting-sort.ts';
import { complications } from './of-pregnancy.ts';
import { passingSorts, rateBands } from './passing.ts';

export interface WhoCanHave {
  readonly sex?: 'female' | 'male';
  /** Years of age from which it can begin. */
  readonly from: number;
  /** Years of age until which somebody may still have it. */
  readonly to?: number;
  /** Years after which whoever has it has died, of what nobody outlives. */
  readonly diesWithin?: number;
}

const anybody: WhoCanHave = { from: 0 };
const mothers: WhoCanHave = { sex: 'female', from: 10, to: 60 };
/** Nothing that passes lasts longer. */
const passesWithin = 2;

/** By the tables alone: of some who can have it, nobody does. */
export function whoCanHave(sort: string): WhoCanHave {
  if (onlyFatal.some((illness) => illness.sort === sort)) return { from: 0, diesWithin: longestBefore(sort) };
  if (complications.some(({ illness }) => illness.sort === sort)) return mothers;
  const row = lastingSorts.find(({ illness }) => illness.sort === sort);
  if (row === undefined) return passing(sort);
  const { women, men, follows } = row;
  if (follows !== undefined) return anybody;
  const begins = [women, men].flatMap((curve) => (curve === undefined ? [] : lastAgeWithout(curve)));
  return {
    ...(men === undefined && { sex: 'female' }),
    ...(women === undefined && { sex: 'male' }),
    from: Math.min(...begins, diesFrom(sort)),
  };
}

function passing(sort: string): WhoCanHave {
  const row = passingSorts.find(({ illness }) => illness.sort === sort);
  if (row === undefined) return anybody;
  const { rates, until } = row;
  return { from: Math.min(firstAge(rateBands, rates), diesFrom(sort)), ...(until !== undefined && { to: until + passesWithin }) };
}

/** The age at which a curve is first above nothing. */
const firstAge = (ages: readonly number[], shares: readonly number[]): number => ages[shares.findIndex((share) => share > 0)] ?? 0;

/** A curve rises from this age on. */
const lastAgeWithout = (curve: readonly number[]): number => curveAges[Math.max(0, curve.findIndex((share) => share > 0) - 1)] ?? 0;

/** Years before a death at which it can begin. */
const longestBefore = (sort: string): number =>
  Math.max(...[...causesOfDeath.flatMap(({ course }) => course), palliative].map((step) => (step.sort === sort ? step.years[1] : 0)));

/** The age from which it can be part of a last illness. */
function diesFrom(sort: string): number {
  const ages = causesOfDeath.flatMap(({ women, men, course }) => {
    const step = course.find((each) => each.sort === sort);
    const bands = [women, men].map((shares) => firstAge(deathBands, shares));
    return step === undefined ? [] : Math.max(0, Math.min(...bands) - step.years[1]);
  });
  return Math.min(Infinity, ...ages);
}
