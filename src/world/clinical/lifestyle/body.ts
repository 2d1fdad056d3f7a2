/** Height and body mass index: where somebody stands among others of their age stays the same, and what is usual changes with age. */
import { type Day, year } from '../../calendar.ts';
import { field } from '../../fields.ts';
import { at, type Quantiles } from '../../pattern/draws.ts';
import type { Lifestyle } from '../health.ts';
import type { Life } from '../life.ts';

/** Standard deviations from the mean of a normal distribution, by the share below. */
const normal: Quantiles = [
  [0, -3],
  [0.005, -2.58],
  [0.023, -2],
  [0.067, -1.5],
  [0.159, -1],
  [0.309, -0.5],
  [0.5, 0],
  [0.691, 0.5],
  [0.841, 1],
  [0.933, 1.5],
  [0.977, 2],
  [0.995, 2.58],
  [1, 3],
];
/** The same of body mass, of which the heavy side is longer. */
const skewed: Quantiles = [
  [0, -1.9],
  [0.02, -1.55],
  [0.1, -1.15],
  [0.25, -0.7],
  [0.5, -0.12],
  [0.7, 0.42],
  [0.85, 1.05],
  [0.95, 1.85],
  [0.985, 2.6],
  [1, 4],
];

/** By age in years: `[age, mean]`. Adults as in the Health Survey for England, children between the growth charts and those measured at school. */
const bmiMean: Readonly<Record<Life['sex'], Quantiles>> = {
  male: [
    [0, 13.6],
    [0.5, 17.4],
    [1, 17.2],
    [2, 16.6],
    [5, 15.9],
    [8, 16.6],
    [12, 19.2],
    [16, 22.2],
    [20, 23.9],
    [30, 26.8],
    [40, 28],
    [50, 28.6],
    [60, 28.9],
    [70, 28.6],
    [82, 27.4],
    [95, 25.5],
  ],
  female: [
    [0, 13.4],
    [0.5, 17],
    [1, 16.8],
    [2, 16.3],
    [5, 15.8],
    [8, 16.6],
    [12, 19.6],
    [16, 22.5],
    [20, 24.2],
    [30, 26.5],
    [40, 27.6],
    [50, 28.4],
    [60, 28.7],
    [70, 28.6],
    [82, 27.1],
    [95, 25],
  ],
};
const bmiSpread: Readonly<Record<Life['sex'], Quantiles>> = {
  male: [
    [0, 1.1],
    [5, 1.7],
    [12, 3.4],
    [18, 4.2],
    [30, 4.7],
    [100, 4.8],
  ],
  female: [
    [0, 1.1],
    [5, 1.8],
    [12, 3.6],
    [18, 4.8],
    [30, 5.8],
    [70, 6],
    [100, 5.2],
  ],
};
const leastBmi = 11.5;

/** Share of the grown height by age, and how much of it is left in old age. */
const grown: Readonly<Record<Life['sex'], Quantiles>> = {
  male: [
    [0, 0.284],
    [0.25, 0.346],
    [0.5, 0.382],
    [1, 0.428],
    [2, 0.495],
    [4, 0.583],
    [6, 0.656],
    [8, 0.724],
    [10, 0.782],
    [12, 0.842],
    [13, 0.882],
    [14, 0.926],
    [15, 0.96],
    [16, 0.982],
    [18, 1],
    [45, 1],
    [60, 0.995],
    [75, 0.983],
    [90, 0.967],
    [105, 0.955],
  ],
  female: [
    [0, 0.302],
    [0.25, 0.366],
    [0.5, 0.402],
    [1, 0.452],
    [2, 0.525],
    [4, 0.625],
    [6, 0.704],
    [8, 0.776],
    [10, 0.843],
    [11, 0.885],
    [12, 0.925],
    [13, 0.96],
    [14, 0.982],
    [16, 1],
    [45, 1],
    [60, 0.993],
    [75, 0.978],
    [90, 0.957],
    [105, 0.945],
  ],
};
const tall = { male: { mean: 177, spread: 7 }, female: { mean: 163.5, spread: 6.5 } };

export function bodyBuildOf({ sex, birth, chance }: Life): Pick<Lifestyle, 'bmi' | 'height'> {
  const full = tall[sex].mean + tall[sex].spread * at(normal, chance(field.habits + 5));
  const place = at(skewed, chance(field.habits + 6));
  const age = (day: Day): number => Math.max(0, (day - birth) / year);
  return {
    height: (day) => Math.round(full * at(grown[sex], age(day)) * 10) / 10,
    bmi(day) {
      const years = age(day);
      const value = at(bmiMean[sex], years) + place * at(bmiSpread[sex], years);
      return Math.round(Math.max(leastBmi, value) * 10) / 10;
    },
  };
}
