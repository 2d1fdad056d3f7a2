/** One request and its answer, with the reason for the answer: what the journal keeps. */
import type { AnsweredBy } from '../../mock/reply.ts';
import type { Fault, ProblemKind } from '../../mock/problem.ts';

/**
 * Never a body, a token or a value that was sent. Of what was sent it holds the method, the address without its credentials, and names
 * (a member's in a pointer, a wish's), each cut short; whatever in them looks like a number of a real patient is withheld.
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
}
