/** How many children women have, and how far apart. */
import type { Counts } from '../counts.ts';
import { figure, inside, portions, type Section, target } from '../figures.ts';
import type { Life } from '../life.ts';
import { observing, type Topic } from '../topic.ts';

const shortestPregnancy = 38 * 7;

const gaps: Section = {
  title: 'Years between siblings',
  unit: 'years',
  about: 'between one birth of a mother and her next',
  figures: [
    target(inside('median', { values: 'gap', take: 'median' }, [2.7, 3.3], 'spacing')),
    target(inside('one in ten is longer than', { values: 'gap', take: 'p90' }, [6, 10], 'spacing')),
    inside('one in ten is shorter than', { values: 'gap', take: 'p10' }, [1.2, 2], 'spacing'),
    target(inside('shortest of all', { values: 'gap', take: 'min' }, [shortestPregnancy / 365.25, 1], 'law')),
    figure('first to second, median', { values: 'gap 1', take: 'median' }, 3, 'spacing', 0.25),
    figure('second to third, median', { values: 'gap 2', take: 'median' }, 3.6, 'spacing', 0.25),
    figure('third to fourth, median', { values: 'gap 3', take: 'median' }, 3.3, 'spacing', 0.25),
  ],
};

const shortAndLong: Section = {
  title: 'Short and long gaps',
  unit: '%',
  about: 'of the gaps between siblings',
  figures: [
    figure('under a year', { share: 'gap under a year' }, 2, 'spacing', 1),
    figure('over eight years', { share: 'gap over eight years' }, 6, 'spacing', 1),
  ],
};

const completed: Section = {
  title: 'Children of women aged 45 to 70',
  unit: '%',
  about: 'of those women',
  figures: portions('children of women aged 45 to 70', ['none', 'one', 'two', 'three or more'], [18, 15, 38, 29], 'childbearing').map(
    target,
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
  figures: portions(`children of women born about ${born}`, ['none', 'one', 'two', 'three', 'four or more'], shares, 'childbearing', 2),
}));

const meansByCohort: Section = {
  title: 'Mean number of children',
  unit: 'people',
  about: 'of women by year of birth',
  figures: [
    ...cohorts.map(([born, mean]) =>
      figure(`born about ${born}`, { values: `children of women born about ${born}`, take: 'mean' }, mean, 'childbearing'),
    ),
    figure('born 1984 and 1985, before they were 30', { values: 'children by 30', take: 'mean' }, 1.02, 'childbearing'),
  ],
};

const byThirty: Section = {
  title: 'Childless at 30',
  unit: '%',
  about: 'of women born about 1990',
  figures: [figure('without a child at 30', { share: 'childless at 30' }, 50.1, 'childbearing')],
};

export const families: Topic = {
  title: 'Families',
  sections: [completed, meansByCohort, ...byCohort, byThirty, gaps, shortAndLong],
  begin: observing((life, counts) => {
    if (life.person.gender === 'female') seeMother(life, counts);
  }),
};

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
  if (age >= 45 && age <= 70) counts.among('children of women aged 45 to 70', ['none', 'one', 'two'][children.length] ?? 'three or more');
  const born = Number(life.person.birthDate.slice(0, 4));
  const before30 = days.filter((day) => life.yearsOldOn(day) < 30).length;
  if (born === 1984 || born === 1985) counts.value('children by 30', children.filter(({ birth }) => life.yearsOldOn(birth) < 30).length);
  if (Math.abs(born - 1990) <= 1) counts.share('childless at 30', before30 === 0);
  for (const [year] of cohorts) {
    if (Math.abs(born - year) > 2) continue;
    counts.value(`children of women born about ${year}`, children.length);
    counts.among(`children of women born about ${year}`, ['none', 'one', 'two', 'three'][children.length] ?? 'four or more');
  }
}
