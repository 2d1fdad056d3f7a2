/** How much of a medicine is issued at a time, for how many days, and on which days the repeats of somebody are. */
import type { Day } from '../../calendar.ts';
import { field } from '../../fields.ts';
import type { LivedCourse } from '../health.ts';
import { type Life, lifeChance } from '../life.ts';
import { weekday, workingDay } from '../working-days.ts';
import type { Dose } from './doses.ts';
import type { Medicine } from './medicines.ts';

export interface DaysOfIssue {
  readonly from: Day;
  readonly to: Day;
}

/** All repeats are issued on days so far apart, or twice or more as far. */
const cycle = 28;

/** Issued for so long, whatever is usual for the person. */
const suppliedFor: Readonly<Record<string, number>> = {
  hydroxocobalamin: 84,
  medroxyprogesterone: 84,
  goserelin: 84,
  denosumab: 168,
  adrenaline: 364,
  desogestrel: 84,
  'ethinylestradiol with levonorgestrel': 84,
  salbutamol: 56,
  'cetraben cream': 56,
  'epimax original cream': 56,
  'diprobase ointment': 56,
  'glyceryl trinitrate': 168,
  // Controlled drugs are issued for at most 30 days.
  codeine: 28,
  tramadol: 28,
  morphine: 28,
  buprenorphine: 28,
  fentanyl: 28,
  methadone: 28,
  pregabalin: 28,
  gabapentin: 28,
  zopiclone: 28,
  diazepam: 28,
  methylphenidate: 28,
  lisdexamfetamine: 28,
};

/** Days that an issue lasts: 28 for 62 of a hundred people, 56 for 22, 84 for the rest (NHSBSA). */
export function usualDays(life: Life): number {
  const chance = life.chance(field.medicine);
  return chance < 0.62 ? cycle : chance < 0.84 ? 2 * cycle : 3 * cycle;
}

export function quantityOf({ sort }: Medicine, { perDay, pack }: Dose, need: Pick<LivedCourse, 'days' | 'course'>) {
  const days = (need.course === 'repeat' ? suppliedFor[sort] : undefined) ?? need.days;
  const used = Math.ceil(perDay * days - 0.001);
  return { days, quantity: pack === undefined ? Math.max(1, used) : pack * Math.max(1, Math.ceil(used / pack)) };
}

/** A weekday on which the repeats of a person are issued, every four weeks. */
const anchorOf = (life: Pick<Life, 'chance'>): Day => {
  const day = Math.floor(life.chance(field.medicine + 1) * cycle);
  const late = weekday(day);
  return late > 4 ? day - (late - 4) : day;
};

/** So many days at most are between a day of the cycle and the working day that stands for it. */
const movedBy = 9;

/** Whether the repeats of somebody, if they have any, may be issued on one of the days from … to: those of their cycle are. */
export function mayBeIssued(seed: number, nhsNumber: string, { from, to }: DaysOfIssue): boolean {
  const anchor = anchorOf({ chance: (of) => lifeChance(seed, nhsNumber, of) });
  for (let day = from - movedBy + after(anchor - from + movedBy); day <= to; day += cycle) {
    const issued = workingDay(day);
    if (issued >= from && issued <= to) return true;
  }
  return false;
}

/** Days until the cycle comes round. */
const after = (days: number): number => ((days % cycle) + cycle) % cycle;

/** The day of the nth issue: the first when the course starts, the others on the days of the person's repeats. */
export function issueDay(life: Life, { start, days, course }: LivedCourse, n: number): Day {
  if (n === 0 || course === 'acute') return start;
  return workingDay(secondIssue(life, start, days) + (n - 1) * days);
}

/** A little early, or up to three weeks late, so that the repeats of one person fall together. */
function secondIssue(life: Life, start: Day, days: number): Day {
  const anchor = anchorOf(life);
  const earliest = start + days - cycle + 7;
  return anchor + Math.ceil((earliest - anchor) / cycle) * cycle;
}

/** The numbers of the issues on days from … to. */
export function issuesBetween(life: Life, course: LivedCourse, from: Day, to: Day): readonly [first: number, last: number] {
  const until = Math.min(to, course.end ?? life.end);
  if (course.course === 'acute') return [0, course.start >= from && course.start <= to ? 0 : -1];
  const second = secondIssue(life, course.start, course.days);
  const last = until < course.start ? -1 : until < second ? 0 : 1 + Math.floor((until - second) / course.days);
  const first = course.start >= from ? 0 : Math.max(1, 1 + Math.ceil((from - second) / course.days));
  return [first, last];
}
