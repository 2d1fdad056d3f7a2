/** Faults in the words of this API's own table. */
import type { Problem, ProblemKind } from '../../src/mock/problem.ts';
import { saidBy, type Term } from '../gp-practice/faults.ts';

const fault =
  (problem: ProblemKind, status: number, term: Term) =>
  (message: string): Problem => ({ problem, message, said: saidBy(term, status) });

export const badRequest = fault('invalid-value', 400, ['BAD_REQUEST', 'Bad request', 'invalid']);

export const invalidParameter = fault('unprocessable', 422, ['INVALID_PARAMETER', 'Invalid parameter', 'invalid']);

export const invalidResource = fault('unprocessable', 422, ['INVALID_RESOURCE', 'Invalid validation of resource', 'invalid']);

export const referenceNotFound = fault('unprocessable', 422, ['REFERENCE_NOT_FOUND', 'Reference not found', 'not-found']);

export const notFound = fault('not-found', 404, ['RESOURCE_NOT_FOUND', 'Resource not found', 'not-found']);

export const askedTwice = fault('duplicate', 409, [
  'DUPLICATE_REJECTED',
  'Create would lead to creation of a duplicate resource',
  'duplicate',
])('This plan has been asked for already, and the practice has not decided yet.');

/** By an older guide. */
export const isPastCancelling = fault('unprocessable', 400, ['INVALID_REQUEST_STATE', 'Invalid request state', 'business-rule'])(
  'A request can be cancelled as long as it is requested.',
);
