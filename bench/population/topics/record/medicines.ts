/** What practices prescribe: how many medicines, which, for how long, and to whom who is particular. */
import type { ClinicalRecord } from '../../../../src/clinical-record.ts';
import type { Counts } from '../../counts.ts';
import { bandOf, bandsOf, close, type Section } from '../../figures.ts';
import type { Life } from '../../life.ts';
import { reading, type Topic } from '../../topic.ts';
import { since, within } from './of-record.ts';

/** Of a hundred registered people, how many have it at least once in a year. */
const medicines: Readonly<Record<string, number>> = {
  atorvastatin: 15,
  omeprazole: 11,
  amlodipine: 8.5,
  lansoprazole: 9,
  'levothyroxine sodium': 4,
  bisoprolol: 5,
  ramipril: 7,
  metformin: 5,
  sertraline: 5.5,
  colecalciferol: 5,
  apixaban: 2.4,
  salbutamol: 8,
  aspirin: 3.2,
  paracetamol: 6,
  mirtazapine: 2.3,
  amitriptyline: 4,
  losartan: 3,
  furosemide: 1.9,
  dapagliflozin: 1.9,
  'co-codamol': 5,
  citalopram: 2,
  amoxicillin: 12,
  candesartan: 2.2,
  tamsulosin: 2,
  fluoxetine: 2.2,
  'folic acid': 2,
  clopidogrel: 1.8,
  simvastatin: 2,
  macrogol: 3.5,
  indapamide: 1.8,
  prednisolone: 4,
  codeine: 3,
  allopurinol: 1.4,
  'ferrous fumarate': 3,
  gliclazide: 1,
  lisinopril: 1.3,
  naproxen: 5,
  propranolol: 2.2,
  'alendronic acid': 1.3,
  venlafaxine: 0.9,
  fexofenadine: 2.5,
  doxazosin: 0.9,
  cetirizine: 2,
  estradiol: 1.7,
  sildenafil: 1.8,
  nitrofurantoin: 3.3,
  doxycycline: 4.8,
  desogestrel: 2.3,
  flucloxacillin: 4.5,
  hydroxocobalamin: 1.5,
  phenoxymethylpenicillin: 3.5,
  clarithromycin: 2.4,
  trimethoprim: 1.6,
  donepezil: 0.35,
  'ethinylestradiol with levonorgestrel': 1.4,
};

const antibiotics = new Set([
  'amoxicillin',
  'co-amoxiclav',
  'flucloxacillin',
  'phenoxymethylpenicillin',
  'clarithromycin',
  'doxycycline',
  'trimethoprim',
  'nitrofurantoin',
  'cefalexin',
  'metronidazole',
]);
const antibioticAges = [0, 5, 10, 16, 65, 85];
const antibioticShares = [33, 25, 15, 21.5, 38, 50];

const pillAges = [15, 20, 25, 30, 35, 45];
const combined = [15, 18, 12, 7, 4];
const progestogen = [8, 14, 14, 11, 9];
const replacementAges = [40, 45, 50, 55, 60, 65, 70];
const replacement = [4, 12, 27, 25, 16, 12, 10];
const oestrogens = new Set(['estradiol', 'estradiol pessary', 'estradiol with norethisterone']);

function read(life: Life, record: ClinicalRecord, counts: Counts): void {
  if (!life.isAlive) return;
  const { age } = life;
  const { gender } = record.person;
  const repeats = new Set(
    record.of('medication').flatMap(({ course, end, sort }) => (course === 'repeat' && end === undefined ? [sort] : [])),
  );
  counts.share('any repeat', repeats.size > 0);
  counts.share('five repeats', repeats.size >= 5);
  counts.share('ten repeats', repeats.size >= 10);
  if (age >= 65) counts.share('five repeats at 65', repeats.size >= 5);
  const issues = since(record, record.of('issue'));
  counts.value('items', issues.length);
  for (const { days, course } of issues) {
    if (course === 'repeat') counts.among('supply', days <= 30 ? '28 days' : days <= 60 ? '56 days' : '84 days and more');
  }
  const byId = new Map(record.of('medication').map(({ id, sort }) => [id, sort]));
  const issued = new Set(issues.map(({ medication }) => byId.get(medication) ?? ''));
  for (const sort of Object.keys(medicines)) counts.share(`issued ${sort}`, issued.has(sort));
  const hasOf = (sorts: ReadonlySet<string>): boolean => [...issued].some((sort) => sorts.has(sort));
  counts.share(`antibiotic at ${bandOf(antibioticAges, age) ?? ''}`, hasOf(antibiotics));
  if (gender !== 'female') return;
  const band = bandOf(pillAges, age) ?? '';
  counts.share(`combined pill at ${band}`, issued.has('ethinylestradiol with levonorgestrel'));
  counts.share(`progestogen-only pill at ${band}`, issued.has('desogestrel'));
  counts.share(`oestrogen at ${bandOf(replacementAges, age) ?? ''}`, hasOf(oestrogens));
}

const byBand = (title: string, name: string, starts: readonly number[], shares: readonly number[], about: string): Section => ({
  title,
  unit: '%',
  about,
  isOfRecords: true,
  figures: shares.map((share, n) => {
    const band = bandsOf(starts)[n] ?? '';
    return close(
      band,
      { share: `${name} at ${band}` },
      share,
      name === 'antibiotic' ? 'antibiotics' : 'contraception',
      Math.max(3, share * 0.12),
    );
  }),
});

const sections: readonly Section[] = [
  {
    title: 'How many medicines',
    unit: '%',
    about: 'of the living, on repeats today',
    isOfRecords: true,
    figures: [
      close('any', { share: 'any repeat' }, 47, 'prescriptions', 3),
      close('five or more', { share: 'five repeats' }, 15, 'prescriptions', 3),
      close('ten or more', { share: 'ten repeats' }, 4.5, 'prescriptions', 2),
      close('five or more, at 65 and over', { share: 'five repeats at 65' }, 40, 'prescriptions', 3),
    ],
  },
  {
    title: 'Items dispensed',
    unit: 'a year',
    about: 'prescribed in the last year for each of the living',
    isOfRecords: true,
    figures: [within(0.15, 'items', { values: 'items', take: 'mean' }, 19.8, 'prescriptions')],
  },
  {
    title: 'For how long',
    unit: '%',
    about: 'of the issues of repeats in the last year',
    isOfRecords: true,
    figures: [
      close('28 days', { group: 'supply', key: '28 days' }, 62, 'prescriptions', 8),
      close('56 days', { group: 'supply', key: '56 days' }, 22, 'prescriptions', 5),
      close('84 days and more', { group: 'supply', key: '84 days and more' }, 8, 'prescriptions', 5),
    ],
  },
  {
    title: 'Which medicines',
    unit: '%',
    about: 'of the living who had it prescribed in the last year',
    isOfRecords: true,
    figures: Object.entries(medicines).map(([sort, share]) => within(0.3, sort, { share: `issued ${sort}` }, share, 'prescriptions')),
  },
  byBand('Antibiotics by age', 'antibiotic', antibioticAges, antibioticShares, 'of the living who had at least one in the last year'),
  byBand('Combined pill', 'combined pill', pillAges, combined, 'of women who had it prescribed in the last year'),
  byBand('Progestogen-only pill', 'progestogen-only pill', pillAges, progestogen, 'of women who had it prescribed in the last year'),
  byBand('Hormone replacement', 'oestrogen', replacementAges, replacement, 'of women who had an oestrogen prescribed in the last year'),
];

export const prescribing: Topic = { title: 'Medicines', sections, begin: reading(read) };
