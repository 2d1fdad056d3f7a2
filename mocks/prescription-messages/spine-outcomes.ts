/** What Spine refuses once a message has passed every rule: its codes, as the services in front of it word them. */
import { epsCodes, refused, spineCodes, type EpsIssue, type Refusal } from './issues.ts';

type Term = readonly [display: string, issue?: string, system?: string];

const terms = {
  PATIENT_DECEASED: ['Patient is recorded as dead'],
  DUPLICATE_PRESCRIPTION_ID: ['Duplicate prescription ID exists', 'duplicate'],
  MISSING_DIGITAL_SIGNATURE: ['Digital signature not found', 'required'],
  PRESCRIPTION_NOT_FOUND: ['Prescription can not be found. Contact prescriber', 'not-found'],
  INVALID_RESOURCE_ID: ['Resource ID is invalid', 'code-invalid', spineCodes],
  MISSING_VALUE: ['Required value is missing', 'required', spineCodes],
  INVALID_MESSAGE: ['Invalid message', 'structure'],
  INVALID_NUMBER_MEDICATIONREQUESTS: ['Number of items on a prescription should be between 1 and 4'],
  PRESCRIPTION_INVALID_STATE_TRANSITION: ['Invalid state transition for prescription'],
  MEDICATIONREQUEST_INVALID_STATE_TRANSITION: ['Invalid state transition for prescription item'],
  MEDICATIONREQUEST_NOT_FOUND: ['Prescription item not found'],
  CLAIM_INVALID_NOT_DISPENSED: ['Invalid Claim. Prescription is not Dispensed'],
  MISMATCH_AUTHORISED_REPEAT_COUNT: ['Mismatch in authorised repeat counts'],
  INVALID_REPEAT_COUNT: ['Repeat count should be between 1 and 99'],
  DISPENSE_AMEND_IDENTIFIER_MISMATCH: ['Mismatch in dispense amendment identifier'],
  RESOURCE_VERSION_MISMATCH: ['Resource version mismatch', 'conflict', spineCodes],
  CLAIM_AMEND_PERIOD_ISSUE: ['Claim amendment is outside the permitted period', 'business-rule', spineCodes],
  DUPLICATE_MEDICATIONREQUEST_ID: ['Duplicate item ID', 'duplicate'],
  INVALID_CHECK_DIGIT: ['Error in check digit'],
  INVALID_DATE_FORMAT: ['Invalid date format'],
  FAILURE_TO_PROCESS_MESSAGE: ['Unable to process message', 'processing', spineCodes],
  PRESCRIPTION_CANCELLED: ['Prescription has been cancelled'],
  PRESCRIPTION_EXPIRED: ['Prescription has expired'],
  RESOURCE_NOT_FOUND: ['Resource not found', 'not-found', spineCodes],
  PRESCRIPTION_WITH_ANOTHER_DISPENSER: ['Prescription is with another dispenser'],
  PRESCRIPTION_DISPENSED: ['Prescription has been dispensed'],
  NO_MORE_PRESCRIPTIONS: ['No more prescriptions available', 'informational'],
  SERVICE_DISABLED: ['Functionality disabled in Spine', 'exception'],
} as const satisfies Readonly<Record<string, Term>>;

export type SpineOutcome = keyof typeof terms;

export function outcomeIssue(code: SpineOutcome, but: Partial<EpsIssue> = {}): EpsIssue {
  const [display, issue = 'business-rule', system = epsCodes]: Term = terms[code];
  return {
    severity: issue === 'informational' ? 'information' : 'error',
    code: issue,
    coding: { system, ...(system === spineCodes && { version: '1' }), code, display },
    why: `${display}.`,
    ...but,
  };
}

export const refusedBySpine = (code: SpineOutcome, but: Partial<EpsIssue> = {}): Refusal => refused([outcomeIssue(code, but)]);
