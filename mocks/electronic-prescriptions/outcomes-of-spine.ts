/** What Spine says became of a message that the façade has let through: by code, what it is called and of which kind it is. */
import type { JsonObject } from '../../src/contract/contract.ts';
import { issueCodes, outcomeOfIssues, spineCodes, told, type MessageIssue, type Outcome } from './issues.ts';

type Kind =
  | 'business-rule'
  | 'not-found'
  | 'duplicate'
  | 'required'
  | 'code-invalid'
  | 'structure'
  | 'conflict'
  | 'processing'
  | 'exception';

interface Known {
  readonly display: string;
  readonly kind?: Kind;
  /** The code is one of the code system that all of Spine has. */
  readonly isOfSpine?: boolean;
}

const catalogue = {
  PATIENT_DECEASED: { display: 'Patient is recorded as dead' },
  DUPLICATE_PRESCRIPTION_ID: { display: 'Duplicate prescription ID exists', kind: 'duplicate' },
  MISSING_DIGITAL_SIGNATURE: { display: 'Digital signature not found', kind: 'required' },
  PRESCRIPTION_NOT_FOUND: { display: 'Prescription can not be found. Contact prescriber', kind: 'not-found' },
  INVALID_RESOURCE_ID: { display: 'Invalid resource ID', kind: 'code-invalid', isOfSpine: true },
  MISSING_VALUE: { display: 'Missing value', kind: 'required', isOfSpine: true },
  INVALID_MESSAGE: { display: 'Invalid message', kind: 'structure' },
  INVALID_NUMBER_MEDICATIONREQUESTS: { display: 'Number of items on a prescription should be between 1 and 4' },
  PRESCRIPTION_INVALID_STATE_TRANSITION: { display: 'Prescription invalid state transition' },
  MEDICATIONREQUEST_INVALID_STATE_TRANSITION: { display: 'MedicationRequest invalid state transition' },
  MEDICATIONREQUEST_NOT_FOUND: { display: 'MedicationRequest not found' },
  CLAIM_INVALID_NOT_DISPENSED: { display: 'Invalid Claim. Prescription is not Dispensed' },
  MISMATCH_AUTHORISED_REPEAT_COUNT: { display: 'Mismatch authorised repeat count' },
  INVALID_REPEAT_COUNT: { display: 'Invalid repeat count' },
  DISPENSE_AMEND_IDENTIFIER_MISMATCH: { display: 'Dispense amend identifier mismatch' },
  RESOURCE_VERSION_MISMATCH: { display: 'Resource version mismatch', kind: 'conflict', isOfSpine: true },
  CLAIM_AMEND_PERIOD_ISSUE: { display: 'Claim amend period issue', isOfSpine: true },
  DUPLICATE_MEDICATIONREQUEST_ID: { display: 'Duplicate MedicationRequest ID', kind: 'duplicate' },
  INVALID_CHECK_DIGIT: { display: 'Error in check digit' },
  INVALID_DATE_FORMAT: { display: 'Invalid date format' },
  FAILURE_TO_PROCESS_MESSAGE: { display: 'Failure to process message', kind: 'processing', isOfSpine: true },
  PRESCRIPTION_CANCELLED: { display: 'Prescription has been cancelled' },
  PRESCRIPTION_EXPIRED: { display: 'Prescription has expired' },
  RESOURCE_NOT_FOUND: { display: 'Resource not found', kind: 'not-found', isOfSpine: true },
  PRESCRIPTION_WITH_ANOTHER_DISPENSER: { display: 'Prescription is with another dispenser' },
  PRESCRIPTION_DISPENSED: { display: 'Prescription has been dispensed' },
  SERVICE_DISABLED: { display: 'Service disabled', kind: 'exception' },
} as const satisfies Readonly<Record<string, Known>>;

export type SpineOutcome = keyof typeof catalogue;

export function issueOfSpine(code: SpineOutcome, expression?: string): MessageIssue {
  const { display, kind = 'business-rule', isOfSpine = false }: Known = catalogue[code];
  return {
    severity: 'error',
    code: kind,
    coding: { system: isOfSpine ? spineCodes : issueCodes, code, display },
    ...(expression !== undefined && { expression }),
  };
}

export const refusedBySpine = (code: SpineOutcome, now: number, expression?: string): Outcome =>
  told([issueOfSpine(code, expression)], now);

/** No fault: nothing waits. */
export const noMorePrescriptions: MessageIssue = {
  severity: 'information',
  code: 'informational',
  coding: { system: issueCodes, code: 'NO_MORE_PRESCRIPTIONS', display: 'No more prescriptions' },
};

/** Whoever has it can be asked: by telephone, at an address. */
export function withAnotherDispenser(dispenser: JsonObject & { readonly id: string }, now: number): Outcome<400> {
  const body = {
    ...outcomeOfIssues([issueOfSpine('PRESCRIPTION_WITH_ANOTHER_DISPENSER')], now),
    contained: [dispenser],
    extension: [
      {
        url: 'https://fhir.nhs.uk/StructureDefinition/Extension-Spine-supportingInfo',
        valueReference: { reference: `#${dispenser.id}` },
      },
    ],
  };
  return { status: 400, rendered: JSON.stringify(body) };
}
