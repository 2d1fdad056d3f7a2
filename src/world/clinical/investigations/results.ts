/** All that is measured and investigated in a life: occasions for it, put in order of time, and what is found on each. */
import { type Day, dayOf, year, yearOf } from '../../calendar.ts';
import type { Health, LivedObservation, LivedReport, Results, ResultsMade } from '../health.ts';
import { type Body, bodyMeasured } from '../observations/body.ts';
import { type ObservationSort, observationRowOf, rangeOf } from '../observations/sorts.ts';
import type { Moment } from '../observations/values/moment.ts';
import { smokesOn } from '../observations/values/scores.ts';
import { addFound } from '../observations/values/values.ts';
import { workingDay } from '../working-days.ts';
import { antenatalOf } from './antenatal.ts';
import { childhoodOf } from './childhood.ts';
import { drawnBy } from './draws.ts';
import { emergenciesOf } from './emergencies.ts';
import { diagnosesOf } from './illness.ts';
import { monitoringOf } from './monitoring.ts';
import type { TestOccasion } from './occasions.ts';
import { type PanelRow, panelRows, type PanelSort } from './panels.ts';
import { reviewsOf } from './reviews.ts';
import { routineOf } from './routine.ts';
import { screeningOf } from './screening.ts';
import { shownOf } from './shown.ts';

const occasionsFor = [monitoringOf, diagnosesOf, routineOf, screeningOf, childhoodOf, antenatalOf, emergenciesOf] as const;

/** Days before the same is measured again, whoever would like to. */
const apart: Partial<Record<ObservationSort, number>> = {
  height: 300,
  smoking: 330,
  cigarettes: 330,
  alcohol: 700,
  'foot-check': 300,
  'eye-screening': 300,
  'frailty-score': 300,
  weight: 12,
  bmi: 12,
};
const apartElse = 5;
const adult = 16;
/** A life stays bounded however much is the matter. */
const panelsAYear = 25;

/** A report that was asked for and has not come. */
interface Pending {
  readonly panel: PanelSort;
  readonly moment: Moment;
  readonly occasion: TestOccasion;
  readonly recorded: Day;
}

/** While a record is written, in order of time. */
interface Writing {
  readonly body: Body;
  readonly observations: LivedObservation[];
  readonly reports: LivedReport[];
  /** In the order in which they will come. */
  readonly pending: Pending[];
  readonly last: Map<ObservationSort | PanelSort, Day>;
  yearBegan: Day;
  panelsInYear: number;
}

/** Contacts of next year are booked this year. */
const yearsAhead = 2;
/** What is asked for by then is found by then. */
const laterStill = 100;

/** Nothing that is told of a day depends on how far beyond it they are made. */
export function resultsOf(health: Health): Results {
  const known = new Map<number, ResultsMade>();
  return {
    until(day) {
      const ends = yearOf(day) + yearsAhead;
      const made = known.get(ends) ?? resultsUntil(health, dayOf(`${ends}-01-01`) + laterStill);
      known.set(ends, made);
      return made;
    },
  };
}

function resultsUntil(health: Health, until: Day): ResultsMade {
  const { life } = health;
  const body = bodyMeasured(health, until);
  const { reviews, occasions } = reviewsOf(body);
  const inOrder = [...occasions, ...occasionsFor.flatMap((find) => find(body))].sort((a, b) => a.day - b.day);
  const observations: LivedObservation[] = [];
  const reports: LivedReport[] = [];
  const writing: Writing = { body, observations, reports, pending: [], last: new Map(), yearBegan: 0, panelsInYear: 0 };
  for (const occasion of inOrder) {
    const { day, ill, bundle } = occasion;
    if (day < life.arrival || day > body.until) continue;
    receive(writing, day);
    const moment = { body, sex: life.sex, day, age: (day - life.birth) / year, ill };
    for (const sort of bundle.measures) measure(writing, occasion, moment, sort);
    for (const panel of bundle.panels) request(writing, occasion, moment, panel);
  }
  receive(writing, body.until);
  return { observations, reports, reviews };
}

