/** Glucose in blood, and over weeks. */
import { at, type Quantiles } from '../../../pattern/draws.ts';
import { testedBefore, untilTreated } from '../body.ts';
import type { ObservationSort } from '../sorts.ts';
import { bounded, ofTheDay, scattered, type Value } from './moment.ts';

/** Means by age in years, of people without diabetes. */
const hba1cMean: Quantiles = [
  [10, 33],
  [20, 33],
  [30, 34],
  [40, 35],
  [50, 36],
  [60, 38],
  [70, 39],
];
/** Of people with diabetes under treatment: median 52, a tenth below 42 and a tenth above 78; and what type 1 adds. */
const treatedHba1c: Quantiles = [
  [0, 37],
  [0.1, 42],
  [0.5, 52],
  [0.9, 75],
  [1, 112],
];
const atDiagnosis: Quantiles = [
  [0, 48],
  [0.4, 53],
  [0.75, 66],
  [0.95, 98],
  [1, 126],
];
const typeOneHigher = 10;
const knownOf = 48;

const hba1c: Value = (moment) => {
  const { body, day, age } = moment;
  const one = body.illOn('type-1-diabetes', day);
  const spell = one ?? body.illOn('type-2-diabetes', day);
  if (spell !== undefined && day >= spell.known - testedBefore) {
    if (day <= spell.known + untilTreated) return at(atDiagnosis, body.place('hba1c')) + (one === undefined ? 0 : 20);
    return (
      at(treatedHba1c, bounded(body.place('hba1c') + 0.3 * (body.chance('hba1c', day) - 0.5), 0, 1)) +
      (one === undefined ? 0 : typeOneHigher)
    );
  }
  const isNear = spell !== undefined || body.illOn('prediabetes', day) !== undefined;
  if (isNear) return bounded(scattered(moment, 'hba1c', 44, 1.1, 0.8), 42, knownOf - 1);
  return bounded(scattered(moment, 'hba1c', at(hba1cMean, age) - 0.5, 3, 1.2), 24, 41);
};

/** At any hour it lies somewhat below the average that goes with it, which is 0.146 of the number and 0.83. */
const glucoseFrom = (overWeeks: number): number => 0.146 * overWeeks + 0.2;

const glucose: Value = (moment) => Math.max(3.2, glucoseFrom(hba1c(moment)) * (1 + 0.09 * ofTheDay(moment, 'glucose')));

const fasting: Value = (moment) => {
  if (moment.body.illOn('gestational-diabetes', moment.day) !== undefined) return scattered(moment, 'fasting-glucose', 5.7, 0.3, 0.2);
  return bounded(glucoseFrom(hba1c(moment)) * 0.86 + 0.2 * ofTheDay(moment, 'fasting-glucose'), 3.3, 5.3);
};

const afterTwoHours: Value = (moment) => {
  if (moment.body.illOn('gestational-diabetes', moment.day) !== undefined)
    return Math.max(7.9, scattered(moment, 'glucose-after-2-hours', 9, 0.7, 0.4));
  return bounded(scattered(moment, 'glucose-after-2-hours', 6.2, 0.7, 0.5), 3.9, 7.6);
};

export const sugar = {
  hba1c,
  glucose,
  'fasting-glucose': fasting,
  'glucose-after-2-hours': afterTwoHours,
} satisfies Partial<Record<ObservationSort, Value>>;
