/** Contacts with the practice that leave nothing else in the record, as many as are missing to what is usual at an age. */
import type { Day } from '../../calendar.ts';
import { field } from '../../fields.ts';
import type { Health } from '../health.ts';
import type { Life } from '../life.ts';
import { isHoliday, weekday } from '../working-days.ts';
import { contactsAYear, weekdayAt } from './rates.ts';
import { type Reason, reasons } from './reasons.ts';

/** Offsets in the run of field constants. */
const lot = { person: 0, year: 1, part: 2, day: 3, weekday: 4, reason: 5, which: 14 } as const;
const drawn = (life: Life, which: keyof typeof lot, n?: number): number => life.chance(field.consultation + lot[which], n);

/** At each tenth of people, how many times as many contacts as on average: some come seldom, and a few again and again. */
const timesUsual = [0, 0.1, 0.2, 0.34, 0.48, 0.65, 0.87, 1.15, 1.55, 2.25, 4.2];

function timesAt(chance: number): number {
  const at = chance * (timesUsual.length - 1);
  const n = Math.floor(at);
  const from = timesUsual[n] ?? 0;
  return from + ((timesUsual[n + 1] ?? from) - from) * (at - n);
}

/** Somebody who comes often does so in most years, but not in all: the share of years that are like each other. */
const alike = 0.6;

/** How many contacts somebody has in a year of their life at an age, `share` of which is lived. */
export function contactsIn(life: Life, { year, age, share }: { year: number; age: number; share: number }): number {
  const times = timesAt(drawn(life, 'which', year) < alike ? drawn(life, 'person') : drawn(life, 'year', year));
  return Math.floor(contactsAYear(life.sex, age) * times * share + drawn(life, 'part', year));
}

/** Ages at which people come with other things. */
const ageBands = [1, 5, 12, 18, 30, 50, 65, 80, 200];

interface Band {
  readonly rows: readonly Reason[];
  /** Running sums of their weights. */
  readonly sums: readonly number[];
}

function bandOf(sex: 'female' | 'male', from: number, to: number): Band {
  const middle = Math.min(from + 2, (from + to) / 2);
  const rows = reasons.filter(({ ages, sex: only }) => ages[0] <= middle && middle <= ages[1] + 1 && (only === undefined || only === sex));
  let sum = 0;
  return { rows, sums: rows.map(({ weight }) => (sum += weight)) };
}

const bandsOf = (sex: 'female' | 'male'): readonly Band[] => ageBands.map((to, n) => bandOf(sex, ageBands[n - 1] ?? 0, to));
const bands = { female: bandsOf('female'), male: bandsOf('male') };

export interface Background {
  readonly day: Day;
  readonly reason: Reason;
}

/** The nth of a year, which begins on a day; undefined where it falls on a day on which nobody is there, or does not fit. */
export function backgroundAt(
  health: Health,
  { n, begins, days, age }: { n: number; begins: Day; days: number; age: number },
): Background | undefined {
  const { life } = health;
  const band = bands[life.sex][ageBands.findIndex((to) => age < to)];
  const wanted = drawn(life, 'reason', n) * (band?.sums.at(-1) ?? 0);
  const reason = band?.rows[band.sums.findIndex((sum) => wanted < sum)];
  if (reason === undefined) return undefined;
  const part = drawn(life, 'day', n);
  const near = begins + Math.floor((reason.isOfWinter ? winterPart(part) : part) * days);
  const day = near - weekday(near) + weekdayAt(drawn(life, 'weekday', n));
  if (isHoliday(day) || !fits(health, reason, day)) return undefined;
  return { day, reason };
}

/** The part of a year, so that of three two are before April or after September. */
const winterPart = (part: number): number => (part < 1 / 3 ? part * 0.75 : part < 2 / 3 ? part * 0.75 + 0.5 : part * 1.5 - 0.75);

/** Whether somebody can come with it on a day. */
function fits(health: Health, { ages, needsPeriods, isForRepeats, notWith }: Reason, day: Day): boolean {
  const age = health.life.age(day);
  if (age < ages[0] || age > ages[1]) return false;
  if (needsPeriods && !hasPeriods(health, day)) return false;
  if (isForRepeats && !health.courses.some(({ course, start, end = Infinity }) => course === 'repeat' && start <= day && day <= end))
    return false;
  return notWith === undefined || !health.conditions.some(({ illness, recorded }) => recorded <= day && notWith.includes(illness.sort));
}

const hasPeriods = ({ pregnancies, hospital }: Health, day: Day): boolean =>
  !pregnancies.some(({ lastPeriod, ends }) => lastPeriod <= day && day <= ends + 60) &&
  !hospital.procedures.some(({ sort, recorded }) => sort === 'hysterectomy' && recorded <= day);
