/** FHIR's way to say what went wrong: an OperationOutcome with one issue. */
import type { JsonObject } from '../contract/contract.ts';

export interface Issue {
  readonly severity: string;
  /** From the issue-type value set. */
  readonly code: string;
  readonly coding?: { readonly system: string; readonly version?: string; readonly code: string; readonly display: string };
  readonly diagnostics?: string;
}

export function operationOutcome({ severity, code, coding, diagnostics }: Issue): JsonObject {
  return {
    resourceType: 'OperationOutcome',
    issue: [
      {
        severity,
        code,
        ...(coding && { details: { coding: [{ ...coding }] } }),
        ...(diagnostics !== undefined && { diagnostics }),
      },
    ],
  };
}
