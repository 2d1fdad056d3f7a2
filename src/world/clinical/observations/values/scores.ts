/** What is counted, asked or blown: scores, lungs, habits. */
import { at, type Quantiles } from '../../../pattern/draws.ts';
import type { ObservationSort } from '../sorts.ts';
import { lipids } from './lipids.ts';
import { scattered, bounded, type Moment, ofTheDay, standing, type Value } from './moment.ts';
import { bloodPressure, vitalSigns } from './vital-signs.ts';

/** Litres at 25, and what each year takes. */
const lungs = { female: { litres: 3.3, lost: 0.024 }, male: { litres: 4.3, lost: 0.029 } };

const fullBreath: Value = (moment) => {
  const { litres, lost } = lungs[moment.sex];
  const tall = moment.body.health.lifestyle.height(moment.day) / (moment.sex === 'male' ? 177 : 164);
  const grown = moment.age < 25 ? Math.max(0.25, moment.age / 25) : 1;
  return Math.max(
    0.6,
    (litres - lost * Math.max(0, moment.age - 25)) * tall * tall * grown * (1.25 + 0.08 * standing(moment, 'forced-vital-capacity')),
  );
};

/** Of a full breath, the share that is out after a second. */
const shareInOneSecond: Value = (moment) => {
  const { body, day } = moment;
  const copd = body.illOn('copd', day);
  if (copd !== undefined)
    return bounded(
      0.58 - 0.004 * Math.max(0, (day - copd.known) / 365) + 0.06 * standing(moment, 'fev1') + 0.01 * ofTheDay(moment, 'fev1'),
      0.25,
      0.69,
    );
  const asthma = body.illOn('asthma', day);
  if (asthma !== undefined && day <= asthma.known + 30) return 0.68 + 0.02 * standing(moment, 'fev1');
  return bounded(0.8 + 0.03 * standing(moment, 'fev1') + 0.01 * ofTheDay(moment, 'fev1'), 0.71, 0.9);
};

const peakFlow: Value = (moment) => {
  const share = shareInOneSecond(moment) / 0.8;
  const flow =
    fullBreath(moment) * (moment.sex === 'male' ? 110 : 105) * share * (1 - 0.3 * moment.ill) * (1 + 0.03 * ofTheDay(moment, 'peak-flow'));
  return Math.round(bounded(flow, 60, 780) / 10) * 10;
};

/** A score on the days around a diagnosis, and later. */
function moodScore(sort: 'depression-score' | 'anxiety-score', most: number): Value {
  const sign = sort === 'depression-score' ? 'depression' : 'anxiety';
  const severities: Readonly<Record<string, number>> = { mild: 8, moderate: 13, severe: 19 };
  return (moment) => {
    const spell = moment.body.illOn(sign, moment.day);
    if (spell === undefined) return bounded(scattered(moment, sort, 3, 1, 1.3), 0, 7);
    const first = Math.min(most - 2, severities[spell.condition.severity ?? 'moderate'] ?? 13);
    if (moment.day <= spell.known + 20) return bounded(scattered(moment, sort, first, 1, 1), 5, most);
    return bounded(scattered(moment, sort, first * 0.55, 2, 1.5), 1, most);
  };
}

const memory: Value = (moment) => {
  const spell = moment.body.illOn('dementia', moment.day);
  if (spell === undefined) return bounded(scattered(moment, 'memory-score', 28.4, 0.7, 0.6), 26, 30);
  const years = (moment.day - spell.known) / 365;
  return bounded(scattered(moment, 'memory-score', 21 - 1.8 * Math.max(0, years), 2, 0.8), 3, 25);
};

const frailtyByAge: Quantiles = [
  [60, 2],
  [75, 3],
  [85, 4.2],
  [95, 5.8],
];
const frailty: Value = (moment) => {
  const isFrail = moment.body.illOn('frailty', moment.day) !== undefined;
  const level = scattered(moment, 'frailty-score', at(frailtyByAge, moment.age) + (isFrail ? 1.5 : 0), 0.6, 0.2);
  return bounded(level, isFrail ? 5 : 1, isFrail ? 8 : 4);
};

