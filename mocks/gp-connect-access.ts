/** GP Connect lets in patients who have proved who they are, to what is their own: the gateway asks the one, and a GP's system the other. */
import type { AnyCall } from '../src/mock/any-call.ts';
import type { AccessCheck } from '../src/mock/mock.ts';
import { letIn, otherScope } from '../src/nhs/access-modes.ts';

export const patientsOwn = (about: (call: AnyCall) => unknown): AccessCheck<AnyCall> =>
  letIn({
    modes: ['patient-access'],
    // The gateway writes a fault of its token check with this status, whatever it is.
    otherwise: { ...otherScope('one of a patient who has proved who they are with NHS login (P9)'), problem: 'unauthorised' },
    about,
    // The code list has REQUEST_UNMATCHED for it, and no system is known to send that.
    ofOthers: { problem: 'forbidden', message: 'Request does not match authorisation token' },
  });
