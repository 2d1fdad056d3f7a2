/** Flu: every season from September to March, for whom it is offered in that one. */
import type { Day } from '../../calendar.ts';
import type { LivedPregnancy } from '../health.ts';
import type { Life } from '../life.ts';
import { recordsBegan } from '../records-began.ts';
import { workingDay } from '../working-days.ts';
import { at, type Quantiles } from '../../pattern/draws.ts';
import { line } from './curve.ts';
import { chanceIn, drawn, type Offer, reluctanceAsAdult, reluctanceAsChild, shareFor } from './offer.ts';
import { classOf, septemberOf } from './school-years.ts';
import type { VaccineName } from './vaccines.ts';

type Group = 'older' | 'middle' | 'at-risk' | 'pregnant' | 'two-or-three' | 'primary' | 'secondary';

/** Percent by the year in which a season begins, up to 2024 as published; those after it go on so. */
const uptake: Readonly<Record<Group, Quantiles>> = {
  older: line(2010, 72.5, 2019, 72.5, 2020, 80.9, 2021, 82.3, 2022, 79.9, 2023, 77.8, 2024, 74.9),
  middle: line(2020, 35, 2021, 52.5, 2022, 49),
  'at-risk': line(2010, 50, 2016, 48.6, 2019, 45, 2020, 53, 2021, 52.9, 2022, 49.1, 2023, 41.4, 2024, 40),
  pregnant: line(2010, 38, 2014, 44, 2018, 45, 2020, 43.6, 2021, 37.9, 2022, 35, 2023, 32.1, 2024, 35),
  'two-or-three': line(2013, 43, 2019, 46, 2020, 58, 2021, 51, 2022, 46, 2023, 46.5, 2024, 44.5),
  primary: line(2015, 54, 2018, 61, 2020, 62, 2021, 57.4, 2022, 56, 2024, 54.6),
  secondary: line(2020, 56, 2021, 45, 2024, 46.4),
};

/** Days of the season by share of those who come. */
const arrivals: Quantiles = line(0, 5, 0.1, 18, 0.45, 36, 0.75, 58, 0.92, 90, 1, 150);
const arrivalsAtSchool: Quantiles = line(0, 25, 0.5, 60, 1, 100);
/** Grown-ups start in October since then. */
const laterSince = 2024;
const laterBy = 25;
const seasonLasts = 211;

/** The share who hold to what they did in other seasons. */
const holds = 0.85;
const byPharmacy = 0.28;
const weightOfEthnicity = 0.3;
/**
 * The old are mostly of the category that comes most, those at risk less so, and some give birth before they come: what makes
 * the whole of them come to what is published.
 */
const evened: Readonly<Partial<Record<Group, number>>> = { older: 0.98, 'at-risk': 1.05, pregnant: 1.12 };
const adjuvantedSince = 2018;
const declinedShare = 0.08;

const yearDays = 365.25;
const olderFrom = 65;
const middleFrom = 50;
const programme = 30;
const lastSeason = 2040;
const firstSeason = 2010;

export interface ForInfluenza {
  readonly risk: Day;
  readonly pregnancies: readonly LivedPregnancy[];
}

export function influenzaOffers(life: Life, about: ForInfluenza): Offer[] {
  const offers: Offer[] = [];
  const begins = Math.max(recordsBegan, life.arrival);
  const lasting = { child: reluctanceAsChild(life, programme), adult: reluctanceAsAdult(life, programme) };
  const year = classOf(life.birth);
  for (let season = firstSeason; season <= lastSeason; season += 1) {
    const september = septemberOf(season);
    if (september > life.end) break;
    if (september < begins || september < life.birth) continue;
    const group = groupOf(life, about, { season, year });
    if (group === undefined) continue;
    const isChild = group === 'two-or-three' || group === 'primary' || group === 'secondary';
    const isAgain = chanceIn(life, drawn.influenza, season) < holds;
    const reluctance = isAgain ? lasting[isChild ? 'child' : 'adult'] : chanceIn(life, drawn.influenza + 1, season);
    const atSchool = group === 'primary' || group === 'secondary';
    const isPharmacy = !isChild && group !== 'pregnant' && chanceIn(life, drawn.influenza + 3) < byPharmacy;
    const pregnancy = group === 'pregnant' ? pregnancyIn(about.pregnancies, september) : undefined;
    const offer: Offer = {
      vaccine: vaccineOf(group, season),
      dose: 1,
      from: Math.max(september + (isLaterStart(group, season) ? laterBy : 0), pregnancy?.recorded ?? 0),
      until: Math.min(september + seasonLasts, pregnancy === undefined ? Infinity : pregnancy.ends - 1),
      place: atSchool ? 'school' : isPharmacy ? 'pharmacy' : 'practice',
    };
    const share = shareFor(life, at(uptake[group], season) * (evened[group] ?? 1), isChild ? weightOfEthnicity / 2 : weightOfEthnicity);
    const given = workingDay(
      offer.from + Math.floor(at(atSchool ? arrivalsAtSchool : arrivals, chanceIn(life, drawn.influenza + 2, season))),
    );
    const isGiven = 100 * reluctance < share && given <= Math.min(offer.until, life.end);
    const isDeclined = !isGiven && chanceIn(life, drawn.declined, 100 + season) < declinedShare;
    offers.push({ ...offer, ...(isGiven && { given }), ...(isDeclined && { declined: given }) });
  }
  return offers;
}

interface Season {
  readonly season: number;
  /** The class of somebody's birth. */
  readonly year: number;
}

/** The school years that are offered it, by season: reception is 0. */
const lastSchoolYear: Quantiles = line(2015, 2, 2016, 3, 2017, 4, 2018, 5, 2019, 6, 2020, 7, 2021, 11);
const reception = 5;

function groupOf(life: Life, { risk, pregnancies }: ForInfluenza, { season, year }: Season): Group | undefined {
  const september = septemberOf(season);
  const ageInMarch = (september + seasonLasts - life.birth) / yearDays;
  if (ageInMarch >= olderFrom) return 'older';
  const schoolYear = season - year - reception;
  if (schoolYear < 12) {
    // The class that turns two, or three, by the end of August.
    if ((schoolYear === -2 || schoolYear === -1) && season >= 2013) return 'two-or-three';
    if (schoolYear >= 0 && season >= 2015 && schoolYear <= Math.floor(at(lastSchoolYear, season))) {
      return schoolYear <= 6 ? 'primary' : 'secondary';
    }
  }
  if (pregnancies.length > 0 && pregnancyIn(pregnancies, september) !== undefined) return 'pregnant';
  if (risk <= september && september - life.birth >= yearDays / 2) return 'at-risk';
  if (season >= 2020 && season <= 2022 && ageInMarch >= middleFrom) return 'middle';
  return undefined;
}

const known = 60;

/** Somebody who is known to be pregnant for a good part of the autumn and winter. */
const pregnancyIn = (pregnancies: readonly LivedPregnancy[], september: Day): LivedPregnancy | undefined =>
  pregnancies.find(({ recorded, ends }) => ends > september + known && recorded < september + seasonLasts - known);

const isLaterStart = (group: Group, season: number): boolean => season >= laterSince && (group === 'older' || group === 'at-risk');

function vaccineOf(group: Group, season: number): VaccineName {
  if (group === 'two-or-three' || group === 'primary' || group === 'secondary') return 'influenza-nasal';
  if (group === 'older' && season >= adjuvantedSince) return 'influenza-adjuvanted';
  return season >= 2021 && group === 'middle' ? 'influenza' : 'influenza-inactivated';
}
