/** The bank holidays of England in a year, with the days that stand in for those at weekends. Those proclaimed once are not among them. */
import { type Day, dayOf } from '../../calendar.ts';
import { weekday } from '../../clinical/working-days.ts';

const monday = 0;
const saturday = 5;

export function bankHolidays(year: number): readonly Day[] {
  const on = (date: string): Day => dayOf(`${year}-${date}`);
  const easter = easterSunday(year);
  const christmas = on('12-25');
  return [
    atWork(on('01-01')),
    easter - 2,
    easter + 1,
    firstMonday(on('05-01')),
    lastMonday(on('05-31')),
    lastMonday(on('08-31')),
    ...christmasDays(christmas),
  ];
}

/** Christmas Day and Boxing Day, or the working days that stand in for them. */
function christmasDays(christmas: Day): readonly Day[] {
  const ofWeek = weekday(christmas);
  // Friday: Boxing Day's Monday. Saturday: Monday and Tuesday. Sunday: Christmas Day's Tuesday, after Boxing Day.
  if (ofWeek === 4) return [christmas, christmas + 3];
  if (ofWeek === saturday) return [christmas + 2, christmas + 3];
  return ofWeek === 6 ? [christmas + 2, christmas + 1] : [christmas, christmas + 1];
}

const atWork = (day: Day): Day => (weekday(day) >= saturday ? day + 7 - weekday(day) : day);
const firstMonday = (from: Day): Day => from + ((7 - weekday(from) + monday) % 7);
const lastMonday = (until: Day): Day => until - weekday(until);

/** By the anonymous Gregorian algorithm. */
function easterSunday(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const epact =
    (19 * golden + century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 15) % 30;
  const days = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * days) / 451);
  const march = epact + days - 7 * correction + 22;
  return dayOf(`${year}-03-01`) + march - 1;
}
