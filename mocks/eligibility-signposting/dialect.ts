/** How this API writes a problem: one issue, with the parameter that is at fault. */
import type { Dialect } from '../../src/mock/dialect.ts';
import type { ProblemKind } from '../../src/mock/problem.ts';

const system = 'https://fhir.nhs.uk/CodeSystem/Spine-ErrorOrWarningCode';

interface Words {
  readonly issue: string;
  readonly code: string;
  readonly display: string;
}

const denied: Words = { issue: 'forbidden', code: 'ACCESS_DENIED', display: 'Access has been denied to process this request.' };
const absent: Words = { issue: 'processing', code: 'RESOURCE_NOT_FOUND', display: 'What was asked for was not found.' };
const broken: Words = { issue: 'processing', code: 'SERVICE_ERROR', display: 'An unexpected internal server error occurred.' };
const invalid: Words = { issue: 'value', code: 'VALIDATION_ERROR', display: 'The request was not in the expected format.' };

const words: Partial<Record<ProblemKind, Words>> = {
  unauthorised: denied,
  forbidden: denied,
  'not-found': absent,
  gone: absent,
  'unknown-path': absent,
  timeout: broken,
  unavailable: broken,
  internal: broken,
  'not-implemented': broken,
};

export const dialect: Dialect = {
  name: 'eligibility-outcome',
  type: 'application/fhir+json',
  write({ problem, message, faults = [], said = {} }, { now, id }) {
    const { issue, code, display } = words[problem] ?? invalid;
    const [fault] = faults;
    const place = fault?.name === undefined ? undefined : `${fault.in === 'header' ? 'headers' : 'parameters'}/${fault.name}`;
    const coding = [{ system, code: said.code ?? code, display: said.display ?? display }];
    return {
      resourceType: 'OperationOutcome',
      id,
      meta: { lastUpdated: now },
      issue: [
        {
          severity: said.severity ?? 'error',
          code: said.issue ?? issue,
          details: { coding },
          diagnostics: said.diagnostics ?? message,
          ...(place !== undefined && { location: [place] }),
        },
      ],
    };
  },
};
