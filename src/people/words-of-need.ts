/**
 * Words of need as somebody types them into one box: `diabetic on metformin over 60 in Leeds due flu`. What conditions, medicines, vaccines and
 * the like are called is asked of the needs themselves, so whatever a field of its own understands is understood here.
 */
import type { Population } from '../population.ts';
import { asWord } from '../world/fold.ts';
import { needs, type NeedName } from '../world/needs/needs.ts';
import { isPlace } from './places.ts';
import { phrases } from './phrases-of-need.ts';

export interface UnderstoodWords {
  /** The field of its own that asks the same. */
  readonly name: string;
  readonly value: string;
  /** As they were typed. */
  readonly words: string;
}

export interface WordsOfNeed {
  readonly understood: readonly UnderstoodWords[];
  readonly left: readonly string[];
}

interface Reading {
  readonly length: number;
  readonly asks: readonly (readonly [name: string, value: string])[];
}

/** What goes before something that is called by a word: `on metformin`. */
const leads: readonly (readonly [before: string, name: NeedName | 'place' | 'family'])[] = [
  ['vaccinated against', 'vaccinated'],
  ['allergic to', 'allergy'],
  ['waiting for', 'waiting'],
  ['born in', 'bornIn'],
  ['lives in', 'place'],
  ['living in', 'place'],
  ['without', 'withoutCondition'],
  ['not', 'withoutCondition'],
  ['no', 'withoutCondition'],
  ['on', 'on'],
  ['takes', 'on'],
  ['taking', 'on'],
  ['due', 'due'],
  ['needs', 'due'],
  ['had', 'vaccinated'],
  ['speaks', 'language'],
  ['needs', 'adjustment'],
  ['in', 'place'],
  ['near', 'place'],
  ['from', 'place'],
  ['called', 'family'],
  ['named', 'family'],
  ['', 'condition'],
  ['', 'on'],
  ['', 'adjustment'],
  ['', 'place'],
];

/** What follows it: `flu due`. */
const tails: readonly (readonly [after: string, name: NeedName])[] = [
  ['due', 'due'],
  ['allergy', 'allergy'],
  ['interpreter', 'language'],
  ['speaker', 'language'],
  ['speaking', 'language'],
];

const results: Readonly<Record<string, NeedName>> = {
  hba1c: 'lastHba1c',
  systolic: 'lastSystolic',
  bmi: 'lastBmi',
  egfr: 'lastEgfr',
  cholesterol: 'lastCholesterol',
};

/** They say nothing by themselves. */
const silent: ReadonlySet<string> = new Set(
  'a an the and with has have is are who whose that their of for to at somebody someone person people patient patients jab jabs vaccine vaccination old years year aged age needs need in on recent last currently now also'.split(
    ' ',
  ),
);
/** Left out within what is read, so that `due a flu jab` is `due flu`. */
const inBetween: ReadonlySet<string> = new Set('a an the their jab jabs vaccine vaccination'.split(' '));

/** Words that one thing is called by, at most. */
const longest = 5;
const tooShort = 3;

export function wordsOfNeed(population: Population, typed: readonly string[]): WordsOfNeed {
  const words = typed.filter((word) => !inBetween.has(word.toLowerCase()));
  const understood: UnderstoodWords[] = [];
  const left: string[] = [];
  for (let at = 0; at < words.length;) {
    const reading = readingAt(population, words, at);
    const word = words[at] ?? '';
    if (reading) {
      const said = words.slice(at, at + reading.length).join(' ');
      understood.push(...reading.asks.map(([name, value]) => ({ name, value, words: said })));
    } else if (!silent.has(word.toLowerCase())) left.push(word);
    at += reading?.length ?? 1;
  }
  return { understood: together(understood), left };
}

/** The longest; of those, what is said in so many words before what is only called so. */
function readingAt(population: Population, typed: readonly string[], at: number): Reading | undefined {
  const words = typed.slice(at, at + longest + 1);
  const found = [phraseAt(words), ageAt(words), resultAt(words), ...calledAt(population, words)];
  return found.reduce((best, one) => (one && one.length > (best?.length ?? 0) ? one : best), undefined);
}

const lower = (words: readonly string[]): string => words.join(' ').toLowerCase();

