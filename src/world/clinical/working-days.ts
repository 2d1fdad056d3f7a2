/** The days on which practices and clinics are open: not at weekends, nor on 25 and 26 December and 1 January. */
import type { Day } from '../calendar.ts';
import { mix } from '../hash.ts';

/** 0 is Monday, 6 Sunday. 1970-01-01 was a Thursday. */
export const weekday = (day: Day): number => (((day + 3) % 7) + 7) % 7;

/** 1900-03-01: from here to February 2100 every fourth year is a leap year, and its day more comes last in a year that begins in March. */
const firstOfMarch = -25_508;
const fourYears = 1_461;
const september = 184;
const christmas = 299;
const newYear = 306;

/** Days since the last 1 March. */
function sinceMarch(day: Day): number {
  const ofFourYears = (day - firstOfMarch) % fourYears;
  return ofFourYears === fourYears - 1 ? 365 : ofFourYears % 365;
}

/** 25 or 26 December, or 1 January. */
export function isHoliday(day: Day): boolean {
  const ofYear = sinceMarch(day);
  return ofYear === christmas || ofYear === christmas + 1 || ofYear === newYear;
}

/** September to December, when most are vaccinated against influenza. */
export function isInAutumn(day: Day): boolean {
  const ofYear = sinceMarch(day);
  return ofYear >= september && ofYear < newYear;
}

export const isWorkingDay = (day: Day): boolean => weekday(day) < 5 && !isHoliday(day);

/**
 * By how many days what would fall on a weekend comes later: on 16 Saturdays and on as many Sundays, so that of what falls on any day alike
 * most is done on Mondays and least on Fridays, as appointments in general practice are (NHS England; england.md, §10).
 */
const afterSaturday = [2, 5, 3, 4, 2, 4, 3, 5, 4, 2, 5, 3, 2, 4, 3, 5];
const afterSunday = [1, 3, 2, 5, 1, 2, 4, 1, 3, 2, 1, 5, 2, 3, 1, 4];

/** That day where they are open, or a day of the next working week. The order of two days need not stay. */
export function workingDay(day: Day): Day {
  const ofWeek = weekday(day);
  const later = ofWeek === 5 ? afterSaturday[mix(day) & 15] : ofWeek === 6 ? afterSunday[mix(day) & 15] : 0;
  let open = day + (later ?? 0);
  while (!isWorkingDay(open)) open += 1;
  return open;
}
