/** One request and its answer, with the reason for the answer: what the journal keeps. */
import type { Json } from '../../contract/contract.ts';
import { isJsonType } from '../../contract/media-type.ts';
import type { AnsweredBy } from '../../mock/reply.ts';
import type { Fault, ProblemKind } from '../../mock/problem.ts';

/**
 * Never a credential, nor anything that looks like a number of a real patient: both are withheld, wherever they stand. Of what was sent outside
 * of its sides it holds the method, the address, and names (a member's in a pointer, a wish's), each cut short.
 */
export interface Exchange {
  readonly number: number;
  readonly id: string;
  /** Milliseconds, workspace clock. */
  readonly at: number;
  readonly method: string;
  /** Path and query as sent, redacted. */
  url: string;
  api?: string;
  operation?: string;
  status: number;
  /** Which step answered. */
  answeredBy?: AnsweredBy;
  /** The id of the stub that answered. */
  stub?: string;
  problem?: ProblemKind;
  message?: string;
  faults?: readonly Fault[];
  notes?: string[];
  /** Ways in which our own answer breaks the contract: a defect of ours, or of a published example. */
  defects?: readonly string[];
  /** As it was sent, and what was answered; of exchanges with the sandbox's own API, which tell keys, neither. */
  sent?: ExchangeSide;
  answered?: ExchangeSide;
  /** The X-Correlation-ID that was sent. */
  correlation?: string;
}

/** A header of one side, by its name in lower case. */
export const keptHeader = (side: ExchangeSide | undefined, name: string): string | undefined =>
  side?.headers.find(([header]) => header === name)?.[1];

/** The body of one side, where it is JSON of which all is kept. */
export function keptJson(side: ExchangeSide | undefined): Json | undefined {
  const { text, cut, type = '' } = side?.body ?? {};
  if (text === undefined || cut || !isJsonType(type)) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined; // what was refused need be none
  }
}

/** The two parts of the address of an exchange; the query without its question mark. */
export function urlParts({ url }: Pick<Exchange, 'url'>): { readonly path: string; readonly query: string } {
  const question = url.indexOf('?');
  return question < 0 ? { path: url, query: '' } : { path: url.slice(0, question), query: url.slice(question + 1) };
}

/** One side of an exchange, cut short. */
export interface ExchangeSide {
  /** Names in lower case. In the place of a credential stands `withheld:` with a fingerprint: the same for the same one, in one workspace. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: KeptBody;
}

export interface KeptBody {
  /** As its Content-Type says. */
  readonly type?: string;
  /** Of all of it. */
  readonly bytes: number;
  /** Left out where it is no text, where bodies are not kept, and where something in it may not be. */
  readonly text?: string;
  /** The text is its beginning only. */
  readonly cut?: true;
}
