/** How this API writes a problem: Spine's codes, but for failures, which carry the codes of HTTP. */
import { operationOutcome } from '../../src/fhir/operation-outcome.ts';
import type { Dialect } from '../../src/mock/dialect.ts';
import { parseNhsNumber } from '../../src/fhir/nhs-number.ts';
import type { Call } from '../../src/mock/call.ts';
import type { Fault, Problem, ProblemKind } from '../../src/mock/problem.ts';
import { inSpineWords, isUnsaid } from '../../src/nhs/spine/contract-faults.ts';
import { spineDialect } from '../../src/nhs/spine/spine-dialect.ts';
import { spine } from '../../src/nhs/spine/spine-faults.ts';

const http = 'https://fhir.nhs.uk/CodeSystem/http-error-codes';
const codes = 'https://fhir.nhs.uk/R4/CodeSystem/Spine-ErrorOrWarningCode';

const failure = {
  severity: 'fatal',
  code: 'exception',
  coding: { system: http, code: 'SERVER_ERROR', display: '500: The Server has encountered an error processing the request.' },
};

const denied = {
  severity: 'error',
  code: 'forbidden',
  coding: { system: codes, version: '1', code: 'ACCESS_DENIED', display: 'Invalid access token' },
};

const outcomes: Readonly<Partial<Record<ProblemKind, Parameters<typeof operationOutcome>[0]>>> = {
  unauthorised: denied,
  'rate-limited': {
    severity: 'error',
    code: 'throttled',
    coding: { system: codes, code: 'TOO_MANY_REQUESTS', display: 'Too many requests' },
  },
  timeout: { severity: 'fatal', code: 'timeout', coding: { system: http, code: 'TIMEOUT', display: '408: The request timed out.' } },
  internal: failure,
  unavailable: failure,
};

/** One code of this API stands in an older system. */
const invalidNumber = operationOutcome({
  severity: 'error',
  code: 'value',
  coding: {
    system: 'https://fhir.nhs.uk/CodeSystem/Spine-ErrorOrWarningCode',
    code: 'INVALID_RESOURCE_ID',
    display: 'Invalid resource ID',
  },
});

export const dialect: Dialect = {
  ...spineDialect,
  name: 'prescription-operation-outcome',
  write: (problem, about) => {
    const { said } = problem;
    if (problem.token) return operationOutcome({ ...denied, coding: { ...denied.coding, display: problem.message } });
    const outcome = outcomes[problem.problem];
    if (outcome) return operationOutcome({ ...outcome, ...(said?.diagnostics !== undefined && { diagnostics: said.diagnostics }) });
    return said?.code === 'INVALID_RESOURCE_ID' ? invalidNumber : spineDialect.write(problem, about);
  },
};

/** Whose prescriptions are wanted is asked before anything else: the service knows it from the token, which comes first. */
export function numbersInHeaders(call: Pick<Call, 'header'>): Problem | undefined {
  for (const name of ['x-nhs-number', 'nhsd-nhslogin-user', 'x-nhsd-subject-nhs-number']) {
    const number = call.header(name)?.replace(/^P9:/, '');
    if (number !== undefined && parseNhsNumber(number) === undefined)
      return { ...spine('INVALID_RESOURCE_ID'), faults: [wrongNumber(name)] };
  }
  const level = call.header('nhs-login-identity-proofing-level');
  return level === undefined || level === 'P9' ? undefined : spine('INVALID_RESOURCE_ID');
}

const wrongNumber = (name: string): Fault => ({
  in: 'header',
  name,
  pointer: '',
  keyword: 'pattern',
  message: 'must be an NHS number: ten digits, the last of which checks the others',
});

/** A request id that is missing is told apart from one that is wrong. */
export function inOwnWords(problem: Problem, body: Parameters<typeof inSpineWords>[1]): Problem {
  if (!isUnsaid(problem)) return problem;
  const [first] = problem.faults ?? [];
  if (first?.name !== 'X-Request-ID' || first.keyword !== 'required') return inSpineWords(problem, body);
  const said = { code: 'MISSING_FIELD', display: 'Missing field', issue: 'value', severity: 'fatal' };
  return { ...problem, said: { ...said, diagnostics: 'X-Request-ID header missing or malformed' } };
}
