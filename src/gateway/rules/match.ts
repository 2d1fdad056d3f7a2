/** Which requests a rule of a workspace is for. What it says of one is read once, and asked of each request without anything being made. */
import type { Json } from '../../contract/contract.ts';
import { chance } from '../../workspace/keyed-hash.ts';
import { matchTemplate, readTemplate } from '../request/template.ts';
import { conditionsOf } from './conditions.ts';

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
  readonly headers: { get(name: string): string | null };
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

/** `key` tells this rule's chances from those of others. */
export function readMatch(match: RuleMatch, key: string): Matcher {
  const conditions = conditionsOf(match);
  const pathOf = match.path === undefined ? undefined : pathMatcher(match.path);
  const { nth, every, chance: share } = match;
  return {
    counts: nth !== undefined || every !== undefined || share !== undefined,
    fits(asked) {
      if (!conditions.every((condition) => condition.holds(asked))) return undefined;
      return pathOf ? pathOf(asked) : nothingNamed;
    },
    isDue: (count, seed) =>
      (nth === undefined || count === nth) &&
      (every === undefined || count % every === 0) &&
      (share === undefined || chance(seed, `${key} ${count}`) < share),
  };
}

/** What a path names at the places of its template; undefined where it does not fit. */
export function pathMatcher(path: string): (asked: AskedOfRules) => NamedInPath | undefined {
  const template = readTemplate(path.replaceAll(/\*(?=.)/g, '{*}'));
  return ({ segments, base }) => matchTemplate(template, segments) ?? matchTemplate(template, segments.slice(base));
}

const nothingNamed: NamedInPath = {};
