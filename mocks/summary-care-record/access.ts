/** The Summary Care Record lets in healthcare workers who are signed in, each in a role of theirs. */
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { alsoAsking, letIn, otherScope } from '../../src/nhs/access-modes.ts';

const letsIn = letIn({ modes: ['user-restricted'], otherwise: otherScope('one of a healthcare worker who is signed in') });

export const access = alsoAsking(letsIn, wrongRole);

function wrongRole(call: AnyCall): Problem | undefined {
  const role = call.header('NHSD-Session-URID');
  if (role === undefined || call.caller.application?.roles?.includes(role) !== false) return undefined;
  const message = 'must be a role of whoever is signed in';
  return {
    problem: 'invalid-value',
    message: `The NHSD-Session-URID header ${message}.`,
    faults: [{ in: 'header', name: 'NHSD-Session-URID', pointer: '', keyword: 'enum', message }],
  };
}
