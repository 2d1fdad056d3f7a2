/** How GP systems write a fault, and the gateway in front of them: codes of Spine's, each in its own system. */
import { operationOutcome } from '../../src/fhir/operation-outcome.ts';
import type { Dialect } from '../../src/mock/dialect.ts';
import type { Fault, Problem, ProblemKind } from '../../src/mock/problem.ts';
import { outcomeOf } from '../../src/nhs/spine/spine-dialect.ts';
import { saidBy, type Term } from '../gp-practice/faults.ts';
import { isOfGateway, isOfPds } from '../gp-practice/gateway.ts';
import { badRequest, parameter, resource } from './faults.ts';

const profile = 'https://fhir.nhs.uk/STU3/StructureDefinition/GPConnect-OperationOutcome-1';
const ofProvider = 'https://fhir.nhs.uk/STU3/CodeSystem/Spine-ErrorOrWarningCode-1';
const ofGateway = 'https://fhir.nhs.uk/R4/CodeSystem/Spine-ErrorOrWarningCode';

const notFound: Term = ['PATIENT_NOT_FOUND', 'Patient not found', 'not-found'];
const noRecord: Term = ['NO_RECORD_FOUND', 'No record found', 'not-found'];
const noEndpoint: Term = ['404', 'Target Endpoint Not Found', '404'];
const denied: Term = ['ACCESS_DENIED', 'Access denied', 'forbidden'];
const notImplemented: Term = ['NOT_IMPLEMENTED', 'Not implemented', 'not-supported'];
const tooMany: Term = ['TOO_MANY_REQUESTS', 'Too many requests', 'throttled'];
const failure: Term = ['INTERNAL_SERVER_ERROR', 'Internal server error', 'processing'];

/** What is called otherwise than a bad request. */
const terms: Readonly<Partial<Record<ProblemKind, Term>>> = {
  'unknown-path': noEndpoint,
  'method-not-allowed': notImplemented,
  'missing-body': resource,
  'malformed-body': resource,
  'missing-value': parameter,
  'invalid-value': parameter,
  unprocessable: parameter,
  unauthorised: denied,
  forbidden: denied,
  'not-found': notFound,
  gone: notFound,
  'rate-limited': tooMany,
  'not-implemented': notImplemented,
  timeout: failure,
  unavailable: failure,
  internal: failure,
};

/** The gateway's own fault for a path that is not there. */
const isUnknownPath = ({ problem, said }: Problem): boolean => problem === 'unknown-path' && said === undefined;

export const dialect: Dialect = {
  name: 'gp-connect-outcome',
  type: 'application/fhir+json',
  statuses: { 'unknown-path': [404], 'missing-body': [422], 'malformed-body': [422], 'missing-value': [422], 'invalid-value': [422] },
  write(fault, { operation }) {
    const { problem, message, said = {}, token } = fault;
    if (isOfPds(said)) return outcomeOf(fault);
    const term = terms[problem] ?? badRequest;
    const [code, display, issue] = term === notFound && operation?.id === 'get-document' ? noRecord : term;
    const byGateway = isOfGateway(fault) || isUnknownPath(fault);
    const coding = { code: said.code ?? code, display: said.display ?? (token ? message : display) };
    const outcome = operationOutcome({
      severity: said.severity ?? 'error',
      code: said.issue ?? issue,
      coding: byGateway ? { system: ofGateway, version: '1', ...coding } : { system: ofProvider, ...coding },
      diagnostics: said.diagnostics ?? message,
    });
    return byGateway ? outcome : { resourceType: 'OperationOutcome', meta: { profile: [profile] }, ...outcome };
  },
};

/** A header that is wrong is a bad request; a body that is not what was asked for is told from one whose parameters are wrong. */
export function problems(problem: Problem): Problem {
  const { said, faults = [] } = problem;
  const [first] = faults;
  if (said !== undefined || first === undefined) return problem;
  if (first.in === 'header') return first.name === 'Accept' || first.name === 'Content-Type' ? problem : as(problem, badRequest, 400);
  return faults.some(isOfShape) ? as(problem, resource, 422) : problem;
}

const isOfShape = ({ in: place, pointer }: Fault): boolean => place === 'body' && /^(\/resourceType|\/parameter)?$/.test(pointer);

const as = (problem: Problem, term: Term, status: number): Problem => ({ ...problem, said: saidBy(term, status) });
