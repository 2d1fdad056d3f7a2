/**
 * What somebody takes, out of what they need: needs in the order in which they arise, each met by a choice that suits, none of one slot
 * while another of it is taken, cut where it may be taken no more, and met again where another suits or it may be taken once more.
 */
import { type Day, year, yearOf } from '../../calendar.ts';
import type { LivedCourse } from '../health.ts';
import type { Life } from '../life.ts';
import { workingDay } from '../working-days.ts';
import type { Contraindications } from './contraindications.ts';
import { type Medicine, medicine } from './medicines.ts';
import { newYear } from './new-years.ts';
import { coursesOfRuns, type TreatmentRun } from './runs.ts';
import type { TreatmentChoice } from './treatment.ts';
import type { TreatmentNeed } from './treatment-need.ts';

interface Meeting {
  readonly life: Life;
  readonly against: Contraindications;
  /** By slot, the last of it that was begun. */
  readonly last: Map<string, TreatmentRun>;
}

export function coursesMeeting(life: Life, needs: readonly TreatmentNeed[], against: Contraindications): readonly LivedCourse[] {
  const waiting = needs.map(onOpenDay).sort((a, b) => a.start - b.start);
  const meeting: Meeting = { life, against, last: new Map() };
  const runs: TreatmentRun[] = [];
  for (let at = 0; at < waiting.length; at += 1) {
    const need = waiting[at];
    if (need === undefined || need.start > life.end) break;
    if (need.start > need.end) continue;
    const choice = chosen(meeting, need);
    const run = choice && begun(meeting, need, choice);
    if (run !== undefined) runs.push(run);
    const again = run && choice ? cut(meeting, run, choice) : need.course === 'repeat' ? free(meeting, need) : undefined;
    if (again !== undefined && again < need.end && again <= life.end) insert(waiting, at, onOpenDay({ ...need, start: again }));
  }
  return coursesOfRuns(life, runs);
}

function onOpenDay(need: TreatmentNeed): TreatmentNeed {
  const start = workingDay(need.start);
  return start === need.start ? need : { ...need, start };
}

/** In the order of the days on which they arise. */
function insert(waiting: TreatmentNeed[], at: number, need: TreatmentNeed): void {
  let place = at + 1;
  while ((waiting[place]?.start ?? Infinity) <= need.start) place += 1;
  waiting.splice(place, 0, need);
}

function begun({ last }: Meeting, need: TreatmentNeed, choice: TreatmentChoice): TreatmentRun | undefined {
  const steps = choice.of.map(medicine);
  const slot = steps[0]?.slot;
  if (slot === undefined) return undefined;
  const { start } = need;
  const running = last.get(slot);
  if (running !== undefined && running.end >= start) {
    running.end = start - 1;
    running.stopped = 'Changed to another medicine';
  }
  const end = choice.days === undefined ? need.end : Math.min(need.end, start + choice.days - 1);
  const run: TreatmentRun = { need, steps, dose: choice.dose, days: choice.days ?? need.days, start, end, stopped: undefined };
  last.set(slot, run);
  return run;
}

function chosen(meeting: Meeting, need: TreatmentNeed): TreatmentChoice | undefined {
  const age = meeting.life.age(need.start);
  const calendarYear = yearOf(need.start);
  const suits = (choice: TreatmentChoice): boolean => fits(meeting.life, choice, age, calendarYear) && isFree(meeting, need, choice);
  if (need.course === 'acute') return need.choices.find(suits);
  const suiting = need.choices.filter(suits);
  let left = need.draw * suiting.reduce((sum, { weight = 1 }) => sum + weight, 0);
  return suiting.find(({ weight = 1 }) => (left -= weight) < 0) ?? suiting.at(-1);
}

function fits({ sex }: Life, choice: TreatmentChoice, age: number, calendarYear: number): boolean {
  const { since = 0, before = Infinity, ages } = choice;
  if (calendarYear < since || calendarYear >= before || (choice.sex ?? sex) !== sex) return false;
  return ages === undefined || (age >= ages[0] && age < ages[1]);
}

/** May be taken, and nothing of its slot is that stands in its way. */
function isFree({ against, last }: Meeting, need: TreatmentNeed, { of: [name] }: TreatmentChoice): boolean {
  if (name === undefined) return false;
  const candidate = medicine(name);
  if (barredUntil(against, candidate, need.start) !== undefined) return false;
  const running = last.get(candidate.slot);
  if (running === undefined || running.end < need.start) return true;
  if (running.need.course === 'acute') return need.course === 'repeat';
  return need.replaces === true && !running.steps.includes(candidate);
}

/** The last day of what is against a medicine on that day. */
function barredUntil(against: Contraindications, { classes }: Medicine, day: Day): Day | undefined {
  let last: Day | undefined;
  for (const name of classes) {
    for (const { from, to } of against.get(name) ?? []) {
      if (from <= day && day <= to) last = Math.max(last ?? to, to);
    }
  }
  return last;
}

/** The first day on which what is needed may be taken again, where that comes. */
function free({ against }: Meeting, { start, choices }: TreatmentNeed): Day | undefined {
  let first = Infinity;
  for (const { of } of choices) {
    const until = of[0] === undefined ? undefined : barredUntil(against, medicine(of[0]), start);
    if (until !== undefined) first = Math.min(first, until + 1);
  }
  return first === Infinity ? undefined : first;
}

/** Ends a run where it has to, and tells the day from which the need is to be met again, if it is. */
function cut({ life, against }: Meeting, run: TreatmentRun, { ages, givenUp }: TreatmentChoice): Day | undefined {
  let again: Day | undefined;
  const endBefore = (day: Day, why: string, then: Day | undefined): void => {
    if (day <= run.start || day > run.end) return;
    run.end = day - 1;
    run.stopped = why;
    again = then;
  };
  for (const name of run.steps[0]?.classes ?? []) {
    for (const { from, to, why } of against.get(name) ?? []) endBefore(from, why, to === Infinity ? undefined : to + 1);
  }
  if (givenUp !== undefined) {
    const changed = newYear(givenUp[0]) + Math.floor(run.need.rise * givenUp[1] * year);
    endBefore(changed, 'Changed to another medicine', changed);
  }
  // Whether another suits from then on is seen when the day has come.
  if (ages !== undefined && ages[1] < 120) {
    const outgrown = Math.ceil(life.birth + ages[1] * year) + 1;
    endBefore(outgrown, 'Changed with age', outgrown);
  }
  return again;
}
