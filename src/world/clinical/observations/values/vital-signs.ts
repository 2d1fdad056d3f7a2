/** Blood pressure, pulse, breath, temperature, and the size of a body. */
import { at, type Quantiles } from '../../../pattern/draws.ts';
import { testedBefore, untilTreated } from '../body.ts';
import type { ObservationSort } from '../sorts.ts';
import { scattered, bounded, type Moment, ofTheDay, standing, type Value } from './moment.ts';

/** Mean systolic pressure by age in years: for adults as in the Health Survey for England, for children as their charts have it. */
const systolicMean: Readonly<Record<Moment['sex'], Quantiles>> = {
  male: [
    [0, 80],
    [1, 92],
    [6, 100],
    [12, 110],
    [15, 119],
    [18, 123],
    [30, 125],
    [40, 127],
    [50, 130],
    [60, 133],
    [70, 135],
    [82, 138],
  ],
  female: [
    [0, 80],
    [1, 91],
    [6, 99],
    [12, 107],
    [15, 110],
    [18, 112],
    [30, 114],
    [40, 117],
    [50, 122],
    [60, 128],
    [70, 133],
    [82, 139],
  ],
};

/** In mmHg: treatment is to bring it below. */
const target = 140;

function systolic(moment: Moment): number {
  const { body, day, sex, age } = moment;
  const person = standing(moment, 'blood-pressure');
  const today = ofTheDay(moment, 'blood-pressure');
  if (body.illOn('pre-eclampsia', day) !== undefined) return Math.max(142, 154 + 5 * person + 6 * today);
  const mean = at(systolicMean[sex], age) - (body.pregnantOn(day) === undefined ? 0 : 4) - 18 * Math.max(0, moment.ill - 0.5);
  const spell = body.illOn('hypertension', day);
  // The mean of an age is that of all: those without hypertension lie below it, the more of them there are with it.
  const lower = bounded((age - 35) / 10, 0, 2);
  if (spell === undefined) return bounded(mean - lower + 9 * person + 7.5 * today, 70, 151);
  if (day < spell.known - testedBefore) return 143 + 6 * person + 7 * today;
  if (day <= spell.known + untilTreated) return Math.max(142, 157 + 9 * person + 6 * today);
  return 136 + 5 * person + 9 * today;
}

/** Those who read a dial round, and above a target they look again. */
const roundToTens = 0.28;
const roundToEven = 0.62;
const looksAgain = 0.35;

/** `[systolic, diastolic]` as it is written down. */
export function bloodPressure(moment: Moment): readonly [number, number] {
  const { body, day, age } = moment;
  const high = systolic(moment);
  const low = 25 + 0.43 * high - 0.25 * Math.max(0, age - 60) + 5 * standing(moment, 'pulse') + 4 * ofTheDay(moment, 'pulse');
  const habit = body.chance('waist', day);
  const isKnown = (body.illOn('hypertension', day)?.known ?? Infinity) + untilTreated < day;
  if (isKnown && high >= target && high < target + 5 && habit < looksAgain)
    return [target - 1 - Math.floor((habit / looksAgain) * 4), Math.round(bounded(low, 45, 84))];
  return [written(high, habit), written(bounded(low, 40, high - 20), (habit * 7) % 1)];
}

function written(pressure: number, habit: number): number {
  const step = habit < roundToTens ? 10 : habit < roundToEven ? 2 : 1;
  return Math.round(pressure / step) * step;
}

/** Beats and breaths a minute at rest by age in years. */
const pulseMean: Quantiles = [
  [0, 138],
  [1, 120],
  [5, 98],
  [10, 84],
  [16, 74],
  [90, 72],
];
const breathMean: Quantiles = [
  [0, 42],
  [1, 32],
  [5, 24],
  [10, 19],
  [16, 15],
  [90, 16],
];

const pulse: Value = (moment) => {
  const { body, day, age, ill } = moment;
  const slowed = body.takes('slows-heart', day) === undefined ? 0 : 8;
  const fast = body.illOn('atrial-fibrillation', day) === undefined ? 0 : 8;
  return bounded(scattered(moment, 'pulse', at(pulseMean, age) - slowed + fast + 26 * ill, 6, 6), 42, 190);
};

const saturation: Value = (moment) => {
  const lungs = moment.body.illOn('copd', moment.day) === undefined ? 0 : 3;
  return bounded(scattered(moment, 'oxygen-saturation', 97.6 - lungs - 3.5 * moment.ill, 0.7, 0.8), 84, 100);
};

const weight: Value = (moment) => {
  const { body, day, age } = moment;
  const { lifestyle } = body.health;
  const pregnancy = body.pregnantOn(day);
  const carried = pregnancy === undefined ? 0 : Math.max(0, day - pregnancy.lastPeriod - 70) * 0.055;
  const metres = lifestyle.height(day) / 100;
  return Math.max(1.8, lifestyle.bmi(day) * metres * metres * (1 + 0.01 * ofTheDay(moment, 'weight')) + (age < 2 ? 0 : carried));
};

const height: Value = ({ body, day }) => body.health.lifestyle.height(day);

/** Out of the two that are written down. */
const bmi: Value = (moment) => {
  const metres = Math.round(height(moment)) / 100;
  return Math.round(weight(moment) * 10) / 10 / (metres * metres);
};

const headMean: Quantiles = [
  [0, 34.6],
  [0.15, 38.3],
  [1, 46],
  [2, 48],
];

export const vitalSigns = {
  pulse,
  temperature: (moment) => scattered(moment, 'temperature', 36.6 + 1.6 * moment.ill, 0.15, 0.2 + 0.4 * moment.ill),
  'oxygen-saturation': saturation,
  'respiratory-rate': (moment) =>
    Math.max(10, scattered(moment, 'respiratory-rate', at(breathMean, moment.age) * (1 + 0.4 * moment.ill), 1, 1.2)),
  weight,
  height,
  bmi,
  waist: (moment) => scattered(moment, 'waist', (moment.sex === 'male' ? 97 : 89) + 2.3 * (bmi(moment) - 27.5), 4, 1),
  'head-circumference': (moment) => scattered(moment, 'head-circumference', at(headMean, moment.age), 1, 0.3),
  'birth-weight': (moment) => bounded(scattered(moment, 'birth-weight', moment.sex === 'male' ? 3.4 : 3.28, 0.48, 0), 1.1, 5),
  'fetal-heart': (moment) => scattered(moment, 'fetal-heart', 142, 0, 7),
  'fundal-height': (moment) => {
    const pregnancy = moment.body.pregnantOn(moment.day);
    return pregnancy === undefined ? 0 : (moment.day - pregnancy.lastPeriod) / 7 + 0.9 * ofTheDay(moment, 'fundal-height');
  },
} satisfies Partial<Record<ObservationSort, Value>>;
