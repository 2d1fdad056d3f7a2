/** How pregnancies that end in a birth go: how long they last, how the baby comes, and where. */
import { type Day, year, yearOf } from '../../calendar.ts';
import { field } from '../../fields.ts';
import { at, type Quantiles } from '../../pattern/draws.ts';
import { uncoded } from '../coded.ts';
import type { LivedPregnancy } from '../health.ts';
import type { Life, LifeBirth } from '../life.ts';
import { isWorkingDay } from '../working-days.ts';

/** Whole weeks at birth (NHS Maternity Statistics): 7.7 % before 37, most at 39. */
const weeksOfOne: Quantiles = [
  [0, 24],
  [0.005, 28],
  [0.014, 32],
  [0.077, 37],
  [0.177, 38],
  [0.367, 39],
  [0.647, 40],
  [0.867, 41],
  [0.987, 42],
  [1, 42.9],
];
const weeksOfMore: Quantiles = [
  [0, 24],
  [0.03, 28],
  [0.1, 32],
  [0.5, 36.4],
  [0.9, 38],
  [1, 39],
];

/** Of a hundred births, how many by caesarean section, by year: 42 in 2023/24, 26 in 2012/13. */
const sections: Quantiles = [
  [1_950, 3],
  [1_970, 5],
  [1_980, 9],
  [1_990, 12],
  [2_000, 21],
  [2_013, 26],
  [2_019, 31],
  [2_023, 41],
  [2_030, 45],
];
/** Of sections, how many are planned, and of those after another section. */
const planned = { first: 0.5, again: 0.8 };
/** Odds of a section after another one, and after a birth without. */
const sectionAfter = { section: 2.1, none: 0.62 };
/** By age: 58 of a hundred at forty and over. */
const sectionsByAge: Quantiles = [
  [16, 0.6],
  [25, 0.8],
  [32, 1],
  [40, 1.35],
  [46, 1.5],
];
const ofMultiples = 1.6;
const sectionsAtMost = 0.95;
/** Shares of other births, forceps and then either; far more of first ones. */
const instruments = { forceps: 0.085, either: 0.14 };
const needed = { first: 1.8, later: 0.7 };
/** Share of those at term that nothing stands in the way of: 1.9 of a hundred births are at home. */
const home = 0.036;

const deliveries = {
  spontaneous: uncoded('Spontaneous vaginal delivery'),
  forceps: uncoded('Forceps delivery'),
  ventouse: uncoded('Ventouse delivery'),
  plannedSection: uncoded('Elective caesarean section'),
  emergencySection: uncoded('Emergency caesarean section'),
};

const weekDays = 7;
const term = 280;
const fewestWeeks = 24;
/** Days from a birth to the next conception. */
const shortestPause = 21;

interface Before {
  readonly ends: Day;
  readonly isCaesarean: boolean;
}

/** `before` is the birth before this one. */
export function birthOf(
  life: Life,
  babies: readonly LifeBirth[],
  before: Before | undefined,
): Omit<LivedPregnancy, 'ordinal' | 'recorded'> {
  const ends = babies[0]?.day ?? 0;
  // The world has the days of birth; a short time between two leaves room for no more weeks.
  const most = before === undefined ? Infinity : Math.max(fewestWeeks, (ends - before.ends - shortestPause) / weekDays);
  const drawn = at(babies.length > 1 ? weeksOfMore : weeksOfOne, life.chance(field.pregnancy, ends));
  const lasted = Math.floor(Math.min(drawn, most) * weekDays);
  const lastPeriod = ends - lasted;
  const weeks = Math.floor(lasted / weekDays);
  return { lastPeriod, due: lastPeriod + term, ends, how: 'birth', weeks, babies, ...deliveryOf(life, { ends, weeks, babies, before }) };
}

interface Birth {
  readonly ends: Day;
  readonly weeks: number;
  readonly babies: readonly LifeBirth[];
  readonly before: Before | undefined;
}

function deliveryOf(life: Life, { ends, weeks, babies, before }: Birth): Pick<LivedPregnancy, 'delivery' | 'isCaesarean' | 'isAtHome'> {
  const isAgain = before?.isCaesarean === true;
  const history = before === undefined ? 1 : isAgain ? sectionAfter.section : sectionAfter.none;
  const byAge = at(sectionsByAge, (ends - life.birth) / year);
  const share = (at(sections, yearOf(ends)) / 100) * byAge * history * (babies.length > 1 ? ofMultiples : 1);
  const chance = life.chance(field.pregnancy + 1, ends);
  const isCaesarean = chance < Math.min(sectionsAtMost, share);
  if (isCaesarean) {
    const isArranged = chance < share * (isAgain ? planned.again : planned.first) && isWorkingDay(ends) && weeks >= 37 && weeks <= 40;
    return { delivery: isArranged ? deliveries.plannedSection : deliveries.emergencySection, isCaesarean, isAtHome: false };
  }
  const need = life.chance(field.pregnancy + 2, ends) / (before === undefined ? needed.first : needed.later);
  if (need < instruments.forceps) return { delivery: deliveries.forceps, isCaesarean, isAtHome: false };
  if (need < instruments.either) return { delivery: deliveries.ventouse, isCaesarean, isAtHome: false };
  const isAtHome = weeks >= 37 && babies.length === 1 && life.chance(field.pregnancy + 3, ends) < home;
  return { delivery: deliveries.spontaneous, isCaesarean, isAtHome };
}
