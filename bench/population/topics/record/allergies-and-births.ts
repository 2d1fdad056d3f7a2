/** Allergies on record, cancers that were found, and how children were born. */
import type { ClinicalRecord } from '../../../../src/clinical-record.ts';
import type { Counts } from '../../counts.ts';
import { bandOf, bandsOf, close, inside, type Section } from '../../figures.ts';
import type { Life } from '../../life.ts';
import { reading, type Topic } from '../../topic.ts';
import { daysAgo, within } from './of-record.ts';

const allergyAges = [0, 5, 16, 45, 65];
const penicillin = [1.2, 2.5, 4, 6.5, 9.5];

const cancerAges = [50, 60, 70, 80];
const cancers: Readonly<Record<string, { readonly sex?: 'female' | 'male'; readonly per100000: readonly number[] }>> = {
  'breast-cancer': { sex: 'female', per100000: [290, 395, 365, 410] },
  'prostate-cancer': { sex: 'male', per100000: [150, 470, 740, 690] },
  'lung-cancer': { per100000: [52, 155, 305, 345] },
  'bowel-cancer': { per100000: [55, 122, 230, 330] },
  melanoma: { per100000: [33, 48, 72, 89] },
};
const yearsOfCancer = 5;

function read(life: Life, record: ClinicalRecord, counts: Counts): void {
  seeCancers(life, record, counts);
  for (const { outcome } of record.of('pregnancy')) {
    if (outcome?.how !== 'birth' || outcome.on < '2021-01-01' || outcome.delivery === undefined) continue;
    counts.share('caesarean', /caesarean/i.test(outcome.delivery.text));
    counts.share('before 37 weeks', outcome.weeks < 37);
  }
  if (!life.isAlive) return;
  const sorts = record.of('allergy').map(({ sort }) => sort);
  counts.share(
    'no allergy entry',
    sorts.every((sort) => sort === 'none-known'),
  );
  counts.share('none known', sorts.includes('none-known'));
  counts.share(`penicillin at ${bandOf(allergyAges, life.age) ?? ''}`, sorts.includes('penicillin'));
}

/** Of those who lived five years ago, whoever has died since among them. */
function seeCancers(life: Life, record: ClinicalRecord, counts: Counts): void {
  const from = daysAgo(record, yearsOfCancer * 365);
  const { death, gender } = record.person;
  if (death !== undefined && death.date < from) return;
  const band = bandOf(cancerAges, life.age - (death === undefined ? yearsOfCancer / 2 : 0));
  if (band === undefined) return;
  for (const [sort, { sex = gender }] of Object.entries(cancers)) {
    if (sex !== gender) continue;
    counts.share(
      `${sort} at ${band}`,
      record.of('condition').some((each) => each.sort === sort && each.recorded >= from),
    );
  }
}

const sections: readonly Section[] = [
  ...Object.entries(cancers).map(([sort, { per100000 }]): Section => ({
    title: `New cases: ${sort.replaceAll('-', ' ')}`,
    unit: 'per 100,000',
    about: 'a year, over the last five, of those of the sex that has it',
    isOfRecords: true,
    figures: bandsOf(cancerAges).map((band, n) =>
      within(0.25, band, { share: `${sort} at ${band}`, outOf: 100_000 / yearsOfCancer }, per100000[n] ?? 0, 'cancers'),
    ),
  })),
  {
    title: 'Allergy to penicillin by age',
    unit: '%',
    about: 'of the living on whose record it is',
    isOfRecords: true,
    figures: bandsOf(allergyAges).map((band, n) => close(band, { share: `penicillin at ${band}` }, penicillin[n] ?? 0, 'allergies', 1.2)),
  },
  {
    title: 'Allergies on record',
    unit: '%',
    about: 'of the living',
    isOfRecords: true,
    figures: [
      close('no allergy', { share: 'no allergy entry' }, 84, 'allergies', 6),
      close('none known, as an entry', { share: 'none known' }, 25, 'allergies', 6),
    ],
  },
  {
    title: 'How children are born',
    unit: '%',
    about: 'of the births on record since 2021',
    isOfRecords: true,
    figures: [
      close('by caesarean section', { share: 'caesarean' }, 40, 'maternity', 4),
      inside('before 37 weeks', { share: 'before 37 weeks' }, [6, 9.5], 'maternity'),
    ],
  },
];

export const allergiesAndBirths: Topic = { title: 'Allergies, cancers and births', sections, begin: reading(read) };