function phraseAt(words: readonly string[]): Reading | undefined {
  for (let length = Math.min(longest, words.length); length > 0; length -= 1) {
    const said = lower(words.slice(0, length));
    const asks = phrases.get(said) ?? phrases.get(said.replace(/s$/, ''));
    if (asks) return { length, asks };
  }
  return undefined;
}

const ages: readonly (readonly [pattern: RegExp, age: (one: string, other: string) => string])[] = [
  [/^(?:aged |age )?(\d{1,3})(?: ?- ?| to )(\d{1,3})\b/, (from, until) => `${from}..${until}`],
  [/^(?:aged )?between (\d{1,3}) and (\d{1,3})\b/, (from, until) => `${from}..${until}`],
  [/^(?:aged )?(?:over|above) (\d{1,3})s?\b/, (from) => `${from}..`],
  [/^(?:aged )?(?:under|below) (\d{1,3})s?\b/, (until) => `..${Number(until) - 1}`],
  [/^(?:aged )?(\d{1,3})(?:\+| or over| and over| or older)(?= |$)/, (from) => `${from}..`],
  [/^(?:aged? )(\d{1,3})\b/, (age) => age],
  [/^(\d{1,3}) years? old\b/, (age) => age],
];

function ageAt(words: readonly string[]): Reading | undefined {
  const text = lower(words);
  for (const [pattern, age] of ages) {
    const [said, one = '', other = ''] = pattern.exec(text) ?? [];
    if (said !== undefined) return { length: said.split(' ').length, asks: [['age', age(one, other)]] };
  }
  return undefined;
}

function resultAt(words: readonly string[]): Reading | undefined {
  const [, word = '', how = '', number = ''] = /^(\w+) (over|above|under|below) (\d{1,4})(?= |$)/.exec(lower(words)) ?? [];
  const name = Object.hasOwn(results, word) ? results[word] : undefined;
  return name && { length: 3, asks: [[name, `${how === 'over' || how === 'above' ? '>' : '<'}${number}`]] };
}

function calledAt(population: Population, words: readonly string[]): readonly (Reading | undefined)[] {
  const led = leads.map(([before, name]) => {
    const skipped = before === '' ? 0 : before.split(' ').length;
    if (skipped > 0 && lower(words.slice(0, skipped)) !== before) return undefined;
    for (let length = Math.min(longest, words.length) - skipped; length > 0; length -= 1) {
      const value = valueOf(population, name, words.slice(skipped, skipped + length));
      if (value !== undefined) return { length: skipped + length, asks: [[name, value]] } as const;
    }
    return undefined;
  });
  const followed = tails.flatMap(([after, name]) =>
    words.slice(1).flatMap((word, n) => {
      const value = word.toLowerCase() === after ? valueOf(population, name, words.slice(0, n + 1)) : undefined;
      return value === undefined ? [] : [{ length: n + 2, asks: [[name, value]] } as const];
    }),
  );
  return [...led, ...followed];
}

/** As the field of its own wants it; undefined where it does not know it. */
function valueOf(population: Population, name: NeedName | 'place' | 'family', words: readonly string[]): string | undefined {
  const text = words.join(' ');
  if (name === 'place') return isPlace(population, text) ? text : undefined;
  if (name === 'family') return words.length === 1 ? text : undefined;
  if (text.length <= tooShort && !['bsl', 'flu', 'mmr', 'rsv', 'hrt', 'tia'].includes(text.toLowerCase())) return undefined;
  if (/^(?:true|any)$/i.test(text)) return undefined;
  const word = asWord(text);
  return [word, word.replace(/s$/, ''), text].find((one) => needs[name].read(one) !== undefined);
}

/** Several of one field stand together where it takes several; else what was said in a number holds, and then what was said last. */
const several: ReadonlySet<string> = new Set(['condition', 'withoutCondition', 'on', 'allergy', 'due', 'vaccinated', 'trait']);

function together(readings: readonly UnderstoodWords[]): readonly UnderstoodWords[] {
  const found = new Map<string, UnderstoodWords>();
  for (const one of readings) {
    const before = found.get(one.name);
    if (!before) found.set(one.name, one);
    else if (several.has(one.name))
      found.set(one.name, { name: one.name, value: `${before.value},${one.value}`, words: `${before.words}, ${one.words}` });
    else if (/\d/.test(one.words) || !/\d/.test(before.words)) found.set(one.name, one);
  }
  return [...found.values()];
}
