/** Which requests a rule of a workspace is for. What it says of one is read once, and asked of each request without anything being made. */
import type { Json } from '../../contract/contract.ts';
import { equal } from '../../contract/equal.ts';
import { parsePointer, valueAt } from '../../contract/json-pointer.ts';
import { chance } from '../../workspace/keyed-hash.ts';
import { matchTemplate, readTemplate } from '../request/template.ts';

/** All that is said must hold. Of values, a `*` at the beginning or the end of a text stands for any text there, and `null` for there being none. */
export interface RuleMatch {
  /** The name of an API. */
  readonly api?: string;
  readonly operation?: string;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS' | 'TRACE';
  /** With or without the address of the API before it. `{name}` and `*` stand for something in one segment, a last `*` for any rest. */
  readonly path?: string;
  readonly query?: Readonly<Record<string, string | null>>;
  readonly headers?: Readonly<Record<string, string | null>>;
  /** By JSON pointer. */
  readonly body?: Readonly<Record<string, Json>>;
  /** The NHS number of somebody whom the request names, in its address, a header or its body. */
  readonly person?: string;
  /** Only this one of the requests that all of the above fits, from 1. */
  readonly nth?: number;
  /** Every so many of them. */
  readonly every?: number;
  /** So many of them, drawn by the seed of the workspace. */
  readonly chance?: number;
}

/** A request, as far as a rule may ask about it. */
export interface AskedOfRules {
  readonly api: string;
  readonly operation: string;
  /** As a contract has it: HEAD asks for what GET does. */
  readonly method: string;
  /** Decoded segments of its path, below the workspace; and how many of them are the address of the API. */
  readonly segments: readonly string[];
  readonly base: number;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  /** Undefined where there is none, or it is none of JSON's. */
  readonly body: Json | undefined;
  /** Everything in which somebody could be named, as text. */
  readonly texts: () => readonly string[];
}

/** What stood at the names in a path template. */
export type NamedInPath = Readonly<Record<string, string>>;

export interface Matcher {
  /** Whether all but the count fits, and what its path names; undefined where it does not fit. */
  fits(asked: AskedOfRules): NamedInPath | undefined;
  /** True where it depends on how many have come before. */
  readonly counts: boolean;
  /** Whether it is this one's turn, of those that fit. */
  isDue(count: number, seed: number): boolean;
}

type Test = (asked: AskedOfRules) => boolean;

/** `key` tells this rule's chances from those of others. */
export function readMatch(match: RuleMatch, key: string): Matcher {
  const tests = testsOf(match);
  const template = match.path === undefined ? undefined : readTemplate(match.path.replaceAll(/\*(?=.)/g, '{*}'));
  const { nth, every, chance: share } = match;
  return {
    counts: nth !== undefined || every !== undefined || share !== undefined,
    fits(asked) {
      if (!tests.every((test) => test(asked))) return undefined;
      if (!template) return nothingNamed;
      return matchTemplate(template, asked.segments) ?? matchTemplate(template, asked.segments.slice(asked.base));
    },
    isDue: (count, seed) =>
      (nth === undefined || count === nth) &&
      (every === undefined || count % every === 0) &&
      (share === undefined || chance(seed, `${key} ${count}`) < share),
  };
}

const nothingNamed: NamedInPath = {};

function testsOf({ api, operation, method, query = {}, headers = {}, body = {}, person }: RuleMatch): readonly Test[] {
  return [
    ...(api === undefined ? [] : [(asked: AskedOfRules) => asked.api === api]),
    ...(operation === undefined ? [] : [(asked: AskedOfRules) => asked.operation === operation]),
    ...(method === undefined ? [] : [(asked: AskedOfRules) => asked.method === method]),
    ...Object.entries(query).map(([name, wanted]): Test =>
      wanted === null ? (asked) => !asked.query.has(name) : (asked) => asked.query.getAll(name).some((text) => isText(text, wanted)),
    ),
    ...Object.entries(headers).map(([name, wanted]): Test => (asked) => {
      const text = asked.headers.get(name);
      return wanted === null ? text === null : text !== null && isText(text, wanted);
    }),
    ...Object.entries(body).map(([pointer, wanted]): Test => {
      const tokens = parsePointer(pointer);
      return tokens ? (asked) => isValue(valueAt(asked.body, tokens), wanted) : () => false;
    }),
    ...(person === undefined ? [] : [(asked: AskedOfRules) => asked.texts().some((text) => names(text, person))]),
  ];
}

function isText(text: string, wanted: string): boolean {
  const [isBegun, isEnded] = [wanted.endsWith('*'), wanted.length > 1 && wanted.startsWith('*')];
  const said = wanted.slice(isEnded ? 1 : 0, isBegun ? -1 : undefined);
  if (isBegun && isEnded) return text.includes(said);
  if (isBegun) return text.startsWith(said);
  return isEnded ? text.endsWith(said) : text === wanted;
}

function isValue(value: Json | undefined, wanted: Json): boolean {
  if (wanted === null) return value === undefined || value === null;
  return typeof wanted === 'string' && typeof value === 'string' ? isText(value, wanted) : equal(value, wanted);
}

/** Whether these digits stand in a text, and are not part of a longer number. */
function names(text: string, digits: string): boolean {
  for (let at = text.indexOf(digits); at >= 0; at = text.indexOf(digits, at + 1))
    if (!isDigit(text[at - 1]) && !isDigit(text[at + digits.length])) return true;
  return false;
}

const isDigit = (letter: string | undefined): boolean => letter !== undefined && letter >= '0' && letter <= '9';
