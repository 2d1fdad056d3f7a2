/** What adults have checked without being ill: the NHS Health Check, what a visit is used for, tests because of tiredness and the like. */
import { type Day, year } from '../../calendar.ts';
import { at, type Quantiles } from '../../pattern/draws.ts';
import type { Body } from '../observations/body.ts';
import { drawnBy } from './draws.ts';
import { both, measures, occasion, type TestOccasion, tests, investigatedFrom } from './occasions.ts';
import type { PanelSort } from './panels.ts';

/** Offered every five years from 40 to 74 to those without the illnesses that it looks for; half of them come. */
const checked = { from: 40, to: 74, every: 5, uptake: 0.5 };
const healthCheck = both(
  ['blood-pressure', 'pulse', 'weight', 'height', 'bmi', 'waist', 'smoking', 'cigarettes', 'alcohol', 'cardiovascular-risk'],
  ['lipids', 'hba1c', 'urea-and-electrolytes'],
);
const newcomer = measures('blood-pressure', 'weight', 'height', 'bmi', 'smoking', 'cigarettes', 'alcohol');
const shortCheck = measures('blood-pressure', 'weight', 'bmi', 'smoking', 'cigarettes');

/** Shares of those of an age, a year. */
const opportunity: Readonly<Record<'female' | 'male', Quantiles>> = {
  female: [
    [18, 0.25],
    [40, 0.35],
    [65, 0.5],
    [80, 0.7],
  ],
  male: [
    [18, 0.1],
    [40, 0.22],
    [65, 0.45],
    [80, 0.7],
  ],
};
const bloods: Readonly<Record<'female' | 'male', Quantiles>> = {
  female: [
    [10, 0.03],
    [18, 0.12],
    [45, 0.24],
    [65, 0.32],
    [80, 0.5],
  ],
  male: [
    [10, 0.02],
    [18, 0.05],
    [45, 0.13],
    [65, 0.28],
    [80, 0.5],
  ],
};
const images: Quantiles = [
  [0, 0.02],
  [18, 0.05],
  [50, 0.13],
  [75, 0.22],
];

const tired = tests('full-blood-count', 'urea-and-electrolytes', 'liver-function', 'thyroid', 'hba1c');
const shortOf = tests('full-blood-count', 'ferritin');
const pain = tests('full-blood-count', 'inflammation', 'urea-and-electrolytes', 'bone');
const deficient = tests('haematinics', 'vitamin-d', 'bone');
const sorts = [tired, tired, shortOf, pain, deficient] as const;

const usualImages: readonly PanelSort[] = [
  'chest-x-ray',
  'chest-x-ray',
  'joint-x-ray',
  'abdomen-ultrasound',
  'spine-scan',
  'electrocardiogram',
  'echocardiogram',
];
const frailtyFrom = 75;
const frailty = measures('frailty-score', 'blood-pressure', 'weight');
/** Men ask for it, or have symptoms. */
const prostate = { from: 50, to: 75, share: 0.07, panels: tests('psa') };

export function routineOf(body: Body): TestOccasion[] {
  const { life } = body.health;
  const { sex } = life;
  const occasions: TestOccasion[] = [];
  const begins = investigatedFrom(life);
  const isFromAbroad = life.arrival > life.birth;
  if (isFromAbroad && life.arrival >= begins && life.age(life.arrival) >= 16) {
    const day = life.arrival + 20 + Math.floor(life.chance(drawnBy.arrival) * 150);
    if (day < body.until) occasions.push(occasion(day, newcomer));
  }
  const turn = Math.floor(life.chance(drawnBy.healthCheck) * checked.every);
  for (let n = 0; ; n += 1) {
    const day = begins + Math.floor((n + life.chance(drawnBy.routineDay, n + 1)) * year);
    if (day > body.until - 14) return occasions;
    const age = Math.floor((day - life.birth) / year);
    const isAdult = age >= 18;
    if (age >= checked.from && age <= checked.to && n % checked.every === turn) {
      if (life.chance(drawnBy.healthCheck, n + 1) < checked.uptake && !isUnderCare(body, day)) occasions.push(occasion(day, healthCheck));
    } else if (isAdult && life.chance(drawnBy.opportunity, n + 1) < at(opportunity[sex], age)) occasions.push(occasion(day, shortCheck));
    const unwell = life.chance(drawnBy.bloods, n + 1);
    const share = at(bloods[sex], age);
    if (age >= 5 && unwell < share) occasions.push(occasion(day + 90, sorts[Math.floor((unwell / share) * sorts.length)] ?? tired));
    const seen = life.chance(drawnBy.image, n + 1);
    const image = at(images, age);
    if (seen < image)
      occasions.push(
        occasion(day + 45, tests(isAdult ? (usualImages[Math.floor((seen / image) * usualImages.length)] ?? 'chest-x-ray') : 'bone-x-ray')),
      );
    if (age >= frailtyFrom && n % 2 === turn % 2) occasions.push(occasion(day, frailty));
    if (sex === 'male' && age >= prostate.from && age <= prostate.to && life.chance(drawnBy.prostate, n + 1) < prostate.share)
      occasions.push(occasion(day, prostate.panels));
  }
}

const isUnderCare = (body: Body, day: Day): boolean =>
  body.illOn('hypertension', day) !== undefined ||
  body.illOn('type-2-diabetes', day) !== undefined ||
  body.illOn('type-1-diabetes', day) !== undefined ||
  body.illOn('vessels', day) !== undefined ||
  body.illOn('kidney-disease', day) !== undefined;
