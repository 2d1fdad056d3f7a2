/** What this API refuses, in its own codes. What is wrong with a body is told with the place of each. */
import { pointerOf } from './places.ts';
import type { Fault, Problem } from '../../../src/mock/problem.ts';

/** Codes of 422, and the issue type that goes with each. */
const issueTypes = {
  INVALID_FHIR_STRUCTURE: 'structure',
  UNEXPECTED_FIELD: 'value',
  MISSING_VALUE: 'required',
  VALUE_IS_REQUIRED: 'required',
  FIELD_NOT_PERMITTED: 'business-rule',
  INVALID_VALUE: 'value',
  INVALID_CODE: 'code-invalid',
  TOO_MANY_ITEMS: 'too-long',
  INAPPROPRIATE_VALUE: 'business-rule',
  CONFLICTING_VALUES: 'business-rule',
  DUPLICATE_FILENAME: 'duplicate',
  DUPLICATE_SERVICE: 'duplicate',
  NO_CHANGES_DETECTED: 'business-rule',
  REFERENCE_NOT_FOUND: 'not-found',
  SNOMED_NOT_FOUND: 'not-found',
  REFERENCED_USER_IS_NOT_SPC: 'business-rule',
  REFERENCED_USER_IS_NOT_RC: 'business-rule',
  REFERENCED_USER_IS_NOT_RC_AT_ORG: 'business-rule',
  REFERENCED_USER_IS_NOT_ACTIVE: 'business-rule',
  REFERENCED_USER_NOT_IN_ORG: 'business-rule',
  ORGANISATION_IS_CLOSED: 'business-rule',
  ORGANISATION_NOT_APPROPRIATE: 'business-rule',
  NO_REG_GP_PRACTICE: 'business-rule',
  NO_RELATIONSHIP: 'business-rule',
  PATIENT_ERROR: 'business-rule',
  INVALID_REQUEST_TYPE: 'business-rule',
  INVALID_REQUEST_STATE: 'business-rule',
  INVALID_STATE: 'business-rule',
  SHORTLISTED_SERVICE_NOT_IN_RESULTS: 'business-rule',
  SERVICE_UNAVAILABLE: 'business-rule',
  INAPPROPRIATE_SLOT: 'business-rule',
  SLOT_NOT_AVAILABLE: 'business-rule',
  SLOTS_CURRENTLY_AVAILABLE: 'business-rule',
  THIS_SLOT_IS_AVAILABLE: 'business-rule',
  UNABLE_TO_CONFIRM_APPOINTMENT: 'business-rule',
  UNABLE_TO_CANCEL_APPOINTMENT: 'business-rule',
  NO_ACCESS_CODE: 'business-rule',
  PRIORITY_NOT_CURRENT: 'business-rule',
  UNSUPPORTED_PRIORITY: 'business-rule',
  FILE_SIZE_ERROR: 'too-long',
  PENDING: 'invalid',
  THREATS_FOUND: 'invalid',
  VALIDATION_FAILED: 'invalid',
} as const;

export type RefusalCode = keyof typeof issueTypes;

export const issueTypeOf = (code: string): string | undefined => (issueTypes as Readonly<Record<string, string>>)[code]; // of a code that may be none

/** One thing that is wrong with a body, at a place in it such as `parameter[0].valueCoding`. */
export const wrongAt = (code: RefusalCode, place: string, message: string): Fault => ({
  in: 'body',
  pointer: pointerOf(place),
  keyword: code,
  message,
});

/** All that is wrong with a body at once; undefined where nothing is. */
export const refusedFor = (faults: readonly Fault[]): Problem | undefined =>
  faults.length === 0
    ? undefined
    : { problem: 'unprocessable', message: 'The request breaks rules of the service.', faults, said: { status: 422 } };

/** What is asked cannot be done: of the whole, where no place in a body is to blame. */
export const refused = (code: RefusalCode, message: string, place?: string): Problem =>
  place === undefined
    ? { problem: 'unprocessable', message, said: { status: 422, code, issue: issueTypes[code] } }
    : { problem: 'unprocessable', message, faults: [wrongAt(code, place, message)], said: { status: 422 } };

export const forbidden = (message: string): Problem => ({ problem: 'forbidden', message });

export const missingHeader = (name: string): Problem => ({
  problem: 'missing-value',
  message: `The header ${name} must be sent.`,
  said: { status: 400, code: 'MISSING_HEADER', issue: 'required' },
  faults: [{ in: 'header', name, pointer: '', keyword: 'required', message: 'must be sent' }],
});

export const historyNotSupported: Problem = {
  problem: 'invalid-value',
  message: 'Versions of this resource are not kept.',
  said: { status: 400, code: 'HISTORY_NOT_SUPPORTED', issue: 'not-supported' },
};

export const nothingThere = (message: string): Problem => ({ problem: 'not-found', message });

/** What the hospital's system said of a booking or a cancellation, or that it said nothing. */
export const ofHospitalSystem = (what: string, outcome: 'ERROR' | 'TIMED_OUT'): Problem => ({
  problem: outcome === 'ERROR' ? 'unavailable' : 'timeout',
  message: `${what}. PAS Request Status: ${outcome}`,
  said:
    outcome === 'ERROR'
      ? { status: 502, issue: 'exception', code: 'PAS_RESPONDED_WITH_ERROR' }
      : { status: 504, issue: 'timeout', code: 'PAS_NOT_RESPONDING' },
});
