/** What GP systems say of patients, as all of their APIs do. */
import type { Problem, ProblemKind, Said } from '../../src/mock/problem.ts';
import type { Service } from './practices.ts';

export type Term = readonly [code: string, display: string, issue: string];

export const saidBy = ([code, display, issue]: Term, status: number): Said => ({ status, code, display, issue });

const refused = (problem: ProblemKind, status: number, term: Term, message: string): Problem => ({
  problem,
  message,
  said: saidBy(term, status),
});

/** It may have the form of one, and not its check digit. */
export const noNhsNumber = refused(
  'invalid-value',
  400,
  ['INVALID_NHS_NUMBER', 'Invalid NHS number', 'value'],
  'The NHS number must have ten digits, the last of which is their check digit.',
);

/** Whatever the reason is. */
export const patientNotFound = refused(
  'not-found',
  404,
  ['PATIENT_NOT_FOUND', 'Patient not found', 'not-found'],
  'Nobody whose record can be had has this NHS number.',
);

const denied: Term = ['ACCESS_DENIED', 'Access denied', 'forbidden'];

export const notOffered = (service: Service): Problem =>
  refused('forbidden', 403, denied, `The practice does not offer ${service} to patients who come by GP Connect.`);

/** Below the level that it takes. */
export const notPermitted = (what: string): Problem =>
  refused('forbidden', 403, denied, `The patient's permissions do not reach to ${what}.`);

export const noPatientConsent = refused(
  'forbidden',
  403,
  ['NO_PATIENT_CONSENT', 'Patient has not provided consent to share data', 'forbidden'],
  'The patient does not want their record to be shared.',
);
