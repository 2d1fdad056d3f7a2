/**
 * What a conformance rule is: it finds in the journal what a client did that passes here and would not in integration. Rules are asked when
 * somebody reads, never while a request is answered, and see what the journal kept: bodies cut short, credentials as fingerprints.
 */
import type { Contract, Json, Operation } from '../contract/contract.ts';
import type { Exchange } from '../workspace/journal/exchange.ts';

export interface ConformanceRule {
  /** Lower case, with hyphens: reports are compared by it. */
  readonly id: string;
  /** What a client does that keeps to it, in one sentence. */
  readonly title: string;
  /** Where anybody can read that it is so. */
  readonly source: { readonly name: string; readonly url: string };
  readonly weight: ConformanceWeight;
  /** Ends the sentence "Would fail in integration because …" about this turn; undefined where nothing is wrong with it, or nobody can tell. */
  readonly judge: (turn: Turn, talk: Conversation) => string | undefined;
}

/** How a note begins: whether the service refuses it, or sometimes does, or the client loses by it. */
export const conformanceWeights = {
  fails: 'Would fail in integration because',
  risks: 'May fail in integration because',
} as const;

export type ConformanceWeight = keyof typeof conformanceWeights;

/** One exchange, read for the rules. */
export interface Turn {
  readonly exchange: Exchange;
  readonly contract: Contract;
  /** Undefined where the contract has none for it. */
  readonly operation: Operation | undefined;
  /** As sent, redacted. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** A header of the request, by its name in lower case. */
  readonly sent: (name: string) => string | undefined;
  readonly answered: (name: string) => string | undefined;
  /** What was sent, where it is JSON of which all is kept. */
  readonly body: () => Json | undefined;
}

/** By what turns belong together: their path, say. Those without one belong to none. */
export type Sameness = (turn: Turn) => string | undefined;

/** All turns that the journal still holds. */
export interface Conversation {
  /** Those before it that are the same in this, or have this key, newest first. A function declared once is looked up fast. */
  readonly earlier: (turn: Turn, same: Sameness, key?: string) => Iterable<Turn>;
  /** Those after it, oldest first. */
  readonly later: (turn: Turn, same: Sameness, key?: string) => Iterable<Turn>;
}
