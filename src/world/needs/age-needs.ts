/** Needs of age: how old, or how old soon. Each is a time to be born in, so that those born then are looked at and nobody else. */
import type { Needs } from '../../population.ts';
import { anniversary, type Day, dayOf, isoDate, year, yearOf } from '../calendar.ts';
import { isIn, type Need, byItsName, range } from './need.ts';

const newbornDays = 28;
/** Nobody is older. */
const oldest = 200;

type AgeNeed = 'age' | 'turns' | 'newborn' | 'startsSchool';

export const ageNeeds: { readonly [Name in AgeNeed]: Need<NonNullable<Needs[Name]>> } = {
  age: range('years', {
    means: 'Completed years of age today; of the dead, on the day they died.',
    example: '60..70',
    why: (wanted, { age }) => (isIn(age, wanted) ? (age === 0 ? 'under a year old' : `aged ${age}`) : undefined),
  }),
  turns: {
    value: 'age[:days]',
    means: 'Has the birthday on which they are so old today or within the next 30 days, or within as many as are said.',
    example: '65:14',
    wants: 'an age, and after a colon within how many days: 65, or 65:14',
    read(typed) {
      const [, age = '', days = '30'] = /^(\d{1,3})(?::(\d{1,3}))?$/.exec(typed) ?? [];
      return age === '' || age === '0' || Number(days) > 366 ? undefined : { age: Number(age), within: Number(days) };
    },
    why({ age, within }, { person, today }) {
      const birthday = anniversary(dayOf(person.birthDate), age);
      return birthday >= today && birthday <= today + within ? `turns ${age} on ${isoDate(birthday)}` : undefined;
    },
  },
  newborn: byItsName({
    means: `Was born within the last ${newbornDays} days.`,
    why(_, { person, today }) {
      const old = today - dayOf(person.birthDate);
      return old <= newbornDays ? `born ${old === 0 ? 'today' : old === 1 ? 'yesterday' : `${old} days ago`}` : undefined;
    },
  }),
  startsSchool: byItsName({
    means: 'Starts school next: is four, or will be, on the first of September to come, and not five.',
    why(_, { person, today }) {
      const { from, to, september } = schoolYear(today);
      const born = dayOf(person.birthDate);
      return born >= from && born <= to ? `starts school in September ${september}` : undefined;
    },
  }),
};

/** In England a child starts school in the September after the fourth birthday (Department for Education). */
function schoolYear(today: Day): { readonly from: Day; readonly to: Day; readonly september: number } {
  const thisYear = yearOf(today);
  const september = today <= dayOf(`${thisYear}-09-01`) ? thisYear : thisYear + 1;
  return { from: dayOf(`${september - 5}-09-02`), to: dayOf(`${september - 4}-09-01`), september };
}

/** A day or two to either side, for leap years. */
const about = 2;

/** Days between which whoever lives and meets the needs was born; undefined where no age is asked. */
export function birthDaysFor(
  { age, turns, newborn, startsSchool }: Needs,
  today: Day,
): { readonly from: Day; readonly to: Day } | undefined {
  const spans: { readonly from: Day; readonly to: Day }[] = [];
  const bornOf = (years: number): Day => today - Math.round(Math.min(years, oldest) * year);
  if (age) spans.push({ from: bornOf(age.to + 1) - about, to: bornOf(age.from) + about });
  if (turns) spans.push({ from: bornOf(turns.age) - about, to: bornOf(turns.age) + turns.within + about });
  if (newborn) spans.push({ from: today - newbornDays, to: today });
  if (startsSchool) spans.push(schoolYear(today));
  if (spans.length === 0) return undefined;
  return { from: Math.max(...spans.map(({ from }) => from)), to: Math.min(...spans.map(({ to }) => to)) };
}
