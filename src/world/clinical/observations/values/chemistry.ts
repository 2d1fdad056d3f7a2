/** What a laboratory finds in serum, plasma and urine. */
import { at, type Quantiles } from '../../../pattern/draws.ts';
import type { ObservationSort } from '../sorts.ts';
import { scattered, scatteredUpwards, bounded, type Moment, ofTheDay, standing, type Value } from './moment.ts';

/** Means by age in years, of people without the illness that changes them. */
const hba1cMean: Quantiles = [
  [10, 33],
  [20, 33],
  [30, 34],
  [40, 35],
  [50, 36],
  [60, 38],
  [70, 39],
];
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
const cholesterolMean: Readonly<Record<Moment['sex'], Quantiles>> = {
  male: [
    [20, 4.1],
    [30, 4.8],
    [40, 5.25],
    [50, 5.5],
    [60, 5.6],
    [70, 5.4],
    [82, 5.2],
  ],
  female: [
    [20, 4.2],
    [30, 4.6],
    [40, 4.9],
    [50, 5.35],
    [60, 6.2],
    [70, 6.25],
    [82, 6.1],
  ],
};

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
/** A diagnosis takes two tests, and treatment some months. */
const testedBefore = 45;
const untilTreated = 80;

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

/** Average glucose goes with it by 0.146 of the number and 0.83. */
const glucoseFrom = (long: number): number => 0.146 * long + 0.2;

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

/** From … to, of a stage of kidney disease; without one it stays above where they begin. */
const stages: Readonly<Record<string, readonly [low: number, high: number]>> = {
  'chronic-kidney-disease-3': [32, 59],
  'chronic-kidney-disease-4': [16, 28],
  'chronic-kidney-disease-5': [6, 13],
};
const healthyKidneys = 61;

export const egfr: Value = (moment) => {
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

const albuminInUrine: Value = (moment) => {
  const { body, day } = moment;
  const kidneys = body.illOn('kidney-disease', day) === undefined ? 1 : 3.5;
  const sugar = body.illOn('type-2-diabetes', day) === undefined && body.illOn('type-1-diabetes', day) === undefined ? 1 : 1.7;
  return Math.max(0.3, scatteredUpwards(moment, 'urine-albumin-creatinine', 0.8 * kidneys * sugar));
};

export const chemistry = {
  hba1c,
  glucose,
  'fasting-glucose': fasting,
  'glucose-after-2-hours': afterTwoHours,
  cholesterol,
  hdl,
  ldl,
  triglycerides,
  creatinine,
  egfr,
  sodium: (moment) => bounded(scattered(moment, 'sodium', 140 - 3 * moment.ill - 0.02 * Math.max(0, moment.age - 60), 1.5, 1.3), 124, 148),
  potassium: (moment) => bounded(scattered(moment, 'potassium', 4.4 + 0.008 * Math.max(0, 60 - egfr(moment)), 0.22, 0.2), 3.1, 5.9),
  urea,
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
  'urine-albumin-creatinine': albuminInUrine,
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
