/**
 * Seasons of births and weddings: a day drawn evenly over the year is moved, by as little as will do, so that the months and the days of
 * the week have their shares. Families are shifted by up to a year, which levels out whatever season the pattern has.
 */
import { type Day, isoDate } from '../calendar.ts';

/** Births by month, index of the mean (England and Wales; ONS, birth characteristics). */
const birthMonths = [98, 97, 98, 98, 100, 101, 103, 102, 105, 103, 100, 97];
/** Weddings by month, per cent (England and Wales; ONS, marriages). */
const weddingMonths = [3, 4, 5, 8, 10, 11, 12, 14, 12, 9, 5, 7];

const monthLengths = [31, 28.2425, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const yearLength = 365.2425;
/** Four years with their leap day, and how long before 1970 a first one of four began that is earlier than all that is told of. */
const fourYears = 1_461;
const epoch = 731 + 60 * fourYears;

/** How far each day of the year is moved, for its months to have their shares: how much lies before it decides where it goes. */
function moves(months: readonly number[]): Float64Array {
  const total = months.reduce((sum, share) => sum + share, 0);
  const table = new Float64Array(367);
  let month = 0;
  let sharesBefore = 0;
  let daysBefore = 0;
  for (let day = 0; day < table.length; day += 1) {
    const share = Math.min(1, day / yearLength) * total;
    while (month < 11 && share >= sharesBefore + (months[month] ?? 0)) {
      sharesBefore += months[month] ?? 0;
      daysBefore += monthLengths[month] ?? 0;
      month += 1;
    }
    table[day] = daysBefore + ((share - sharesBefore) / (months[month] ?? 1)) * (monthLengths[month] ?? 0) - day;
  }
  return table;
}

const birthMoves = moves(birthMonths);
const weddingMoves = moves(weddingMonths);

/** How many days of the year have gone: exact from 1901 to 2099. In whole numbers, since this is asked of thousands. */
function dayOfYear(day: Day): number {
  const ofFour = ((day + epoch) | 0) % fourYears;
  return ofFour < 366 ? ofFour : (ofFour - 366) % 365;
}

/** `fraction` (in [0, 1)) says where in the day, so that a stretched season has no gaps. */
function moved(table: Float64Array, day: Day, fraction: number): Day {
  const ofYear = dayOfYear(day);
  const here = table[ofYear] ?? 0;
  return day + Math.floor(here + fraction * (1 + (table[ofYear + 1] ?? 0) - here));
}

/** Monday 0 … Sunday 6, of any day that is told of. */
function weekdayOf(day: Day): number {
  return ((day + 700_003) | 0) % 7;
}

/** No birth is moved further than this, nor a wedding further on than the other. */
export const birthMovesAtMost = 6;
export const weddingMovesOn = 60;

/**
 * A birth in its season. Planned births are seldom on a Saturday or a Sunday: of those that fall there, 10 and 17 in a hundred are moved to
 * a Tuesday, Wednesday, Thursday or Friday (Monday to Sunday 100, 107, 106, 107, 107, 90, 83). `bits` are those of a hash.
 */
export function birthInSeason(day: Day, bits: number): Day {
  const born = moved(birthMoves, day, (bits >>> 24) / 256);
  const weekday = weekdayOf(born);
  if (weekday < 5) return born;
  const chance = ((bits >>> 12) & 0xfff) / 0x1000;
  if (weekday === 5) return chance < 0.07 ? born - 1 : chance < 0.1 ? born - 2 : born;
  return chance < 0.07 ? born + 2 : chance < 0.13 ? born + 3 : chance < 0.17 ? born - 3 : born;
}

/** Of a hundred weddings, how many have been by the end of each day of the week: Saturday has half of them. */
const weddingDays = [4, 8, 13, 21, 40, 90, 100];

/** A wedding in its season, half of them on a Saturday; not before a day, if need be later by days. */
export function weddingInSeason(day: Day, bits: number, earliest: Day): Day {
  const near = Math.max(earliest, moved(weddingMoves, day, (bits >>> 24) / 256));
  const chance = ((bits & 0xffff) * 100) >>> 16;
  let wanted = 0;
  while (chance >= (weddingDays[wanted] ?? 100)) wanted += 1;
  const ahead = (wanted - weekdayOf(near) + 7) % 7;
  const wedding = ahead > 3 && near + ahead - 7 >= earliest ? near + ahead - 7 : near + ahead;
  return isHoliday(wedding) ? wedding + daysAfterHoliday : wedding;
}

/** Registrars and churches wed nobody on these days, and a few later is none of them. */
const daysAfterHoliday = 3;

function isHoliday(day: Day): boolean {
  const date = isoDate(day).slice(5);
  return date === '12-25' || date === '12-26' || date === '01-01';
}
