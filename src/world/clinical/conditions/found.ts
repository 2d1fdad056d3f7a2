/** Conditions while they are being found, before they stand in the order of the record; and when a practice comes to know of one. */
import { type Day, dayOf, year } from '../../calendar.ts';
import { field } from '../../fields.ts';
import type { Illness, LivedCondition } from '../health.ts';
import type { Life } from '../life.ts';
import { workingDay } from '../working-days.ts';
import type { FromTo } from './lasting-sort.ts';

export interface FoundCondition {
  readonly illness: Illness;
  readonly onset: Day;
  recorded: Day;
  end?: Day;
  severity?: NonNullable<LivedCondition['severity']>;
  remission?: Day;
  isFatal: boolean;
}

/** Conditions so far, the first of each sort. */
export type BySort = Map<string, FoundCondition>;

/** Draws of one condition, apart by what they decide. */
export const draw = {
  onset: field.illness,
  delay: field.illness + 1,
  severity: field.illness + 2,
  ends: field.illness + 3,
  lasts: field.illness + 4,
  again: field.illness + 5,
  pause: field.illness + 6,
  raised: field.illness + 7,
  follows: field.illness + 8,
  remission: field.illness + 9,
  survival: field.illness + 10,
  disposition: field.illness + 20, // … 39
  cause: field.illness + 40,
  course: field.illness + 41,
  courseTime: field.illness + 42,
  passing: field.illness + 50,
  passingSort: field.illness + 51,
  passingDay: field.illness + 52,
  passingDays: field.illness + 53,
  proneness: field.illness + 54,
  passingYear: field.illness + 55,
  obesity: field.illness + 60,
  ofPregnancy: field.illness + 70,
} as const;

export const valueWithin = ([from, to]: FromTo, chance: number): number => from + (to - from) * chance;
export const daysOf = (years: number): number => Math.floor(years * year);

/** Those who come from abroad are asked at their first visit what they have. */
const firstVisit: FromTo = [4, 45];
/** Years that it takes practices to take up what is new to be recorded. */
const takingUp: FromTo = [0, 3];

export interface Noticing {
  readonly delay: FromTo;
  readonly since?: number;
  readonly n: number;
}

/** The day on which the practice writes it down; undefined where life does not last until then. */
export function noticed(life: Life, onset: Day, { delay, since, n }: Noticing): Day | undefined {
  const chance = life.chance(draw.delay, n);
  let day = onset + Math.floor(valueWithin(delay, chance));
  if (onset < life.arrival) day = Math.max(day, life.arrival + Math.floor(valueWithin(firstVisit, chance)));
  if (since !== undefined) day = Math.max(day, dayOf(`${since}-01-01`) + daysOf(valueWithin(takingUp, chance)));
  const open = workingDay(day);
  return open > life.end ? undefined : open;
}

const mildAndModerate = ['mild', 'moderate'] as const;

export function severityOf(life: Life, shares: readonly [number, number] | undefined, n: number): FoundCondition['severity'] {
  if (shares === undefined) return undefined;
  const chance = life.chance(draw.severity, n);
  if (chance < shares[0]) return mildAndModerate[0];
  return chance < shares[0] + shares[1] ? mildAndModerate[1] : 'severe';
}
