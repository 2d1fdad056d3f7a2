/** The early years of a life: each dose after the one before, some late, and some of those who came later brought with them. */
import { type Day, dayOf, yearOf } from '../../calendar.ts';
import type { Life } from '../life.ts';
import { workingDay } from '../working-days.ts';
import { type ChildSeries, childhood } from './childhood.ts';
import { at, type Quantiles } from '../../pattern/draws.ts';
import { line } from './curve.ts';
import { comesFromAbroad, hasPapers } from './from-abroad.ts';
import { chanceIn, declinedOn, drawn, type Offer, reluctanceAsChild, shareFor } from './offer.ts';
import type { VaccineName } from './vaccines.ts';

/** Days late by share of those who come: nine in ten within four weeks (england.md §13). */
const lateness: Quantiles = line(0, 0, 0.5, 5, 0.9, 26, 0.975, 70, 0.992, 150, 0.998, 300, 1, 500);
/** Of measles, mumps and rubella 84 of 100 within three months, 97 within six. */
const latenessOfMeasles: Quantiles = line(0, 0, 0.45, 14, 0.84, 88, 0.97, 180, 0.99, 365, 1, 1400);

/** Before that, what is known was summarised when practices got computers; of those born before 1960 often nothing is. */
const computers = dayOf('1990-01-01');
const summarisedWithin = 2_000;
const bornEarly = dayOf('1960-01-01');
const earlySummaries = 0.25;
const weightOfEthnicity = 0.08;
/** Of those who came without papers, the share of the usual who catch up here. */
const catchesUp = 0.8;
const leastGap = 28;
/** Days from coming here to the first dose. */
const settlingIn = 42;

/** When practices wrote down what had been given before they had computers. */
export const writtenDown = (life: Life, given: Day): Day =>
  given >= computers ? given : workingDay(computers + Math.floor(summarisedWithin * chanceIn(life, drawn.summarised)));

export const isSummarised = (life: Life): boolean => life.birth >= bornEarly || chanceIn(life, drawn.hasSummary) < earlySummaries;

export function childOffers(life: Life): Offer[] {
  const offers: Offer[] = [];
  if (!isSummarised(life)) return offers;
  const taken: Taken = { doses: [], last: [] };
  const year = yearOf(life.birth);
  for (const series of childhood) {
    const { born, ethnicities } = series;
    if (life.birth < born[0] || life.birth > born[1]) continue;
    if (ethnicities !== undefined && !ethnicities.includes(life.ethnicity)) continue;
    offerSeries(life, { series, year, taken, offers });
  }
  return offers;
}

/** By programme. */
interface Taken {
  readonly doses: (number | undefined)[];
  readonly last: (Day | undefined)[];
}

interface Offered {
  readonly series: ChildSeries;
  readonly year: number;
  readonly taken: Taken;
  readonly offers: Offer[];
}

function offerSeries(life: Life, { series, year, taken, offers }: Offered): void {
  const { programme, after, since = -Infinity, insteadOf, firstDose = 1, of } = series;
  if (after !== undefined && (taken.doses[after[0]] ?? 0) < after[1]) return;
  const reluctance = 100 * reluctanceAsChild(life, programme);
  if (insteadOf !== undefined && reluctance < shareFor(life, at(insteadOf, year), weightOfEthnicity)) return;
  let last = after === undefined ? undefined : taken.last[after[0]];
  for (const [n, { age, gap = leastGap, uptake = series.uptake, keeps = 1 }] of series.doses.entries()) {
    const dose = firstDose + n;
    const due = Math.max(life.birth + age, since, last === undefined ? -Infinity : last + gap);
    const share = shareFor(life, keeps * at(uptake, year), weightOfEthnicity);
    const isBefore = due < life.arrival && comesFromAbroad(life);
    const isTold = isBefore && series.isWorldwide === true && hasPapers(life);
    const from = isBefore && !isTold ? Math.max(due, life.arrival + settlingIn) : due;
    const until = life.birth + series.until;
    if (from > until) return;
    const isTaken = reluctance < share * (isBefore && !isTold ? catchesUp : 1);
    const given = isTaken ? workingDay(from + lateBy(life, series, age)) : undefined;
    const vaccine = asOfThen(series.vaccine, given ?? from, life.birth);
    if (vaccine === undefined) return;
    const isAbroad = isTold && (given ?? from) < life.arrival;
    const place = isAbroad ? 'abroad' : vaccine === 'bcg' ? 'clinic' : 'practice';
    const common = { vaccine, dose, ...(of !== undefined && { doses: of }), from, until, place } as const;
    if (given === undefined || given > until) {
      const declined = declinedOn(life, programme, from);
      offers.push({ ...common, ...(declined !== undefined && { declined }) });
      return;
    }
    offers.push({ ...common, given });
    taken.doses[programme] = Math.max(taken.doses[programme] ?? 0, dose);
    taken.last[programme] = last = given;
  }
}

const lateBy = (life: Life, { isLate }: ChildSeries, age: number): number =>
  Math.floor(at(isLate ? latenessOfMeasles : lateness, chanceIn(life, drawn.lateness, age)));

const inFives = dayOf('2004-10-01');
const inSixes = dayOf('2017-10-01');
const thirteen = dayOf('2010-04-01');
const withChickenpox = dayOf('2026-01-02');
const chickenpoxForBorn = dayOf('2022-09-01');

/** What is given in its place when somebody comes so late that it has been replaced. */
function asOfThen(vaccine: VaccineName, day: Day, birth: Day): VaccineName | undefined {
  switch (vaccine) {
    case 'dtp':
    case 'dt':
    case 'dtp-hib':
    case '5-in-1':
      if (day >= inSixes) return '6-in-1';
      return day >= inFives ? '5-in-1' : vaccine;
    case 'polio':
    case 'hib':
    case 'pre-school-dt':
      // Parts of what is given then.
      if (day < inFives) return vaccine;
      return vaccine === 'pre-school-dt' ? '4-in-1' : undefined;
    case 'pneumococcal-7':
      return day >= thirteen ? 'pneumococcal-13' : vaccine;
    case 'mmr':
      return day >= withChickenpox && birth >= chickenpoxForBorn ? 'mmrv' : vaccine;
    default:
      return vaccine;
  }
}
