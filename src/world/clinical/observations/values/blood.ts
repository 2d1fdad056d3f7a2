/** Counts of blood, and what it is made of and clots by. */
import { testedBefore } from '../body.ts';
import type { ObservationSort } from '../sorts.ts';
import { scattered, scatteredUpwards, bounded, type Moment, type Value } from './moment.ts';

/** A shortage is as it was found until it has been made good. */
const untilMadeGood = 100;

const isShort = ({ body, day }: Moment, of: 'iron-deficiency' | 'b12-deficiency'): boolean => {
  const spell = body.illOn(of, day);
  return spell !== undefined && day >= spell.known - testedBefore && day <= spell.known + untilMadeGood;
};

const haemoglobin: Value = (moment) => {
  const { body, day, sex, age } = moment;
  if (isShort(moment, 'iron-deficiency')) {
    const [usual, highest] = age < 12 ? [95, 104] : sex === 'male' ? [112, 128] : [100, 113];
    return bounded(scattered(moment, 'haemoglobin', usual, 7, 2), 70, highest);
  }
  if (age < 12) return bounded(scattered(moment, 'haemoglobin', 122 + 0.6 * age, 6, 2), 106, 149);
  const pregnant = body.pregnantOn(day) === undefined ? 0 : 14;
  const kidneys = body.illOn('kidney-disease', day) === undefined ? 0 : 10;
  const old = 0.3 * Math.max(0, age - 68);
  const value = scattered(moment, 'haemoglobin', (sex === 'male' ? 150 : 136) - pregnant - kidneys - old, 7, 2.5);
  return bounded(value, sex === 'male' ? 122 : 108 - pregnant / 2, 182);
};

const mcv: Value = (moment) => {
  const size = isShort(moment, 'iron-deficiency') ? 76 : isShort(moment, 'b12-deficiency') ? 107 : moment.age < 12 ? 82 : 90;
  const drink = moment.body.illOn('alcohol', moment.day) === undefined ? 0 : 6;
  return scattered(moment, 'mcv', size + drink, 2.6, 0.8);
};

const whiteCells: Value = (moment) => {
  if (moment.body.illOn('leukaemia', moment.day) !== undefined) return 12 + scatteredUpwards(moment, 'white-cells', 22);
  return bounded(scattered(moment, 'white-cells', (moment.age < 5 ? 9 : 6.8) + 6 * moment.ill, 1.3, 0.7), 2.9, 26);
};
const neutrophilShare: Value = (moment) =>
  bounded(scattered(moment, 'neutrophils', (moment.age < 5 ? 0.4 : 0.57) + 0.2 * moment.ill, 0.05, 0.03), 0.2, 0.9);

const ferritin: Value = (moment) => {
  if (isShort(moment, 'iron-deficiency')) return 4 + 8 * moment.body.chance('ferritin', moment.day);
  const usual = moment.sex === 'male' ? 140 : moment.age < 50 ? 46 : 85;
  return Math.max(moment.sex === 'male' ? 31 : 14, scatteredUpwards(moment, 'ferritin', usual));
};

export const blood = {
  haemoglobin,
  mcv,
  'white-cells': whiteCells,
  neutrophils: (moment) => whiteCells(moment) * neutrophilShare(moment),
  platelets: (moment) => scattered(moment, 'platelets', 258 + 40 * moment.ill, 48, 16),
  ferritin,
  b12: (moment) =>
    isShort(moment, 'b12-deficiency') ? 90 + 70 * moment.body.place('b12') : bounded(scattered(moment, 'b12', 400, 100, 25), 190, 890),
  folate: (moment) => bounded(scatteredUpwards(moment, 'folate', moment.body.takes('folate', moment.day) === undefined ? 7 : 14), 3.1, 20),
  inr: (moment) =>
    moment.body.takes('warfarin', moment.day) === undefined ? 1 : bounded(scattered(moment, 'inr', 2.5, 0.15, 0.45), 1.2, 5.5),
} satisfies Partial<Record<ObservationSort, Value>>;
