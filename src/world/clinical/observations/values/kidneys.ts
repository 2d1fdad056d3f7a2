/** What shows how well kidneys work. */
import { at, type Quantiles } from '../../../pattern/draws.ts';
import { testedBefore } from '../body.ts';
import type { ObservationSort } from '../sorts.ts';
import { bounded, ofTheDay, scattered, scatteredUpwards, type Value } from './moment.ts';

/** Means by age in years; those with kidney disease bring the mean of all below it in old age. */
const egfrMean: Quantiles = [
  [20, 118],
  [30, 110],
  [40, 102],
  [50, 95],
  [60, 87],
  [70, 79],
  [82, 63],
  [95, 58],
];

/** From … to, of a stage of kidney disease; without one it stays above where they begin. */
const stages: Readonly<Record<string, readonly [low: number, high: number]>> = {
  'chronic-kidney-disease-3': [32, 59],
  'chronic-kidney-disease-4': [16, 28],
  'chronic-kidney-disease-5': [6, 13],
};
const healthyKidneys = 61;

const egfr: Value = (moment) => {
  const { body, day, age } = moment;
  const spell = body.illOn('kidney-disease', day);
  if (spell !== undefined && day >= spell.known - testedBefore) {
    const [low, high] = stages[spell.condition.illness.sort] ?? [32, 59];
    // Most of those with stage 3 are in the upper part of it.
    const place = 1 - body.place('egfr') * body.place('creatinine');
    return bounded(low + (high - low) * place + 1.5 * ofTheDay(moment, 'egfr'), low - 1, high);
  }
  const value = scattered(moment, 'egfr', at(egfrMean, age), 12, 5);
  // Somebody well below would be diagnosed.
  return value < healthyKidneys + 6 ? healthyKidneys + 6 * body.chance('egfr', day) : Math.min(value, 140);
};

/** Creatinine as a multiple of what is usual, by the share of the best filtration that is left: CKD-EPI 2009 the other way round. */
const creatinineBy: Quantiles = [
  [0.03, 18.2],
  [0.06, 10.2],
  [0.1, 6.72],
  [0.15, 4.8],
  [0.2, 3.79],
  [0.3, 2.71],
  [0.4, 2.13],
  [0.5, 1.774],
  [0.6, 1.526],
  [0.7, 1.343],
  [0.8, 1.203],
  [0.9, 1.091],
  [1, 1],
  [1.1, 0.773],
  [1.2, 0.611],
  [1.4, 0.45],
];
/** 0.993 to the power of an age. */
const lostByAge: Quantiles = [
  [0, 1],
  [20, 0.869],
  [40, 0.755],
  [60, 0.656],
  [80, 0.57],
  [100, 0.495],
];
const best = { female: 144, male: 141 };
const usualCreatinine = { female: 61.9, male: 79.6 };
const childCreatinine: Quantiles = [
  [0, 28],
  [2, 26],
  [10, 43],
  [16, 62],
];

const creatinine: Value = (moment) => {
  const { sex, age } = moment;
  if (age < 16) return scattered(moment, 'creatinine', at(childCreatinine, age), 4, 2);
  return usualCreatinine[sex] * at(creatinineBy, Math.round(egfr(moment)) / (best[sex] * at(lostByAge, age)));
};

const urea: Value = (moment) =>
  Math.max(1.6, scattered(moment, 'urea', 5.1 + 0.17 * Math.max(0, 62 - egfr(moment)) + 2 * moment.ill, 0.9, 0.6));

const albuminInUrine: Value = (moment) => {
  const { body, day } = moment;
  const kidneys = body.illOn('kidney-disease', day) === undefined ? 1 : 3.5;
  const sugar = body.illOn('type-2-diabetes', day) === undefined && body.illOn('type-1-diabetes', day) === undefined ? 1 : 1.7;
  return Math.max(0.3, scatteredUpwards(moment, 'urine-albumin-creatinine', 0.8 * kidneys * sugar));
};

export const kidneys = {
  creatinine,
  egfr,
  sodium: (moment) => bounded(scattered(moment, 'sodium', 140 - 3 * moment.ill - 0.02 * Math.max(0, moment.age - 60), 1.5, 1.3), 124, 148),
  potassium: (moment) => bounded(scattered(moment, 'potassium', 4.4 + 0.008 * Math.max(0, 60 - egfr(moment)), 0.22, 0.2), 3.1, 5.9),
  urea,
  'urine-albumin-creatinine': albuminInUrine,
} satisfies Partial<Record<ObservationSort, Value>>;
