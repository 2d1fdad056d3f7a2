/** Who is born, when, and to whom: families from the mother's side. */
import type { Counts } from '../counts.ts';
import { bandOf, bandsOf, close, figure, inside, type Figure, type Section } from '../figures.ts';
import type { Life } from '../life.ts';
import { monthOf, months, observing, shareOfYear, type Topic, weekdayOf, weekdays } from '../topic.ts';

const mothersAges = [0, 20, 25, 30, 35, 40];
const fertileAges = [15, 20, 25, 30, 35, 40];
const shortestPregnancy = 38 * 7;

const newborns: Section = {
  title: 'Births',
  unit: '%',
  about: 'of births of the last ten years, or of those named',
  chart: 'bars',
  figures: [
    figure('twins and triplets', { share: 'of a multiple birth' }, 3, 'births', 0.3),
    figure('parents not married', { share: 'parents not married' }, 51.4, 'births'),
    figure('mother born abroad', { share: 'mother born abroad' }, 31, 'births'),
    figure('born within the last year, of the living', { share: 'born within a year' }, 0.98, 'mothers'),
  ],
};

const boys: Section = {
  title: 'Boys for each girl born',
  unit: 'to one',
  about: 'of births of the last ten years',
  chart: 'bars',
  // Nearer than a tenth, which would let girls be the more.
  figures: [close('boys', { odds: 'boys born' }, 1.05, 'births', 0.02)],
};

const mothers: Section = {
  title: 'Age of mothers',
  unit: '%',
  about: 'of births of the last five years',
  chart: 'bars',
  figures: bandsOf(mothersAges).map((band, n) =>
    figure(band, { group: 'age of mother', key: band }, [2.4, 11.4, 25.9, 34.9, 20.4, 5.0][n] ?? 0, 'fertility', 1),
  ),
};

const parentsMeans: Section = {
  title: 'Mean age of parents',
  unit: 'years',
  about: 'at births of the last five years',
  chart: 'bars',
  // A tenth of these would be three years.
  figures: [
    close('mothers', { values: 'age of mother', take: 'mean' }, 30.9, 'mothers', 1),
    close('fathers', { values: 'age of father', take: 'mean' }, 33.8, 'mothers', 1.5),
  ],
};

const fertility: Section = {
  title: 'Fertility',
  unit: 'per 1,000',
  about: 'births of the last year, of women of each age',
  chart: 'bars',
  figures: bandsOf(fertileAges).map((band, n) => {
    const label = band === '40+' ? '40–46' : band;
    return figure(label, { share: `births of women ${band}`, outOf: 1_000 }, [8.0, 38, 76, 94, 56, 10.6][n] ?? 0, 'fertility', 2);
  }),
};

const order: Section = {
  title: 'Births by order',
  unit: '%',
  about: 'of births of the last five years',
  chart: 'bars',
  figures: ['first', 'second', 'third', 'fourth or later'].map((key, n) =>
    figure(key, { group: 'order of birth', key }, [38, 36, 16, 10][n] ?? 0, 'birthOrder', 2),
  ),
};

const gaps: Section = {
  title: 'Years between siblings',
  unit: 'years',
  about: 'between one birth of a mother and her next',
  chart: 'bars',
  figures: [
    inside('median', { values: 'gap', take: 'median' }, [2.7, 3.3], 'spacing'),
    inside('one in ten is longer than', { values: 'gap', take: 'p90' }, [6, 10], 'spacing'),
    inside('one in ten is shorter than', { values: 'gap', take: 'p10' }, [1.2, 2], 'spacing'),
    inside('shortest of all', { values: 'gap', take: 'min' }, [shortestPregnancy / 365.25, 1], 'law'),
    figure('first to second, median', { values: 'gap 1', take: 'median' }, 3, 'spacing', 0.25),
    figure('second to third, median', { values: 'gap 2', take: 'median' }, 3.6, 'spacing', 0.25),
    figure('third to fourth, median', { values: 'gap 3', take: 'median' }, 3.3, 'spacing', 0.25),
  ],
};

const shortAndLong: Section = {
  title: 'Short and long gaps',
  unit: '%',
  about: 'of the gaps between siblings',
  chart: 'bars',
  figures: [
    figure('under a year', { share: 'gap under a year' }, 2, 'spacing', 1),
    figure('over eight years', { share: 'gap over eight years' }, 6, 'spacing', 1),
  ],
};

const completed: Section = {
  title: 'Children of women aged 45 to 70',
  unit: '%',
  about: 'of those women',
  chart: 'bars',
  figures: ['none', 'one', 'two', 'three or more'].map((key, n) =>
    figure(key, { group: 'children of women aged 45 to 70', key }, [18, 15, 38, 29][n] ?? 0, 'childbearing'),
  ),
};

/** Year of birth, mean, and how many have none, one, two, three, and four or more. */
const cohorts = [
  [1942, 2.29, 11, 13, 38, 22, 16.5],
  [1950, 2.07, 14, 13, 44, 19, 10],
  [1960, 1.98, 19, 12, 38, 20, 11],
  [1970, 1.91, 17, 17, 38, 18, 10],
  [1978, 1.92, 17, 17, 38, 18, 10],
] as const;

