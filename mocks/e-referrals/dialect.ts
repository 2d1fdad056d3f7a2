/** How this API writes a problem: an OperationOutcome of STU3 or of R4, as the path is; media types alone are refused in plain text. */
import type { JsonObject } from '../../src/contract/contract.ts';
import type { Dialect } from '../../src/mock/dialect.ts';
import type { Fault, Problem, ProblemKind } from '../../src/mock/problem.ts';
import { expressionOf } from './faults/places.ts';
import { issueTypeOf } from './faults/refusals.ts';

type Words = readonly [issue: string, code: string];
interface Issue {
  readonly words: Words;
  readonly diagnostics: string;
  readonly expression?: string;
}

const stu3 = {
  profile: 'https://fhir.nhs.uk/STU3/StructureDefinition/eRS-OperationOutcome-1',
  system: 'https://fhir.nhs.uk/STU3/CodeSystem/eRS-APIErrorCode-1',
};
const r4 = {
  platformSystem: 'https://fhir.nhs.uk/CodeSystem/NHSD-API-ErrorOrWarningCode',
  system: 'https://fhir.nhs.uk/CodeSystem/http-error-codes',
  ownSystem: 'https://fhir.nhs.uk/CodeSystem/ers-error-codes',
};

/** Where a code is shown in other words than its own. */
const displays: Readonly<Record<string, string>> = {
  MISSING_VALUE: 'A mandatory input field is missing',
  DUPLICATE_SERVICE: 'Duplicate service found in shortlist',
  PAS_NOT_RESPONDING: 'No response from PAS',
  PAS_RESPONDED_WITH_ERROR: 'Error received from PAS',
  SYSTEM_UNAVAILABLE: 'System Unavailable',
};
const displayOf = (code: string): string => displays[code] ?? code[0] + code.slice(1).toLowerCase().replaceAll('_', ' ');

/** Of kinds whose code does not come with them. */
const stu3Words: Readonly<Partial<Record<ProblemKind, Words>>> = {
  unauthorised: ['login', 'NO_ACCESS'],
  forbidden: ['forbidden', 'FORBIDDEN'],
  'not-found': ['not-found', 'RESOURCE_NOT_FOUND'],
  'unknown-path': ['not-found', 'RESOURCE_NOT_FOUND'],
  'method-not-allowed': ['not-supported', 'METHOD_NOT_ALLOWED'],
  'precondition-required': ['required', 'PRECONDITION_FAILED'],
  'precondition-failed': ['required', 'PRECONDITION_FAILED'],
  'version-conflict': ['conflict', 'VERSION_CONFLICT'],
  conflict: ['lock-error', 'LOCKED'],
  'rate-limited': ['throttled', 'TOO_MANY_REQUESTS'],
  timeout: ['timeout', 'PAS_NOT_RESPONDING'],
  unavailable: ['transient', 'SYSTEM_UNAVAILABLE'],
  internal: ['exception', 'INTERNAL_ERROR'],
  'malformed-body': ['structure', 'INVALID_FHIR_STRUCTURE'],
  'missing-body': ['structure', 'INVALID_FHIR_STRUCTURE'],
  'live-data': ['value', 'INVALID_VALUE'],
  // Only files are large.
  'too-large': ['too-long', 'FILE_SIZE_ERROR'],
};
const r4Words: Readonly<Partial<Record<ProblemKind, Words>>> = {
  unauthorised: ['login', 'ACCESS_DENIED'],
  forbidden: ['forbidden', 'REC_FORBIDDEN'],
  'not-found': ['not-found', 'REC_NOT_FOUND'],
  'unknown-path': ['not-found', 'REC_NOT_FOUND'],
  'method-not-allowed': ['not-supported', 'REC_METHOD_NOT_ALLOWED'],
  'rate-limited': ['throttled', 'TOO_MANY_REQUESTS'],
  timeout: ['timeout', 'REC_TIMEOUT'],
  unavailable: ['transient', 'REC_UNAVAILABLE'],
  internal: ['exception', 'REC_SERVER_ERROR'],
};

