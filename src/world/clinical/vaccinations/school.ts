/** What is given at school, and what was: by the class that somebody is in, which begins year 8 thirteen Septembers after that of its birth. */
import type { Day } from '../../calendar.ts';
import { anniversary } from '../../calendar.ts';
import type { Life } from '../life.ts';
import { workingDay } from '../working-days.ts';
import { at, type Quantiles } from '../../pattern/draws.ts';
import { line } from './curve.ts';
import { isSummarised } from './children.ts';
import { comesFromAbroad } from './from-abroad.ts';
import { declinedOn, chanceIn, drawn, type Offer, reluctanceAsChild, shareFor } from './offer.ts';
import { classOf, septemberOf, toYear8 } from './school-years.ts';
import type { VaccineName } from './vaccines.ts';

interface SchoolDose {
  /** From the September of birth to that in which the school year begins. */
  readonly years: number;
  /** Days from then. */
  readonly within: readonly [from: number, to: number];
  readonly uptake?: Quantiles;
}

interface SchoolSeries {
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

const series: readonly SchoolSeries[] = [
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
const measlesAndRubella: SchoolSeries = {
  vaccine: 'mr',
  classes: [1978, 1988],
  uptake: line(1978, 92),
  programme: 24,
  doses: [],
  until: 17,
};
const campaignYear = 1994;

const weightOfEthnicity = 0.1;
const leastGap = 28;
const leastSpread = 14;

export function schoolOffers(life: Life): Offer[] {
  const offers: Offer[] = [];
  if (!isSummarised(life)) return offers;
  const year = classOf(life.birth);
  for (const each of series) {
    if (year >= each.classes[0] && year <= each.classes[1] && (each.sex ?? life.sex) === life.sex)
      offer(life, { series: each, year, offers });
  }
  if (year >= measlesAndRubella.classes[0] && year <= measlesAndRubella.classes[1]) {
    const doses = [{ years: campaignYear - year, within: [62, 88] as const }];
    offer(life, { series: { ...measlesAndRubella, doses }, year, offers });
  }
  return offers;
}

interface OfClass {
  readonly series: SchoolSeries;
  readonly year: number;
  readonly offers: Offer[];
}

function offer(
  life: Life,
  { series: { vaccine, programme, doses, of, atOnce = 1, place = 'school', ...other }, year, offers }: OfClass,
): void {
  const reluctance = 100 * reluctanceAsChild(life, programme);
  const until = anniversary(life.birth, other.until) - 1;
  let last: Day | undefined;
  for (const [n, { years, within, uptake = other.uptake }] of doses.entries()) {
    const september = septemberOf(year + years);
    const from = Math.max(september + within[0], last === undefined ? -Infinity : last + leastGap);
    const offered = { vaccine, dose: n + 1, ...(of !== undefined && { doses: of }), from, until };
    // Who was not here then is offered it at the practice, as far as it still is.
    if (from < life.arrival && comesFromAbroad(life)) {
      if (life.arrival < until) offers.push({ ...offered, from: life.arrival, place: 'practice' });
      return;
    }
    if (from > until) return;
    const share = shareFor(life, at(uptake, year), weightOfEthnicity);
    if (reluctance >= share) {
      const declined = declinedOn(life, programme, from);
      offers.push({ ...offered, place, ...(declined !== undefined && { declined }) });
      return;
    }
    const spread = chanceIn(life, drawn.lateness, 1000 + programme * 10 + n);
    const isLate = reluctance >= share * atOnce;
    const given = schoolDay(
      isLate ? september + 365 + Math.floor(300 * spread) : from + Math.floor(Math.max(leastSpread, september + within[1] - from) * spread),
    );
    if (given > until) return;
    offers.push({ ...offered, place: isLate ? 'practice' : place, given });
    last = given;
  }
}

const holidayFrom = 108;
const holidayTo = 128;

/** Not in the holidays at the turn of the year. */
function schoolDay(day: Day): Day {
  const ofYear = day - septemberOf(classOf(day));
  return workingDay(ofYear >= holidayFrom && ofYear < holidayTo ? day + (holidayTo - ofYear) : day);
}
