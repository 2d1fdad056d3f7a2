/** Which code says this fault, of those that an API has: the one that bears a name of it, the one that means it, or the neutral one. */
import { wordsOf } from '../../meaning/words.ts';
import type { ProblemKind } from '../../mock/problem.ts';
import { CODES_BY_KEYWORD, KINDS } from './kinds.ts';
import { reasonPhrase } from './reason-phrases.ts';
import { upperSnake, wordsFor, type Named } from './words-for.ts';

/** The names looked for, best first: the broken rule's own, the kind's, and last what the status is called. */
export function wantedCodes(named: Named): readonly string[] {
  const { kind, keyword, status } = named;
  const byKeyword =
    keyword !== undefined && (kind === 'invalid-value' || kind === 'missing-value') ? (CODES_BY_KEYWORD[keyword] ?? []) : [];
  return [...byKeyword, ...wordsFor(named).codes, upperSnake(reasonPhrase(status))];
}

const SHORT_PREFIX = 6;

/** APIs put a few letters of their own before a common name, `XY_MISSING_VALUE`; a longer word makes it another name. */
export const bearsName = (code: string, wanted: string, prefix = SHORT_PREFIX): boolean =>
  code === wanted || (code.endsWith(`_${wanted}`) && code.length - wanted.length <= prefix);

/** The first that bears a wanted name; of two, the shorter says more plainly what it is. */
export function pickCode<T extends { readonly code?: string }>(offered: readonly T[], named: Named, prefix?: number): T | undefined {
  const names = offered.map(({ code = '' }) => upperSnake(code));
  for (const wanted of wantedCodes(named)) {
    let best = -1;
    for (const [i, name] of names.entries()) {
      if (bearsName(name, wanted, prefix) && (best < 0 || name.length < (names[best]?.length ?? 0))) best = i;
    }
    if (best >= 0) return offered[best];
  }
  return undefined;
}

const LONGEST_TEXT = 500;

/** Whether a text of the API's own is about this problem. */
export const speaksOf = (named: Pick<Named, 'kind' | 'status'>, text: string): boolean =>
  wordsFor(named).words.test(text.slice(0, LONGEST_TEXT));

const KIND_NAMES = Object.keys(KINDS) as readonly ProblemKind[]; // Object.keys forgets the keys that it lists

/** Their words are in the names of many other faults: `INVALID_TOKEN`, `MISSING_TOKEN`. */
const WIDE: ReadonlySet<ProblemKind> = new Set<ProblemKind>(['invalid-value', 'missing-value']);

export const speaksOfOthers = ({ kind }: Pick<Named, 'kind'>, text: string): boolean =>
  KIND_NAMES.some((other) => other !== kind && KINDS[other].words.test(text.slice(0, LONGEST_TEXT)));

/** Of a closed list of codes, the one to send; undefined where each of them is another fault's. */
export function chooseCode(codes: readonly string[], named: Named): string | undefined {
  const byName = pickCode(
    codes.map((code) => ({ code })),
    named,
  )?.code;
  const meant = codes.filter((code) => means(code, named));
  const neutral = codes.find((code) => isNeutral(code, named.status));
  if (!ABOUT_A_THING.has(named.kind)) return byName ?? meant[0] ?? neutral;
  return byName ?? meant.find((code) => isOnTopic(code, named)) ?? neutral ?? meant[0];
}

/** These name what is missing, and one that names another thing is false: `PATIENT_NOT_FOUND` of a slot. */
const ABOUT_A_THING: ReadonlySet<ProblemKind> = new Set<ProblemKind>(['not-found', 'gone', 'conflict', 'duplicate']);

function isOnTopic(code: string, { topic = [] }: Named): boolean {
  const words = wordsOf(code);
  return topic.some((word) => words.some((other) => other.length > 2 && (word.startsWith(other) || other.startsWith(word))));
}

function means(code: string, named: Named): boolean {
  const words = wordsOf(code);
  const text = words.join(' ');
  if (!speaksOf(named, text)) return false;
  if (WIDE.has(named.kind)) return words.every((word) => PLAIN.has(word));
  return !KIND_NAMES.some((other) => other !== named.kind && !WIDE.has(other) && KINDS[other].words.test(text));
}

/** Words that a code for any bad request is made of. */
const PLAIN = new Set(
  (
    'invalid missing required mandatory bad not valid validation error failed failure value values field fields parameter ' +
    'parameters param params property properties attribute input request body payload data format syntax schema content argument'
  ).split(' '),
);

const NEUTRAL =
  /^(OTHER|UNKNOWN|GENERAL|GENERIC|ERROR|FAULT|FAILURE|FAILED|EXCEPTION|UNSPECIFIED|UNDEFINED|PROCESSING)(_ERROR|_FAULT|_FAILURE)?$/;

/** A code that is true of any fault of the class. */
function isNeutral(code: string, status: number): boolean {
  const name = upperSnake(code);
  return NEUTRAL.test(name) || (status < 500 ? /^(CLIENT|REQUEST)_ERROR$/ : /^(SERVER|SERVICE|SYSTEM)_ERROR$/).test(name);
}
