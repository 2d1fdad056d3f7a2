/** Faults in the words of GP Connect's own tables. */
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Problem, ProblemKind, Said } from '../../src/mock/problem.ts';
import { readsBy } from '../gp-practice/readings.ts';
import { cancellationReason } from './systems.ts';

/** Where sources disagree, the other reading is asked for by a header. */
type Asking = Pick<AnyCall, 'header'>;

const fault =
  (problem: ProblemKind, said: Said) =>
  (message: string): Problem => ({ problem, message, said });

const badRequest = fault('invalid-value', { status: 400, code: 'BAD_REQUEST', display: 'Bad request', issue: 'invalid' });

export const invalidParameter = fault('unprocessable', {
  status: 422,
  code: 'INVALID_PARAMETER',
  display: 'Invalid parameter',
  issue: 'invalid',
});

export const invalidResource = fault('unprocessable', {
  status: 422,
  code: 'INVALID_RESOURCE',
  display: 'Invalid validation of resource',
  issue: 'invalid',
});

const referenceNotFound = fault('unprocessable', {
  status: 422,
  code: 'REFERENCE_NOT_FOUND',
  display: 'Reference not found',
  issue: 'invalid',
});

const taken = (issue: string): Problem =>
  fault('duplicate', { status: 409, code: 'DUPLICATE_REJECTED', display: 'Create would lead to creation of a duplicate resource', issue })(
    'Slot is already in use.',
  );

/** The guide says duplicate; the demonstrator, which is what clients were tried against, conflict. */
export const takenBy = (call: Asking): Problem => taken(readsBy(call, 'published') ? 'duplicate' : 'conflict');

export function unknownSlot(call: Asking): Problem {
  const message = 'slot: the practice of the patient has no such slot. GET /Slot finds those that are free.';
  return readsBy(call, 'published') ? invalidResource(message) : referenceNotFound(message);
}

export const noReason = (call: Asking): Problem =>
  readsBy(call, 'published')
    ? badRequest('Cancellation reason missing.')
    : invalidParameter(`extension: ${cancellationReason} says why, as a valueString.`);

export const stale: Problem = fault('version-conflict', {
  status: 409,
  code: 'FHIR_CONSTRAINT_VIOLATION',
  display: 'FHIR constraint violated',
  issue: 'conflict',
})('The appointment has changed since the version that If-Match names: read it again.');

export const noAppointment: Problem = fault('not-found', {
  status: 404,
  code: 'NO_RECORD_FOUND',
  display: 'No record found',
  issue: 'not-found',
})('No practice here has an appointment of this id.');

const denied: Said = { code: 'ACCESS_DENIED', display: 'Access denied', issue: 'forbidden' };

export const cancellingIsOff = fault('forbidden', { ...denied, status: 403 })('This practice does not let patients cancel online.');

export const cannotBeCancelled = fault('conflict', { ...denied, status: 409 })(
  'Appointments of this kind cannot be cancelled online: telephone the practice.',
);

/** A status that nobody has registered. */
export const tooLate = fault('conflict', { ...denied, status: 461 })('It is too late to cancel this appointment online.');
