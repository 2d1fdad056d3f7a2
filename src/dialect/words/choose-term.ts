/** Which of the names an API has for its faults is the name of this one. A fault is never called by another fault's name. */
import type { ProblemKind } from '../../mock.ts';
import { CODES_BY_KEYWORD, KINDS } from './kinds.ts';
import type { Term } from '../published/read-example.ts';
import { reasonPhrase } from './reason-phrases.ts';

export interface Named {
  readonly kind: ProblemKind;
  readonly keyword?: string | undefined;
  readonly status: number;
}

export const upperSnake = (code: string): string =>
  code
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();

/** The names looked for, best first: the broken rule's own, the kind's, and last what the status is called. */
export function wantedCodes({ kind, keyword, status }: Named): readonly string[] {
  const byKeyword =
    keyword !== undefined && (kind === 'invalid-value' || kind === 'missing-value') ? (CODES_BY_KEYWORD[keyword] ?? []) : [];
  return [...byKeyword, ...KINDS[kind].codes, upperSnake(reasonPhrase(status))];
}

const SHORT_PREFIX = 6;
const LONG_PREFIX = 20;

/** APIs put a few letters of their own before a common name, `XY_MISSING_VALUE`; a longer word makes it another name. */
export const isNamed = (code: string, wanted: string, prefix = SHORT_PREFIX): boolean =>
  code === wanted || (code.endsWith(`_${wanted}`) && code.length - wanted.length <= prefix);

/** The first that bears a wanted name; of two, the shorter says more plainly what it is. */
export function pickCode<T extends { readonly code?: string }>(offered: readonly T[], named: Named, prefix?: number): T | undefined {
  const names = offered.map(({ code = '' }) => upperSnake(code));
  for (const wanted of wantedCodes(named)) {
    let best = -1;
    for (const [i, name] of names.entries()) {
      if (isNamed(name, wanted, prefix) && (best < 0 || name.length < (names[best]?.length ?? 0))) best = i;
    }
    if (best >= 0) return offered[best];
  }
  return undefined;
}

const LONGEST_TEXT = 500;

/** Whether a text of the API's own is about this kind of problem. */
export const speaksOf = (kind: ProblemKind, text: string): boolean => KINDS[kind].words.test(text.slice(0, LONGEST_TEXT));

/** Statuses that stand for one kind of fault only, so that the one code published with them is its name. */
const TELLING = new Set([401, 403, 404, 405, 406, 408, 409, 410, 411, 412, 413, 415, 428, 429, 500, 501, 503, 504]);

export function chooseTerm(terms: readonly Term[], named: Named): Term | undefined {
  const { kind, status } = named;
  const here = terms.filter((term) => term.status === undefined || term.status === status);
  const exact = terms.filter((term) => term.status === status && term.isHint !== true && term.code !== undefined);
  const byCode = pickCode(here, named) ?? pickCode(exact, named, LONG_PREFIX) ?? pickCode(terms, named);
  if (byCode) return byCode;
  const opaque = exact.filter(({ code = '' }) => isOpaque(code));
  const byWords = opaque.find(({ about }) => speaksOf(kind, about));
  if (byWords) return byWords;
  const codes = new Set(exact.map(({ code }) => code));
  if (codes.size !== 1) return undefined;
  return exact.find(({ code = '', about }) =>
    isOpaque(code) ? !speaksOfOthers(about, kind) : TELLING.has(status) && !isOtherKind(code, kind),
  );
}

function speaksOfOthers(about: string, kind: ProblemKind): boolean {
  return Object.entries(KINDS).some(([other, { words }]) => other !== kind && words.test(about.slice(0, LONGEST_TEXT)));
}

/**
 * A name made whole from everywhere the contract uses its code: the display published most often, the issue code that is
 * nearest to this kind, the system. Words that fit neither code nor kind were written for another occasion.
 */
export function completed(term: Term | undefined, all: readonly Term[], { kind }: Named): Term | undefined {
  if (term?.code === undefined) return term;
  const { issues } = KINDS[kind];
  const same = all.filter(({ code }) => code === term.code);
  const display = mostCommon(
    same.flatMap(({ display: text }) => (text !== undefined && (speaksOf(kind, text) || shareWord(text, term.code ?? '')) ? text : [])),
  );
  const issue = issues.find((one) => same.some((other) => other.issue === one));
  const system = term.system ?? mostCommon(same.flatMap((other) => other.system ?? []));
  return {
    code: term.code,
    about: term.about,
    ...(display !== undefined && { display }),
    ...(issue !== undefined && { issue }),
    ...(system !== undefined && { system }),
  };
}

function mostCommon(texts: readonly string[]): string | undefined {
  const counts = [...Map.groupBy(texts, (text) => text)].toSorted((a, b) => b[1].length - a[1].length);
  return counts[0]?.[0];
}

function shareWord(text: string, code: string): boolean {
  const words = new Set(upperSnake(code).split('_'));
  return upperSnake(text)
    .split('_')
    .some((word) => word.length > 3 && words.has(word));
}

/** `E0001` says nothing by itself. */
const isOpaque = (code: string): boolean => /\d/.test(code) && !/[A-Za-z]{4}/.test(code);

function isOtherKind(code: string, kind: ProblemKind): boolean {
  const name = upperSnake(code);
  return Object.entries(KINDS).some(([other, { codes }]) => other !== kind && codes.slice(0, 2).some((wanted) => isNamed(name, wanted)));
}
