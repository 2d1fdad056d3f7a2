/** What GP systems refuse of a question about a record, in the words of this API. */
import type { Problem, ProblemKind } from '../../src/mock/problem.ts';
import { saidBy, type Term } from '../gp-practice/faults.ts';

const refused = (problem: ProblemKind, status: number, term: Term, message: string): Problem => ({
  problem,
  message,
  said: saidBy(term, status),
});

export const parameter: Term = ['INVALID_PARAMETER', 'Invalid parameter', 'invalid'];
export const resource: Term = ['INVALID_RESOURCE', 'Invalid validation of resource', 'invalid'];
export const badRequest: Term = ['BAD_REQUEST', 'Bad request', 'invalid'];

export const invalidParameter = (message: string, status = 422): Problem => refused('unprocessable', status, parameter, message);
export const invalidResource = (message: string): Problem => refused('unprocessable', 422, resource, message);
export const isBadRequest = (message: string): Problem => refused('invalid-value', 400, badRequest, message);

export const invalidSystem = refused(
  'invalid-value',
  400,
  ['INVALID_IDENTIFIER_SYSTEM', 'Invalid identifier system', 'value'],
  'The NHS number must be of the system https://fhir.nhs.uk/Id/nhs-number.',
);

export const noRecordFound = refused(
  'not-found',
  404,
  ['NO_RECORD_FOUND', 'No record found', 'not-found'],
  'The patient has no such document, or it is too large to be fetched.',
);