function measure(writing: Writing, occasion: TestOccasion, moment: Moment, sort: ObservationSort): void {
  if ((sort === 'smoking' || sort === 'alcohol') && moment.age < adult) return;
  if (sort === 'cigarettes' && !smokesOn(moment)) return;
  if (isSoon(writing, sort, occasion.day, occasion.isUrgent ? 1 : (apart[sort] ?? apartElse))) return;
  observe(writing, { sort, moment, recorded: occasion.day, at: occasion.at, report: undefined });
}

function isSoon({ last }: Writing, what: ObservationSort | PanelSort, day: Day, days: number): boolean {
  const before = last.get(what);
  if (before !== undefined && day - before < days) return true;
  last.set(what, day);
  return false;
}

interface Observing {
  readonly sort: ObservationSort;
  readonly moment: Moment;
  readonly recorded: Day;
  readonly at: 'hospital' | undefined;
  readonly report: number | undefined;
}

function observe({ observations }: Writing, { sort, moment, recorded, at, report }: Observing): void {
  const made: { -readonly [Member in keyof LivedObservation]: LivedObservation[Member] } = { ordinal: observations.length, recorded, sort };
  addFound(made, sort, moment);
  if (report !== undefined) made.report = report;
  if (at !== undefined) made.at = at;
  observations.push(made);
}

function request(writing: Writing, occasion: TestOccasion, moment: Moment, panel: PanelSort): void {
  const { life } = writing.body.health;
  const { day, isUrgent } = occasion;
  if (day - writing.yearBegan >= year) [writing.yearBegan, writing.panelsInYear] = [day, 0];
  const row = panelRows[panel];
  if (writing.panelsInYear >= panelsAYear || isSoon(writing, panel, day, isUrgent ? 1 : row.apart)) return;
  writing.panelsInYear += 1;
  const recorded = isUrgent ? day : workingDay(day + delayOf(row, life.chance(drawnBy.delay, day)));
  if (recorded === day) return report(writing, { panel, moment, occasion, recorded });
  let place = writing.pending.length;
  while (place > 0 && (writing.pending[place - 1]?.recorded ?? 0) > recorded) place -= 1;
  writing.pending.splice(place, 0, { panel, moment, occasion, recorded });
}

/** A tracing is read at once, a laboratory takes days, and an image waits for an appointment. */
function delayOf({ category }: PanelRow, chance: number): number {
  if (category === 'other') return 0;
  return category === 'laboratory' ? 1 + Math.floor(chance * 3) : 5 + Math.floor(chance * 18);
}

/** Those that have come by a day. */
function receive(writing: Writing, day: Day): void {
  const { pending } = writing;
  let come = 0;
  for (let next = pending[0]; next !== undefined && next.recorded <= day; next = pending[come]) {
    report(writing, next);
    come += 1;
  }
  if (come > 0) pending.splice(0, come);
}

function report(writing: Writing, { panel, moment, occasion, recorded }: Pending): void {
  const { reports } = writing;
  const { members, shows }: PanelRow = panelRows[panel];
  const ordinal = reports.length;
  const first = writing.observations.length;
  for (const sort of members) observe(writing, { sort, moment, recorded, at: occasion.at, report: ordinal });
  const conclusion = shows === undefined ? concluded(writing, moment, first) : (shownOf(panel, occasion.because) ?? shows);
  reports.push({
    ordinal,
    recorded,
    sort: panel,
    requested: occasion.day,
    observations: members.map((_, n) => first + n),
    ...(conclusion !== undefined && { conclusion }),
    ...(occasion.at !== undefined && { at: occasion.at }),
  });
}

/** In words, whether the numbers from one on lie where they are expected to. */
function concluded({ observations }: Writing, { sex, age }: Moment, first: number): string | undefined {
  let isJudged = false;
  for (let n = first; n < observations.length; n += 1) {
    const { sort, value } = observations[n] ?? { sort: '' };
    const row = observationRowOf(sort);
    const range = row && rangeOf(row, sex, age);
    if (range === undefined || value === undefined) continue;
    isJudged = true;
    if (value < (range.low ?? -Infinity) || value > (range.high ?? Infinity)) return 'Outside the reference range: see values.';
  }
  return isJudged ? 'Within the reference range.' : undefined;
}
