/** How APIs in front of Spine write a problem: one OperationOutcome with a coding from Spine's catalogue. */
import type { JsonObject } from '../../contract/contract.ts';
import { operationOutcome } from '../../fhir/operation-outcome.ts';
import type { Dialect } from '../../mock/dialect.ts';
import type { Problem, ProblemKind } from '../../mock/problem.ts';
import { spine, type SpineCode } from './spine-faults.ts';
import { notInTime, shown, versionWanted } from './spine-words.ts';

const codeSystem = 'https://fhir.nhs.uk/R4/CodeSystem/Spine-ErrorOrWarningCode';

/** What Spine calls a problem that no rule of this API has named. */
const spineCodes: Readonly<Record<ProblemKind, SpineCode>> = {
  'malformed-url': 'UNSUPPORTED_REQUEST',
  'unknown-path': 'UNSUPPORTED_REQUEST',
  'method-not-allowed': 'UNSUPPORTED_REQUEST',
  'not-acceptable': 'UNSUPPORTED_SERVICE',
  'length-required': 'UNSUPPORTED_SERVICE',
  'too-large': 'INVALID_VALUE',
  'unsupported-media-type': 'UNSUPPORTED_SERVICE',
  'missing-body': 'MISSING_VALUE',
  'malformed-body': 'INVALID_VALUE',
  'missing-value': 'MISSING_VALUE',
  'invalid-value': 'INVALID_VALUE',
  'live-data': 'INVALID_VALUE',
  unauthorised: 'ACCESS_DENIED',
  forbidden: 'INVALID_METHOD',
  'rate-limited': 'TOO_MANY_REQUESTS',
  'not-found': 'RESOURCE_NOT_FOUND',
  gone: 'RESOURCE_NOT_FOUND',
  conflict: 'RESOURCE_VERSION_MISMATCH',
  duplicate: 'RESOURCE_VERSION_MISMATCH',
  'precondition-required': 'PRECONDITION_FAILED',
  'precondition-failed': 'PRECONDITION_FAILED',
  'version-conflict': 'RESOURCE_VERSION_MISMATCH',
  unprocessable: 'INVALID_VALUE',
  timeout: 'UNABLE_TO_CALL_SERVICE',
  unavailable: 'SERVICE_UNAVAILABLE',
  'not-implemented': 'UNSUPPORTED_SERVICE',
  internal: 'UNKNOWN_ERROR',
};

/** Faults that Spine names and says no more of: what would be right is told where the sandbox explains the answer. */
const unexplained: ReadonlySet<ProblemKind> = new Set(['unsupported-media-type', 'not-acceptable']);

/** What Spine says with a fault that somebody asked for, where it always says the same: nothing, or these words. */
const usualWords: Readonly<Partial<Record<ProblemKind, string | null>>> = {
  'unsupported-media-type': null,
  'not-acceptable': null,
  unauthorised: 'Invalid Access Token',
  'not-found': null,
  gone: null,
  conflict: null,
  duplicate: null,
  'version-conflict': null,
  'precondition-required': versionWanted,
  'precondition-failed': versionWanted,
  timeout: null,
  unavailable: notInTime,
};

function wordsFor({ problem, message, isWanted }: Problem): string | undefined {
  const usual = isWanted ? usualWords[problem] : unexplained.has(problem) ? null : undefined;
  return usual === undefined ? message : (usual ?? undefined);
}

/** What `said` fixes; where no rule has spoken, the catalogue's words for that kind of problem. */
export function outcomeOf(problem: Problem): JsonObject {
  const said =
    problem.said?.code === undefined ? { ...spine(spineCodes[problem.problem], wordsFor(problem)).said, ...problem.said } : problem.said;
  return operationOutcome({
    severity: said.severity ?? 'error',
    code: said.issue ?? 'value',
    coding: { system: codeSystem, version: '1', code: said.code ?? '', display: said.display ?? '' },
    ...(said.diagnostics !== undefined && { diagnostics: said.diagnostics }),
  });
}

function unsupportedPath(path: string): Problem {
  return spine('UNSUPPORTED_REQUEST', `Unsupported path - '${shown(path)}'`);
}

export const spineDialect: Dialect = {
  name: 'spine-operation-outcome',
  type: 'application/fhir+json',
  statuses: {
    'malformed-url': [400],
    'unknown-path': [400],
    'unsupported-media-type': [400],
    'precondition-required': [412],
    timeout: [408],
  },
  write: (problem, { path }) => outcomeOf(problem.problem === 'unknown-path' && path !== undefined ? unsupportedPath(path) : problem),
};
