/** Conformance notes: what the rules say of exchanges of a journal. Asked when somebody reads; no request waits for it. */
import type { Contract } from '../contract/contract.ts';
import { cutShort } from '../contract/limits.ts';
import { conformanceWeights, type ConformanceRule, type Turn } from '../mock/conformance.ts';
import type { Exchange } from '../workspace/journal/exchange.ts';
import { conversationOf, type Talk } from './conversation.ts';
import { generalRules } from './rules.ts';

export interface ConformanceNote {
  readonly rule: string;
  readonly weight: ConformanceRule['weight'];
  /** "Would fail in integration because …" */
  readonly note: string;
  readonly source: ConformanceRule['source'];
}

/** An API, and what its mock adds to the rules of all. */
export interface JudgedApi {
  readonly contract: Contract;
  readonly mock?: { readonly conformance?: readonly ConformanceRule[] } | undefined;
}

/** Of every exchange that earned some, by its id. `exchanges`: all that the journal holds, newest first. */
export function notesOf(exchanges: readonly Exchange[], apis: readonly JudgedApi[]): ReadonlyMap<string, readonly ConformanceNote[]> {
  const talk = talkOf(exchanges, apis);
  const found = talk.turns.map((turn) => [turn.exchange.id, notesOn(turn, talk, apis)] as const);
  return new Map(found.filter(([, notes]) => notes.length > 0));
}

/** Of one exchange. `exchanges`: all that the journal holds, newest first, itself among them. */
export function notesOfOne(id: string, exchanges: readonly Exchange[], apis: readonly JudgedApi[]): readonly ConformanceNote[] {
  const talk = talkOf(exchanges, apis);
  const turn = talk.turns.find(({ exchange }) => exchange.id === id);
  return turn ? notesOn(turn, talk, apis) : [];
}

/** The rules that an API is judged by. */
export const rulesOf = ({ mock }: JudgedApi): readonly ConformanceRule[] => [...generalRules, ...(mock?.conformance ?? [])];

/** `exchanges`: newest first, as the journal gives them. */
export const talkOf = (exchanges: readonly Exchange[], apis: readonly JudgedApi[]): Talk =>
  conversationOf(
    exchanges,
    apis.map(({ contract }) => contract),
  );

function notesOn(turn: Turn, talk: Talk, apis: readonly JudgedApi[]): readonly ConformanceNote[] {
  const api = apis.find(({ contract }) => contract === turn.contract);
  return api
    ? judged(turn, talk, rulesOf(api)).map(({ rule, note }) => ({ rule: rule.id, weight: rule.weight, note, source: rule.source }))
    : [];
}

/** Those of the rules that a turn breaks, and what is said of it. */
export function judged(
  turn: Turn,
  talk: Talk,
  rules: readonly ConformanceRule[],
): readonly { readonly rule: ConformanceRule; readonly note: string }[] {
  return rules.flatMap((rule) => {
    const note = noteBy(rule, turn, talk);
    return note === undefined ? [] : [{ rule, note }];
  });
}

function noteBy(rule: ConformanceRule, turn: Turn, talk: Talk): string | undefined {
  try {
    const because = rule.judge(turn, talk);
    return because === undefined ? undefined : `${conformanceWeights[rule.weight]} ${because}`;
  } catch (error) {
    // Rules are anybody's, and whoever reads wants to read on.
    return `Not judged, for the rule itself failed: ${cutShort(String(error), 200)}.`;
  }
}
