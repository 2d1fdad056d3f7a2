/** What is found and said in words. */
import type { CodedText } from '../../../../clinical-record.ts';
import { type Day, dayOf } from '../../../calendar.ts';
import { snomed, uncoded } from '../../coded.ts';
import type { Body } from '../body.ts';
import type { Sign } from '../signs.ts';
import type { ObservationSort } from '../sorts.ts';
import type { Moment } from './moment.ts';
import { smokesOn } from './scores.ts';

export type Finding = (moment: Moment) => CodedText;

export const smoker = snomed('77176002', 'Smoker');
const exSmoker = snomed('8517006', 'Former smoker');
const neverSmoked = snomed('266919005', 'Never smoked tobacco');

const smoking: Finding = (moment) => {
  const { smoking: habit } = moment.body.health.lifestyle;
  if (habit === undefined || moment.day < habit.from) return neverSmoked;
  return smokesOn(moment) ? smoker : exSmoker;
};

const [negative, trace, plus, twoPlus] = [uncoded('Negative'), uncoded('Trace'), uncoded('+'), uncoded('++')];
const nitritePositive = snomed('314137006', 'Urine nitrite positive');

/** Urine is tested because of an infection where somebody is ill. */
const positiveWhere =
  (sort: ObservationSort, isPositive: (moment: Moment) => boolean): Finding =>
  (moment) => {
    const drawn = moment.body.chance(sort, moment.day);
    if (isPositive(moment)) return drawn < 0.5 ? plus : twoPlus;
    return drawn < 0.08 ? trace : negative;
  };

const isInfected = ({ ill }: Moment): boolean => ill > 0;
const has =
  (...signs: readonly Sign[]) =>
  ({ body, day }: Moment): boolean =>
    signs.some((sign) => body.illOn(sign, day) !== undefined);

const bacteria = [
  'Escherichia coli',
  'Escherichia coli',
  'Escherichia coli',
  'Klebsiella species',
  'Enterococcus species',
  'Proteus mirabilis',
];

/** From then on screening looked for the virus, and for changed cells only where it was found. */
const virusFirst = dayOf('2019-12-01');
const virus = { none: 0.87, withoutChanges: 0.96 };

/** Twice the same: the next invitation depends on it. */
export const hasVirus = (body: Body, day: Day): boolean => day >= virusFirst && body.chance('cervical-screening', day) >= virus.none;

const cervix: Finding = ({ body, day }) => {
  const drawn = body.chance('cervical-screening', day);
  if (day < virusFirst)
    return drawn < 0.94 ? uncoded('No abnormal cells found') : uncoded('Borderline change or mild abnormal cells found');
  if (drawn < virus.none) return uncoded('HPV not found');
  return drawn < virus.withoutChanges
    ? uncoded('HPV found, no abnormal cells')
    : uncoded('HPV found, abnormal cells: referred for colposcopy');
};

/** What screening finds is diagnosed within so many days. */
const soon = 150;
const calledBack = 0.035;

const mammogram: Finding = ({ body, day }) => {
  const isCancer = body.spells('breast-cancer').some(({ known }) => known >= day && known - day < soon);
  return isCancer || body.chance('mammogram', day) < calledBack
    ? uncoded('Called back for further tests')
    : uncoded('No sign of breast cancer');
};

const feet: Finding = ({ body, day, age }) => {
  const drawn = body.place('foot-check') * 0.9 + body.chance('foot-check', day) * 0.1 - Math.max(0, age - 60) * 0.004;
  return uncoded(
    drawn > 0.24 ? 'Low risk of a foot problem' : drawn > 0.05 ? 'Moderate risk of a foot problem' : 'High risk of a foot problem',
  );
};

/** What screening sees is told to the practice some days later. */
const found = 20;
const noRetinopathy = snomed('201141000000103', 'No diabetic retinopathy');
const retinopathy = snomed('390834004', 'Nonproliferative retinopathy due to diabetes mellitus', 'Background diabetic retinopathy');
const eyes: Finding = ({ body, day }) => {
  const spell = body.illOn('retinopathy', day);
  return spell !== undefined && spell.known <= day + found ? retinopathy : noRetinopathy;
};

const bloodGroups = [
  [0.36, 'O RhD positive'],
  [0.66, 'A RhD positive'],
  [0.74, 'B RhD positive'],
  [0.77, 'AB RhD positive'],
  [0.9, 'O RhD negative'],
  [0.97, 'A RhD negative'],
  [0.99, 'B RhD negative'],
  [1, 'AB RhD negative'],
] as const;

export const findings: Partial<Record<ObservationSort, Finding>> = {
  smoking,
  'urine-leucocytes': positiveWhere('urine-leucocytes', isInfected),
  'urine-nitrite': (moment) => (isInfected(moment) && moment.body.chance('urine-nitrite', moment.day) < 0.7 ? nitritePositive : negative),
  'urine-protein': positiveWhere('urine-protein', has('pre-eclampsia')),
  'urine-ketones': positiveWhere('urine-ketones', () => false),
  'urine-glucose': positiveWhere('urine-glucose', has('gestational-diabetes')),
  'urine-blood': positiveWhere('urine-blood', (moment) => isInfected(moment) && moment.body.chance('urine-blood', moment.day + 1) < 0.5),
  'urine-culture': ({ body, day }) => {
    const drawn = body.chance('urine-culture', day);
    if (drawn < 0.25) return uncoded('No significant growth');
    if (drawn < 0.38) return uncoded('Mixed growth, probably contaminated');
    return uncoded(`${bacteria[Math.floor(drawn * 600) % bacteria.length]} grown`);
  },
  'stool-culture': ({ body, day }) =>
    uncoded(body.chance('stool-culture', day) < 0.86 ? 'No pathogens found' : 'Campylobacter species found'),
  'throat-culture': ({ body, day }) =>
    uncoded(body.chance('throat-culture', day) < 0.7 ? 'No beta-haemolytic streptococci grown' : 'Group A streptococcus grown'),
  'cervical-screening': cervix,
  mammogram,
  'foot-check': feet,
  'eye-screening': eyes,
  'blood-group': ({ body }) => uncoded(bloodGroups.find(([upTo]) => body.place('blood-group') < upTo)?.[1] ?? 'O RhD positive'),
  'pregnancy-infections': () => uncoded('HIV, hepatitis B and syphilis not detected'),
  'newborn-blood-spot': () => uncoded('No condition suspected'),
  'newborn-hearing': ({ body }) =>
    uncoded(body.place('newborn-hearing') < 0.985 ? 'Clear response in both ears' : 'No clear response: referred to audiology'),
  'newborn-examination': ({ body }) => uncoded(body.place('newborn-examination') < 0.96 ? 'Nothing abnormal found' : 'Hips to be scanned'),
};
