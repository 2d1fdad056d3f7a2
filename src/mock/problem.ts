/** A fault said once, of a kind that the whole product knows; each API writes it in its own shape. */
import type { ParameterPlace } from '../contract/contract.ts';

/** Kinds of fault the whole product knows. What each is called on the wire is the dialect's business. */
export type ProblemKind =
  | 'malformed-url'
  | 'unknown-path'
  | 'method-not-allowed'
  | 'not-acceptable'
  | 'length-required'
  | 'too-large'
  | 'unsupported-media-type'
  | 'missing-body'
  | 'malformed-body'
  | 'missing-value'
  | 'invalid-value'
  | 'live-data'
  | 'unauthorised'
  | 'forbidden'
  | 'rate-limited'
  | 'not-found'
  | 'gone'
  | 'conflict'
  | 'duplicate'
  | 'precondition-required'
  | 'precondition-failed'
  | 'version-conflict'
  | 'unprocessable'
  | 'timeout'
  | 'unavailable'
  | 'not-implemented'
  | 'internal';

/** One thing wrong with a request, and where. */
export interface Fault {
  readonly in: ParameterPlace | 'body';
  /** The parameter's name; absent in a body. */
  readonly name?: string;
  /** JSON pointer into the body or into a structured parameter; '' is the whole. */
  readonly pointer: string;
  /** What the pointer names where the body is a form: whoever sends one thinks of no pointers. */
  readonly of?: 'form member' | 'part';
  /** The JSON Schema keyword that failed, or `required`. */
  readonly keyword: string;
  /** Plain English: what was wanted. Never quotes the value. */
  readonly message: string;
  /** The value as it arrived, cut short, for the few dialects that echo it. Withheld where it looks like live data. */
  readonly value?: string;
}

/** A fault said once; the API's dialect writes it. */
export interface Problem {
  readonly problem: ProblemKind;
  /** One plain sentence: what is wrong and what would be right. */
  readonly message: string;
  readonly faults?: readonly Fault[];
  /** The API's own words for this problem, where a rule of its own gives them (Spine code, CM_ code …). */
  readonly said?: Said;
  readonly headers?: Readonly<Record<string, string>>;
  /** Which limit it was, where there were too many requests. */
  readonly limit?: RateLimit;
  /** Nothing is wrong with the request: somebody asked for this fault. */
  readonly isWanted?: true;
  /** What is wrong with the access token, or with the key, where the request was refused for it. */
  readonly token?: TokenFault;
}

export type TokenFault = 'missing' | 'malformed' | 'unknown' | 'expired' | 'no-product' | 'missing-key' | 'unknown-key';

/** So many in a minute, or so many in the fraction of a second that a minute allows. */
export type RateLimit = 'quota' | 'spike-arrest';

/** What an API's own documentation fixes for a problem; each member wins over what the dialect would write. */
export interface Said {
  readonly status?: number;
  readonly code?: string;
  readonly display?: string;
  readonly diagnostics?: string;
  /** FHIR `issue.code` and `issue.severity`. */
  readonly issue?: string;
  readonly severity?: string;
}

export function isProblem(answer: object): answer is Problem {
  return 'problem' in answer;
}