/** Percent in ten years by age at a systolic pressure of 130, a cholesterol of 5, without smoking or diabetes. */
const riskByAge: Readonly<Record<Moment['sex'], Quantiles>> = {
  female: [
    [25, 0.1],
    [40, 0.8],
    [50, 2],
    [60, 5],
    [70, 11],
    [84, 26],
  ],
  male: [
    [25, 0.2],
    [40, 1.6],
    [50, 4],
    [60, 9],
    [70, 17],
    [84, 34],
  ],
};
const risk: Value = (moment) => {
  const { body, day, sex, age } = moment;
  const pressure = 1 + 0.012 * (bloodPressure(moment)[0] - 130);
  const fat = 1 + 0.14 * (lipids.cholesterol(moment) / lipids.hdl(moment) - 3.7);
  const smokes = smokesOn(moment) ? 1.6 : 1;
  const sugar = body.illOn('type-2-diabetes', day) === undefined ? 1 : 1.7;
  return bounded(at(riskByAge[sex], age) * pressure * Math.max(0.6, fat) * smokes * sugar, 0.1, 75);
};

export function smokesOn({ body, day }: Moment): boolean {
  const { smoking } = body.health.lifestyle;
  return smoking !== undefined && smoking.from <= day && day < (smoking.to ?? Infinity);
}

/** Points of the early warning score for a value: the ranges of the Royal College of Physicians, 2017, each up to a value. */
const warningPoints = {
  'respiratory-rate': [
    [8, 3],
    [11, 1],
    [20, 0],
    [24, 2],
    [Infinity, 3],
  ],
  'oxygen-saturation': [
    [91, 3],
    [93, 2],
    [95, 1],
    [Infinity, 0],
  ],
  systolic: [
    [90, 3],
    [100, 2],
    [110, 1],
    [219, 0],
    [Infinity, 3],
  ],
  pulse: [
    [40, 3],
    [50, 1],
    [90, 0],
    [110, 1],
    [130, 2],
    [Infinity, 3],
  ],
  temperature: [
    [35, 3],
    [36, 1],
    [38, 0],
    [39, 1],
    [Infinity, 2],
  ],
} as const;
type Points = readonly (readonly [upTo: number, points: number])[];
const pointsOf = (points: Points, value: number): number => points.find(([upTo]) => value <= upTo)?.[1] ?? 0;

/** Out of the values as they are written down; everybody is alert, and breathes air. */
const earlyWarning: Value = (moment) =>
  pointsOf(warningPoints.systolic, bloodPressure(moment)[0]) +
  pointsOf(warningPoints.pulse, Math.round(vitalSigns.pulse(moment))) +
  pointsOf(warningPoints.temperature, Math.round(vitalSigns.temperature(moment) * 10) / 10) +
  pointsOf(warningPoints['respiratory-rate'], Math.round(vitalSigns['respiratory-rate'](moment))) +
  pointsOf(warningPoints['oxygen-saturation'], Math.round(vitalSigns['oxygen-saturation'](moment)));

export const scores = {
  'early-warning-score': earlyWarning,
  cigarettes: (moment) => moment.body.health.lifestyle.smoking?.perDay ?? 0,
  alcohol: (moment) => moment.body.health.lifestyle.alcohol,
  'peak-flow': peakFlow,
  'forced-vital-capacity': fullBreath,
  fev1: (moment) => (Math.round(fullBreath(moment) * 100) / 100) * shareInOneSecond(moment),
  'cardiovascular-risk': risk,
  'aorta-diameter': (moment) =>
    moment.body.spells('aneurysm').length > 0
      ? 3.1 + 1.5 * moment.body.place('aorta-diameter')
      : bounded(scattered(moment, 'aorta-diameter', 1.9, 0.25, 0), 1.3, 2.9),
  'bone-density': (moment) =>
    moment.body.illOn('osteoporosis', moment.day) === undefined
      ? bounded(scattered(moment, 'bone-density', -1.1, 0.6, 0.1), -2.4, 1)
      : bounded(scattered(moment, 'bone-density', -3, 0.35, 0.1), -4.5, -2.5),
  breathlessness: (moment) => {
    const isIll = moment.body.illOn('copd', moment.day) !== undefined || moment.body.illOn('heart-failure', moment.day) !== undefined;
    return bounded(scattered(moment, 'breathlessness', isIll ? 2.5 : 1.2, 0.9, 0.4), 1, 5);
  },
  'asthma-control': (moment) => bounded(scattered(moment, 'asthma-control', 20.5 - 6 * moment.ill, 2.5, 1.8), 5, 25),
  'depression-score': moodScore('depression-score', 27),
  'anxiety-score': moodScore('anxiety-score', 21),
  'memory-score': memory,
  'frailty-score': frailty,
} satisfies Partial<Record<ObservationSort, Value>>;
