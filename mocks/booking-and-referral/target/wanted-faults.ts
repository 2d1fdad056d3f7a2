/** Targets that fail, as those of the official sandbox do, on whichever operation they are asked. */
import type { Problem, ProblemKind } from '../../../src/mock/problem.ts';
import { fault } from '../faults.ts';

type Wanted = readonly [problem: ProblemKind, code: string, issue: string, words: string];

/** By what follows `NHS0001-`. The time-out of a receiver comes as 408 from the gateway. */
const wanted: Readonly<Record<string, Wanted>> = {
  '400': ['invalid-value', 'REC_BAD_REQUEST', 'invalid', 'The receiver could not process the request.'],
  '400-1': ['invalid-value', 'SEND_BAD_REQUEST', 'invalid', 'The sender sent what cannot be processed.'],
  '400-2': ['invalid-value', 'PROXY_BAD_REQUEST', 'invalid', 'The gateway could not process the request.'],
  '401': ['unauthorised', 'REC_UNAUTHORIZED', 'security', 'The receiver does not know who asks.'],
  '403': ['forbidden', 'REC_FORBIDDEN', 'forbidden', 'TLS-MA failure.'],
  '406': ['not-acceptable', 'REC_NOT_ACCEPTABLE', 'processing', 'The receiver cannot answer in this version.'],
  '408': ['timeout', 'REC_TIMEOUT', 'timeout', 'The receiver took too long.'],
  '409': ['conflict', 'REC_CONFLICT', 'conflict', 'The receiver identified a conflict.'],
  '422': ['unprocessable', 'REC_UNPROCESSABLE_ENTITY', 'not-supported', 'The receiver understood the request and cannot do it.'],
  '500': ['internal', 'REC_SERVER_ERROR', 'exception', 'The receiver failed.'],
  '500-1': ['internal', 'REC_SERVER_ERROR', 'no-store', 'The receiver could not store it.'],
  '500-2': ['internal', 'PROXY_SERVER_ERROR', 'exception', 'The gateway failed.'],
  '501': ['not-implemented', 'REC_NOT_IMPLEMENTED', 'not-supported', 'The receiver cannot do this.'],
  '503': ['unavailable', 'REC_SERVICE_UNAVAILABLE', 'transient', 'The receiver is not there.'],
  '504': ['timeout', 'REC_TIMEOUT', 'timeout', 'The receiver took too long.'],
};

export function wantedFault(target: string): Problem | undefined {
  const [, name = ''] = /^NHS0001-(.+)$/.exec(target) ?? [];
  const said = Object.hasOwn(wanted, name) ? wanted[name] : undefined;
  if (!said) return undefined;
  const [problem, code, issue, words] = said;
  return { ...fault(problem, [code, issue, words]), isWanted: true };
}
