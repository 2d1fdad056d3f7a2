/** Command-line options as data: what each is called, what it takes, how its text is read, and what the help says of it. */
import { parseArgs } from 'node:util';
import { UsageError } from './failure.ts';
import { nearest } from '../contract/nearest.ts';

export interface Option<T> {
  /** What stands for the value in the help, as in `--port <number>`; absent for a flag. */
  readonly value?: string;
  /** The option may stand alone: `--log`, or `--log=json`. A value then follows an equals sign; where it may follow, the next word is it. */
  readonly alone?: boolean;
  readonly mayFollow?: boolean;
  readonly help: string;
  readonly initial: T;
  /** Reads what was typed, '' where the option stood alone; throws a plain phrase of what was wanted. */
  read(typed: string): T;
  /** For an option that may be given several times: what all of them come to, where another would have the last one stand. */
  add?(before: T, next: T): T;
}

export type Options = Readonly<Record<string, Option<unknown>>>;
export type Values<O extends Options> = { readonly [Name in keyof O]: O[Name] extends Option<infer T> ? T : never };

export const flag = (help: string): Option<boolean> => ({ help, initial: false, read: () => true });

export const textOption = (value: string, help: string): Option<string | undefined> => ({
  value,
  help,
  initial: undefined,
  read: (typed) => typed,
});

/** An option that may be given several times, or with commas between its values. */
export function listOption<T>(value: string, help: string, readOne: (typed: string) => T): Option<readonly T[]> {
  return {
    value,
    help,
    initial: [],
    read: (typed) => typed.split(',').map((part) => readOne(part.trim())),
    add: (before, next) => [...before, ...next],
  };
}

export function integer<T>(
  value: string,
  help: string,
  { initial, min, max }: { initial: T; min: number; max: number },
): Option<number | T> {
  return {
    value,
    help,
    initial,
    read(typed) {
      const number = Number(typed);
      if (!/^-?\d+$/.test(typed) || number < min || number > max) throw new UsageError(`a whole number from ${min} to ${max}`);
      return number;
    },
  };
}

const UNITS: Readonly<Record<string, number>> = { '': 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

/** A number of bytes, in thousands as computers count them. */
export function size(help: string, { initial, min = 1, max }: { initial: number; min?: number; max: number }): Option<number> {
  return {
    value: 'size',
    help,
    initial,
    read(typed) {
      const [, number = '', unit = ''] = /^(\d{1,12})([kmg]?)(?:i?b)?$/i.exec(typed.trim()) ?? [];
      const bytes = Number(number) * (UNITS[unit.toLowerCase()] ?? NaN);
      if (number === '' || bytes < min || bytes > max) throw new UsageError(`a size such as 500kB or 64MB, at most ${sizeText(max)}`);
      return bytes;
    },
  };
}

const sizeText = (bytes: number): string => (bytes < 1024 ** 2 ? `${Math.floor(bytes / 1024)}kB` : `${Math.floor(bytes / 1024 ** 2)}MB`);

export function choice<const T extends string, I extends T | undefined>(choices: readonly T[], help: string, initial: I): Option<T | I> {
  return {
    value: choices.join('|'),
    help,
    initial,
    read(typed) {
      const chosen = choices.find((word) => word === typed);
      if (chosen === undefined) throw new UsageError(choices.length === 1 ? `the word ${choices[0]}` : `one of ${choices.join(', ')}`);
      return chosen;
    },
  };
}

export interface Parsed<O extends Options> {
  readonly values: Values<O>;
  readonly words: readonly string[];
  readonly wantsHelp: boolean;
}

type Token = { readonly kind: string; readonly name?: string; readonly value?: string | undefined };

const help = flag('Show this help.');

export function parseOptions<O extends Options>(options: O, typed: readonly string[]): Parsed<O> {
  const known: Options = { ...options, help };
  const { tokens } = parseArgs({
    args: [...typed],
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: {
      ...Object.fromEntries(
        Object.entries(options).map(([name, { value, alone }]) => [
          name,
          { type: value && !alone ? ('string' as const) : ('boolean' as const) },
        ]),
      ),
      help: { type: 'boolean', short: 'h' },
    },
  });
  const values = new Map<string, unknown>(Object.entries(options).map(([name, { initial }]) => [name, initial]));
  const words: string[] = [];
  let wantsHelp = false;
  for (const [n, token] of tokens.entries()) {
    if (token.kind === 'positional' && !takesNext(known, tokens[n - 1])) words.push(token.value);
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(known, token.name) ? known[token.name] : undefined;
    if (!option) throw new UsageError(unknownOption(token.rawName, Object.keys(known)));
    if (token.name === 'help') wantsHelp = true;
    else {
      const next = tokens[n + 1];
      const word = next?.kind === 'positional' && takesNext(known, token) ? next.value : undefined;
      const value = readValue(token.rawName, option, word ?? token.value, token.inlineValue);
      values.set(token.name, option.add ? option.add(values.get(token.name), value) : value);
    }
  }
  // Object.fromEntries forgets which name holds which type; every name of `options` was set above, by its own `read` or `initial`.
  return { values: Object.fromEntries(values) as Values<O>, words, wantsHelp };
}

/** Whether the word behind an option that may stand alone is its value. */
const takesNext = (known: Options, before: Token | undefined): boolean =>
  before?.kind === 'option' && before.value === undefined && before.name !== undefined && known[before.name]?.mayFollow === true;

function readValue(rawName: string, option: Option<unknown>, value: string | undefined, inline: boolean | undefined): unknown {
  if (!option.value) {
    if (inline) throw new UsageError(`${rawName} takes no value`);
    return option.read('');
  }
  const missing = option.alone ? value === '' : value === undefined || (!inline && /^--?[a-z]/.test(value));
  if (missing) throw new UsageError(`${rawName} wants a value: ${rawName}${option.alone ? '=' : ' '}<${option.value}>`);
  try {
    return option.read(value ?? '');
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(`${rawName} wants ${error.message}`);
    throw error;
  }
}

function unknownOption(rawName: string, names: readonly string[]): string {
  const meant = nearest(rawName.replace(/^-+/, ''), names);
  return `there is no option ${rawName}${meant ? `; did you mean --${meant}?` : ''}`;
}
