/** What a client expects of a server besides an answer: to be told to go on, which the runtime does, and nothing else (RFC 9110 §10.1.1). */
import type { Problem } from '../../mock/problem.ts';
import type { Incoming } from '../request/incoming.ts';

export function checkExpectation({ request }: Incoming): Problem | undefined {
  const expected = request.headers.get('expect');
  if (expected === null || /^100-continue$/i.test(expected.trim())) return undefined;
  const message = 'must be 100-continue, which is all that can be expected';
  return {
    problem: 'invalid-value',
    message: `The Expect header ${message}.`,
    faults: [{ in: 'header', name: 'Expect', pointer: '', keyword: 'const', message }],
    said: { status: 417 },
  };
}
