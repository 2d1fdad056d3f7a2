/** Days and times of England as FHIR writes them, with the offset from UTC that its clocks had, and back. */
import type { TimeOfDay } from '../../clinical-record.ts';
import type { IsoDate } from '../../population.ts';

const day = 86_400_000;
const hour = 3_600_000;

/** Of a month of 31 days, at midnight UTC. */
function lastSunday(year: number, month: number): number {
  const last = Date.UTC(year, month, 31);
  return last - new Date(last).getUTCDay() * day;
}

/** Summer time lasts from the last Sunday of March to the last of October, both at 01:00 UTC (since 1996; earlier years are told by that rule too). */
function isSummer(utc: number): boolean {
  const year = new Date(utc).getUTCFullYear();
  return utc >= lastSunday(year, 2) + hour && utc < lastSunday(year, 9) + hour;
}

/** `2026-07-01T09:30:00+01:00`; midnight where no time is told. */
export function englishInstant(date: IsoDate, time: TimeOfDay = '00:00'): string {
  const local = Date.parse(`${date}T${time}:00Z`);
  // The hour that the clocks skip in March does not exist, and the one that they repeat in October is taken for the first.
  const offset = isSummer(local - hour) ? '+01:00' : '+00:00';
  return `${date}T${time}:00${offset}`;
}

/** A `dateTime`: the day alone where no time is told. */
export const englishDateTime = (date: IsoDate, time?: TimeOfDay): string => (time === undefined ? date : englishInstant(date, time));

/** So many minutes after a time of a day. */
export function minutesAfter(date: IsoDate, time: TimeOfDay, minutes: number): string {
  const later = new Date(Date.parse(`${date}T${time}:00Z`) + minutes * 60_000).toISOString();
  return englishInstant(later.slice(0, 10), later.slice(11, 16));
}

export const daysAfter = (date: IsoDate, days: number): IsoDate => new Date(Date.parse(date) + days * day).toISOString().slice(0, 10);

const dateTime = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/;

/** The day and, where one is told, the time in England; of a year or a month its first day. Undefined where the text is no date. */
export function dayAndTime(text: string | undefined): { readonly date: IsoDate; readonly time?: TimeOfDay } | undefined {
  const match = dateTime.exec(text?.trim() ?? '');
  if (match === null) return undefined;
  const [, year = '', month = '01', date = '01', time, offset] = match;
  const written = `${year}-${month}-${date}`;
  if (Number.isNaN(Date.parse(written))) return undefined;
  if (time === undefined) return { date: written };
  if (offset === undefined) return { date: written, time };
  const utc = Date.parse(`${written}T${time}:00${offset.length === 5 ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset}`);
  if (Number.isNaN(utc)) return undefined;
  const local = new Date(utc + (isSummer(utc) ? hour : 0)).toISOString();
  return { date: local.slice(0, 10), time: local.slice(11, 16) };
}

export const dayOfText = (text: string | undefined): IsoDate | undefined => dayAndTime(text)?.date;
