/** What a receiver of the workspace's own refuses, said as it says it. */
import type { Json } from '../../../src/contract/contract.ts';
import { stringAt } from '../../../src/fhir/clinical/element.ts';
import type { Problem, ProblemKind } from '../../../src/mock/problem.ts';
import { fault } from '../faults.ts';

const kinds: Readonly<Record<number, ProblemKind>> = {
  401: 'unauthorised',
  403: 'forbidden',
  404: 'not-found',
  406: 'not-acceptable',
  408: 'timeout',
  409: 'conflict',
  422: 'unprocessable',
  429: 'rate-limited',
  501: 'not-implemented',
  503: 'unavailable',
};

/** The gateway turns a receiver's 504 into 408. */
export function refusedBy(status: number, answer: Json | undefined): Problem {
  if (status === 504) return receiverSilent;
  const kind = kinds[status] ?? (status < 500 ? 'invalid-value' : 'internal');
  const code = stringAt(answer, 'issue', 'details', 'coding', 'code');
  if (code === undefined)
    return fault('internal', ['REC_SERVER_ERROR', 'exception', `The receiver answered ${status} without saying why.`]);
  const said = fault(
    kind,
    [code, stringAt(answer, 'issue', 'code') ?? 'processing', stringAt(answer, 'issue', 'diagnostics')],
    `The receiver refused it: ${code}.`,
  );
  return { ...said, said: { ...said.said, status } };
}

export const receiverSilent = fault('timeout', ['REC_TIMEOUT', 'timeout', 'The receiver took too long.']);
