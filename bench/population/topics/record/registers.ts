/** Lasting conditions: registers of the Quality and Outcomes Framework, by age and sex, in pairs and by ethnic category. */
import type { ClinicalRecord } from '../../../../src/clinical-record.ts';
import type { Counts } from '../../counts.ts';
import { bandOf, bandsOf, figure, inside, type Section } from '../../figures.ts';
import type { Life } from '../../life.ts';
import type { Topic } from '../../topic.ts';
import { hasAny, sexes, within, wordsOfSex } from './of-record.ts';

interface Register {
  readonly sorts: readonly string[];
  readonly england: number;
  /** The youngest that it counts. */
  readonly from?: number;
  /** Whoever ever had it stays on it. */
  readonly isEver?: true;
}

const diabetes = ['type-1-diabetes', 'type-2-diabetes'];
const kidneys = ['chronic-kidney-disease-3', 'chronic-kidney-disease-4', 'chronic-kidney-disease-5'];
const heart = ['coronary-heart-disease', 'myocardial-infarction', 'angina'];
const depression = ['depression', 'mixed-anxiety-and-depression'];

const registers: Readonly<Record<string, Register>> = {
  hypertension: { sorts: ['hypertension'], england: 15.2 },
  depression: { sorts: depression, england: 13.5, from: 18 },
  diabetes: { sorts: diabetes, england: 8, from: 17 },
  obesity: { sorts: ['obesity'], england: 13.5, from: 18 },
  asthma: { sorts: ['asthma'], england: 6.5, from: 6 },
  'non-diabetic hyperglycaemia': { sorts: ['non-diabetic-hyperglycaemia'], england: 8.5, from: 18 },
  dementia: { sorts: ['dementia'], england: 0.8 },
  COPD: { sorts: ['copd'], england: 1.9 },
  'stroke and TIA': { sorts: ['stroke', 'transient-ischaemic-attack'], england: 1.9, isEver: true },
  'atrial fibrillation': { sorts: ['atrial-fibrillation'], england: 2.3 },
  'coronary heart disease': { sorts: heart, england: 3, isEver: true },
  'chronic kidney disease': { sorts: kidneys, england: 4.6, from: 18 },
  'severe mental illness': { sorts: ['schizophrenia', 'bipolar-disorder', 'psychosis'], england: 1 },
  'heart failure': { sorts: ['heart-failure'], england: 1.2 },
  epilepsy: { sorts: ['epilepsy'], england: 0.8, from: 18 },
  'rheumatoid arthritis': { sorts: ['rheumatoid-arthritis'], england: 0.8, from: 16 },
  osteoporosis: { sorts: ['osteoporosis'], england: 1.3, from: 50 },
  'peripheral arterial disease': { sorts: ['peripheral-arterial-disease'], england: 0.6 },
  'learning disability': { sorts: ['learning-disability', 'downs-syndrome'], england: 0.6 },
  'palliative care': { sorts: ['palliative-care'], england: 0.6 },
};

const isOn = (record: ClinicalRecord, { sorts, isEver }: Register): boolean => hasAny(record, sorts, isEver);

interface ByAge {
  readonly title: string;
  readonly sorts: readonly string[];
  readonly starts: readonly number[];
  readonly men: readonly number[];
  readonly women: readonly number[];
}

const byAge: readonly ByAge[] = [
  // Of those with high blood pressure about three in five are on the register.
  {
    title: 'Hypertension',
    sorts: ['hypertension'],
    starts: [35, 45, 55, 65, 75],
    men: [7.8, 17.4, 28.8, 34.8, 40.8],
    women: [5.4, 13.2, 19.8, 30.6, 39],
  },
  { title: 'Diabetes', sorts: diabetes, starts: [35, 45, 55, 65, 75], men: [3, 9, 13, 21, 18], women: [3, 4, 9, 15, 12] },
  {
    title: 'Atrial fibrillation',
    sorts: ['atrial-fibrillation'],
    starts: [55, 65, 75, 85],
    men: [2.2, 6, 13, 20],
    women: [0.8, 3.3, 9, 17],
  },
  { title: 'Coronary heart disease', sorts: heart, starts: [45, 55, 65, 75, 85], men: [2.2, 6, 12, 19, 23], women: [0.7, 2.2, 5, 10, 15] },
  { title: 'Chronic kidney disease', sorts: kidneys, starts: [55, 65, 75, 85], men: [2.3, 8, 21, 36], women: [2.3, 8, 21, 36] },
  { title: 'Dementia', sorts: ['dementia'], starts: [70, 75, 80, 85, 90], men: [1.5, 3.7, 8, 15, 23], women: [1.5, 3.7, 8, 15, 23] },
];

const agesOfSexes = ({ title, starts, men, women }: ByAge): Section => ({
  title: `${title} by age and sex`,
  unit: '%',
  about: 'of the living of that age and sex',
  chart: 'pyramid',
  isOfRecords: true,
  figures: bandsOf(starts).flatMap((band, n) =>
    sexes.map((sex) =>
      within(0.2, `${wordsOfSex[sex]} ${band}`, { share: `${title}, ${sex} ${band}` }, (sex === 'male' ? men : women)[n] ?? 0, 'hse'),
    ),
  ),
});

