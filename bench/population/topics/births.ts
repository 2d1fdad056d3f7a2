/** Who is born, when, and to whom. */
import type { Counts } from '../counts.ts';
import { bandOf, bandsOf, close, figure, portions, type Section, target } from '../figures.ts';
import type { Life } from '../life.ts';
import { monthOf, months, observing, shareOfYear, type Topic, weekdayOf, weekdays } from '../topic.ts';

const mothersAges = [0, 20, 25, 30, 35, 40];
const fertileAges = [15, 20, 25, 30, 35, 40];

const newborns: Section = {
  title: 'Births',
  unit: '%',
  about: 'of births of the last ten years, or of those named',
  figures: [
    target(figure('twins and triplets', { share: 'of a multiple birth' }, 3, 'births', 0.3)),
    figure('parents not married', { share: 'parents not married' }, 51.4, 'births'),
    figure('mother born abroad', { share: 'mother born abroad' }, 31, 'births'),
    figure('born within the last year, of the living', { share: 'born within a year' }, 0.98, 'mothers'),
  ],
};

const boys: Section = {
  title: 'Boys for each girl born',
  unit: 'to one',
  about: 'of births of the last ten years',
  // Nearer than a tenth, which would let girls be the more.
  figures: [target(close('boys', { odds: 'boys born' }, 1.05, 'births', 0.02))],
};

const mothers: Section = {
  title: 'Age of mothers',
  unit: '%',
  about: 'of births of the last five years',
  figures: portions('age of mother', bandsOf(mothersAges), [2.4, 11.4, 25.9, 34.9, 20.4, 5.0], 'fertility', 1),
};

const parentsMeans: Section = {
  title: 'Mean age of parents',
  unit: 'years',
  about: 'at births of the last five years',
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
  figures: bandsOf(fertileAges).map((band, n) => {
    const label = band === '40+' ? '40–46' : band;
    return figure(label, { share: `births of women ${band}`, outOf: 1_000 }, [8.0, 38, 76, 94, 56, 10.6][n] ?? 0, 'fertility', 2);
  }),
};

const order: Section = {
  title: 'Births by order',
  unit: '%',
  about: 'of births of the last five years',
  figures: portions('order of birth', ['first', 'second', 'third', 'fourth or later'], [38, 36, 16, 10], 'birthOrder', 2),
};

const monthIndex = [98, 97, 98, 98, 100, 101, 103, 102, 105, 103, 100, 97];
const byMonth: Section = {
  title: 'Births by month',
  unit: 'index',
  about: '100 is the mean day; of everybody born in the UK',
  figures: months.map((key, n) =>
    close(key, { group: 'month of birth', key, expected: shareOfYear(n) }, monthIndex[n] ?? 100, 'birthDays', 3),
  ),
};

const weekdayIndex = [100, 107, 106, 107, 107, 90, 83];
const byWeekday: Section = {
  title: 'Births by day of the week',
  unit: 'index',
  about: '100 is the mean day; of everybody born in the UK',
  figures: weekdays.map((key, n) =>
    close(key, { group: 'weekday of birth', key, expected: 1 / 7 }, weekdayIndex[n] ?? 100, 'birthDays', 4),
  ),
};

export const births: Topic = {
  title: 'Births',
  sections: [newborns, boys, parentsMeans, mothers, order, fertility, byMonth, byWeekday],
  begin: observing((life, counts) => {
    seeBirth(life, counts);
    const age = life.isAlive && life.person.gender === 'female' && life.age <= 46 ? bandOf(fertileAges, life.age) : undefined;
    if (age !== undefined)
      counts.share(
        `births of women ${age}`,
        life.children.some(({ birth }) => life.yearsSince(birth) < 1),
      );
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
