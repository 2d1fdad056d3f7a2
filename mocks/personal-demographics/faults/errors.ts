/** The faults the Personal Demographics Service knows, by Spine code: what each is called, and how it is sent. */
import type { Problem, ProblemKind, Said } from '../../../src/mock/problem.ts';

interface Entry {
  readonly problem: ProblemKind;
  readonly status: number;
  /** FHIR issue-type. */
  readonly issue: string;
  readonly severity?: 'information';
  readonly display: string;
}

const catalogue = {
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
  INVALID_CREATE: { problem: 'invalid-value', status: 400, issue: 'value', display: 'Patient create data is invalid' },
  INSERT_BIRTH_DEATH_STATUS_INCONSISTENT: {
    problem: 'unprocessable',
    status: 400,
    issue: 'processing',
    display: 'Insert Birth - Death Status Inconsistent',
  },
  SINGLE_MATCH: { problem: 'duplicate', status: 200, issue: 'value', display: 'Single match found' },
  MULTIPLE_MATCHES: { problem: 'duplicate', status: 200, issue: 'value', display: 'Multiple matches found' },
  TOO_MANY_REQUESTS: { problem: 'rate-limited', status: 429, issue: 'value', display: 'Too many requests' },
  UNABLE_TO_CALL_SERVICE: { problem: 'timeout', status: 408, issue: 'timeout', display: 'Unable to call service' },
  SERVICE_UNAVAILABLE: { problem: 'unavailable', status: 503, issue: 'timeout', display: 'Service unavailable' },
  UNKNOWN_ERROR: { problem: 'internal', status: 500, issue: 'unknown', display: 'Unknown Error' },
} as const satisfies Readonly<Record<string, Entry>>;

export type SpineCode = keyof typeof catalogue;

/** A place that was sent may be as long as a body. */
const longestDiagnostics = 2_000;

/** The problem as Spine words it. `but` changes what one situation words differently. */
export function spine(code: SpineCode, words?: string, but?: Said): Problem {
  const entry: Entry = catalogue[code];
  const diagnostics = words !== undefined && words.length > longestDiagnostics ? `${words.slice(0, longestDiagnostics)}…` : words;
  return {
    problem: entry.problem,
    message: diagnostics ?? entry.display,
    said: {
      status: entry.status,
      code,
      display: entry.display,
      issue: entry.issue,
      severity: entry.severity ?? 'error',
      ...(diagnostics !== undefined && { diagnostics }),
      ...but,
    },
  };
}

export function missingValue(path: string): Problem {
  return spine('MISSING_VALUE', `Missing value - '${path}'`);
}

/** Spine echoes what was sent, in its answer alone: `message`, which is kept of the exchange, quotes nothing. */
export function echoing(problem: Problem, message: string): Problem {
  return { ...problem, message };
}

export function invalidValue(value: unknown, path: string): Problem {
  return echoing(spine('INVALID_VALUE', `Invalid value - '${shown(value)}' in field '${path}'`), `Invalid value in field '${path}'`);
}

export function invalidHeader(value: string, name: string): Problem {
  return echoing(spine('INVALID_VALUE', `Invalid value - '${shown(value)}' in header '${name}'`), `Invalid value in header '${name}'`);
}

/** More names than these are left out. */
const mostNames = 20;

export function unexpectedProperties(names: readonly string[]): Problem {
  const listed = names.slice(0, mostNames).map((name) => `'${shown(name)}'`);
  const left = names.length - listed.length;
  const text = `${listed.join(', ')}${left > 0 ? ` and ${left} more` : ''} ${names.length === 1 ? 'was' : 'were'} unexpected`;
  return echoing(
    spine('ADDITIONAL_PROPERTIES', `Invalid request with error - Additional properties are not allowed (${text})`),
    `Additional properties are not allowed, and ${names.length} ${names.length === 1 ? 'was' : 'were'} sent`,
  );
}

export function invalidSearch(reason: string): Problem {
  return spine('INVALID_SEARCH_DATA', `Invalid search data provided - '${reason}'`);
}

export function invalidCreate(reason: string): Problem {
  return spine('INVALID_CREATE', `Invalid patient create data provided - '${reason}'`);
}

/** `kept` is the reason without what was sent, where it echoes that. */
export function invalidUpdate(reason: string, kept = reason): Problem {
  return echoing(spine('INVALID_UPDATE', `Invalid update with error - ${reason}`), `Invalid update with error - ${kept}`);
}

export function forbiddenUpdate(reason: string): Problem {
  return spine('FORBIDDEN_UPDATE', `Forbidden update with error - ${reason}`);
}

const longestShown = 100;

/** A FHIR string knows no white space but space, tab and line breaks. */
export function plainSpaces(text: string): string {
  return text.replace(/[^\S \t\r\n]/g, ' ');
}

/** Spine echoes the value at fault. Digits that could be a live NHS number are withheld; so is what is long or no plain value. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  if (/(?<!\d)[3467]\d{2}[\s-]?\d{3}[\s-]?\d{4}(?!\d)/.test(text)) return '<withheld>';
  return text.length > longestShown ? '<too long to display>' : plainSpaces(text);
}
