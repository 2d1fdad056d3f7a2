/** A person in words. */
import type { Address, Period, Person, PersonName } from '../population.ts';

export function nameOf({ names }: Person): string {
  const [name] = names;
  return name === undefined ? '(no name)' : fullName(name);
}

export function fullName({ prefix, given, family, suffix }: Omit<PersonName, 'id' | 'use'>): string {
  const first = given.length === 0 ? '' : given.join(' ');
  return [prefix, first, family, suffix].filter((part) => part !== undefined && part !== '').join(' ');
}

export function addressText({ text, lines, postcode }: Address): string {
  return [
    ...(text === undefined ? [] : [`(${text})`]),
    ...lines.filter((line) => line !== ''),
    ...(postcode === undefined ? [] : [postcode]),
  ].join(', ');
}

export function periodText(period: Period | undefined): string {
  return period === undefined ? '' : `${period.start} – ${period.end ?? 'now'}`;
}
