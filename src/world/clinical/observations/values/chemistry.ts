/** What a laboratory finds in serum and stool, but for sugar, fats and what kidneys keep in order. */
import { at, type Quantiles } from '../../../pattern/draws.ts';
import { testedBefore, untilTreated } from '../body.ts';
import type { ObservationSort } from '../sorts.ts';
import { bounded, type Moment, scattered, scatteredUpwards, type Value } from './moment.ts';

const liverStrain = ({ body, day }: Moment): number =>
  1 +
  (body.illOn('liver', day) === undefined ? 0 : 1.2) +
  (body.illOn('alcohol', day) === undefined ? 0 : 0.8) +
  0.03 * Math.max(0, body.health.lifestyle.bmi(day) - 28);

const tsh: Value = (moment) => {
  const { body, day } = moment;
  const over = body.illOn('hyperthyroidism', day);
  if (over !== undefined && day <= over.known + 150) return 0.01 + 0.02 * body.chance('tsh', day);
  const under = body.illOn('hypothyroidism', day);
  if (under !== undefined && day >= under.known - testedBefore && day <= under.known + 40)
    return 9 + 30 * body.place('tsh') * body.place('t4') + body.chance('tsh', day);
  return bounded(scatteredUpwards(moment, 'tsh', 1.8), 0.32, under === undefined ? 4.4 : 7.5);
};
const t4: Value = (moment) => {
  const { body, day } = moment;
  const over = body.illOn('hyperthyroidism', day);
  if (over !== undefined && day <= over.known + 150) return 24 + 22 * body.place('t4');
  const under = body.illOn('hypothyroidism', day);
  if (under !== undefined && day >= under.known - testedBefore && day <= under.known + 40) return 5.5 + 3 * body.place('t4');
  return bounded(scattered(moment, 't4', 14.2, 1.5, 0.7), 9.5, 18.8);
};

const inflammationOn = ({ body, day }: Moment): number => {
  const spell = body.illOn('inflammation', day) ?? body.illOn('bowel-inflammation', day);
  if (spell === undefined) return 0;
  return day <= spell.known + untilTreated ? 1 : 0.2;
};

const urate: Value = (moment) => {
  const { body, day, sex } = moment;
  if (body.takes('urate', day) !== undefined) return scattered(moment, 'urate', 305, 35, 20);
  const gout = body.illOn('gout', day) === undefined ? 0 : 170;
  return Math.max(140, scattered(moment, 'urate', (sex === 'male' ? 335 : 265) + gout, 45, 18));
};

const psaMedian: Quantiles = [
  [40, 0.7],
  [50, 0.8],
  [60, 1.2],
  [70, 1.7],
  [80, 2.4],
];
const psa: Value = (moment) => {
  const { body, day, age } = moment;
  const cancer = body.illOn('prostate-cancer', day);
  if (cancer !== undefined && day >= cancer.known - 400)
    return day <= cancer.known + 60 ? 5 + scatteredUpwards(moment, 'psa', 8) : scatteredUpwards(moment, 'psa', 0.3);
  const enlarged = body.illOn('prostate', day) === undefined ? 1 : 1.5;
  return bounded(scatteredUpwards(moment, 'psa', at(psaMedian, age) * enlarged), 0.1, 3.9);
};

export const chemistry = {
  alt: (moment) => scatteredUpwards(moment, 'alt', (moment.sex === 'male' ? 24 : 18) * liverStrain(moment)),
  alp: (moment) => scattered(moment, 'alp', moment.age < 16 ? 220 : 74, moment.age < 16 ? 45 : 15, 6),
  bilirubin: (moment) => bounded(scatteredUpwards(moment, 'bilirubin', 8.5), 3, 60),
  albumin: (moment) => scattered(moment, 'albumin', 43.5 - 0.06 * Math.max(0, moment.age - 50) - 6 * moment.ill, 1.8, 1.2),
  calcium: (moment) => scattered(moment, 'calcium', 2.36, 0.05, 0.03),
  phosphate: (moment) => scattered(moment, 'phosphate', moment.age < 16 ? 1.45 : 1.12, 0.11, 0.07),
  tsh,
  t4,
  crp: (moment) => scatteredUpwards(moment, 'crp', 1.5 + 60 * moment.ill + 28 * inflammationOn(moment)),
  esr: (moment) =>
    scatteredUpwards(moment, 'esr', (moment.sex === 'male' ? 5 : 8) + 0.05 * moment.age + 30 * moment.ill + 34 * inflammationOn(moment)),
  'rheumatoid-factor': (moment) =>
    moment.body.illOn('rheumatoid', moment.day) === undefined
      ? 2 + 9 * moment.body.place('rheumatoid-factor')
      : 15 + 140 * moment.body.place('rheumatoid-factor'),
  urate,
  psa,
  lithium: (moment) => bounded(scattered(moment, 'lithium', 0.64, 0.07, 0.07), 0.3, 1.1),
  digoxin: (moment) => bounded(scattered(moment, 'digoxin', 1, 0.2, 0.12), 0.4, 1.9),
  'vitamin-d': (moment) => {
    const { body, day } = moment;
    const low = body.illOn('vitamin-d', day);
    if (low !== undefined && day <= low.known + untilTreated) return bounded(scattered(moment, 'vitamin-d', 19, 4, 2), 8, 29);
    return Math.max(31, scattered(moment, 'vitamin-d', body.takes('vitamin-d', day) === undefined ? 54 : 76, 16, 6));
  },
  calprotectin: (moment) =>
    scatteredUpwards(
      moment,
      'calprotectin',
      moment.body.illOn('bowel-inflammation', moment.day) === undefined ? 14 : 520 * Math.max(0.25, inflammationOn(moment)),
    ),
  'faecal-blood': (moment) => {
    const cancer = moment.body.illOn('bowel-cancer', moment.day);
    return cancer === undefined || moment.day < cancer.known - 100 || moment.day > cancer.known
      ? scatteredUpwards(moment, 'faecal-blood', 2)
      : 20 + scatteredUpwards(moment, 'faecal-blood', 90);
  },
  'coeliac-antibodies': (moment) => {
    const spell = moment.body.illOn('coeliac', moment.day);
    return spell !== undefined && moment.day <= spell.known + 200
      ? 12 + scatteredUpwards(moment, 'coeliac-antibodies', 50)
      : 0.5 + 3 * moment.body.place('coeliac-antibodies');
  },
  natriuretic: (moment) =>
    scatteredUpwards(moment, 'natriuretic', moment.body.illOn('heart-failure', moment.day) === undefined ? 60 + 1.2 * moment.age : 1_800),
  'ovarian-marker': (moment) => {
    const cancer = moment.body.illOn('ovarian-cancer', moment.day);
    return cancer !== undefined && moment.day <= cancer.known
      ? 60 + scatteredUpwards(moment, 'ovarian-marker', 180)
      : bounded(scatteredUpwards(moment, 'ovarian-marker', 13), 4, 33);
  },
} satisfies Partial<Record<ObservationSort, Value>>;
