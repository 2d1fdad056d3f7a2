/** Days as whole numbers (1970-01-01 is 0) and back: the proleptic Gregorian calendar by arithmetic, with no time zone in sight. */
import type { IsoDate } from '../population.ts';

export type Day = number;

/** Average length of a year, for turning ages into days. */
export const year = 365.25;

const daysPer400Years = 146_097;
/** Days from 0000-03-01, where these sums begin so that a leap day ends the year, to 1970-01-01. */
const epoch = 719_468;

export function dayOf(date: IsoDate): Day {
  const y = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8, 10));
  const years = month > 2 ? y : y - 1;
  const era = Math.floor(years / 400);
  const yearOfEra = years - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * daysPer400Years + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - epoch;
}

/** Year, month and day in one number: 19700101. */
function civil(day: Day): number {
  const shifted = day + epoch;
  const era = Math.floor(shifted / daysPer400Years);
  const dayOfEra = shifted - era * daysPer400Years;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const calendarYear = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return calendarYear * 10_000 + month * 100 + (dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1);
}

const twoDigits = Array.from({ length: 100 }, (_, n) => `${n < 10 ? '0' : ''}${n}`);

/** The days that records are full of, from 1990 on, are written once. */
const firstWritten = 7_305;
const written: (IsoDate | undefined)[] = Array.from({ length: 64 * 366 });

export function isoDate(day: Day): IsoDate {
  const place = day - firstWritten;
  return place < 0 || place >= written.length ? dateInDigits(day) : (written[place] ??= dateInDigits(day));
}

function dateInDigits(day: Day): IsoDate {
  const packed = civil(day);
  const date = packed % 10_000;
  return `${twoDigits[Math.floor(packed / 1_000_000)]}${twoDigits[Math.floor(packed / 10_000) % 100]}-${twoDigits[Math.floor(date / 100)]}-${twoDigits[date % 100]}`;
}

export function yearOf(day: Day): number {
  return Math.floor(civil(day) / 10_000);
}

/** The same month and day so many years later; 29 February becomes 1 March where there is none. */
export function anniversary(birth: Day, years: number): Day {
  const date = isoDate(birth);
  return dayOf(`${String(Number(date.slice(0, 4)) + years).padStart(4, '0')}${date.slice(4)}`);
}

/** Completed years between two days. */
export function ageOn(birth: Day, day: Day): number {
  return Math.floor((civil(day) - civil(birth)) / 10_000);
}
