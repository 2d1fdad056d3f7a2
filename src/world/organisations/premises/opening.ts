/** When premises are open: by their kind, in one of a few ways. */
import type { OpenHours, OpeningSort, Premises } from '../../../organisation-register.ts';
import type { IsoDate } from '../../../population.ts';
import { type Day, dayOf, isoDate, yearOf } from '../../calendar.ts';
import { weekday } from '../../clinical/working-days.ts';
import { bankHolidays } from './bank-holidays.ts';

type Hours = readonly OpenHours[];
type Week = readonly Hours[];

interface Opening {
  readonly week: Readonly<Partial<Record<OpeningSort, Week>>>;
  /** What holds on a bank holiday where it is open then too. */
  readonly onHolidays?: Hours | 'as ever';
}

const at = (hours: number, minutes = 0): number => hours * 60 + minutes;
const open = (from: number, to: number): Hours => [{ from, to }];
const closed: Hours = [];
const withLunch = (to: number): Hours => [
  { from: at(9), to: at(13) },
  { from: at(14), to },
];

/** The same from Monday to Friday. */
const week = (working: Hours, onSaturday: Hours = closed, onSunday: Hours = closed): Week => [
  ...Array.from({ length: 5 }, () => working),
  onSaturday,
  onSunday,
];
const general = (working: Hours, onSaturday?: Hours, onSunday?: Hours): Opening => ({
  week: { general: week(working, onSaturday, onSunday) },
});

const ofPractice = (late: boolean): Opening => {
  const core = week(open(at(8), at(18, 30)));
  return {
    week: {
      general: core.map((hours, n) => (late && n === 1 ? open(at(8), at(20)) : hours)),
      reception: core,
      surgery: week([
        { from: at(8, 30), to: at(11, 30) },
        { from: at(14, 30), to: at(17, 30) },
      ]).map((hours, n) => (late && n === 1 ? [...hours, { from: at(18, 30), to: at(20) }] : hours)),
    },
  };
};

/** A hundred hours a week, as one in some is to be open. */
const hundredHours: Opening = {
  ...general(open(at(7), at(23)), open(at(7), at(22)), open(at(10), at(16))),
  onHolidays: open(at(10), at(16)),
};

const distance: readonly Opening[] = [general(open(at(9), at(17, 30)))];
const always: Opening = { ...general(open(0, at(24)), open(0, at(24)), open(0, at(24))), onHolidays: 'as ever' };
const eightToEight: Opening = { ...general(open(at(8), at(20)), open(at(8), at(20)), open(at(8), at(20))), onHolidays: 'as ever' };

/** Each is as common as the others of its kind. */
const openings: Readonly<Record<Premises['kind'], readonly Opening[]>> = {
  'gp-practice': [ofPractice(false), ofPractice(true), ofPractice(false)],
  'gp-branch': [general(open(at(8, 30), at(12, 30))), general(open(at(8, 30), at(18)))],
  pharmacy: [
    general(withLunch(at(17, 30)), open(at(9), at(13))),
    general(open(at(9), at(18)), open(at(9), at(17))),
    general(open(at(8, 30), at(18, 30)), open(at(9), at(13))),
    general(withLunch(at(18))),
    general(open(at(9), at(18)), open(at(9), at(17, 30))),
    { ...general(open(at(8), at(20)), open(at(8), at(20)), open(at(10), at(16))), onHolidays: open(at(10), at(16)) },
    general(withLunch(at(18)), open(at(9), at(12))),
    hundredHours,
  ],
  dentist: [general(withLunch(at(17, 30))), general(open(at(8, 30), at(18)), open(at(9), at(13)))],
  optician: [general(open(at(9), at(17, 30)), open(at(9), at(17)))],
  clinic: [{ ...general(open(at(8), at(20)), open(at(8), at(18)), open(at(8), at(18))) }],
  hospital: [always],
  'urgent-treatment-centre': [eightToEight],
  'vaccination-centre': [general(open(at(9), at(17)), open(at(9), at(17)))],
};

const daysBack = 31;
const daysAhead = 365;
/** One Wednesday in so many a practice is closed from one o’clock, and its people learn. */
const weeksBetweenLearning = 13;

export function openingOf(kind: Premises['kind'], sellsAtADistance: boolean, drawn: number): Opening {
  const ways = sellsAtADistance ? distance : openings[kind];
  return ways[drawn % ways.length] ?? always;
}

/** The bank holidays from a month before a day to a year after it, and the days on which practices learn. */
export interface Holidays {
  readonly first: Day;
  readonly last: Day;
  readonly days: readonly Day[];
}

export function holidaysAbout(today: IsoDate): Holidays {
  const first = dayOf(today) - daysBack;
  const last = dayOf(today) + daysAhead;
  const years = Array.from({ length: yearOf(last) - yearOf(first) + 1 }, (_, n) => yearOf(first) + n);
  const days = years.flatMap(bankHolidays).filter((day) => day >= first && day <= last);
  return { first, last, days };
}

export function exceptionsOf(kind: Premises['kind'], opening: Opening, drawn: number, holidays: Holidays): Premises['exceptions'] {
  const { onHolidays = closed } = opening;
  const usual = (day: Day): Hours => opening.week.general?.[weekday(day)] ?? closed;
  const onDays = onHolidays === 'as ever' ? [] : holidays.days.map((day): readonly [Day, Hours] => [day, onHolidays]);
  return [...onDays, ...(kind === 'gp-practice' ? learningDays(drawn, holidays) : [])]
    .filter(([day, hours]) => hours.length > 0 || usual(day).length > 0)
    .toSorted(([a], [b]) => a - b)
    .map(([day, hours]) => ({ on: isoDate(day), hours }));
}

/** Afternoons of a Wednesday each quarter. */
function learningDays(drawn: number, { first, last, days }: Holidays): readonly (readonly [Day, Hours])[] {
  const wednesdays = Math.floor((last - first) / 7);
  const from = first + ((7 + 2 - weekday(first)) % 7);
  return Array.from({ length: wednesdays }, (_, n) => from + n * 7)
    .filter((day) => Math.floor(day / 7) % weeksBetweenLearning === drawn % weeksBetweenLearning && !days.includes(day))
    .map((day) => [day, open(at(8), at(13))]);
}
