/**
 * What is given at school, and what was, by class; with the percent who had it by the end of the school years. Uptake before 2008 is estimated
 * from rounded national figures.
 */
import type { Quantiles } from '../../pattern/draws.ts';
import type { Life } from '../life.ts';
import { line } from './curve.ts';
import type { Offer } from './offer.ts';
import { toYear8 } from './school-years.ts';
import type { VaccineName } from './vaccines.ts';

interface SchoolDose {
  /** From the September of birth to that in which the school year begins. */
  readonly years: number;
  /** Days from then. */
  readonly within: readonly [from: number, to: number];
  readonly uptake?: Quantiles;
}

export interface SchoolSeries {
  readonly vaccine: VaccineName;
  /** First and last year of birth of a class: 1995 was born from September 1995 to August 1996. */
  readonly classes: readonly [from: number, to: number];
  readonly sex?: Life['sex'];
  /** Percent by class. */
  readonly uptake: Quantiles;
  readonly programme: number;
  readonly doses: readonly SchoolDose[];
  readonly of?: number;
  /** The birthday from which it is no longer offered. */
  readonly until: number;
  /** Of those who take it up, the share who do so in the first year it is offered; others come later at the practice. */
  readonly atOnce?: number;
  readonly place?: Offer['place'];
}

const schoolYear = [35, 280] as const;
const spring = [200, 280] as const;
const [year8, year9, year10] = [toYear8, toYear8 + 1, toYear8 + 2];

const boosters: Quantiles = line(1945, 60, 1960, 70, 1980, 80, 1995, 84, 2001, 87, 2005, 80, 2008, 73, 2012, 73);
/** Girls by year 10; boys since they are offered it. */
const ofGirls: Quantiles = line(1995, 87, 1999, 89, 2004, 89, 2006, 85, 2007, 83, 2008, 79, 2009, 75.5, 2011, 75.5, 2016, 77);
const ofBoys: Quantiles = line(2006, 80, 2007, 78, 2008, 74, 2009, 70.5, 2011, 70.5, 2016, 72);

export const schoolSeries: readonly SchoolSeries[] = [
  {
    vaccine: 'bcg',
    classes: [1940, 1991],
    uptake: line(1940, 70, 1955, 74, 1991, 74),
    programme: 20,
    doses: [{ years: year8, within: schoolYear }],
    until: 16,
  },
  { vaccine: 'td', classes: [1948, 1988], uptake: boosters, programme: 21, doses: [{ years: year10, within: schoolYear }], until: 19 },
  { vaccine: '3-in-1', classes: [1989, 1999], uptake: boosters, programme: 21, doses: [{ years: year10, within: schoolYear }], until: 25 },
  { vaccine: '3-in-1', classes: [2000, 2027], uptake: boosters, programme: 21, doses: [{ years: year9, within: spring }], until: 25 },
  {
    vaccine: 'rubella',
    classes: [1958, 1982],
    sex: 'female',
    uptake: line(1958, 80, 1965, 85),
    programme: 3,
    doses: [{ years: year8 - 1, within: schoolYear }],
    until: 16,
  },
  {
    vaccine: 'hpv',
    classes: [1990, 1994],
    sex: 'female',
    uptake: line(1990, 45, 1991, 60, 1994, 75),
    programme: 22,
    doses: [
      { years: year10 + 2, within: [35, 90] },
      { years: year10 + 2, within: [100, 130] },
      { years: year10 + 2, within: [230, 280] },
    ],
    of: 3,
    until: 25,
    place: 'practice',
  },
  {
    vaccine: 'hpv',
    classes: [1995, 2000],
    sex: 'female',
    uptake: ofGirls,
    programme: 22,
    doses: [
      { years: year8, within: [25, 80] },
      { years: year8, within: [90, 130] },
      { years: year8, within: [230, 280] },
    ],
    of: 3,
    until: 25,
  },
  {
    vaccine: 'hpv',
    classes: [2001, 2008],
    sex: 'female',
    uptake: ofGirls,
    programme: 22,
    doses: [
      { years: year8, within: spring },
      { years: year9, within: spring, uptake: line(2001, 85, 2004, 84, 2006, 75, 2008, 66) },
    ],
    of: 2,
    until: 25,
    atOnce: 0.93,
  },
  {
    vaccine: 'hpv',
    classes: [2006, 2008],
    sex: 'male',
    uptake: ofBoys,
    programme: 22,
    doses: [
      { years: year8, within: spring },
      { years: year9, within: spring, uptake: line(2006, 68, 2008, 61) },
    ],
    of: 2,
    until: 25,
    atOnce: 0.93,
  },
  {
    vaccine: 'hpv',
    classes: [2009, 2027],
    sex: 'female',
    uptake: ofGirls,
    programme: 22,
    doses: [{ years: year8, within: spring }],
    until: 25,
    atOnce: 0.945,
  },
  {
    vaccine: 'hpv',
    classes: [2009, 2027],
    sex: 'male',
    uptake: ofBoys,
    programme: 22,
    doses: [{ years: year8, within: spring }],
    until: 25,
    atOnce: 0.93,
  },
  {
    vaccine: 'men-acwy',
    classes: [1996, 1997],
    uptake: line(1996, 40),
    programme: 23,
    doses: [{ years: toYear8 + 6, within: [-20, 120] }],
    until: 25,
    place: 'practice',
  },
  {
    vaccine: 'men-acwy',
    classes: [1998, 2000],
    uptake: line(1998, 72, 2000, 84),
    programme: 23,
    doses: [{ years: toYear8 + 3, within: schoolYear }],
    until: 25,
  },
  { vaccine: 'men-acwy', classes: [2001, 2027], uptake: boosters, programme: 23, doses: [{ years: year9, within: spring }], until: 25 },
];

/** In November 1994 children from 5 to 16 were offered measles and rubella at school. */
export const measlesAndRubella: SchoolSeries = {
  vaccine: 'mr',
  classes: [1978, 1988],
  uptake: line(1978, 92),
  programme: 24,
  doses: [],
  until: 17,
};
export const campaignYear = 1994;
