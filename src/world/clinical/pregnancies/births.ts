/** How pregnancies that end in a birth go: how long they last, how the baby comes, and where. */
import type { CodedText } from '../../../clinical-record.ts';
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
const planned = 0.5;
const afterSection = 2.1;
/** By age: 58 of a hundred at forty and over. */
const sectionsByAge: Quantiles = [
  [16, 0.6],
  [25, 0.8],
  [32, 1],
  [40, 1.35],
  [46, 1.5],
];
const ofMultiples = 1.6;
const instruments = { forceps: 0.085, ventouse: 0.14 };
const home = 0.024;

const spontaneous = uncoded('Spontaneous vaginal delivery');
const deliveries = {
  forceps: uncoded('Forceps delivery'),
  ventouse: uncoded('Ventouse delivery'),
  plannedSection: uncoded('Elective caesarean section'),
  emergencySection: uncoded('Emergency caesarean section'),
};

const weekDays = 7;
const term = 280;

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
  const most = before === undefined ? Infinity : Math.max(24, (ends - before.ends - 21) / weekDays);
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

function deliveryOf(life: Life, { ends, weeks, babies, before }: Birth): { delivery: CodedText; isCaesarean: boolean; isAtHome: boolean } {
  const age = (ends - life.birth) / year;
  const share =
    (at(sections, yearOf(ends)) / 100) *
    at(sectionsByAge, age) *
    (before?.isCaesarean ? afterSection : before === undefined ? 1 : 0.62) *
    (babies.length > 1 ? ofMultiples : 1);
  const chance = life.chance(field.pregnancy + 1, ends);
  const isCaesarean = chance < Math.min(0.95, share);
  if (isCaesarean) {
    const isPlanned = chance < share * planned * (before?.isCaesarean ? 1.6 : 1) && isWorkingDay(ends) && weeks >= 37 && weeks <= 40;
    return { delivery: isPlanned ? deliveries.plannedSection : deliveries.emergencySection, isCaesarean, isAtHome: false };
  }
  const how = life.chance(field.pregnancy + 2, ends) * (before === undefined ? 0.55 : 1.4);
  if (how < instruments.forceps) return { delivery: deliveries.forceps, isCaesarean, isAtHome: false };
  if (how < instruments.ventouse) return { delivery: deliveries.ventouse, isCaesarean, isAtHome: false };
  const isAtHome = weeks >= 37 && babies.length === 1 && life.chance(field.pregnancy + 3, ends) < home * 1.5;
  return { delivery: spontaneous, isCaesarean, isAtHome };
}
