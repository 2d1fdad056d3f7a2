/** Who smokes, since when and until when: by year of birth, so that half of adults did in 1974 and 11.9 % in 2023 (ONS). */
import { year, yearOf } from '../../calendar.ts';
import { field } from '../../fields.ts';
import { at, type Quantiles } from '../../pattern/draws.ts';
import type { Lifestyle } from '../health.ts';
import type { Life } from '../life.ts';

/** Share of those born in a year who ever smoke. */
const ever: Readonly<Record<Life['sex'], Quantiles>> = {
  male: [
    [1_920, 0.8],
    [1_940, 0.66],
    [1_955, 0.52],
    [1_970, 0.48],
    [1_985, 0.4],
    [1_995, 0.32],
    [2_002, 0.14],
    [2_009, 0.06],
    [2_030, 0.04],
  ],
  female: [
    [1_920, 0.52],
    [1_940, 0.5],
    [1_955, 0.45],
    [1_970, 0.4],
    [1_985, 0.33],
    [1_995, 0.26],
    [2_002, 0.115],
    [2_009, 0.05],
    [2_030, 0.03],
  ],
};

/** Age in years by which a share of them has given up: those born about 1940, and about 1990. The last of them never do. */
const quitLate: Quantiles = [
  [0, 20],
  [0.08, 30],
  [0.25, 40],
  [0.45, 50],
  [0.62, 60],
  [0.76, 70],
  [0.87, 80],
  [0.92, 95],
  [1, 200],
];
const quitEarly: Quantiles = [
  [0, 19],
  [0.25, 23],
  [0.52, 30],
  [0.65, 40],
  [0.72, 50],
  [0.82, 65],
  [0.9, 80],
  [0.93, 95],
  [1, 200],
];
const lateCohort = 1_940;
const earlyCohort = 1_990;

/** Nobody grows older, so whoever gives up at a later age never does. */
const oldest = 120;
/** That anybody smokes for. */
const leastDays = 200;

const starts: Quantiles = [
  [0, 14],
  [0.4, 16],
  [0.8, 18],
  [1, 20.9],
];
const perDay: Quantiles = [
  [0, 1],
  [0.25, 5],
  [0.5, 10],
  [0.8, 17],
  [1, 35],
];

/** The share of those of one age and sex who ever smoke. */
export const everSmoked = ({ sex, birth }: Pick<Life, 'sex' | 'birth'>): number => at(ever[sex], yearOf(birth));

export function smokingOf(life: Life): Lifestyle['smoking'] {
  const { birth, chance } = life;
  if (chance(field.habits) >= everSmoked(life)) return undefined;
  const born = yearOf(birth);
  const start = at(starts, chance(field.habits + 1));
  const drawn = chance(field.habits + 2);
  const later = Math.min(1, Math.max(0, (born - lateCohort) / (earlyCohort - lateCohort)));
  const quit = at(quitLate, drawn) * (1 - later) + at(quitEarly, drawn) * later;
  const from = birth + Math.floor(start * year);
  return {
    from,
    ...(quit < oldest && { to: Math.max(from + leastDays, birth + Math.floor(quit * year)) }),
    perDay: Math.round(at(perDay, chance(field.habits + 4))),
  };
}
