/** The school years of a life: what the class that somebody is in is given, and who comes later. */
import { anniversary, type Day } from '../../calendar.ts';
import { at } from '../../pattern/draws.ts';
import type { Life } from '../life.ts';
import { workingDay } from '../working-days.ts';
import { isSummarised } from './children.ts';
import { comesFromAbroad } from './from-abroad.ts';
import { chanceIn, declinedOn, drawn, type Offer, reluctanceAsChild, shareFor } from './offer.ts';
import { campaignYear, measlesAndRubella, type SchoolSeries, schoolSeries } from './school-series.ts';
import { classOf, septemberOf } from './school-years.ts';

const weightOfEthnicity = 0.1;
const leastGap = 28;
const leastSpread = 14;

export function schoolOffers(life: Life): Offer[] {
  const offers: Offer[] = [];
  if (!isSummarised(life)) return offers;
  const year = classOf(life.birth);
  for (const each of schoolSeries) {
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
