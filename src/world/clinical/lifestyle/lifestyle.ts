/** How somebody lives, as far as health hangs on it: what is constant of a person, shaped by age. */
import { field } from '../../fields.ts';
import { at, type Quantiles } from '../../pattern/draws.ts';
import type { Lifestyle } from '../health.ts';
import type { Life } from '../life.ts';
import { bodyBuildOf } from './body.ts';
import { smokingOf } from './smoking.ts';

/** Units a week of those who drink (Health Survey for England 2018: over 14 of men 31 %, of women 14 %; none 17 and 22 %). */
const unitsOfMen: Quantiles = [
  [0, 0.5],
  [0.2, 2],
  [0.45, 7],
  [0.62, 14],
  [0.85, 30],
  [0.95, 50],
  [1, 110],
];
const unitsOfWomen: Quantiles = [
  [0, 0.5],
  [0.3, 1.5],
  [0.6, 6],
  [0.82, 14],
  [0.95, 28],
  [0.99, 45],
  [1, 80],
];
/** Share of women who drink nothing, by ethnic category, where that differs much. */
const abstain: Readonly<Record<string, number>> = { H: 0.5, J: 0.92, K: 0.95, L: 0.5, N: 0.45, S: 0.5 };
const abstainElse = { female: 0.17, male: 0.13 };
const menAbstain = 0.8;

function alcoholOf({ sex, ethnicity, chance }: Life): number {
  const group = abstain[ethnicity];
  const none = group === undefined ? abstainElse[sex] : group * (sex === 'male' ? menAbstain : 1);
  const drawn = chance(field.habits + 3);
  if (drawn < none) return 0;
  return Math.round(at(sex === 'male' ? unitsOfMen : unitsOfWomen, (drawn - none) / (1 - none)));
}

export function lifestyleOf(life: Life): Lifestyle {
  const smoking = smokingOf(life);
  return { ...(smoking && { smoking }), alcohol: alcoholOf(life), ...bodyBuildOf(life) };
}
