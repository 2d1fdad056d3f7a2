/** Faults in this API's own codes: whose fault it is stands before the underscore. */
import type { Problem, ProblemKind } from '../../src/mock/problem.ts';

type Words = readonly [code: string, issue: string, diagnostics?: string | undefined];

/** Without words of its own it says what `message` says. */
export function fault(problem: ProblemKind, [code, issue, diagnostics]: Words, message = diagnostics ?? ''): Problem {
  return { problem, message, said: { code, issue, ...(diagnostics !== undefined && { diagnostics }) } };
}

/** What the receiver refuses for what is in the request. */
export const badRequest = (message: string, issue = 'invalid'): Problem => fault('invalid-value', ['REC_BAD_REQUEST', issue, message]);

export const slotTaken: Problem = fault('conflict', ['REC_CONFLICT', 'conflict', 'The slot is taken.']);
