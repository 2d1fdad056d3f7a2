/** Every vaccination of a life, from what was offered; those declined of which that is written down among them. */
import type { Health, LivedVaccination } from '../health.ts';
import type { Life } from '../life.ts';
import { recordsBegan } from '../records-began.ts';
import { workingDay } from '../working-days.ts';
import { riskFrom } from './at-risk.ts';
import { childOffers, writtenDown } from './children.ts';
import { covidOffers } from './covid.ts';
import { copiedOn } from './from-abroad.ts';
import { pregnancyOffers } from './in-pregnancy.ts';
import { influenzaOffers } from './influenza.ts';
import { chanceIn, drawn, type Offer } from './offer.ts';
import { olderOffers } from './older.ts';
import { schoolOffers } from './school.ts';
import { travelOffers, workOffers } from './travel-and-work.ts';
import { vaccines } from './vaccines.ts';

/** What vaccinations are made from. */
type Offered = Pick<Health, 'life' | 'conditions' | 'pregnancies'>;

/** By the schedule, in no order. */
export function offersOf({ life, conditions, pregnancies }: Offered): readonly Offer[] {
  const risk = riskFrom(conditions);
  return [
    ...childOffers(life),
    ...schoolOffers(life),
    ...influenzaOffers(life, { risk, pregnancies }),
    ...covidOffers(life, risk),
    ...olderOffers(life, risk),
    ...pregnancyOffers(life, pregnancies),
  ];
}

export function vaccinationsOf(health: Offered): readonly LivedVaccination[] {
  const { life } = health;
  const lived: Omit<LivedVaccination, 'ordinal'>[] = [];
  for (const { vaccine, dose, doses, given, declined, place } of [...offersOf(health), ...travelOffers(life), ...workOffers(life)]) {
    const day = given ?? (declined === undefined || declined < recordsBegan ? undefined : workingDay(declined));
    if (day === undefined || day > life.end || (day < life.arrival && place !== 'abroad')) continue;
    const recorded = recordedOn(life, { day, place });
    if (recorded > life.end) continue;
    const { sort } = vaccines[vaccine];
    lived.push({ vaccine, sort, dose, ...(doses !== undefined && { doses }), day, recorded, place, isGiven: given !== undefined });
  }
  // What was written down on one day stands in the order in which it was given; the sort is stable.
  return lived.sort((a, b) => a.recorded - b.recorded || a.day - b.day).map((each, ordinal) => ({ ...each, ordinal }));
}

/** What others give, they report. */
const reportedWithin = 4;

function recordedOn(life: Life, { day, place }: Pick<LivedVaccination, 'day' | 'place'>): number {
  if (place === 'abroad') return copiedOn(life);
  const written = writtenDown(life, day);
  return place === 'practice' || written > day
    ? written
    : workingDay(day + Math.floor(reportedWithin * chanceIn(life, drawn.recorded, day)));
}
