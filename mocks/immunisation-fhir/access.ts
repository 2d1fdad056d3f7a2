/** Immunisation lets in applications and healthcare workers, and patients who read their own record. */
import { letIn, otherScope } from '../../src/nhs/access-modes.ts';
import { askedIn, type AnyCall } from '../../src/mock/any-call.ts';
import type { Problem } from '../../src/mock/problem.ts';

const letsIn = letIn({
  modes: ['application-restricted', 'user-restricted', 'patient-access'],
  otherwise: otherScope('one of an application (a signed JWT), of a healthcare worker, or of a patient (P9)'),
  about: (call) => /\|(\d{10})$/.exec(String(askedIn(call)['patient.identifier'] ?? ''))?.[1],
});

export const access = (call: AnyCall): Problem | undefined =>
  call.caller.application?.mode === 'patient-access' && call.operation.method !== 'get'
    ? otherScope('one of an application (a signed JWT) to write')
    : letsIn(call);
