/** Days and times of England as FHIR writes them, with the offset from UTC that its clocks had, and back. */
import type { TimeOfDay } from '../../clinical-record.ts';
import type { IsoDate } from '../../population.ts';
import { isRealDate } from '../instant.ts';

/** Added to a year with its leap days to give the weekday of the last of the month, Sunday being 0. */
const lastOfMarch = 5;
const lastOfOctober = 2;

/** In a month of 31 days. */
function lastSunday(year: number, lastOfMonth: number): number {
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return 31 - ((year + leapDays + lastOfMonth) % 7);
}

/**
 * Summer time lasts from the last Sunday of March to the last of October (since 1996; earlier years are told by that rule too). The clocks
 * change at 01:00 UTC, which is 02:00 on those of England: the hour that they skip is not theirs, and the one that they repeat is the first.
 */
function isSummer(date: IsoDate, time: TimeOfDay, change: TimeOfDay): boolean {
  const month = date.slice(5, 7);
  if (month !== '03' && month !== '10') return month > '03' && month < '10';
  const [year, day] = [Number(date.slice(0, 4)), Number(date.slice(8))];
  const sunday = lastSunday(year, month === '03' ? lastOfMarch : lastOfOctober);
  const isAfter = day === sunday ? time >= change : day > sunday;
  return (month === '03') === isAfter;
}

/** `2026-07-01T09:30:00+01:00`; midnight where no time is told. */
export function englishInstant(date: IsoDate, time: TimeOfDay = '00:00'): string {
  return `${date}T${time}:00${isSummer(date, time, '02:00') ? '+01:00' : '+00:00'}`;
}

/** A `dateTime`: the day alone where no time is told. */
export const englishDateTime = (date: IsoDate, time?: TimeOfDay): string => (time === undefined ? date : englishInstant(date, time));

const minutesOfDay = 1440;

/** So many minutes after a time of a day. */
export function minutesAfter(date: IsoDate, time: TimeOfDay, minutes: number): string {
  const end = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + minutes;
  const [days, rest] = [Math.floor(end / minutesOfDay), end % minutesOfDay];
  return englishInstant(days === 0 ? date : daysAfter(date, days), `${twoDigits(Math.floor(rest / 60))}:${twoDigits(rest % 60)}`);
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** From one to another; undefined where a time is missing, or the one is not before the other. */
export function minutesBetween(from: string | undefined, to: string | undefined): number | undefined {
  const [start, end] = [englishDayAndTime(from), englishDayAndTime(to)];
  if (start?.time === undefined || end?.time === undefined) return undefined;
  const minutes = (Date.parse(`${end.date}T${end.time}Z`) - Date.parse(`${start.date}T${start.time}Z`)) / 60_000;
  return minutes > 0 ? minutes : undefined;
}

const day = 86_400_000;

export const daysAfter = (date: IsoDate, days: number): IsoDate => new Date(Date.parse(date) + days * day).toISOString().slice(0, 10);

const dateTime = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/;

/** The day and, where one is told, the time in England; of a year or a month its first day. Undefined where the text is no date. */
export function englishDayAndTime(text: string | undefined): { readonly date: IsoDate; readonly time?: TimeOfDay } | undefined {
  const match = dateTime.exec(text?.trim() ?? '');
  if (match === null) return undefined;
  const [, year = '', month = '01', date = '01', time, offset] = match;
  const written = `${year}-${month}-${date}`;
  if (!isRealDate(written)) return undefined;
  if (time === undefined) return { date: written };
  if (offset === undefined) return { date: written, time };
  const utc = Date.parse(`${written}T${time}:00${offset.length === 5 ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset}`);
  if (Number.isNaN(utc)) return undefined;
  const inUtc = new Date(utc).toISOString();
  const isAhead = isSummer(inUtc.slice(0, 10), inUtc.slice(11, 16), '01:00');
  const local = isAhead ? new Date(utc + 3_600_000).toISOString() : inUtc;
  return { date: local.slice(0, 10), time: local.slice(11, 16) };
}

export const dayOfText = (text: string | undefined): IsoDate | undefined => englishDayAndTime(text)?.date;
