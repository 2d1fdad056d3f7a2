/** Names, dates and kinship in plain English. */
import type { Person } from '../../src/population.ts';
import { isCouple } from './kin.ts';
import type { Life } from './life.ts';
import { months } from './topic.ts';

/** `3 May 1984`. */
export function dateInWords(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)} ${months[Number(month) - 1]} ${year}`;
}

/** `May 1984`. */
export const monthInWords = (date: string): string => dateInWords(date).replace(/^\d+ /, '');

export const yearIn = (date: string): string => date.slice(0, 4);

export function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

export const firstName = ({ names: [name] }: Person): string =>
  name?.given[0] ?? (name === undefined ? 'somebody without a name' : name.family);

export const fullName = ({ names: [name] }: Person): string =>
  name === undefined ? 'somebody without a name' : [...name.given.slice(0, 1), name.family].join(' ');

/** `8 weeks`, `14 months`, `41`. */
export function ageInWords(life: Life): string {
  const days = (life.death ?? life.today) - life.birth;
  if (days < 100) return days < 14 ? `${days} days` : `${Math.floor(days / 7)} weeks`;
  return life.age < 2 ? `${Math.floor(days / 30.44)} months` : `${life.age}`;
}

export const townIn = (lines: readonly string[]): string => lines[3] || lines[4] || lines.find((line) => line !== '') || 'an unknown place';

type Gendered = readonly [female: string, male: string, neither: string];
const said = (life: Life, [female, male, neither]: Gendered): string =>
  life.person.gender === 'female' ? female : life.person.gender === 'male' ? male : neither;

export const theirWord = (life: Life): string => said(life, ['her', 'his', 'their']);
export const theyWord = (life: Life): string => said(life, ['she', 'he', 'they']);

const is = (one: Life, other: Life): boolean => one.person.nhsNumber === other.person.nhsNumber;

const kinds: readonly (readonly [(of: Life, other: Life) => boolean, Gendered])[] = [
  [(of, other) => of.children.some((child) => is(child, other)), ['daughter', 'son', 'child']],
  [(of, other) => of.parents.some((parent) => is(parent, other)), ['mother', 'father', 'parent']],
  [(of, other) => of.related('guardian').some((guardian) => is(guardian, other)), ['guardian', 'guardian', 'guardian']],
  [(of, other) => of.related('sibling').some((sibling) => is(sibling, other)), ['sister', 'brother', 'sibling']],
  [(of, other) => of.children.some((child) => child.children.some((one) => is(one, other))), ['granddaughter', 'grandson', 'grandchild']],
  [(of, other) => of.parents.some((parent) => parent.parents.some((one) => is(one, other))), ['grandmother', 'grandfather', 'grandparent']],
  [(of, other) => of.parents.some((parent) => parent.related('sibling').some((one) => is(one, other))), ['aunt', 'uncle', 'aunt or uncle']],
  [(of, other) => of.children.some((child) => isCouple(child, other)), ['daughter-in-law', 'son-in-law', 'child-in-law']],
  [(of, other) => of.parents.some((parent) => isCouple(parent, other)), ['stepmother', 'stepfather', 'step-parent']],
  [(of, other) => of.couple?.other?.children.some((child) => is(child, other)) === true, ['stepdaughter', 'stepson', 'stepchild']],
];

/** What the other is to the first; undefined where they are not known to be related. */
export function relationTo(of: Life, other: Life): string | undefined {
  if (isCouple(of, other)) return of.couple?.wedding === undefined ? 'partner' : said(other, ['wife', 'husband', 'spouse']);
  const kind = kinds.find(([test]) => test(of, other));
  return kind === undefined ? undefined : said(other, kind[1]);
}
