/** When people wed for the first time, in which season, and which marriages end. */
import { isoDate } from '../../../src/world/calendar.ts';
import type { Counts } from '../counts.ts';
import { figure, portions, type Section } from '../figures.ts';
import type { Life } from '../life.ts';
import { monthOf, months, observing, type Topic, weekdayOf } from '../topic.ts';

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
  figures: weddingYears.flatMap(([year, man, woman]) => [
    figure(`men, ${year}`, { values: `first wedding ${year}, male`, take: 'median' }, man, 'weddings'),
    figure(`women, ${year}`, { values: `first wedding ${year}, female`, take: 'median' }, woman, 'weddings'),
  ]),
};

const season: Section = {
  title: 'Weddings by month and day',
  unit: '%',
  about: 'of weddings since 1990',
  figures: [
    ...portions('month of wedding', months, [3, 4, 5, 8, 10, 11, 12, 14, 12, 9, 5, 7], 'weddings', 1),
    figure('on a Saturday', { share: 'on a Saturday' }, 50, 'weddings'),
  ],
};

const yearly: Section = {
  title: 'Weddings and divorces of a year',
  unit: '%',
  about: 'of the living',
  figures: [
    // 246,897 weddings and 80,057 divorces among 59.6 million people.
    figure('wed within the last year', { share: 'wed within a year' }, 0.83, 'weddings'),
    figure('divorced within the last year', { share: 'divorced within a year' }, 0.27, 'divorces'),
  ],
};

/** Year of the wedding, years after it, and the share divorced by then. */
const lasting = [
  [1965, 25, 25],
  [1975, 25, 34],
  [1985, 25, 41],
  [1995, 25, 38],
  [2005, 15, 24],
] as const;
const dissolved: Section = {
  title: 'Marriages that were dissolved',
  unit: '%',
  about: 'of the weddings of about that year',
  figures: lasting.map(([year, years, share]) =>
    figure(`${year}, within ${years} years`, { share: `dissolved, ${year}` }, share, 'divorces', 2),
  ),
};

const divorce: Section = {
  title: 'Marriages that end in divorce',
  unit: 'years',
  about: 'median duration of those of the last eight years',
  figures: [figure('years married', { values: 'years to divorce', take: 'median' }, 12.9, 'divorces')],
};

export const weddings: Topic = {
  title: 'Weddings and divorces',
  sections: [firstWeddings, season, yearly, dissolved, divorce],
  begin: observing(seeWeddings),
};

function seeWeddings(life: Life, counts: Counts): void {
  if (life.isAlive) {
    counts.share(
      'wed within a year',
      life.couples.some(({ wedding }) => wedding !== undefined && life.yearsSince(wedding) < 1),
    );
    counts.share(
      'divorced within a year',
      life.couples.some(({ end }) => end?.by === 'divorce' && life.yearsSince(end.day) < 1),
    );
  }
  let isFirst = true;
  for (const { wedding, end } of life.couples) {
    if (wedding === undefined) continue;
    const date = isoDate(wedding);
    const near = weddingYears.find(([year]) => Math.abs(Number(date.slice(0, 4)) - year) <= 2);
    if (isFirst && near !== undefined) counts.value(`first wedding ${near[0]}, ${life.person.gender}`, life.yearsOldOn(wedding));
    isFirst = false;
    if (life.person.gender !== 'female') continue;
    const divorced = end?.by === 'divorce' ? (end.day - wedding) / 365.25 : Infinity;
    const about = lasting.find(([year]) => Math.abs(Number(date.slice(0, 4)) - year) <= 2);
    if (about !== undefined) counts.share(`dissolved, ${about[0]}`, divorced <= about[1]);
    if (date >= '1990') {
      counts.among('month of wedding', monthOf(date));
      counts.share('on a Saturday', weekdayOf(wedding) === 'Saturday');
    }
    if (end?.by === 'divorce' && life.yearsSince(end.day) < 8) counts.value('years to divorce', divorced);
  }
}
