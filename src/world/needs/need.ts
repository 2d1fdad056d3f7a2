/** What a need is: how a person writes it, what it means, and whether a record, and what is known around it, meets it. */
import type { NumberRange } from '../../population.ts';
import type { Surroundings } from './surroundings.ts';

export interface Need<Value> {
  /** What stands for the value in a help text; absent where the name alone asks. */
  readonly value?: string;
  /** In a sentence. */
  readonly means: string;
  /** A value as somebody would write it. */
  readonly example: string;
  /** What a value must be, after "wants". */
  readonly wants: string;
  /** Undefined where it is none. */
  read(typed: string): Value | undefined;
  /** In a few words, why somebody meets it; undefined for whoever does not. */
  why(value: Value, about: Surroundings): string | undefined;
}

type Why<Value> = Need<Value>['why'];
type Told<Value> = Pick<Need<Value>, 'means' | 'example'> & { readonly why: Why<Value> };

/** Asked by its name alone. */
export function byItsName({ means, why }: Omit<Told<true>, 'example'>): Need<true> {
  return { means, example: 'true', wants: 'no value', read: (typed) => (typed === 'true' ? true : undefined), why };
}

/** A number, or two of them with `..` between, of which one may be missing. */
export function range(value: string, told: Told<NumberRange>): Need<NumberRange> {
  return { value, wants: `a number or two of them: ${told.example}, 2, 2.. or ..2`, read: readRange, ...told };
}

export function readRange(typed: string): NumberRange | undefined {
  const [, from = '', dots = '', to = ''] = /^(\d{0,3})(?:(\.\.)(\d{0,3}))?$/.exec(typed) ?? [];
  if (from === '' && to === '') return undefined;
  const read = { from: Number(from), to: dots === '' ? Number(from) : to === '' ? Infinity : Number(to) };
  return read.from > read.to ? undefined : read;
}

export const isIn = (number: number, { from, to }: NumberRange): boolean => number >= from && number <= to;

const longestAgo = 3_660;

/** So many days back from today. */
export function lately(told: Told<number>): Need<number> {
  return {
    value: 'days',
    wants: `a number of days, as in ${told.example}, up to ${longestAgo}`,
    read: (typed) => (/^\d{1,4}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= longestAgo ? Number(typed) : undefined),
    ...told,
  };
}

export function amongWords<const Word extends string>(value: string, words: readonly Word[], told: Told<Word>): Need<Word> {
  return { value, wants: `one of ${words.join(', ')}`, read: (typed) => words.find((word) => word === typed.toLowerCase()), ...told };
}

/** Codes of a dictionary, or the words for one or several of them. */
export function coded(value: string, words: Readonly<Record<string, string>>, told: Told<readonly string[]>): Need<readonly string[]> {
  const known = new Set(Object.values(words).flatMap((codes) => codes.split(' ')));
  return {
    value,
    wants: `a code, or one of ${Object.keys(words).join(', ')}`,
    read(typed) {
      const code = typed.toUpperCase();
      return known.has(code) ? [code] : words[typed.toLowerCase()]?.split(' ');
    },
    ...told,
  };
}

/** How many there are of a thing, in words. */
export function numberOf(count: number, one: string, many = `${one}s`): string {
  return `${count === 0 ? 'no' : count} ${count === 1 ? one : many}`;
}
