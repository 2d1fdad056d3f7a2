/** All that is measured and investigated in a life: occasions for it, put in order of time, and what is found on each. */
import { type Day, year } from '../../calendar.ts';
import type { Health, LivedObservation, LivedReport, Results } from '../health.ts';
import { type Body, bodyMeasured } from '../observations/body.ts';
import { type ObservationSort, rangeOf, observationRowOf } from '../observations/sorts.ts';
import type { Moment } from '../observations/values/moment.ts';
import { smokesOn } from '../observations/values/scores.ts';
import { foundOf } from '../observations/values/values.ts';
import { workingDay } from '../working-days.ts';
import { admissionsOf } from './admissions.ts';
import { antenatalOf } from './antenatal.ts';
import { childhoodOf } from './childhood.ts';
import { drawnBy } from './draws.ts';
import { diagnosesOf } from './illness.ts';
import { monitoringOf } from './monitoring.ts';
import type { TestOccasion } from './occasions.ts';
import { type PanelRow, panelRows, type PanelSort } from './panels.ts';
import { reviewsOf } from './reviews.ts';
import { routineOf } from './routine.ts';
import { screeningOf } from './screening.ts';

export function resultsOf(health: Health): Results {
  const body = bodyMeasured(health);
  const { reviews, occasions } = reviewsOf(body);
  const all = [
    occasions,
    monitoringOf(body),
    diagnosesOf(body),
    routineOf(body),
    screeningOf(body),
    childhoodOf(body),
    antenatalOf(body),
    admissionsOf(body),
  ].flat();
  const written = writingsOf(
    body,
    all.toSorted((a, b) => a.day - b.day),
  );
  return {
    ...resultsIn(
      body,
      written.toSorted((a, b) => a.recorded - b.recorded),
    ),
    reviews,
  };
}

/** Something to be written down: one measurement, or one report. */
interface Writing {
  readonly occasion: TestOccasion;
  readonly recorded: Day;
  readonly sort?: ObservationSort;
  readonly panel?: PanelSort;
}

/** Days before the same is measured again, whoever would like to; a week is soon enough for the rest. */
const apart: Partial<Record<ObservationSort, number>> = {
  height: 300,
  smoking: 200,
  cigarettes: 200,
  alcohol: 200,
  'foot-check': 300,
  'eye-screening': 300,
  'frailty-score': 300,
};
const apartElse = 5;
const adult = 16;
/** A life stays bounded however much is the matter. */
const panelsAYear = 25;

function writingsOf(body: Body, occasions: readonly TestOccasion[]): Writing[] {
  const { life } = body.health;
  const last = new Map<ObservationSort | PanelSort, Day>();
  const writings: Writing[] = [];
  let [yearBegan, inYear] = [0, 0];
  const isSoon = (key: ObservationSort | PanelSort, day: Day, days: number): boolean => {
    const before = last.get(key);
    if (before !== undefined && day - before < days) return true;
    last.set(key, day);
    return false;
  };
  for (const occasion of occasions) {
    const { day } = occasion;
    if (day > life.end || day < life.arrival) continue;
    const isAdult = day - life.birth >= adult * year;
    for (const sort of occasion.measures) {
      const isHabit = sort === 'smoking' || sort === 'cigarettes' || sort === 'alcohol';
      if ((isHabit && !isAdult) || isSoon(sort, day, occasion.at === undefined ? (apart[sort] ?? apartElse) : 1)) continue;
      writings.push({ occasion, recorded: day, sort });
    }
    for (const panel of occasion.panels) {
      if (day - yearBegan >= year) [yearBegan, inYear] = [day, 0];
      const row = panelRows[panel];
      if (inYear >= panelsAYear || isSoon(panel, day, occasion.at === undefined ? row.apart : 1)) continue;
      const recorded = occasion.at === undefined ? workingDay(day + delayOf(row, life.chance(drawnBy.delay, day))) : day;
      if (recorded > life.end) continue;
      inYear += 1;
      writings.push({ occasion, recorded, panel });
    }
  }
  return writings;
}

/** A tracing is read at once, a laboratory takes days, and an image waits for an appointment. */
function delayOf({ category }: PanelRow, chance: number): number {
  if (category === 'other') return 0;
  return category === 'laboratory' ? 1 + Math.floor(chance * 3) : 5 + Math.floor(chance * 18);
}

function resultsIn(body: Body, writings: readonly Writing[]): Omit<Results, 'reviews'> {
  const observations: LivedObservation[] = [];
  const reports: LivedReport[] = [];
  for (const { occasion, recorded, sort, panel } of writings) {
    const moment = momentOf(body, occasion);
    const begun = { recorded, ...(occasion.at !== undefined && { at: occasion.at }) };
    if (sort !== undefined && (sort !== 'cigarettes' || smokesOn(moment))) {
      observations.push({ ordinal: observations.length, sort, ...begun, ...foundOf(sort, moment) });
    }
    if (panel === undefined) continue;
    const ordinal = reports.length;
    const first = observations.length;
    const row: PanelRow = panelRows[panel];
    for (const member of row.members) {
      observations.push({ ordinal: observations.length, sort: member, ...begun, ...foundOf(member, moment), report: ordinal });
    }
    const members = observations.slice(first);
    const conclusion = row.shows === undefined ? concluded(moment, members) : (occasion.shows ?? row.shows);
    reports.push({
      ordinal,
      sort: panel,
      requested: occasion.day,
      ...begun,
      observations: members.map((member) => member.ordinal),
      ...(conclusion !== '' && { conclusion }),
    });
  }
  return { observations, reports };
}

const momentOf = (body: Body, { day, ill }: TestOccasion): Moment => {
  const { life } = body.health;
  return { body, sex: life.sex, day, age: (day - life.birth) / year, ill };
};

/** In words, whether numbers lie where they are expected to. */
function concluded({ sex, age }: Moment, members: readonly LivedObservation[]): string {
  let isJudged = false;
  for (const { sort, value } of members) {
    const row = observationRowOf(sort);
    const range = row && rangeOf(row, sex, age);
    if (range === undefined || value === undefined) continue;
    isJudged = true;
    if (value < (range[0] ?? -Infinity) || value > (range[1] ?? Infinity)) return 'Outside the reference range: see values.';
  }
  return isJudged ? 'Within the reference range.' : '';
}