/** What the contract's checks find, by keyword. */
const byKeyword: Readonly<Record<string, string>> = {
  required: 'MISSING_VALUE',
  enum: 'INVALID_CODE',
  additionalProperties: 'UNEXPECTED_FIELD',
  type: 'INVALID_FHIR_STRUCTURE',
  const: 'INVALID_FHIR_STRUCTURE',
};

export const dialect: Dialect = {
  name: 'e-referrals-outcome',
  type: 'application/fhir+json',
  statuses: {
    'missing-value': [400, 422],
    'invalid-value': [400, 422],
    'precondition-required': [412],
    'precondition-failed': [412],
    'version-conflict': [409],
    conflict: [423],
    gone: [404],
    'too-large': [422],
    'missing-body': [422],
    'malformed-body': [422],
    unavailable: [503],
    timeout: [504],
  },
  plain: ({ problem, message }) => (problem === 'not-acceptable' || problem === 'unsupported-media-type' ? message : undefined),
  write: (problem, { path = '', now }) => (isR4(path) ? ofR4(problem, now) : ofStu3(problem)),
};

export const isR4 = (path: string): boolean => /^\/?R4(\/|$)/.test(path);

function ofStu3(problem: Problem): JsonObject {
  const { said, message, faults = [] } = problem;
  const isUnread = problem.problem === 'malformed-body' || problem.problem === 'missing-body';
  const ofBody = isUnread ? [] : faults.filter((fault) => fault.in === 'body');
  const whole: Issue = {
    words: said?.code === undefined ? (stu3Words[problem.problem] ?? ['invalid', 'INVALID_VALUE']) : [said.issue ?? 'invalid', said.code],
    diagnostics: said?.diagnostics ?? message,
  };
  const issues = said?.code === undefined && ofBody.length > 0 ? ofBody.slice(0, most).map(issueOf) : [parameterIssue(problem) ?? whole];
  return outcome(
    { profile: [stu3.profile] },
    issues.map((issue) => ({ ...issue, coding: { system: stu3.system, code: issue.words[1], display: displayOf(issue.words[1]) } })),
  );
}

/** More would bury the first ones. */
const most = 20;

function issueOf({ keyword, message, pointer }: Fault): Issue {
  const code = issueTypeOf(keyword) === undefined ? (byKeyword[keyword] ?? 'INVALID_VALUE') : keyword;
  const expression = expressionOf(pointer, undefined);
  return { words: [issueTypeOf(code) ?? 'value', code], diagnostics: message, ...(expression !== '' && { expression }) };
}

/** Of a query: which parameter is missing comes before which is wrong. */
function parameterIssue({ faults = [], said }: Problem): Issue | undefined {
  const ofQuery = faults.filter((fault) => fault.in === 'query');
  const first = ofQuery.find(({ keyword }) => keyword === 'required') ?? ofQuery[0];
  if (first === undefined || said?.code !== undefined) return undefined;
  const words: Words = first.keyword === 'required' ? ['required', 'MISSING_PARAMETER'] : ['value', 'INVALID_VALUE'];
  return { words, diagnostics: `${first.name}: ${first.message}` };
}

function ofR4({ problem, said, message }: Problem, now: string): JsonObject {
  const [issue, code] = said?.code === undefined ? (r4Words[problem] ?? badRequest) : [said.issue ?? 'invalid', said.code];
  const isOwn = issueTypeOf(code) !== undefined;
  const isOfPlatform = code === 'ACCESS_DENIED' || code === 'TOO_MANY_REQUESTS';
  const words = isOwn || isOfPlatform || code.startsWith('REC_') ? ([issue, code] as const) : badRequest;
  const system = isOwn ? r4.ownSystem : isOfPlatform ? r4.platformSystem : r4.system;
  return outcome({ lastUpdated: now }, [{ words, diagnostics: said?.diagnostics ?? message, coding: { system, code: words[1] } }]);
}

const badRequest: Words = ['invalid', 'REC_BAD_REQUEST'];

const outcome = (meta: JsonObject, issues: readonly (Issue & { readonly coding: JsonObject })[]): JsonObject => ({
  resourceType: 'OperationOutcome',
  meta,
  issue: issues.map(({ words: [code], diagnostics, expression, coding }) => ({
    severity: 'error',
    code,
    details: { coding: [coding] },
    diagnostics,
    ...(expression !== undefined && { expression: [expression] }),
  })),
});
