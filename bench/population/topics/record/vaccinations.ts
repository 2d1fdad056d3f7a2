/** Who has had which vaccination by when, of those born here. */
import type { ClinicalRecord } from '../../../../src/clinical-record.ts';
import { dayOf } from '../../../../src/world/calendar.ts';
import type { Counts } from '../../counts.ts';
import { close, law, type Section } from '../../figures.ts';
import type { Life } from '../../life.ts';
import { reading, type Topic } from '../../topic.ts';

interface Uptake {
  readonly sorts: readonly string[];
  readonly dose?: number;
  /** Years of birth, both inclusive. */
  readonly born: readonly [from: number, to: number];
  /** Months of age by which it counts. */
  readonly by?: number;
  /** Not before this day. */
  readonly since?: string;
  readonly sex?: 'female' | 'male';
  readonly england: number;
}

const primary = ['DTP', 'DT', '5IN1', '6IN1'];

const uptakes: Readonly<Record<string, Uptake>> = {
  '6-in-1, third dose by 12 months, born 2018–24': { sorts: ['6IN1'], dose: 3, born: [2018, 2024], by: 12, england: 91.2 },
  'primary series by 24 months, born 2006–14': { sorts: primary, dose: 3, born: [2006, 2014], by: 24, england: 96 },
  'primary series, born 1988–94': { sorts: primary, dose: 3, born: [1988, 1994], england: 93 },
  'measles, born 1970–79': { sorts: ['MEASLES', 'MMR'], born: [1970, 1979], by: 60, england: 50 },
  'MMR by 24 months, born 2018–23': { sorts: ['MMR', 'MMRV'], born: [2018, 2023], by: 24, england: 89.3 },
  'MMR, second dose by 5 years, born 2014–20': { sorts: ['MMR', 'MMRV'], dose: 2, born: [2014, 2020], by: 60, england: 84.5 },
  'booster before school by 5 years, born 2014–20': { sorts: ['4IN1'], born: [2014, 2020], by: 60, england: 83.5 },
  'rotavirus, second dose, born 2018–24': { sorts: ['ROTAVIRUS'], dose: 2, born: [2018, 2024], england: 88.9 },
  'meningitis B by 12 months, born 2018–24': { sorts: ['MENB'], dose: 2, born: [2018, 2024], by: 12, england: 91.2 },
  'BCG, born 1953–85': { sorts: ['BCG'], born: [1953, 1985], england: 74 },
  'HPV, girls born 2008–10': { sorts: ['HPV'], born: [2008, 2010], sex: 'female', england: 81 },
  'HPV, boys born 2008–10': { sorts: ['HPV'], born: [2008, 2010], sex: 'male', england: 73 },
  'meningitis ACWY, born 2007–10': { sorts: ['MENACWY'], born: [2007, 2010], england: 73 },
  'pneumococcal, born 1940–58': { sorts: ['PNEUMOCOCCAL'], born: [1940, 1958], england: 71 },
  'shingles, born 1943–47': { sorts: ['SHINGLES'], born: [1943, 1947], england: 79 },
  'RSV, born 1946–49': { sorts: ['RSV'], born: [1946, 1949], england: 63 },
  'influenza in autumn 2025, born before 1961': { sorts: ['FLU'], born: [1900, 1960], since: '2025-08-15', england: 74.5 },
  'influenza in autumn 2025, born 2022–23': { sorts: ['FLU'], born: [2022, 2023], since: '2025-08-15', england: 43 },
  'COVID-19, second dose, born before 1942': { sorts: ['COVID'], dose: 2, born: [1900, 1941], england: 95 },
  'COVID-19, second dose, born 1942–72': { sorts: ['COVID'], dose: 2, born: [1942, 1972], england: 92 },
  'COVID-19, second dose, born 1993–2003': { sorts: ['COVID'], dose: 2, born: [1993, 2003], england: 73 },
};

function isTaken(record: ClinicalRecord, { sorts, dose = 1, by = Infinity, since = '' }: Uptake): boolean {
  const birth = dayOf(record.person.birthDate);
  return record
    .of('vaccination')
    .some(
      (one) =>
        one.status === 'completed' &&
        sorts.includes(one.sort) &&
        (since !== '' || one.dose >= dose) &&
        one.given >= since &&
        dayOf(one.given) - birth <= by * 30.44,
    );
}

function read(life: Life, record: ClinicalRecord, counts: Counts): void {
  const given = record.of('vaccination').filter(({ status }) => status === 'completed');
  counts.share(
    'pneumococcal out of order',
    given.some(({ sort, dose }) => sort === 'PNEUMOCOCCAL' && dose === 2) &&
      !given.some(({ sort, dose }) => sort === 'PNEUMOCOCCAL' && dose === 1),
  );
  for (const { recorded, outcome } of record.of('pregnancy')) {
    if (outcome?.how !== 'birth' || recorded < '2019-01-01' || outcome.weeks < 32) continue;
    counts.share(
      'pertussis in pregnancy',
      given.some(({ sort, given: day }) => /^(PERTUSSIS|4IN1|3IN1)$/.test(sort) && day > recorded && day <= outcome.on),
    );
  }
  if (!life.isAlive || life.isBornAbroad === true) return;
  const born = Number(record.person.birthDate.slice(0, 4));
  for (const [name, uptake] of Object.entries(uptakes)) {
    const [from, to] = uptake.born;
    // Of children only those who are old enough to tell.
    const isOldEnough = dayOf(record.asOf) - life.birth > (uptake.by ?? 9) * 30.44;
    if (born < from || born > to || !isOldEnough || (uptake.sex ?? record.person.gender) !== record.person.gender) continue;
    counts.share(name, isTaken(record, uptake));
  }
}

const sections: readonly Section[] = [
  {
    title: 'Vaccinations by year of birth',
    unit: '%',
    about: 'of the living of those years who were not born abroad',
    isOfRecords: true,
    figures: Object.entries(uptakes).map(([name, { england }]) => close(name, { share: name }, england, 'coverage', 5)),
  },
  {
    title: 'Pertussis in pregnancy',
    unit: '%',
    about: 'of births since 2019',
    isOfRecords: true,
    figures: [close('vaccinated before it', { share: 'pertussis in pregnancy' }, 63, 'coverage', 6)],
  },
  {
    title: 'Doses out of order',
    unit: '%',
    about: 'of those whose record was read',
    isOfRecords: true,
    figures: [law('a second dose against pneumococcus without a first', { share: 'pneumococcal out of order' })],
  },
];

export const vaccinating: Topic = { title: 'Vaccinations', sections, begin: reading(read) };
