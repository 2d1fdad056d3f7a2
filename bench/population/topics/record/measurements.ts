/** What was measured last, by age and sex; who smokes, who is obese, and whether what lasts is treated. */
import type { ClinicalRecord, ObservationEntry } from '../../../../src/clinical-record.ts';
import type { Counts } from '../../counts.ts';
import { bandOf, bandsOf, close, inside, type Section } from '../../figures.ts';
import type { Life } from '../../life.ts';
import { reading, type Topic } from '../../topic.ts';
import { hasAny, sexes, since, wordsOfSex } from './of-record.ts';

const ages = [16, 25, 35, 45, 55, 65, 75];

interface Measure {
  readonly title: string;
  readonly sort: string;
  readonly men: readonly number[];
  readonly women: readonly number[];
  /** How far a mean may be off: those who are measured are more often ill. */
  readonly margin: number;
  readonly isWithoutDiabetes?: true;
}

const measures: readonly Measure[] = [
  {
    title: 'Systolic blood pressure, mmHg',
    sort: 'blood-pressure',
    men: [124, 125, 127, 130, 133, 135, 136],
    women: [112, 114, 117, 122, 128, 133, 137],
    margin: 5,
  },
  {
    title: 'Body mass index, kg/m²',
    sort: 'bmi',
    men: [23.9, 26.8, 28, 28.6, 28.9, 28.6, 27.6],
    women: [24.2, 26.5, 27.6, 28.4, 28.7, 28.6, 27.3],
    margin: 1.2,
  },
  {
    title: 'Total cholesterol, mmol/l',
    sort: 'cholesterol',
    men: [4.1, 4.8, 5.2, 5.3, 5.1, 4.7, 4.4],
    women: [4.2, 4.6, 4.9, 5.3, 5.7, 5.5, 5.2],
    margin: 0.4,
  },
  {
    title: 'HbA1c of those without diabetes, mmol/mol',
    sort: 'hba1c',
    men: [33, 34, 35, 36, 38, 39, 39],
    women: [33, 34, 35, 36, 38, 39, 39],
    margin: 3,
    isWithoutDiabetes: true,
  },
  {
    title: 'Filtration of the kidneys, ml/min',
    sort: 'egfr',
    men: [118, 110, 102, 95, 87, 78, 63],
    women: [118, 110, 102, 95, 87, 78, 63],
    margin: 8,
  },
];

const diabetes = ['type-1-diabetes', 'type-2-diabetes'];

interface Treated {
  readonly sorts: readonly string[];
  readonly medicines: readonly string[];
  readonly least: number;
}

const treated: Readonly<Record<string, Treated>> = {
  'epilepsy: a medicine against it': {
    sorts: ['epilepsy'],
    medicines: ['lamotrigine', 'levetiracetam', 'sodium valproate', 'carbamazepine', 'topiramate'],
    least: 75,
  },
  'atrial fibrillation: an anticoagulant': {
    sorts: ['atrial-fibrillation'],
    medicines: ['apixaban', 'edoxaban', 'rivaroxaban', 'warfarin'],
    least: 70,
  },
  'coronary heart disease: a statin': {
    sorts: ['coronary-heart-disease'],
    medicines: ['atorvastatin', 'simvastatin', 'rosuvastatin'],
    least: 75,
  },
  'type 1 diabetes: insulin': {
    sorts: ['type-1-diabetes'],
    medicines: ['insulin aspart', 'insulin glargine', 'insulin degludec', 'fiasp', 'insulin isophane biphasic human'],
    least: 90,
  },
  'underactive thyroid: levothyroxine': { sorts: ['hypothyroidism'], medicines: ['levothyroxine sodium'], least: 85 },
};

const valueOf = ({ value, parts }: ObservationEntry): number | undefined => value?.value ?? parts?.[0]?.value.value;

function read(life: Life, record: ClinicalRecord, counts: Counts): void {
  if (!life.isAlive) return;
  const { age } = life;
  const { gender } = record.person;
  for (const [name, { sorts, medicines }] of Object.entries(treated)) {
    if (!hasAny(record, sorts)) continue;
    counts.share(
      name,
      record.of('medication').some(({ sort, end }) => end === undefined && medicines.includes(sort)),
    );
  }
  const band = bandOf(ages, age);
  if (band === undefined) return;
  const lately = since(record, record.of('observation'), 3 * 365);
  for (const { sort, isWithoutDiabetes } of measures) {
    const last = lately.findLast((each) => each.sort === sort);
    const value = last && valueOf(last);
    if (value === undefined || (isWithoutDiabetes === true && hasAny(record, diabetes))) continue;
    counts.value(`${sort}, ${gender} ${band}`, value);
    if (sort === 'bmi' && age >= 18) counts.share('obese', value >= 30);
  }
  if (hasAny(record, diabetes)) {
    const last = lately.findLast(({ sort }) => sort === 'hba1c');
    const value = last && valueOf(last);
    if (value !== undefined) counts.value('HbA1c in diabetes', value);
  }
  const smoking = record.of('observation').findLast(({ sort }) => sort === 'smoking')?.finding?.text ?? '';
  if (age >= 18 && smoking !== '') counts.share('smokes', smoking === 'Smoker');
}

const sections: readonly Section[] = [
  ...measures.map(({ title, sort, men, women, margin }): Section => ({
    title,
    unit: 'as it is measured',
    about: 'mean of the last one in three years, of those who have one',
    chart: 'pyramid',
    isOfRecords: true,
    figures: bandsOf(ages).flatMap((band, n) =>
      sexes.map((sex) =>
        close(
          `${wordsOfSex[sex]} ${band}`,
          { values: `${sort}, ${sex} ${band}`, take: 'mean' },
          (sex === 'male' ? men : women)[n] ?? 0,
          'measured',
          margin,
        ),
      ),
    ),
  })),
  {
    title: 'HbA1c in diabetes, mmol/mol',
    unit: 'as it is measured',
    about: 'the last one in three years',
    isOfRecords: true,
    figures: [
      close('median', { values: 'HbA1c in diabetes', take: 'median' }, 52, 'measured', 4),
      close('lowest tenth', { values: 'HbA1c in diabetes', take: 'p10' }, 42, 'measured', 4),
      close('highest tenth', { values: 'HbA1c in diabetes', take: 'p90' }, 78, 'measured', 6),
    ],
  },
  {
    title: 'Smoking and weight',
    unit: '%',
    about: 'of the adults of whom it is recorded',
    isOfRecords: true,
    figures: [close('smokes', { share: 'smokes' }, 11.9, 'measured', 3), close('obese', { share: 'obese' }, 29, 'measured', 5)],
  },
  {
    title: 'Treated for what lasts',
    unit: '%',
    about: 'of the living who have it',
    isOfRecords: true,
    figures: Object.entries(treated).map(([name, { least }]) => inside(name, { share: name }, [least, 100], 'target')),
  },
];

export const measuring: Topic = { title: 'Measurements and treatment', sections, begin: reading(read) };