const byCohort: readonly Section[] = cohorts.map(([born, , ...shares]) => ({
  title: `Children of women born about ${born}`,
  unit: '%',
  about: 'of those women who are alive',
  chart: 'bars',
  figures: ['none', 'one', 'two', 'three', 'four or more'].map((key, n): Figure =>
    figure(key, { group: `children of women born about ${born}`, key }, shares[n] ?? 0, 'childbearing', 2),
  ),
}));

const meansByCohort: Section = {
  title: 'Mean number of children',
  unit: 'people',
  about: 'of women by year of birth',
  chart: 'bars',
  figures: cohorts.map(([born, mean]) =>
    figure(`born about ${born}`, { values: `children of women born about ${born}`, take: 'mean' }, mean, 'childbearing'),
  ),
};

const monthIndex = [98, 97, 98, 98, 100, 101, 103, 102, 105, 103, 100, 97];
const byMonth: Section = {
  title: 'Births by month',
  unit: 'index',
  about: '100 is the mean day; of everybody born in the UK',
  chart: 'bars',
  figures: months.map((key, n) =>
    close(key, { group: 'month of birth', key, expected: shareOfYear(n) }, monthIndex[n] ?? 100, 'birthDays', 3),
  ),
};

const weekdayIndex = [100, 107, 106, 107, 107, 90, 83];
const byWeekday: Section = {
  title: 'Births by day of the week',
  unit: 'index',
  about: '100 is the mean day; of everybody born in the UK',
  chart: 'bars',
  figures: weekdays.map((key, n) =>
    close(key, { group: 'weekday of birth', key, expected: 1 / 7 }, weekdayIndex[n] ?? 100, 'birthDays', 4),
  ),
};

export const births: Topic = {
  title: 'Births and families',
  sections: [
    newborns,
    boys,
    parentsMeans,
    mothers,
    order,
    fertility,
    completed,
    meansByCohort,
    ...byCohort,
    gaps,
    shortAndLong,
    byMonth,
    byWeekday,
  ],
  begin: observing((life, counts) => {
    seeBirth(life, counts);
    if (life.person.gender === 'female') seeMother(life, counts);
  }),
};

function seeBirth(life: Life, counts: Counts): void {
  const { birth, person } = life;
  if (life.isAlive) counts.share('born within a year', life.yearsSince(birth) < 1);
  if (life.isBornAbroad === true) return;
  counts.among('month of birth', monthOf(person.birthDate));
  counts.among('weekday of birth', weekdayOf(birth));
  if (life.yearsSince(birth) >= 10) return;
  counts.share('boys born', person.gender === 'male');
  counts.share('of a multiple birth', person.multipleBirth !== undefined);
  const { mother, father } = life;
  if (mother === undefined) return;
  counts.share('parents not married', !mother.couples.some(({ other, wedding }) => isBefore(wedding, birth) && sameAs(other, father)));
  if (mother.isBornAbroad !== undefined) counts.share('mother born abroad', mother.isBornAbroad);
  if (life.yearsSince(birth) >= 5) return;
  const age = mother.yearsOldOn(birth);
  counts.value('age of mother', age);
  counts.among('age of mother', bandOf(mothersAges, Math.floor(age)) ?? '');
  if (father !== undefined) counts.value('age of father', father.yearsOldOn(birth));
  const earlier = mother.children.filter((sibling) => sibling.birth < birth).length;
  counts.among('order of birth', ['first', 'second', 'third'][earlier] ?? 'fourth or later');
}

const isBefore = (wedding: number | undefined, day: number): boolean => wedding !== undefined && wedding <= day;

const sameAs = (one: Life | undefined, other: Life | undefined): boolean =>
  one !== undefined && one.person.nhsNumber === other?.person.nhsNumber;

function seeMother(life: Life, counts: Counts): void {
  const { children, age, isAlive } = life;
  // Twins are one birth.
  const days = [...new Set(children.map(({ birth }) => birth))];
  days.slice(1).forEach((day, n) => {
    const gap = (day - (days[n] ?? day)) / 365.25;
    // A second twin after midnight.
    if (gap < 2 / 365.25) return;
    counts.value('gap', gap);
    counts.value(`gap ${n + 1}`, gap);
    counts.share('gap under a year', gap < 1);
    counts.share('gap over eight years', gap > 8);
  });
  if (!isAlive) return;
  const fertile = age <= 46 ? bandOf(fertileAges, age) : undefined;
  if (fertile !== undefined)
    counts.share(
      `births of women ${fertile}`,
      days.some((day) => life.yearsSince(day) < 1),
    );
  if (age >= 45 && age <= 70) counts.among('children of women aged 45 to 70', ['none', 'one', 'two'][children.length] ?? 'three or more');
  const born = Number(life.person.birthDate.slice(0, 4));
  for (const [year] of cohorts) {
    if (Math.abs(born - year) > 2) continue;
    counts.value(`children of women born about ${year}`, children.length);
    counts.among(`children of women born about ${year}`, ['none', 'one', 'two', 'three'][children.length] ?? 'four or more');
  }
}
