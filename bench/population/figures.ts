/** A published figure of England, what it is compared with, and how near is near enough. */
import type { Measured, Reading } from './counts.ts';
import type { Source } from './sources.ts';

export interface Figure {
  readonly label: string;
  readonly reading: Reading;
  /** Absent where nothing is published, or where only a range is held to. */
  readonly england?: number;
  /** Both ends inclusive. */
  readonly accepted: readonly [number, number];
  readonly source: Source;
  /** One of those that the world was built for: the report begins with them. */
  readonly isTarget?: true;
}

export type Unit =
  | '%'
  | 'years'
  | 'people'
  | 'per 1,000'
  | 'to one'
  | 'index'
  | 'days'
  | 'names'
  | 'records'
  | 'per 10,000'
  | 'per 100,000'
  | 'a year'
  | 'kinds'
  | 'entries'
  | 'ms'
  | 'as it is measured';

export interface Section {
  readonly title: string;
  readonly unit: Unit;
  /** Of whom or what. */
  readonly about: string;
  /** Of bars where nothing is said. */
  readonly chart?: 'pyramid';
  /** Counted in clinical records, of which even a survey of everybody reads some only. */
  readonly isOfRecords?: true;
  readonly figures: readonly Figure[];
}

const near = 0.1;

/** Accepted within 10 %, or within the margin of a figure that was not read in its source, whichever is more. */
export function figure(label: string, reading: Reading, england: number, source: Source, margin = 0): Figure {
  const allowed = Math.max(near * Math.abs(england), margin);
  return { label, reading, england, accepted: [england - allowed, england + allowed], source };
}

/** What each of some keys has of its group. */
export function portions(
  group: string,
  keys: readonly string[],
  england: readonly number[],
  source: Source,
  margin?: number,
): readonly Figure[] {
  return keys.map((key, n) => figure(key, { group, key }, england[n] ?? 0, source, margin));
}

/** Accepted within a margin, where a tenth is more than may be. */
export const close = (label: string, reading: Reading, england: number, source: Source, margin: number): Figure => ({
  ...figure(label, reading, england, source),
  accepted: [england - margin, england + margin],
});

/** Accepted inside a range. */
export function inside(label: string, reading: Reading, accepted: readonly [number, number], source: Source): Figure {
  return { label, reading, accepted, source };
}

export const target = (one: Figure): Figure => ({ ...one, isTarget: true });

/** Of nobody at all. */
export function law(label: string, reading: Reading): Figure {
  return target({ label, reading, england: 0, accepted: [0, 0], source: 'law' });
}

export type Verdict = 'met' | 'missed' | 'not told';

/** In a sample the accepted range is wider, by so many standard errors; that of a law is not. */
export function verdictOf({ accepted: [least, most], source }: Figure, measured: Measured | undefined, errors = 0): Verdict {
  if (measured === undefined) return 'not told';
  const slack = (source === 'law' ? 0 : errors * measured.error) + 1e-9;
  return measured.value >= least - slack && measured.value <= most + slack ? 'met' : 'missed';
}

/** Labels of bands that begin at these ages: `0`, `1–14`, `15+`. */
export const bandsOf = (starts: readonly number[]): readonly string[] => starts.map((_, n) => labelOf(starts, n));

/** The label of the band that an age falls into; undefined below the first. */
export function bandOf(starts: readonly number[], age: number): string | undefined {
  const n = starts.findLastIndex((start) => start <= age);
  return n < 0 ? undefined : labelOf(starts, n);
}

function labelOf(starts: readonly number[], n: number): string {
  const [start = 0, next] = starts.slice(n, n + 2);
  return next === undefined ? `${start}+` : next === start + 1 ? `${start}` : `${start}–${next - 1}`;
}
