/** Needs of age: how old, or how old soon. Each is a time to be born in, so that those born then are looked at and nobody else. */
import type { Needs } from '../../population.ts';
import { anniversary, type Day, dayOf, isoDate, year } from '../calendar.ts';
import { isIn, type Need, plain, range } from './need.ts';

const newbornDays = 28;

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
  newborn: plain({
    means: `Was born within the last ${newbornDays} days.`,
    why(_, { person, today }) {
      const old = today - dayOf(person.birthDate);
      return old <= newbornDays ? `born ${old === 0 ? 'today' : old === 1 ? 'yesterday' : `${old} days ago`}` : undefined;
    },
  }),
  startsSchool: plain({
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
  const thisYear = Number(isoDate(today).slice(0, 4));
  const september = today <= dayOf(`${thisYear}-09-01`) ? thisYear : thisYear + 1;
  return { from: dayOf(`${september - 5}-09-02`), to: dayOf(`${september - 4}-09-01`), september };
}

export interface BirthDays {
  readonly from: Day;
  readonly to: Day;
}

/** A day or two to either side, for leap years. */
const about = 2;

/** The days on which whoever lives and meets the needs was born, and some more. */
export function birthDaysFor({ age, turns, newborn, startsSchool }: Needs, today: Day): BirthDays {
  const windows: BirthDays[] = [];
  if (age) windows.push({ from: today - Math.min(200, age.to + 1) * year - about, to: today - age.from * year + about });
  if (turns) windows.push({ from: today - turns.age * year - about, to: today - turns.age * year + turns.within + about });
  if (newborn) windows.push({ from: today - newbornDays, to: today });
  if (startsSchool) windows.push(schoolYear(today));
  return {
    from: Math.max(...windows.map(({ from }) => from)),
    to: Math.min(...windows.map(({ to }) => to)),
  };
}
