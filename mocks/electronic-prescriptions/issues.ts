/** What is wrong with a message, and how the façade in front of Spine tells it: an OperationOutcome with an issue for each. */
import type { JsonObject } from '../../src/contract/contract.ts';
import { instant } from '../../src/fhir/instant.ts';

export const spineCodes = 'https://fhir.nhs.uk/R4/CodeSystem/Spine-ErrorOrWarningCode';
export const issueCodes = 'https://fhir.nhs.uk/CodeSystem/EPS-IssueCode';

export interface MessageIssue {
  readonly severity: 'fatal' | 'error' | 'warning' | 'information';
  /** From the issue-type value set. */
  readonly code: string;
  readonly coding?: { readonly system: string; readonly version?: string; readonly code: string; readonly display: string };
  readonly diagnostics?: string;
  /** FHIRPath. */
  readonly expression?: string;
}

/** A value that the façade does not take. */
export const wrongValue = (diagnostics: string, expression?: string): MessageIssue => ({
  severity: 'error',
  code: 'value',
  coding: { system: spineCodes, version: '1', code: 'INVALID_VALUE', display: 'Provided value is invalid' },
  diagnostics,
  ...(expression !== undefined && { expression }),
});

export const missingField = (path: string, expression = path): MessageIssue => wrongValue(`Required field ${path} is missing.`, expression);

export const conflictingFields = (resource: string, expression: string): MessageIssue => ({
  severity: 'error',
  code: 'structure',
  coding: {
    system: spineCodes,
    version: '1',
    code: 'CONFLICTING_VALUES',
    display: 'Conflicting values have been specified in different fields',
  },
  diagnostics: `${resource} cannot contain both medicationReference and medicationCodeableConcept fields.`,
  expression,
});

export function outcomeOfIssues(issues: readonly MessageIssue[], now: number): JsonObject {
  return {
    resourceType: 'OperationOutcome',
    meta: { lastUpdated: instant(now) },
    issue: issues.map(({ severity, code, coding, diagnostics, expression }) => ({
      severity,
      code,
      ...(coding && { details: { coding: [{ ...coding }] } }),
      ...(diagnostics !== undefined && { diagnostics }),
      ...(expression !== undefined && { expression: [expression] }),
    })),
  };
}

export type Outcome<Status extends 200 | 400 = 200 | 400> = Status extends 200 | 400
  ? { readonly status: Status; readonly rendered: string }
  : never;

/** As the issues are: where none of them is a fault, it was a success. */
export function told(issues: readonly MessageIssue[], now: number): Outcome {
  const rendered = JSON.stringify(outcomeOfIssues(issues, now));
  return issues.every(({ code }) => code === 'informational') ? { status: 200, rendered } : { status: 400, rendered };
}

/** What Spine answers where it did what was asked. */
export const done = (now: number): Outcome<200> => ({
  status: 200,
  rendered: JSON.stringify(outcomeOfIssues([{ severity: 'information', code: 'informational' }], now)),
});
