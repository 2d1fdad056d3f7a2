/** Figures as they are read: with their unit, and as exact as they need be. */
import type { Counts } from './counts.ts';
import type { Figure, Unit } from './figures.ts';
import { sources } from './sources.ts';
import { listedNames } from './topics/names.ts';

const suffixes: Readonly<Partial<Record<Unit, string>>> = { '%': ' %', years: ' years', days: ' days' };

/** Three digits that tell something, and none after the point that tell nothing. */
export function inDigits(value: number): string {
  const size = Math.abs(value);
  const digits = size >= 100 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  return Number(value.toFixed(digits))
    .toString()
    .replace(/\B(?=(?:\d{3})+$)/g, value >= 10_000 || value <= -10_000 ? ',' : '');
}

export const inUnit = (value: number, unit: Unit): string => `${inDigits(value)}${suffixes[unit] ?? ''}`;

export function acceptedInWords({ accepted: [least, end] }: Figure, unit: Unit): string {
  const most = unit === '%' ? Math.min(100, end) : end;
  if (least === most) return inUnit(least, unit);
  // A figure that may be as large as it likes has an end that nothing reaches.
  if (most >= 100_000) return `at least ${inUnit(least, unit)}`;
  return `${inDigits(Math.max(0, least))} to ${inUnit(most, unit)}`;
}

export const englandInWords = ({ england }: Figure, unit: Unit): string => (england === undefined ? '' : inUnit(england, unit));

export const sourceInWords = ({ source }: Figure): string => sources[source];

export interface NameList {
  readonly title: string;
  readonly names: string;
}

export const nameLists = (counts: Counts): readonly NameList[] =>
  listedNames.map(([title, group]) => ({
    title,
    names: counts
      .commonest(group, 10)
      .map(([name, share]) => `${name} ${inDigits(share)} %`)
      .join(', '),
  }));
