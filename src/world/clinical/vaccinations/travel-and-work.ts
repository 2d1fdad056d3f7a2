/** What is given before a journey, and to those whose work brings them near blood. Nothing of it is offered unasked. */
import { type Day, dayOf } from '../../calendar.ts';
import type { Life } from '../life.ts';
import { recordsBegan } from '../records-began.ts';
import { workingDay } from '../working-days.ts';
import { chanceIn, drawn, type Offer } from './offer.ts';
import type { VaccineName } from './vaccines.ts';

/** Journeys are drawn for each five years. */
const spans = 6;
const spanDays = 1_826;
/** The share of people who are vaccinated for one in five years; more where family is abroad. */
const travels = 0.09;
const travelsToFamily = 0.2;
const withFamilyAbroad = 'HJKLMNP';
const noJourneys = [dayOf('2020-03-15'), dayOf('2021-09-01')] as const;
const fromAge = 1_100;
const untilAge = 29_000;

const share = { typhoid: 0.65, yellowFever: 0.08, rabies: 0.06 };

const works = 0.05;
const worksFrom = 6_757;
const worksWithin = 9_000;

export function travelOffers(life: Life): Offer[] {
  const offers: Offer[] = [];
  const begins = Math.max(recordsBegan, life.arrival);
  const often = withFamilyAbroad.includes(life.ethnicity) ? travelsToFamily : travels;
  let firstOfHepatitis: Day | undefined;
  for (let n = 0; n < spans; n += 1) {
    if (chanceIn(life, drawn.travel, n) >= often) continue;
    const day = workingDay(recordsBegan + n * spanDays + Math.floor(spanDays * chanceIn(life, drawn.travel + 1, n)));
    const age = day - life.birth;
    if (day < begins || age < fromAge || age > untilAge || (day > noJourneys[0] && day < noJourneys[1])) continue;
    const which = chanceIn(life, drawn.travel + 2, n);
    // Two doses last for decades.
    if (firstOfHepatitis === undefined) {
      give(offers, 'hepatitis-a', [day]);
      firstOfHepatitis = day;
    } else if (offers.filter(({ vaccine }) => vaccine === 'hepatitis-a').length === 1 && day > firstOfHepatitis + 182) {
      offers.push(given('hepatitis-a', 2, day));
    }
    if (which < share.typhoid) give(offers, 'typhoid', [day]);
    const rarely = chanceIn(life, drawn.travel + 3, n);
    if (rarely < share.yellowFever && !offers.some(({ vaccine }) => vaccine === 'yellow-fever')) give(offers, 'yellow-fever', [day]);
    else if (rarely > 1 - share.rabies && !offers.some(({ vaccine }) => vaccine === 'rabies'))
      give(offers, 'rabies', [day, day + 7, day + 21]);
  }
  return offers;
}

export function workOffers(life: Life): Offer[] {
  const offers: Offer[] = [];
  if (chanceIn(life, drawn.occupation) >= works) return offers;
  const day = life.birth + worksFrom + Math.floor(worksWithin * chanceIn(life, drawn.occupation, 1));
  if (day < Math.max(recordsBegan, life.arrival)) return offers;
  give(offers, 'hepatitis-b', [day, day + 30, day + 182]);
  return offers;
}

const given = (vaccine: VaccineName, dose: number, day: Day, doses?: number): Offer => ({
  vaccine,
  dose,
  ...(doses !== undefined && { doses }),
  from: day,
  until: day,
  place: 'practice',
  given: workingDay(day),
});

function give(offers: Offer[], vaccine: VaccineName, days: readonly Day[]): void {
  for (const [n, day] of days.entries()) offers.push(given(vaccine, n + 1, day, days.length > 1 ? days.length : undefined));
}
