/** What the report is made of: figures that belong together, and how the people seen one by one are counted for them. */
import type { ClinicalRecord } from '../../src/clinical-record.ts';
import type { Counts } from './counts.ts';
import type { Section } from './figures.ts';
import type { Life, People } from './life.ts';

/** What a topic keeps while it sees people is its own, and made anew for each pass. */
export interface Topic {
  readonly title: string;
  readonly sections: readonly Section[];
  begin(people: People): Observer;
}

export interface Observer {
  see?(life: Life, counts: Counts): void;
  /** Of those whose clinical record is read too. */
  read?(life: Life, record: ClinicalRecord, counts: Counts): void;
  /** After everybody has been seen; `isWhole` where it was everybody, and no sample. */
  finish?(counts: Counts, isWhole: boolean): void;
}

/** A topic that keeps nothing of its own. */
export const observing =
  (see: NonNullable<Observer['see']>): Topic['begin'] =>
  () => ({ see });

/** The same of a topic that reads clinical records. */
export const reading =
  (read: NonNullable<Observer['read']>): Topic['begin'] =>
  () => ({ read });

export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): string => weekdays[(((day + 3) % 7) + 7) % 7] ?? '';
export const monthOf = (date: string): string => months[Number(date.slice(5, 7)) - 1] ?? '';
/** Share of the days of a year. */
export const shareOfYear = (month: number): number =>
  [31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].map((days) => days / 365.25)[month] ?? 0;
