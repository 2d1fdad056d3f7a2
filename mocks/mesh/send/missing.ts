/** A send without a recipient or without content. */
import type { Call } from '../../../src/mock/call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import * as faults from '../faults.ts';
import { readChunk } from './chunk.ts';
import { readSending } from './send.ts';

/** What is not there is said in the service's words, when all that comes before it in its order is right. */
export function missing(problem: Problem, call: Call): Problem | undefined {
  const { faults: found = [] } = problem;
  const isOf = (name: string): boolean =>
    found.some((one) => one.in === 'header' && one.name?.toLowerCase() === name && one.keyword === 'required');
  if (call.operation.id === 'send_message') {
    if (isOf('mex-to') && found.every(({ keyword }) => keyword === 'required' || keyword === 'body'))
      return faults.asProblem('missing-value', faults.noRecipient);
    if (found.length !== 1 || problem.problem !== 'missing-body') return undefined;
    const sending = readSending(call);
    return faults.asProblem('missing-body', 'status' in sending ? sending : faults.emptyBody);
  }
  if (call.operation.id !== 'send_chunk' || problem.problem !== 'missing-body') return undefined;
  const read = readChunk(call);
  return faults.asProblem('missing-body', 'status' in read ? read : faults.emptyBody, call.path['message_id']);
}
