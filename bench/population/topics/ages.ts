/** How old the living are, and of which sex. */
import { bandOf, bandsOf, figure, inside, type Section, target } from '../figures.ts';
import { observing, type Topic } from '../topic.ts';

const fiveYears = Array.from({ length: 19 }, (_, n) => 5 * n);

/** Thousands of women and men, youngest first. */
const women = [
  1496.0, 1635.8, 1721.7, 1652.2, 1692.8, 1905.7, 2065.2, 2043.7, 1942.5, 1744.7, 1936.8, 1968.4, 1768.4, 1482.3, 1357.6, 1275.1, 823.1,
  547.3, 347.8,
];
const men = [
  1568.6, 1712.9, 1807.2, 1752.8, 1763.6, 1872.2, 1948.2, 1907.2, 1840.9, 1689.6, 1872.3, 1895.4, 1702.4, 1400.6, 1232.4, 1112.0, 653.4,
  378.0, 173.5,
];
const everybody = 57_690.3;

const pyramid: Section = {
  title: 'Age and sex',
  unit: '%',
  about: 'of the living',
  chart: 'pyramid',
  figures: bandsOf(fiveYears).flatMap((band, n) => [
    figure(`women ${band}`, { group: 'sex and age', key: `female ${band}` }, (100 * (women[n] ?? 0)) / everybody, 'estimates'),
    figure(`men ${band}`, { group: 'sex and age', key: `male ${band}` }, (100 * (men[n] ?? 0)) / everybody, 'estimates'),
  ]),
};

const summary: Section = {
  title: 'Young, old and very old',
  unit: '%',
  about: 'of the living, or of those named',
  figures: [
    figure('under 16', { share: 'under 16' }, 18.46, 'estimates'),
    figure('16 to 64', { share: '16 to 64' }, 62.85, 'estimates'),
    figure('65 and over', { share: '65 and over' }, 18.69, 'estimates'),
    figure('75 and over', { share: '75 and over' }, 9.2, 'estimates'),
    target(figure('85 and over', { share: '85 and over' }, 2.51, 'estimates')),
    target(figure('90 and over', { share: '90 and over' }, 0.9, 'estimates')),
    target(inside('100 and over', { share: '100 and over' }, [0.018, 0.026], 'centenarians')),
    figure('women, of everybody', { share: 'women' }, 50.97, 'estimates'),
    target(figure('women, of those over 80', { share: 'women over 80' }, 59, 'estimates')),
    figure('women, of those over 90', { share: 'women over 90' }, 66.7, 'estimates'),
  ],
};

export const ages: Topic = {
  title: 'Ages',
  sections: [pyramid, summary],
  begin: observing((life, counts) => {
    if (!life.isAlive) return;
    const { age } = life;
    const isWoman = life.person.gender === 'female';
    counts.among('sex and age', `${life.person.gender} ${bandOf(fiveYears, age)}`);
    counts.share('under 16', age < 16);
    counts.share('16 to 64', age >= 16 && age < 65);
    for (const least of [65, 75, 85, 90, 100]) counts.share(`${least} and over`, age >= least);
    counts.share('women', isWoman);
    if (age >= 80) counts.share('women over 80', isWoman);
    if (age >= 90) counts.share('women over 90', isWoman);
  }),
};
