/** What letters say of a person, as the record had it on the day of the letter. */
import type { Person } from '../../../population.ts';
import { type Day, isoDate, yearOf } from '../../calendar.ts';
import type { RecordTelling } from '../telling.ts';

/** The first line and the last. */
export const syntheticMark = 'Synthetic data made by a test system. This is not a real patient, and nothing here is about anybody.';

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

export function dateInWords(day: Day): string {
  const date = isoDate(day);
  return `${Number(date.slice(8))} ${months[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
}

const groups = /(\d{3})(\d{3})(\d{4})/;

/** The name that they had on that day; a baby that was not named yet has none but the family's. */
export function nameOn({ names, birthDate }: Person, day: Day): string {
  const date = isoDate(day);
  const had = names.filter(({ use }) => use === 'usual' || use === 'old' || use === 'maiden');
  const begun = had.filter(({ period }) => (period?.start ?? birthDate) <= date);
  const [latest] = begun.toSorted((a, b) => ((a.period?.start ?? '') < (b.period?.start ?? '') ? 1 : -1));
  const family = (latest ?? had.at(-1) ?? names[0])?.family ?? '';
  return latest?.given[0] === undefined ? `Baby ${family}` : `${latest.given[0]} ${family}`;
}

export function aboutPerson({ person, health }: RecordTelling, day: Day): string {
  const number = person.nhsNumber.replace(groups, '$1 $2 $3');
  return `Re: ${nameOn(person, day)}, born ${dateInWords(health.life.birth)}, NHS number ${number}`;
}

/** A 56-year-old woman. */
export function whoIs({ health: { life } }: RecordTelling, day: Day): string {
  const age = life.age(day);
  const isFemale = life.sex === 'female';
  if (age === 0) return `baby ${isFemale ? 'girl' : 'boy'}`;
  return `${age}-year-old ${age < 16 ? (isFemale ? 'girl' : 'boy') : isFemale ? 'woman' : 'man'}`;
}

const mostListed = 12;
const listed = (lines: readonly string[], otherwise: string): string =>
  lines.length === 0 ? otherwise : lines.slice(-mostListed).join('; ');

export function problemsOn({ health }: RecordTelling, day: Day): string {
  const present = health.conditions.filter(
    ({ illness, recorded, end }) => recorded <= day && (illness.isLasting || illness.isMajor) && (end === undefined || end > day),
  );
  return `Problems: ${listed(
    present.map(({ illness, recorded }) => `${illness.what.text} (${yearOf(recorded)})`),
    'none on record',
  )}.`;
}

export function medicinesOn({ health }: RecordTelling, day: Day): string {
  const taken = health.courses.filter(
    ({ course, recorded, start, end }) => course === 'repeat' && recorded <= day && start <= day && (end === undefined || end >= day),
  );
  return `Medicines: ${listed(
    taken.map(({ product, dose }) => `${product.what.text}, ${lowerFirst(dose)}`),
    'none on repeat',
  )}.`;
}

export function allergiesOn({ health }: RecordTelling, day: Day): string {
  const known = health.allergies.filter(({ recorded, sort }) => recorded <= day && sort !== 'none-known');
  return `Allergies: ${listed(
    known.map(({ sort, reaction }) => `${sort.replaceAll('-', ' ')}${reaction ? ` (${lowerFirst(reaction.text)})` : ''}`),
    'none known',
  )}.`;
}

export const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
