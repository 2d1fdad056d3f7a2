/** The faults that Spine knows, by code: what each is called, and how it is sent. An API adds those that it alone has. */
import type { Problem, ProblemKind, Said } from '../../mock/problem.ts';

export interface SpineFault {
  readonly problem: ProblemKind;
  readonly status: number;
  /** FHIR issue-type. */
  readonly issue: string;
  readonly severity?: 'information';
  readonly display: string;
}

const common = {
  INVALID_RESOURCE_ID: { problem: 'invalid-value', status: 400, issue: 'value', display: 'Resource Id is invalid' },
  RESOURCE_NOT_FOUND: { problem: 'not-found', status: 404, issue: 'not-found', severity: 'information', display: 'Resource not found' },
  INVALIDATED_RESOURCE: {
    problem: 'not-found',
    status: 404,
    issue: 'processing',
    display: 'Resource that has been marked as invalid was requested - invalid resources cannot be retrieved',
  },
  UNSUPPORTED_SERVICE: { problem: 'invalid-value', status: 400, issue: 'processing', display: 'Unsupported Service' },
  MISSING_VALUE: { problem: 'missing-value', status: 400, issue: 'required', display: 'Required value is missing' },
  INVALID_VALUE: { problem: 'invalid-value', status: 400, issue: 'value', display: 'Provided value is invalid' },
  ADDITIONAL_PROPERTIES: {
    problem: 'invalid-value',
    status: 400,
    issue: 'invariant',
    display: 'Additional properties should not be included',
  },
  INVALID_SEARCH_DATA: { problem: 'invalid-value', status: 400, issue: 'value', display: 'Search data is invalid' },
  TOO_MANY_MATCHES: {
    problem: 'invalid-value',
    status: 200,
    issue: 'multiple-matches',
    severity: 'information',
    display: 'Too Many Matches',
  },
  TOO_FEW_VALUES_SUBMITTED: { problem: 'missing-value', status: 400, issue: 'value', display: 'Too few values submitted' },
  TOO_MANY_VALUES_SUBMITTED: { problem: 'invalid-value', status: 400, issue: 'value', display: 'Too many values submitted' },
  INVALID_UPDATE: { problem: 'invalid-value', status: 400, issue: 'structure', display: 'Update is invalid' },
  FORBIDDEN_UPDATE: { problem: 'forbidden', status: 403, issue: 'forbidden', severity: 'information', display: 'Update is forbidden' },
  PRECONDITION_FAILED: {
    problem: 'precondition-required',
    status: 412,
    issue: 'structure',
    display: 'Required condition was not fulfilled',
  },
  RESOURCE_VERSION_MISMATCH: {
    problem: 'version-conflict',
    status: 409,
    issue: 'conflict',
    display: 'Resource version supplied does not match actual version',
  },
  ACCESS_DENIED: { problem: 'unauthorised', status: 401, issue: 'forbidden', display: 'Access Denied - Unauthorised' },
  INVALID_METHOD: { problem: 'forbidden', status: 403, issue: 'forbidden', display: 'Method is not allowed' },
  UNSUPPORTED_REQUEST: { problem: 'unknown-path', status: 400, issue: 'value', display: 'The request is not one that is supported.' },
  TOO_MANY_REQUESTS: { problem: 'rate-limited', status: 429, issue: 'value', display: 'Too many requests' },
  UNABLE_TO_CALL_SERVICE: { problem: 'timeout', status: 408, issue: 'timeout', display: 'Unable to call service' },
  SERVICE_UNAVAILABLE: { problem: 'unavailable', status: 503, issue: 'timeout', display: 'Service unavailable' },
  UNKNOWN_ERROR: { problem: 'internal', status: 500, issue: 'unknown', display: 'Unknown Error' },
} as const satisfies Readonly<Record<string, SpineFault>>;

export type SpineCode = keyof typeof common;

/** The problem as Spine words it. `but` changes what one situation words differently. */
export type SayInSpine<Code extends string> = (code: Code, words?: string, but?: Said) => Problem;

/** A place that was sent may be as long as a body. */
const longestDiagnostics = 2_000;

/** Says any fault of Spine's, and any of these. */
export function spineFaults<Own extends string>(own: Readonly<Record<Own, SpineFault>>): SayInSpine<SpineCode | Own> {
  const faults: Readonly<Record<string, SpineFault>> = { ...common, ...own };
  return (code, words, but) => {
    const fault: SpineFault = faults[code] ?? common.UNKNOWN_ERROR;
    const diagnostics = words !== undefined && words.length > longestDiagnostics ? `${words.slice(0, longestDiagnostics)}…` : words;
    return {
      problem: fault.problem,
      message: diagnostics ?? fault.display,
      said: {
        status: fault.status,
        code,
        display: fault.display,
        issue: fault.issue,
        severity: fault.severity ?? 'error',
        ...(diagnostics !== undefined && { diagnostics }),
        ...but,
      },
    };
  };
}

export const spine: SayInSpine<SpineCode> = spineFaults({});
