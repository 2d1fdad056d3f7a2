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
  profile: 'https://fhir.hl7.org.uk/StructureDefinition/UKCore-OperationOutcome',
  system: 'https://fhir.nhs.uk/CodeSystem/NHSD-API-ErrorOrWarningCode',
  ownSystem: 'https://fhir.nhs.uk/CodeSystem/ers-error-codes',
};

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
  unavailable: ['transient', 'REC_SERVICE_UNAVAILABLE'],
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
  write: (problem, { path = '' }) => (isR4(path) ? ofR4(problem) : ofStu3(problem)),
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
  return outcome(stu3.profile, stu3.system, issues);
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

function ofR4({ problem, said, message }: Problem): JsonObject {
  const words = said?.code === undefined ? (r4Words[problem] ?? ['invalid', 'REC_BAD_REQUEST']) : [said.issue ?? 'invalid', said.code];
  const [issue = '', code = ''] = words;
  const isOwn = issueTypeOf(code) !== undefined;
  return outcome(r4.profile, isOwn ? r4.ownSystem : r4.system, [
    {
      words: isOwn || code.startsWith('REC_') || said?.code === undefined ? [issue, code] : ['invalid', 'REC_BAD_REQUEST'],
      diagnostics: said?.diagnostics ?? message,
    },
  ]);
}

const outcome = (profile: string, system: string, issues: readonly Issue[]): JsonObject => ({
  resourceType: 'OperationOutcome',
  meta: { profile: [profile] },
  issue: issues.map(({ words: [code, own], diagnostics, expression }) => ({
    severity: 'error',
    code,
    details: { coding: [{ system, code: own }] },
    diagnostics,
    ...(expression !== undefined && { expression: [expression] }),
  })),
});
