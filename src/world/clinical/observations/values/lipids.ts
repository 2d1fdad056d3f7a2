/** Fats in blood. */
import { at, type Quantiles } from '../../../pattern/draws.ts';
import type { ObservationSort } from '../sorts.ts';
import { bounded, type Moment, ofTheDay, scattered, scatteredUpwards, standing, type Value } from './moment.ts';

/** Means by age in years without a statin, so that with those who take one they are as in the Health Survey for England. */
const cholesterolMean: Readonly<Record<Moment['sex'], Quantiles>> = {
  male: [
    [20, 4.1],
    [30, 4.8],
    [40, 5.25],
    [50, 5.5],
    [60, 5.6],
    [70, 5.4],
    [82, 5.1],
  ],
  female: [
    [20, 4.2],
    [30, 4.6],
    [40, 4.9],
    [50, 5.35],
    [60, 6.2],
    [70, 6.05],
    [82, 5.85],
  ],
};

const cholesterol: Value = (moment) => {
  const { body, day, sex, age } = moment;
  const familial = body.illOn('cholesterol', day) === undefined ? 0 : 1.5;
  const without = at(cholesterolMean[sex], age) + familial + 0.85 * standing(moment, 'cholesterol');
  const lowered = body.takes('statin', day) === undefined ? 1 : 0.75;
  return bounded(without * lowered + 0.22 * ofTheDay(moment, 'cholesterol'), 2.3, 11);
};
const hdl: Value = (moment) =>
  bounded(
    scattered(
      moment,
      'hdl',
      (moment.sex === 'male' ? 1.3 : 1.58) - 0.018 * (moment.body.health.lifestyle.bmi(moment.day) - 26),
      0.27,
      0.06,
    ),
    0.6,
    3,
  );
const triglycerides: Value = (moment) => {
  const heavy = 0.035 * (moment.body.health.lifestyle.bmi(moment.day) - 26);
  return bounded(scatteredUpwards(moment, 'triglycerides', (moment.sex === 'male' ? 1.35 : 1.15) + heavy), 0.4, 4.4);
};
/** What is left of the whole: by Friedewald, in mmol/L. */
const ldl: Value = (moment) => Math.max(0.6, cholesterol(moment) - hdl(moment) - triglycerides(moment) / 2.2);

export const lipids = { cholesterol, hdl, ldl, triglycerides } satisfies Partial<Record<ObservationSort, Value>>;
