/** Who is married, lives together, is divorced or widowed; and how couples are made up. Couples are seen from the woman's side. */
import type { Counts } from '../counts.ts';
import { bandOf, bandsOf, close, figure, inside, type Section } from '../figures.ts';
import type { Couple, Life } from '../life.ts';
import { monthOf, months, observing, type Topic, weekdayOf } from '../topic.ts';
import { isoDate } from '../../../src/world/calendar.ts';

const states = ['never married', 'married', 'divorced', 'widowed'] as const;
type State = (typeof states)[number];

const status: Section = {
  title: 'Legal status',
  unit: '%',
  about: 'of people aged 16 and over',
  chart: 'bars',
  figures: states.map((key, n) => figure(key, { group: 'legal status', key }, [37.9, 46.9, 9.1, 6.1][n] ?? 0, 'censusMarital')),
};

const stateAges = [35, 45, 55, 65, 75, 85];
const stateShares = [
  [38, 53, 8, 0.5],
  [25, 58, 15, 1],
  [16, 62, 18, 4],
  [8, 65, 16, 11],
  [5, 58, 9, 28],
  [5, 34, 4, 57],
];

const statusByAge: readonly Section[] = bandsOf(stateAges).map((band, n) => ({
  title: `Legal status at ${band}`,
  unit: '%',
  about: 'of people of that age',
  chart: 'bars',
  figures: states.map((key, m) => figure(key, { group: `legal status at ${band}`, key }, stateShares[n]?.[m] ?? 0, 'censusMarital', 2)),
}));

const coupleAges = [16, 25, 35, 45, 55, 65];
const together: Section = {
  title: 'Couples',
  unit: '%',
  about: 'of people aged 16 and over, or of couples',
  chart: 'bars',
  figures: [
    figure('in a couple, of adults', { share: 'in a couple' }, 57.8, 'censusLiving'),
    figure('cohabiting, of adults', { share: 'cohabiting' }, 14, 'censusLiving'),
    figure('same-sex, of couples', { share: 'same-sex couples' }, 1, 'censusLiving', 0.2),
    figure('same-sex, of marriages', { share: 'same-sex marriages' }, 0.6, 'civitas', 0.2),
    figure('same-sex, of cohabiting couples', { share: 'same-sex cohabiting' }, 1.7, 'censusLiving', 0.4),
    ...bandsOf(coupleAges).map((band, n) =>
      figure(`cohabiting, of couples at ${band}`, { share: `cohabiting at ${band}` }, [86, 52, 31, 23, 15, 7][n] ?? 0, 'censusLiving', 3),
    ),
  ],
};

const ages: Section = {
  title: 'Ages in a couple',
  unit: '%',
  about: 'of couples of a man and a woman',
  chart: 'bars',
  figures: [
    figure('the man is older', { group: 'older', key: 'man' }, 62, 'censusLiving', 3),
    figure('of one age', { group: 'older', key: 'neither' }, 12, 'censusLiving', 3),
    figure('the woman is older', { group: 'older', key: 'woman' }, 26, 'censusLiving', 3),
    figure('five years apart or more, married', { share: 'five years apart, married' }, 31.1, 'censusLiving'),
    figure('five years apart or more, cohabiting', { share: 'five years apart, cohabiting' }, 33.7, 'censusLiving'),
  ],
};

const ageGap: Section = {
  title: 'Years that the man is older',
  unit: 'years',
  about: 'in couples of a man and a woman',
  chart: 'bars',
  figures: [
    figure('mean', { values: 'man older by', take: 'mean' }, 2.3, 'censusLiving', 0.3),
    figure('standard deviation', { values: 'man older by', take: 'sd' }, 4.9, 'censusLiving', 0.3),
  ],
};

const decades = [1970, 1980, 1990, 2000, 2010, 2020];
const decadeName = (decade: number): string => (decade === 1970 ? 'before 1980' : `${decade}s`);

const surnames: Section = {
  title: 'One surname or two',
  unit: '%',
  about: 'of married couples of a man and a woman, by decade of the wedding',
  chart: 'bars',
  figures: [
    inside('two surnames, of all', { share: 'two surnames' }, [4, 16], 'surnames'),
    ...decades.map((decade, n) =>
      close(
        `one surname, married ${decadeName(decade)}`,
        { share: `one surname, ${decade}` },
        [98, 96, 94, 92, 88, 84][n] ?? 0,
        'surnames',
        4,
      ),
    ),
  ],
};

/** Median age of men and women at a first wedding, by its year. */
const weddingYears = [
  [1971, 23.4, 21.4],
  [1981, 24.1, 22.0],
  [1991, 26.5, 24.6],
  [2001, 29.7, 27.7],
  [2011, 31.4, 29.6],
  [2022, 32.7, 31.2],
] as const;

