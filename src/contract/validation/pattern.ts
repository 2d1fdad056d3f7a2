/**
 * `pattern` without the platform's own RegExp: a pattern that a user brought could run for minutes there (ReDoS), while RE2
 * takes time in proportion to the text. What RE2 cannot say is split into several checks where they mean the same together.
 */
import { RE2JS } from 're2js';
import { ecmaToRe2, PatternError } from './ecma-to-re2.ts';
import { PATTERN_LENGTH, PATTERN_SIZE } from '../limits.ts';
import { sizeOfPattern } from './pattern-size.ts';
import { compilePlain } from './plain-pattern.ts';

export interface PatternTest {
  (text: string): boolean;
  /** How much is to be done for each character; absent where that is next to nothing. */
  readonly size?: number;
}

/** A test for the pattern, or why there is none. */
export function compilePattern(source: string): PatternTest | { readonly problem: string } {
  if (source.length > PATTERN_LENGTH) return { problem: `This pattern is longer than the ${PATTERN_LENGTH} characters that are checked.` };
  const size = sizeOfPattern(source);
  try {
    const tests = splitAt(source, '|').map((part) => compilePlain(part) ?? alternative(held(part)));
    const [only] = tests;
    if (tests.length === 1 && only) return only;
    return sized((text) => tests.some((test) => test(text)), size);
  } catch (error) {
    const reason = error instanceof PatternError ? error.message : 'it is no regular expression that can be run in bounded time';
    return { problem: `This pattern is not checked: ${reason}.` };
  }
}

function sized(test: (text: string) => boolean, size: number): PatternTest {
  return Object.assign(test, { size });
}

/** Throws where a pattern says too much for the machine that would be built of it. */
function held(source: string): string {
  if (sizeOfPattern(source) > PATTERN_SIZE) throw new PatternError('it repeats too much to be checked in bounded time');
  return source;
}

function alternative(source: string): PatternTest {
  const long = /^\^(\[(?:\\.|[^\]\\])*\]|\\?.)\{(\d+),(\d*)\}\$$/s.exec(source);
  if (long?.[1] && Math.max(Number(long[2]), Number(long[3])) > 1000)
    return repeated(long[1], Number(long[2]), long[3] ? Number(long[3]) : Infinity);
  const [ahead, body] = leadingLookAheads(source);
  const tests = [...ahead, re2(ecmaToRe2(body))];
  return sized((text) => tests.every((test) => test(text)), sizeOfPattern(source));
}

function re2(pattern: string): PatternTest {
  const compiled = RE2JS.compile(pattern, RE2JS.LOOKBEHINDS);
  return (text) => compiled.test(text);
}

/** `^[a-z]{1,5000}$` has no RE2 form (it counts to 1,000), but says no more than: only such characters, and so many. */
function repeated(atom: string, least: number, most: number): PatternTest {
  const only = re2(ecmaToRe2(`^${atom}*$`));
  return sized((text) => {
    const length = [...text].length;
    return length >= least && length <= most && only(text);
  }, 4);
}

/** `^(?=A)(?!B)C` asks three things of the same place, the start: `^A`, not `^B`, and `^C`. */
function leadingLookAheads(source: string): [PatternTest[], string] {
  const tests: PatternTest[] = [];
  if (!/^\^\(\?[=!]/.test(source)) return [tests, source];
  let at = 1;
  while (source.startsWith('(?=', at) || source.startsWith('(?!', at)) {
    const end = closingBracket(source, at);
    const wanted = source[at + 2] === '=';
    const test = re2(ecmaToRe2(`^(?:${source.slice(at + 3, end)})`));
    tests.push((text) => test(text) === wanted);
    at = end + 1;
  }
  if (/^[*+?{]/.test(source.slice(at))) throw new PatternError('it repeats a look-ahead');
  return [tests, `^${source.slice(at)}`];
}

/** Index of the bracket that closes the one at `open`. */
function closingBracket(source: string, open: number): number {
  let depth = 0;
  for (const { char, at } of outsideClasses(source, open)) {
    if (char === '(') depth++;
    else if (char === ')' && --depth === 0) return at;
  }
  throw new PatternError('it leaves a bracket open');
}

/** The parts between a character that stands outside every bracket. */
function splitAt(source: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { char, at } of outsideClasses(source, 0)) {
    if (char === '(') depth++;
    else if (char === ')') depth--;
    else if (char === separator && depth === 0) {
      parts.push(source.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, source.slice(start)];
}

/** The characters of a pattern that are neither escaped nor inside square brackets. */
function* outsideClasses(source: string, from: number): Generator<{ readonly char: string; readonly at: number }> {
  let inClass = false;
  for (let at = from; at < source.length; at++) {
    const char = source[at] ?? '';
    if (char === '\\') at++;
    else if (inClass) inClass = char !== ']';
    else if (char === '[') inClass = true;
    else yield { char, at };
  }
}
