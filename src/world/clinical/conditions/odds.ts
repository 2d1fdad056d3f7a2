/** How much likelier somebody is to have something than others of their age and sex: by how they live, where they come from, and disposition. */
import { yearOf } from '../../calendar.ts';
import { at, type Quantiles } from '../../pattern/draws.ts';
import type { Health } from '../health.ts';
import { everSmoked } from '../lifestyle/smoking.ts';
import { daysOf, draw } from './found.ts';
import { type Disposition, dispositions, type LastingSort, origins } from './lasting-sort.ts';

/** Odds of diabetes by body mass index, against the usual. */
const byBmi: Quantiles = [
  [18, 0.2],
  [22, 0.35],
  [25, 0.6],
  [28, 1],
  [31, 1.7],
  [35, 3],
  [41, 5],
  [50, 6],
];
/** By disposition, against the usual: of most people somewhat less, of few far more. */
const byDisposition: Quantiles = [
  [0, 0.3],
  [0.25, 0.5],
  [0.5, 0.75],
  [0.75, 1.2],
  [0.9, 2],
  [0.97, 3.2],
  [1, 5],
];
const weighedAt = 45;
/** Units a week that are a lot, and the share of people who drink so much. */
const heavy = { units: 28, share: 0.12 };

export const drinksALot = ({ lifestyle }: Health): boolean => lifestyle.alcohol > heavy.units;

/** Odds of those with and those without something, that come to 1 over everybody. */
const oddsOf = (has: boolean, odds: number, share: number): number => (has ? odds : 1) / (1 + share * (odds - 1));
const softened = (odds: number, strength: number): number => 1 + strength * (odds - 1);

/** What the odds of anybody come to at most, all causes included: whoever does not have it at these never has it. */
export function largestOdds({ bmi = 0, smoking = 1, alcohol = 1, disposition, cohort = [], origin, raisedBy = {} }: LastingSort): number {
  const largest = (values: readonly number[]): number => Math.max(1, ...values);
  const ofAny = (quantiles: Quantiles): number => largest(quantiles.map(([, odds]) => odds));
  return [
    softened(ofAny(byBmi), bmi),
    // Of a habit that protects, those who do not have it.
    ...[smoking, alcohol].map((odds) => largest([odds, 1 / odds])),
    softened(ofAny(byDisposition), disposition?.[1] ?? 0),
    ofAny(cohort),
    largest(origin === undefined ? [] : Object.values(origins[origin])),
    ...Object.values(raisedBy).map((odds) => largest([odds])),
  ].reduce((product, odds) => product * odds, 1);
}

/** The odds of one person by sort; what they share is looked up once. */
export function oddsFor(health: Health): (sort: LastingSort) => number {
  const { life, lifestyle } = health;
  const bmi = at(byBmi, lifestyle.bmi(life.birth + daysOf(weighedAt)));
  const smoked = lifestyle.smoking !== undefined;
  const shareWhoSmoked = everSmoked(life);
  const drinks = drinksALot(health);
  const born = yearOf(life.birth);
  const known = new Map<Disposition, number>();
  const byName = (name: Disposition): number => {
    const found = known.get(name) ?? at(byDisposition, life.chance(draw.disposition + dispositions.indexOf(name)));
    known.set(name, found);
    return found;
  };
  return (sort) => {
    let odds = 1;
    if (sort.bmi !== undefined) odds *= softened(bmi, sort.bmi);
    if (sort.smoking !== undefined) odds *= oddsOf(smoked, sort.smoking, shareWhoSmoked);
    if (sort.alcohol !== undefined) odds *= oddsOf(drinks, sort.alcohol, heavy.share);
    if (sort.disposition !== undefined) odds *= softened(byName(sort.disposition[0]), sort.disposition[1]);
    if (sort.cohort !== undefined) odds *= at(sort.cohort, born);
    if (sort.origin !== undefined) {
      const byCategory: Readonly<Record<string, number>> = origins[sort.origin];
      odds *= byCategory[life.ethnicity] ?? 1;
    }
    return odds;
  };
}
