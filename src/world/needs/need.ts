/** What a need is: how a person writes it, what it means, and whether a record, and what is known around it, meets it. */
import type { ValueRange, NumberRange, SortsByWord } from '../../population.ts';
import { asWord } from '../fold.ts';
import type { Surroundings } from './surroundings.ts';

export interface Need<Value> {
  /** What stands for the value in a help text; absent where the name alone asks. */
  readonly value?: string;
  /** The name may stand alone, too: it is read as `true`. */
  readonly alone?: true;
  /** What has to be made of a record to tell costs so much that about so many people can be looked at in a second. */
  readonly lookedAt?: number;
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
type Told<Value> = Pick<Need<Value>, 'means' | 'example' | 'lookedAt'> & { readonly why: Why<Value> };

/** Asked by its name alone. */
export function byItsName(told: Omit<Told<true>, 'example'>): Need<true> {
  return { example: 'true', wants: 'no value', read: (typed) => (typed === 'true' ? true : undefined), ...told };
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

/** So many days back from today, or ahead. */
export function withinDays(told: Told<number>, most = longestAgo): Need<number> {
  return {
    value: 'days',
    wants: `a number of days, as in ${told.example}, up to ${most}`,
    read: (typed) => (/^\d{1,4}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= most ? Number(typed) : undefined),
    ...told,
  };
}

/** Words, several with commas between, each for some sorts of a thing. */
export function sortsOf(
  value: string,
  sortsFor: (word: string) => readonly string[] | undefined,
  { wants, ...told }: Told<SortsByWord> & Pick<Need<SortsByWord>, 'wants'>,
): Need<SortsByWord> {
  return {
    value,
    wants,
    read(typed) {
      const found = typed.split(',').map((word) => sortsFor(asWord(word)));
      return found.every((sorts) => sorts !== undefined) ? found : undefined;
    },
    ...told,
  };
}

/** `>75`, `<=48`, `48..58` or `48`. */
export function readValues(typed: string): ValueRange | undefined {
  const number = String.raw`\d{1,4}(?:\.\d{1,2})?`;
  const [, sign, one = ''] = new RegExp(`^([<>]=?)\\s*(${number})$`).exec(typed) ?? [];
  if (sign !== undefined) return { [beyond[sign] ?? 'from']: Number(one) };
  const [, from = '', dots, to = ''] = new RegExp(`^(${number})?(\\.\\.)?(${number})?$`).exec(typed) ?? [];
  if (from === '' && to === '') return undefined;
  if (dots === undefined) return from === '' || to !== '' ? undefined : { from: Number(from), to: Number(from) };
  if (from !== '' && to !== '' && Number(from) > Number(to)) return undefined;
  return { ...(from !== '' && { from: Number(from) }), ...(to !== '' && { to: Number(to) }) };
}

const beyond: Readonly<Record<string, keyof ValueRange>> = { '>': 'over', '>=': 'from', '<': 'under', '<=': 'to' };

export function isWithin(number: number, { from = -Infinity, to = Infinity, over = -Infinity, under = Infinity }: ValueRange): boolean {
  return number >= from && number <= to && number > over && number < under;
}

export function amongWords<const Word extends string>(value: string, words: readonly Word[], told: Told<Word>): Need<Word> {
  return { value, wants: `one of ${words.join(', ')}`, read: (typed) => words.find((word) => word === typed.toLowerCase()), ...told };
}

/** Codes of a dictionary, or the words for one or several of them. */
export function coded(value: string, words: Readonly<Record<string, string>>, told: Told<readonly string[]>): Need<readonly string[]> {
  const meant = new Map(Object.entries(words).map(([word, codes]) => [word, codes.split(' ')]));
  const known = new Set([...meant.values()].flat());
  return {
    value,
    wants: `a code, or one of ${[...meant.keys()].join(', ')}`,
    read(typed) {
      const code = typed.toUpperCase();
      return known.has(code) ? [code] : meant.get(typed.toLowerCase());
    },
    ...told,
  };
}

/** How many there are of a thing, in words. */
export function numberOf(count: number, one: string, many = `${one}s`): string {
  return `${count === 0 ? 'no' : count} ${count === 1 ? one : many}`;
}
