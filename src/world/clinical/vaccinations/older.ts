/** What is offered from 65 on: against pneumococcus, shingles and respiratory syncytial virus; and to those at risk before. */
import { anniversary, type Day, dayOf } from '../../calendar.ts';
import type { Life } from '../life.ts';
import { workingDay } from '../working-days.ts';
import { at, type Quantiles } from '../../pattern/draws.ts';
import { line } from './curve.ts';
import { chanceIn, declinedOn, drawn, type Offer, reluctanceAsAdult, shareFor } from './offer.ts';

const weightOfEthnicity = 0.35;
/** A year, and the rest of those who come within it by share. */
const overYears: Quantiles = line(0, 5, 0.5, 120, 0.8, 365, 1, 1500);

const pneumococcalSince = dayOf('2003-08-01');
const pneumococcalAge = 65;
const pneumococcalUptake = 72;
const pneumococcalAtRiskUptake = 45;

const shinglesSince = dayOf('2013-09-01');
const twoDosesSince = dayOf('2023-09-01');
/** Born from then on, somebody is offered two doses from 65 on; older ones from 70 on, or one of the live vaccine before. */
const at65 = dayOf('1958-09-01');
const at70 = dayOf('1953-09-01');
const at79When = dayOf('1933-09-02');
const shinglesUntil = 80;
/** One of the live vaccine, by share of those who come: 55 in 100 in the first year that it was offered, and 81 by 79. */
const liveUptake = 79;
const liveOver: Quantiles = line(0, 10, 0.5, 330, 1, 2700);
const twoDoseUptake = 68;
const secondShare = 0.85;

const rsvSince = dayOf('2024-09-01');
const rsvAge = 75;
const rsvUntilAge = 80;
const rsvUptake = { male: 69, female: 64 };
/** Six in ten of those who come in the first seven months do so in the first two. */
const rsvOver: Quantiles = line(0, 2, 0.6, 70, 0.93, 200, 1, 420);
const rsvWeight = 0.95;

export function olderOffers(life: Life, risk: Day): Offer[] {
  const offers: Offer[] = [];
  offerPneumococcal(life, risk, offers);
  offerShingles(life, offers);
  offerRsv(life, offers);
  return offers;
}

function offerPneumococcal(life: Life, risk: Day, offers: Offer[]): void {
  const sixtyFive = anniversary(life.birth, pneumococcalAge);
  const reluctance = 100 * reluctanceAsAdult(life, 50);
  const reach = shareFor(life, pneumococcalUptake, weightOfEthnicity);
  const isEarly = risk + 60 < sixtyFive && reluctance < shareFor(life, pneumococcalAtRiskUptake, weightOfEthnicity);
  const from = Math.max(isEarly ? risk + 60 : sixtyFive, pneumococcalSince, life.birth + 731);
  if (from < life.arrival) return;
  offers.push({
    vaccine: 'pneumococcal-23',
    dose: 1,
    from,
    until: Infinity,
    ...become(life, { programme: 50, from, isTaken: reluctance < reach, over: overYears }),
  });
}

function offerShingles(life: Life, offers: Offer[]): void {
  const { birth } = life;
  if (birth < at79When) return;
  const reluctance = 100 * reluctanceAsAdult(life, 51);
  const until = anniversary(birth, shinglesUntil) - 1;
  const seventy = anniversary(birth, 70);
  if (birth < at70) {
    const from = Math.max(seventy, shinglesSince, life.arrival);
    if (from > until) return;
    const live = become(life, { programme: 51, from, isTaken: reluctance < shareFor(life, liveUptake, weightOfEthnicity), over: liveOver });
    if (live.given !== undefined && live.given < twoDosesSince && live.given <= until) {
      offers.push({ vaccine: 'shingles-live', dose: 1, from, until, ...live });
      return;
    }
  }
  const opens = Math.max(birth < at65 ? seventy : anniversary(birth, 65), twoDosesSince, life.arrival);
  if (opens > until) return;
  const share = shareFor(life, birth < at70 ? liveUptake : twoDoseUptake, weightOfEthnicity);
  const first = become(life, { programme: 51, from: opens, isTaken: reluctance < share, over: overYears });
  offers.push({ vaccine: 'shingles', dose: 1, doses: 2, from: opens, until, ...within(first, until) });
  if (first.given === undefined || first.given > until) return;
  const from = first.given + 182;
  const second = become(life, { programme: 52, from, isTaken: chanceIn(life, drawn.older + 2) < secondShare, over: overYears });
  offers.push({ vaccine: 'shingles', dose: 2, doses: 2, from, until: until + 365, ...within(second, until + 365) });
}

function offerRsv(life: Life, offers: Offer[]): void {
  const from = Math.max(anniversary(life.birth, rsvAge), rsvSince);
  const until = anniversary(life.birth, rsvUntilAge) - 1;
  if (from > until || from < life.arrival) return;
  const isTaken = 100 * reluctanceAsAdult(life, 53) < shareFor(life, rsvUptake[life.sex], rsvWeight);
  offers.push({ vaccine: 'rsv', dose: 1, from, until, ...within(become(life, { programme: 53, from, isTaken, over: rsvOver }), until) });
}

interface Taking {
  readonly programme: number;
  readonly from: Day;
  readonly isTaken: boolean;
  /** Days until they come, by share. */
  readonly over: Quantiles;
}

type Outcome = Pick<Offer, 'given' | 'declined' | 'place'>;

function become(life: Life, { programme, from, isTaken, over }: Taking): Outcome {
  if (isTaken) return { place: 'practice', given: workingDay(from + Math.floor(at(over, chanceIn(life, drawn.older, programme)))) };
  const declined = declinedOn(life, programme, from);
  return { place: 'practice', ...(declined !== undefined && { declined }) };
}

/** Who comes when it is no longer offered goes without. */
const within = ({ given, ...others }: Outcome, until: Day): Outcome =>
  given === undefined || given > until ? others : { ...others, given };
