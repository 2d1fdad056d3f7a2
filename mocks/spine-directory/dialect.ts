/** How the directory writes a problem: an OperationOutcome with a code of Spine's, few of them and its own texts. */
import { operationOutcome } from '../../src/fhir/operation-outcome.ts';
import type { Dialect } from '../../src/mock/dialect.ts';
import type { Fault, Problem, ProblemKind } from '../../src/mock/problem.ts';

interface Words {
  readonly code: string;
  readonly display: string;
  readonly issue: string;
  /** What is said of every problem of that kind, where the service has one sentence for it. */
  readonly diagnostics?: string;
}

const badRequest: Words = { code: 'BAD_REQUEST', display: 'Bad request', issue: 'required' };
const failure: Words = { code: 'INTERNAL_SERVER_ERROR', display: 'Internal server error', issue: 'exception' };

const words: Readonly<Partial<Record<ProblemKind, Words>>> = {
  'unknown-path': {
    code: 'NO_RECORD_FOUND',
    display: 'No record found',
    issue: 'not-found',
    diagnostics: 'HTTP endpoint not found',
  },
  'not-found': { code: 'NO_RECORD_FOUND', display: 'No record found', issue: 'not-found' },
  'method-not-allowed': {
    code: 'NOT_IMPLEMENTED',
    display: 'Not implemented',
    issue: 'not-supported',
    diagnostics: 'HTTP operation not supported',
  },
  'not-acceptable': {
    code: 'MISSING_OR_INVALID_HEADER',
    display: 'Missing or invalid header',
    issue: 'invalid',
    diagnostics: 'Accept type not supported',
  },
  unauthorised: { code: 'ACCESS_DENIED', display: 'Access denied', issue: 'forbidden' },
  forbidden: { code: 'ACCESS_DENIED', display: 'Access denied', issue: 'forbidden' },
  'rate-limited': { code: 'TOO_MANY_REQUESTS', display: 'Too many requests', issue: 'throttled' },
  internal: failure,
  unavailable: { ...failure, diagnostics: 'Invalid LDAP response received' },
  timeout: { ...failure, diagnostics: 'LDAP request timed out' },
};

export const dialect: Dialect = {
  name: 'directory-operation-outcome',
  type: 'application/fhir+json',
  statuses: { timeout: [504], unavailable: [502] },
  write(problem) {
    const { code, display, issue, diagnostics } = words[problem.problem] ?? badRequest;
    return operationOutcome({
      severity: 'error',
      code: issue,
      coding: { system: 'https://fhir.nhs.uk/R4/CodeSystem/Spine-ErrorOrWarningCode', code, display },
      diagnostics: diagnostics ?? (code === badRequest.code ? `HTTP 400: Bad Request (${said(problem)})` : problem.message),
    });
  },
};

const organisation = 'https://fhir.nhs.uk/Id/ods-organization-code|value';

/** What each parameter should look like, as the service tells it. */
const wanted: ReadonlyMap<string, string> = new Map([
  ['organization', `Should be 'organization=${organisation}'`],
  ['manufacturing-organization', `Should be 'manufacturing-organization=${organisation}'`],
  [
    'identifier',
    "Should be one or both of: 'identifier=https://fhir.nhs.uk/Id/nhsServiceInteractionId|value' and 'identifier=https://fhir.nhs.uk/Id/nhsMhsPartyKey|value'",
  ],
]);

/** As the service looks at them: the header, parameters that it does not know, values that are wrong, and what is missing. */
const turnOf = ({ in: place, keyword }: Fault): number =>
  place === 'header' ? 0 : keyword === 'undeclared' ? 1 : keyword === 'required' || keyword === 'contains' ? 3 : 2;

const correlation =
  "Invalid X-Correlation-ID header. Should be an UUIDv4 matching regex '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$'";

/** The first fault that the service would name. */
function said({ message, faults = [] }: Problem): string {
  const [first] = faults.toSorted((a, b) => turnOf(a) - turnOf(b));
  const { name = '' } = first ?? {};
  if (first?.in === 'header' && name === 'X-Correlation-Id') return correlation;
  if (first?.in !== 'query') return message;
  const form = wanted.get(name);
  return form === undefined ? `Illegal query parameter '${name}'` : `Missing or invalid '${name}' query parameter. ${form}`;
}
