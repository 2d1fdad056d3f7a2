/** How this API writes a problem: one issue with a code of Spine's, under GP Connect's own profile. */
import type { Call } from '../../src/mock/call.ts';
import type { Dialect } from '../../src/mock/dialect.ts';
import type { Problem, ProblemKind, Said } from '../../src/mock/problem.ts';

const ofPractice = 'https://fhir.nhs.uk/STU3/CodeSystem/Spine-ErrorOrWarningCode-1';
/** What the gateway refuses itself. */
const ofGateway = 'https://fhir.nhs.uk/R4/CodeSystem/Spine-ErrorOrWarningCode';

type Term = readonly [code: string, display: string, issue: string];

const badRequest: Term = ['BAD_REQUEST', 'Bad request', 'invalid'];
const nhsNumber: Term = ['INVALID_NHS_NUMBER', 'Invalid NHS number', 'value'];
const parameter: Term = ['INVALID_PARAMETER', 'Invalid parameter', 'invalid'];
const resource: Term = ['INVALID_RESOURCE', 'Invalid validation of resource', 'invalid'];
const denied: Term = ['ACCESS_DENIED', 'Access denied', 'forbidden'];
const noRecord: Term = ['NO_RECORD_FOUND', 'No record found', 'not-found'];
const duplicate: Term = ['DUPLICATE_REJECTED', 'Create would lead to creation of a duplicate resource', 'duplicate'];
const stale: Term = ['FHIR_CONSTRAINT_VIOLATION', 'FHIR constraint violated', 'conflict'];
const failed: Term = ['INTERNAL_SERVER_ERROR', 'Internal server error', 'processing'];

const terms: Readonly<Partial<Record<ProblemKind, Term>>> = {
  'unknown-path': noRecord,
  'malformed-body': resource,
  unauthorised: denied,
  forbidden: denied,
  'rate-limited': ['TOO_MANY_REQUESTS', 'Too many requests', 'throttled'],
  'not-found': noRecord,
  gone: noRecord,
  conflict: duplicate,
  duplicate,
  'precondition-failed': stale,
  'version-conflict': stale,
  unprocessable: resource,
  timeout: failed,
  unavailable: failed,
  'not-implemented': ['NOT_IMPLEMENTED', 'Not implemented', 'not-supported'],
  internal: failed,
};

const saidBy = ([code, display, issue]: Term, status: number): Said => ({ status, code, display, issue });

export const dialect: Dialect = {
  name: 'practice-appointments-outcome',
  type: 'application/fhir+json',
  statuses: { 'malformed-body': [422], 'precondition-failed': [409], 'version-conflict': [409] },
  write({ problem, message, said }) {
    const [code, display, issue] = terms[problem] ?? badRequest;
    const system = problem === 'unauthorised' || problem === 'rate-limited' ? { system: ofGateway, version: '1' } : { system: ofPractice };
    return {
      resourceType: 'OperationOutcome',
      meta: { profile: ['https://fhir.nhs.uk/STU3/StructureDefinition/GPConnect-OperationOutcome-1'] },
      issue: [
        {
          severity: said?.severity ?? 'error',
          code: said?.issue ?? issue,
          details: { coding: [{ ...system, code: said?.code ?? code, display: said?.display ?? display }] },
          diagnostics: said?.diagnostics ?? message,
        },
      ],
    };
  },
};

/** What the contract's checks found: parameters before the body, and a number of nobody by its own code. */
export function inOwnWords(problem: Problem, { operation }: Call): Problem {
  const { faults = [], said } = problem;
  if (said !== undefined) return problem;
  if (problem.problem === 'missing-body') return { ...problem, said: saidBy(resource, 422) };
  const [first] = [...faults.filter((fault) => fault.in !== 'body'), ...faults];
  if (first === undefined || !problem.problem.endsWith('-value')) return problem;
  if (first.in === 'body') return { ...problem, said: { ...saidBy(resource, 422), diagnostics: `${first.pointer}: ${first.message}` } };
  if (first.in === 'path' && operation.id === 'list-appointments') return { ...problem, said: saidBy(nhsNumber, 400) };
  const isBad = first.in === 'header' || first.keyword === 'required';
  return { ...problem, said: isBad ? saidBy(badRequest, 400) : saidBy(parameter, 422) };
}

/** A number that has the form of one and not its check digit. */
export const noNhsNumber: Problem = {
  problem: 'invalid-value',
  message: 'This is no NHS number: its check digit is wrong.',
  said: saidBy(nhsNumber, 400),
};

/** Whatever the reason is. */
export const patientNotFound: Problem = {
  problem: 'not-found',
  message: 'Nobody here has this NHS number.',
  said: { status: 404, code: 'PATIENT_NOT_FOUND', display: 'Patient not found', issue: 'not-found' },
};