/** Of those on the register of the first column, how many are on each other one. */
const pairs: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  hypertension: {
    diabetes: 26,
    'chronic kidney disease': 17,
    'coronary heart disease': 14,
    'atrial fibrillation': 10,
    obesity: 30,
    depression: 16,
  },
  diabetes: {
    hypertension: 57,
    'chronic kidney disease': 18,
    'coronary heart disease': 17,
    'atrial fibrillation': 9,
    obesity: 47,
    depression: 18,
  },
  'chronic kidney disease': {
    hypertension: 72,
    diabetes: 35,
    'coronary heart disease': 25,
    'atrial fibrillation': 21,
    obesity: 28,
    depression: 14,
  },
  'coronary heart disease': {
    hypertension: 58,
    diabetes: 31,
    'chronic kidney disease': 21,
    'atrial fibrillation': 18,
    obesity: 27,
    depression: 16,
  },
  'atrial fibrillation': {
    hypertension: 61,
    diabetes: 23,
    'chronic kidney disease': 26,
    'coronary heart disease': 25,
    obesity: 26,
    depression: 13,
  },
  depression: {
    hypertension: 19,
    diabetes: 9,
    'chronic kidney disease': 4,
    'coronary heart disease': 5,
    'atrial fibrillation': 2.5,
    obesity: 25,
  },
};

const southAsian = /^[HJK]$/;
const white = /^[ABC]$/;
const black = /^[MNP]$/;
const [bothOverExpected, southAsianOverWhite, blackOverWhite] = ['hypertension with diabetes', 'type 2, South Asian', 'type 2, Black'];

const together: Section = {
  title: 'Conditions that go together',
  unit: 'to one',
  about: 'observed over expected, or over people of White categories, at 40 to 74',
  isOfRecords: true,
  figures: [
    inside('hypertension with diabetes, of adults', { number: bothOverExpected }, [1.4, 3.5], 'qof'),
    inside('type 2 diabetes, South Asian', { number: southAsianOverWhite }, [2, 3.6], 'diabetesByEthnicity'),
    inside('type 2 diabetes, Black', { number: blackOverWhite }, [1.3, 2.4], 'diabetesByEthnicity'),
  ],
};

function see(life: Life, record: ClinicalRecord, counts: Counts): void {
  if (!life.isAlive) return;
  const { age, person } = life;
  const on = new Set<string>();
  for (const [name, register] of Object.entries(registers)) {
    const has = isOn(record, register);
    if (has) on.add(name);
    if (age >= (register.from ?? 0)) counts.share(name, has);
  }
  for (const [name, others] of Object.entries(pairs)) {
    if (on.has(name)) for (const other of Object.keys(others)) counts.share(`${other} of ${name}`, on.has(other));
  }
  for (const { title, sorts, starts } of byAge) {
    const band = bandOf(starts, age);
    if (band !== undefined) counts.share(`${title}, ${person.gender} ${band}`, hasAny(record, sorts));
  }
  if (age >= 18) {
    counts.share('adults: hypertension', on.has('hypertension'));
    counts.share('adults: diabetes', on.has('diabetes'));
    counts.share('adults: both', on.has('hypertension') && on.has('diabetes'));
  }
  if (age < 40 || age > 74) return;
  const category = person.ethnicity ?? '';
  const group = southAsian.test(category) ? 'South Asian' : white.test(category) ? 'White' : black.test(category) ? 'Black' : undefined;
  if (group !== undefined) counts.share(`type 2, ${group}`, hasAny(record, ['type-2-diabetes']));
}

export const conditionRegisters: Topic = {
  title: 'Lasting conditions',
  sections: [
    {
      title: 'On a register of practices',
      unit: '%',
      about: 'of the living of the age that the register counts',
      isOfRecords: true,
      figures: Object.entries(registers).map(([name, { england }]) =>
        figure(name, { share: name }, england, 'qof', Math.min(0.3, 0.25 * england)),
      ),
    },
    together,
    ...byAge.map(agesOfSexes),
    ...Object.entries(pairs).map(([name, others]): Section => ({
      title: `Who have ${name} also have`,
      unit: '%',
      about: `of the living on the register of ${name}`,
      isOfRecords: true,
      figures: Object.entries(others).map(([other, england]) => figure(other, { share: `${other} of ${name}` }, england, 'qofPairs', 4)),
    })),
  ],
  begin: () => ({
    read: see,
    finish(counts) {
      const share = (name: string): number => counts.read({ share: name })?.value ?? 0;
      const expected = (share('adults: hypertension') * share('adults: diabetes')) / 100;
      if (expected > 0) counts.number(bothOverExpected, share('adults: both') / expected);
      const ofWhite = share('type 2, White');
      if (ofWhite === 0) return;
      counts.number(southAsianOverWhite, share('type 2, South Asian') / ofWhite);
      counts.number(blackOverWhite, share('type 2, Black') / ofWhite);
    },
  }),
};
