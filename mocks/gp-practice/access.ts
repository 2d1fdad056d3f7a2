/** GP Connect lets in patients who have proved who they are, to what is their own: the gateway asks the one, and a GP's system the other. */
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { AccessCheck } from '../../src/mock/mock.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { letIn, otherScope } from '../../src/nhs/access-modes.ts';
import { noEndpoint, unrouted } from './gateway.ts';
import { readsBy } from './readings.ts';

const signedIn = {
  modes: ['patient-access'],
  // The gateway writes a fault of its token check with this status, whatever it is.
  otherwise: { ...otherScope('one of a patient who has proved who they are with NHS login (P9)'), problem: 'unauthorised' },
} as const;

const ofOthers: Problem = { problem: 'forbidden', message: 'Request does not match authorisation token' };
/** The code list has it, and no system is known to send it. */
const unmatched: Problem = {
  ...ofOthers,
  said: { status: 403, code: 'REQUEST_UNMATCHED', display: ofOthers.message, issue: 'forbidden' },
};

export function patientsOwn(about: (call: AnyCall) => unknown, absent: Problem = noEndpoint): AccessCheck<AnyCall> {
  const mayAsk = letIn(signedIn);
  const ownOnly = letIn({ ...signedIn, about, ofOthers });
  const check = (call: AnyCall): Problem | undefined => {
    const refused = mayAsk(call) ?? unrouted(call, about(call), absent) ?? ownOnly(call);
    return refused === ofOthers && readsBy(call, 'published') ? unmatched : refused;
  };
  return Object.assign(check, ownOnly.letsIn && { letsIn: ownOnly.letsIn });
}
