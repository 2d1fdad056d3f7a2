/** The days on which practices and clinics are open: not at weekends, nor on 25 and 26 December and 1 January. */
import type { Day } from '../calendar.ts';

/** 0 is Monday, 6 Sunday. 1970-01-01 was a Thursday. */
export const weekday = (day: Day): number => (((day + 3) % 7) + 7) % 7;

/** 1900-03-01: from here to February 2100 every fourth year is a leap year, and its day more comes last in a year that begins in March. */
const firstOfMarch = -25_508;
const fourYears = 1_461;
const christmas = 299;
const newYear = 306;

/** 25 or 26 December, or 1 January. */
export function isHoliday(day: Day): boolean {
  const ofFourYears = (day - firstOfMarch) % fourYears;
  const ofYear = ofFourYears % 365;
  return ofFourYears < fourYears - 1 && (ofYear === christmas || ofYear === christmas + 1 || ofYear === newYear);
}

export const isWorkingDay = (day: Day): boolean => weekday(day) < 5 && !isHoliday(day);

/** That day, or the next on which they are open. */
export function workingDay(day: Day): Day {
  let open = day;
  while (!isWorkingDay(open)) open += 1;
  return open;
}