const firstWeddings: Section = {
  title: 'Age at a first wedding',
  unit: 'years',
  about: 'median, by year of the wedding',
  chart: 'bars',
  figures: weddingYears.flatMap(([year, man, woman]) => [
    figure(`men, ${year}`, { values: `first wedding ${year}, male`, take: 'median' }, man, 'weddings'),
    figure(`women, ${year}`, { values: `first wedding ${year}, female`, take: 'median' }, woman, 'weddings'),
  ]),
};

const season: Section = {
  title: 'Weddings by month and day',
  unit: '%',
  about: 'of weddings since 1990',
  chart: 'bars',
  figures: [
    ...months.map((key, n) =>
      figure(key, { group: 'month of wedding', key }, [3, 4, 5, 8, 10, 11, 12, 14, 12, 9, 5, 7][n] ?? 0, 'weddings', 1),
    ),
    figure('on a Saturday', { share: 'on a Saturday' }, 50, 'weddings'),
  ],
};

const divorce: Section = {
  title: 'Marriages that end in divorce',
  unit: 'years',
  about: 'median duration of those of the last eight years',
  chart: 'bars',
  figures: [figure('years married', { values: 'years to divorce', take: 'median' }, 12.9, 'divorces')],
};

export const couples: Topic = {
  title: 'Couples',
  sections: [status, ...statusByAge, together, ages, ageGap, surnames, firstWeddings, season, divorce],
  begin: observing((life, counts) => {
    seeWeddings(life, counts);
    if (!life.isAlive || life.age < 16) return;
    seeStatus(life, counts);
    const { couple } = life;
    if (couple?.other !== undefined) seeCouple(life, couple, couple.other, counts);
  }),
};

function stateOf(life: Life): State {
  const last = life.couples.findLast(({ wedding }) => wedding !== undefined);
  if (last === undefined) return 'never married';
  if (last.end === undefined || last.end.by === 'separation') return 'married';
  return last.end.by === 'divorce' ? 'divorced' : 'widowed';
}

function seeStatus(life: Life, counts: Counts): void {
  const state = stateOf(life);
  const band = bandOf(stateAges, life.age);
  counts.among('legal status', state);
  if (band !== undefined) counts.among(`legal status at ${band}`, state);
  const { couple } = life;
  counts.share('in a couple', couple !== undefined);
  counts.share('cohabiting', couple !== undefined && couple.wedding === undefined);
}

function seeCouple(life: Life, { wedding }: Couple, other: Life, counts: Counts): void {
  const { gender } = life.person;
  const isMarried = wedding !== undefined;
  const isSameSex = gender === other.person.gender;
  counts.share(`cohabiting at ${bandOf(coupleAges, life.age)}`, !isMarried);
  counts.share('same-sex couples', isSameSex);
  counts.share(isMarried ? 'same-sex marriages' : 'same-sex cohabiting', isSameSex);
  if (gender !== 'female' || other.person.gender !== 'male') return;
  const older = other.age - life.age;
  counts.among('older', older > 0 ? 'man' : older < 0 ? 'woman' : 'neither');
  counts.share(`five years apart, ${isMarried ? 'married' : 'cohabiting'}`, Math.abs(other.birth - life.birth) >= 5 * 365.25);
  counts.value('man older by', (life.birth - other.birth) / 365.25);
  if (wedding === undefined) return;
  const decade = Math.max(1970, 10 * Math.floor(Number(isoDate(wedding).slice(0, 4)) / 10));
  counts.share('two surnames', life.family !== other.family);
  counts.share(`one surname, ${decade}`, life.family === other.family);
}

function seeWeddings(life: Life, counts: Counts): void {
  let isFirst = true;
  for (const { wedding, end } of life.couples) {
    if (wedding === undefined) continue;
    const date = isoDate(wedding);
    const near = weddingYears.find(([year]) => Math.abs(Number(date.slice(0, 4)) - year) <= 2);
    if (isFirst && near !== undefined) counts.value(`first wedding ${near[0]}, ${life.person.gender}`, life.yearsOldOn(wedding));
    isFirst = false;
    if (life.person.gender !== 'female') continue;
    if (date >= '1990') {
      counts.among('month of wedding', monthOf(date));
      counts.share('on a Saturday', weekdayOf(wedding) === 'Saturday');
    }
    if (end?.by === 'divorce' && life.yearsSince(end.day) < 8) counts.value('years to divorce', (end.day - wedding) / 365.25);
  }
}
