/** How this API writes a problem: an OperationOutcome with an issue for each kind of fault; headers are looked at before the query. */
import type { JsonObject, Operation } from '../../src/contract/contract.ts';
import type { Dialect } from '../../src/mock/dialect.ts';
import type { Fault, Problem, ProblemKind } from '../../src/mock/problem.ts';

const odsSystem = 'https://fhir.nhs.uk/Id/ods-organization-code';
const ukCore = 'https://fhir.hl7.org.uk/CodeSystem/UKCore-SpineErrorOrWarningCode';
const spine = 'https://fhir.nhs.uk/R4/CodeSystem/Spine-ErrorOrWarningCode';

interface Coding {
  readonly system: string;
  readonly version: string;
  readonly code: string;
  readonly display: string;
}

const badRequest: Coding = {
  system: 'https://fhir.nhs.uk/CodeSystem/http-error-codes',
  version: '1',
  code: 'REC_BAD_REQUEST',
  display: '400: The Receiver was unable to process the request.',
};
const invalidSearch: Coding = { system: ukCore, version: '1.0.0', code: 'INVALID_SEARCH_DATA', display: 'Invalid search data' };
const unsupported: Coding = { system: ukCore, version: '1.0.0', code: 'UNSUPPORTED_SERVICE', display: 'Unsupported service' };

/** What is not a matter of headers or query, in words that are always the same. */
const fixed: Partial<Record<ProblemKind, JsonObject>> = {
  unauthorised: issue(
    'security',
    { system: spine, version: '1', code: 'UNAUTHORIZED', display: 'Unauthorized' },
    'Invalid or missing authentication token',
  ),
  forbidden: issue(
    'forbidden',
    { system: spine, version: '1', code: 'FORBIDDEN', display: 'Forbidden' },
    'Insufficient permissions to access this resource',
  ),
  'rate-limited': issue(
    'throttled',
    {
      system: 'https://fhir.nhs.uk/Codesystem/http-error-codes',
      version: '0.1.0',
      code: 'SEND_TOO_MANY_REQUESTS',
      display: '429: Too many requests have been made by this source to the API in a given amount of time.',
    },
    'You have exceeded the agreed rate limits for this endpoint.',
  ),
  unavailable: {
    severity: 'fatal',
    code: 'exception',
    diagnostics: 'Service Unavailable: Healthcare Service search endpoint is currently disabled',
  },
  internal: { severity: 'fatal', code: 'exception', diagnostics: 'Internal server error' },
};

export const dialect: Dialect = {
  name: 'dos-search-outcome',
  type: 'application/fhir+json',
  write: (problem, { operation, path }) => ({ resourceType: 'OperationOutcome', issue: issuesOf(problem, operation, path) }),
};

function issuesOf(problem: Problem, operation: Operation | undefined, path = ''): JsonObject[] {
  const said = fixed[problem.problem];
  if (said) return [said];
  if (problem.problem === 'unknown-path' || problem.problem === 'method-not-allowed')
    return [issue('not-supported', unsupported, problem.problem === 'unknown-path' ? `Unsupported service: ${path}` : problem.message)];
  const { faults = [] } = problem;
  const headers = headerIssues(faults.filter((fault) => fault.in === 'header' && fault.name !== 'Accept'));
  if (headers.length > 0) return headers;
  const query = queryIssues(
    faults.filter((fault) => fault.in === 'query'),
    operation,
  );
  return query.length > 0 ? query : [issue('value', badRequest, problem.message)];
}

function headerIssues(faults: readonly Fault[]): JsonObject[] {
  const named = (keyword: string): string[] =>
    faults.filter((fault) => fault.keyword === keyword).map(({ name = '' }) => name.toLowerCase());
  const [unknown, missing] = [named('undeclared'), named('required')];
  const wrong = faults.filter(({ keyword }) => keyword !== 'required' && keyword !== 'undeclared');
  return [
    ...(unknown.length > 0 ? [issue('value', badRequest, `Unexpected header(s): ${unknown.join(', ')}.`)] : []),
    ...(missing.length > 0 ? [issue('required', badRequest, `Missing required header(s): ${quoted(missing)}`)] : []),
    ...wrong.map(({ name = '', message }) =>
      issue('value', badRequest, `Invalid ${name.toLowerCase()} found in supplied headers: ${name.toLowerCase()} ${message}`),
    ),
  ];
}

function queryIssues(faults: readonly Fault[], operation: Operation | undefined): JsonObject[] {
  const unknown = faults.filter(({ keyword }) => keyword === 'undeclared').map(({ name = '' }) => name);
  const missing = faults.filter(({ keyword }) => keyword === 'required').map(({ name = '' }) => name);
  const wrong = faults.filter(({ keyword }) => keyword !== 'undeclared' && keyword !== 'required');
  const allowed = (operation?.parameters ?? []).filter((each) => each.in === 'query').map(({ name }) => `'${name}'`);
  const only = `Only ${allowed.join(' and ')} ${allowed.length === 1 ? 'is' : 'are'} allowed.`;
  return [
    ...(unknown.length > 0 ? [issue('value', invalidSearch, `Unexpected query parameter(s): ${unknown.join(', ')}. ${only}`)] : []),
    ...(missing.length > 0 ? [issue('required', invalidSearch, `Missing required query parameter(s): ${quoted(missing)}`)] : []),
    ...wrong.map(({ name, value = '' }) => (name === '_revinclude' ? noEndpoints : wrongIdentifier(value))),
  ];
}

const noEndpoints = issue(
  'value',
  invalidSearch,
  "The request is missing the '_revinclude=Endpoint:organization' parameter, which is required to include linked Endpoint resources.",
);

function wrongIdentifier(sent: string): JsonObject {
  const bar = sent.indexOf('|');
  const system = sent.slice(0, Math.max(0, bar));
  if (system !== odsSystem) return issue('code-invalid', invalidSearch, `Invalid identifier system '${system}' - expected '${odsSystem}'`);
  const code = sent.slice(bar + 1).toUpperCase();
  return issue('value', invalidSearch, `Invalid identifier value: ODS code '${code}' must follow format ^[A-Za-z0-9]{5,12}$`);
}

function issue(code: string, coding: Coding, diagnostics: string): JsonObject {
  return { severity: 'error', code, details: { coding: [{ ...coding }] }, diagnostics };
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(', ');
}
