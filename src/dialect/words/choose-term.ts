/** Which of the names an API has for its faults is the name of this one. A fault is never called by another fault's name. */
import type { ProblemKind } from '../../mock/problem.ts';
import type { Term } from '../published/read-example.ts';
import { bearsName, pickCode, speaksOf, speaksOfOthers } from './choose-code.ts';
import { KINDS } from './kinds.ts';
import { upperSnake, wordsFor, type Named } from './words-for.ts';

const LONG_PREFIX = 20;

/** Statuses that stand for one kind of fault only, so that the one code published with them is its name. */
const TELLING = new Set([
  401, 402, 403, 404, 405, 406, 408, 409, 410, 411, 412, 413, 414, 415, 417, 423, 425, 428, 429, 451, 500, 501, 502, 503, 504,
]);

/** Whether all that is published under a status tells one kind of fault. */
export const isTelling = (status: number): boolean => TELLING.has(status);

export function chooseTerm(terms: readonly Term[], named: Named): Term | undefined {
  const { kind, status } = named;
  const here = terms.filter((term) => term.status === undefined || term.status === status);
  const exact = terms.filter((term) => term.status === status && term.isHint !== true && term.code !== undefined);
  const byCode = pickCode(here, named) ?? pickCode(exact, named, LONG_PREFIX) ?? pickCode(terms, named);
  if (byCode) return byCode;
  const opaque = exact.filter(({ code = '' }) => isOpaque(code));
  const byWords = opaque.find(({ about }) => speaksOf(named, about));
  if (byWords) return byWords;
  const codes = new Set(exact.map(({ code }) => code));
  if (codes.size !== 1) return undefined;
  return exact.find(({ code = '', about }) =>
    isOpaque(code) ? !speaksOfOthers(named, about) : isTelling(status) && !isOtherKind(code, kind),
  );
}

/**
 * A name made whole from everywhere the contract uses its code: the display published most often, the issue code that is
 * nearest to this kind, the system. Words that fit neither code nor kind were written for another occasion.
 */
export function completed(term: Term | undefined, all: readonly Term[], named: Named): Term | undefined {
  if (term?.code === undefined) return term;
  const { issues } = wordsFor(named);
  const same = all.filter(({ code }) => code === term.code);
  const display = mostCommon(
    same.flatMap(({ display: text }) => (text !== undefined && (speaksOf(named, text) || shareWord(text, term.code ?? '')) ? text : [])),
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
  return Object.entries(KINDS).some(([other, { codes }]) => other !== kind && codes.slice(0, 2).some((wanted) => bearsName(name, wanted)));
}
