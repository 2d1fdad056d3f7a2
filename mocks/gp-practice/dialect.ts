/** How GP systems refuse what a patient asks of them, as two of GP Connect's APIs have it: one issue with a code of Spine's. */
import type { Dialect } from '../../src/mock/dialect.ts';
import type { Fault, Problem, ProblemKind } from '../../src/mock/problem.ts';
import { outcomeOf } from '../../src/nhs/spine/spine-dialect.ts';
import { saidBy, type Term } from './faults.ts';
import { isOfGateway, isOfPds } from './gateway.ts';

const badRequest: Term = ['BAD_REQUEST', 'Bad request', 'invalid'];
const nhsNumber: Term = ['INVALID_NHS_NUMBER', 'Invalid NHS number', 'value'];
const parameter: Term = ['INVALID_PARAMETER', 'Invalid parameter', 'invalid'];
const resource: Term = ['INVALID_RESOURCE', 'Invalid validation of resource', 'invalid'];
const denied: Term = ['ACCESS_DENIED', 'Access denied', 'forbidden'];
const duplicate: Term = ['DUPLICATE_REJECTED', 'Create would lead to creation of a duplicate resource', 'duplicate'];
const failed: Term = ['INTERNAL_SERVER_ERROR', 'Internal server error', 'processing'];

const shared: Readonly<Partial<Record<ProblemKind, Term>>> = {
  'malformed-body': resource,
  unauthorised: denied,
  forbidden: denied,
  'rate-limited': ['TOO_MANY_REQUESTS', 'Too many requests', 'throttled'],
  conflict: duplicate,
  duplicate,
  unprocessable: resource,
  timeout: failed,
  unavailable: failed,
  'not-implemented': ['NOT_IMPLEMENTED', 'Not implemented', 'not-supported'],
  internal: failed,
};

/** What the gateway in front of the practices refuses itself. */
const ofGateway = { system: 'https://fhir.nhs.uk/R4/CodeSystem/Spine-ErrorOrWarningCode', version: '1' };

interface Practice extends Pick<Dialect, 'name' | 'statuses'> {
  readonly profile: string;
  /** Of the codes that practices send. */
  readonly system: string;
  /** What this API calls by a code of its own. */
  readonly terms: Readonly<Partial<Record<ProblemKind, Term>>>;
}

export function practiceDialect({ name, statuses, profile, system, terms }: Practice): Dialect {
  const known = { ...shared, ...terms };
  return {
    name,
    type: 'application/fhir+json',
    statuses: { 'malformed-body': [422], ...statuses },
    write(fault) {
      const { problem, message, said, token } = fault;
      if (isOfPds(said)) return outcomeOf(fault);
      const [code, display, issue] = known[problem] ?? badRequest;
      const of = isOfGateway(fault) ? ofGateway : { system };
      return {
        resourceType: 'OperationOutcome',
        meta: { profile: [profile] },
        issue: [
          {
            severity: said?.severity ?? 'error',
            code: said?.issue ?? issue,
            details: { coding: [{ ...of, code: said?.code ?? code, display: said?.display ?? (token ? message : display) }] },
            diagnostics: said?.diagnostics ?? message,
          },
        ],
      };
    },
  };
}

/** What the contract's checks found: parameters before the body, and no NHS number by its own code. `isNumber` tells where one is asked for. */
export function inPracticeWords(problem: Problem, isNumber: (fault: Fault) => boolean): Problem {
  const { faults = [], said } = problem;
  if (said !== undefined) return problem;
  if (problem.problem === 'missing-body') return { ...problem, said: saidBy(resource, 422) };
  const [first] = [...faults.filter((fault) => fault.in !== 'body'), ...faults];
  if (first === undefined || !problem.problem.endsWith('-value')) return problem;
  if (first.in === 'body') return { ...problem, said: { ...saidBy(resource, 422), diagnostics: `${first.pointer}: ${first.message}` } };
  if (first.in === 'header' || first.keyword === 'required') return { ...problem, said: saidBy(badRequest, 400) };
  return { ...problem, said: isNumber(first) ? saidBy(nhsNumber, 400) : saidBy(parameter, 422) };
}
