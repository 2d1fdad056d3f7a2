/** How both sides of the record locator say that something is wrong, and the headers that are checked before anything else. */
import type { JsonObject, Operation } from '../../src/contract/contract.ts';
import { parsePointer } from '../../src/contract/json-pointer.ts';
import { isObject } from '../../src/contract/json.ts';
import { bodyOf, type AnyCall } from '../../src/mock/any-call.ts';
import type { Call } from '../../src/mock/call.ts';
import type { Dialect } from '../../src/mock/dialect.ts';
import type { Fault, Problem, ProblemKind } from '../../src/mock/problem.ts';
import { organisationRefused } from './access.ts';
import { idOf, organisationCode } from './pointer.ts';
import { notFound, otherId } from './refusals.ts';
import { ofPointer } from './pointer-faults.ts';

const ofService = 'https://fhir.nhs.uk/ValueSet/Spine-ErrorOrWarningCode-1';
const ofGateway = 'https://fhir.nhs.uk/CodeSystem/Spine-ErrorOrWarningCode';

type Term = readonly [code: string, display: string, issue: string, system?: string];

const badRequest: Term = ['BAD_REQUEST', 'Bad request', 'invalid'];
const notWellFormed: Term = ['MESSAGE_NOT_WELL_FORMED', 'Message not well formed', 'invalid'];
const parameter: Term = ['INVALID_PARAMETER', 'Invalid parameter', 'invalid'];
const header: Term = ['MISSING_OR_INVALID_HEADER', 'Missing or invalid header', 'invalid', ofGateway];
const organisation: Term = ['PRECONDITION_FAILED', 'Precondition Failed', 'required', ofGateway];
const noRecord: Term = ['NO_RECORD_FOUND', 'No record found', 'not-found'];
const unprocessable: Term = ['UNPROCESSABLE_ENTITY', 'Unprocessable Entity', 'processing'];
const duplicate: Term = ['DUPLICATE_REJECTED', 'Create would lead to creation of a duplicate resource', 'conflict'];
const server: Term = ['INTERNAL_SERVER_ERROR', 'Unexpected internal server error', 'exception'];

const terms: Readonly<Record<ProblemKind, Term>> = {
  'malformed-url': badRequest,
  'unknown-path': ['RESOURCE_NOT_FOUND', 'Resource not found', 'not-found'],
  'method-not-allowed': ['METHOD_NOT_ALLOWED', 'Method not allowed', 'not-supported'],
  'not-acceptable': ['NOT_ACCEPTABLE', 'Not acceptable', 'not-supported'],
  'length-required': badRequest,
  'too-large': ['PAYLOAD_TOO_LARGE', 'Payload too large', 'too-long'],
  'unsupported-media-type': ['UNSUPPORTED_MEDIA_TYPE', 'Unsupported media type', 'not-supported'],
  'missing-body': badRequest,
  'malformed-body': notWellFormed,
  'missing-value': badRequest,
  'invalid-value': badRequest,
  'live-data': badRequest,
  unauthorised: ['ACCESS_DENIED', 'Access Denied', 'forbidden', ofGateway],
  forbidden: ['ACCESS_DENIED', 'Access Denied', 'forbidden', ofGateway],
  'rate-limited': ['TOO_MANY_REQUESTS', 'Too many requests', 'throttled', ofGateway],
  'not-found': noRecord,
  gone: noRecord,
  conflict: duplicate,
  duplicate,
  'precondition-required': organisation,
  'precondition-failed': organisation,
  'version-conflict': duplicate,
  unprocessable,
  timeout: server,
  unavailable: server,
  'not-implemented': ['NOT_IMPLEMENTED', 'Not implemented', 'not-supported'],
  internal: server,
};

export const dialect: Dialect = {
  name: 'record-locator-outcome',
  type: 'application/fhir+json;version=1',
  statuses: { 'precondition-required': [400], 'precondition-failed': [400] },
  write: (problem, { operation }) => ({ resourceType: 'OperationOutcome', issue: issuesOf(problem, operation) }),
};

const mostIssues = 50;

/** As many as a body has faults; of anything else the first. */
function issuesOf(problem: Problem, operation: Operation | undefined): JsonObject[] {
  const { faults = [], said } = problem;
  const [first] = faults;
  if (said !== undefined || first === undefined || !problem.problem.endsWith('-value')) {
    return [issueOf(termOf(problem), wordsOf(problem), first)];
  }
  const ruled = first.in === 'body' && takesPointer(operation) ? ofPointer(faults) : [];
  if (ruled.length > 0) return ruled.map(({ said: words, fault }) => issueOf(termOf(words), wordsOf(words), fault));
  if (first.in === 'body')
    return faults.slice(0, mostIssues).map((fault) => issueOf(notWellFormed, `Request body could not be parsed (${told(fault)})`, fault));
  if (first.in === 'query') return [issueOf(parameter, `Invalid query parameter (${told(first)})`, first)];
  const isOrganisation = first.name === 'NHSD-End-User-Organisation-ODS';
  return [issueOf(isOrganisation ? organisation : header, `The ${spelt(first.name ?? '')} header is missing or invalid`)];
}

const takesPointer = (operation: Operation | undefined): boolean => /^(create|upsert|update)/.test(operation?.id ?? '');

function termOf({ problem, said }: Problem): Term {
  const term = terms[problem];
  return said?.code === undefined ? term : [said.code, said.display ?? term[1], said.issue ?? term[2]];
}

function wordsOf({ problem, message, said }: Problem): string {
  if (problem === 'unauthorised') return said?.diagnostics ?? 'You are not authorized to access this resource.';
  if (problem === 'missing-body') return 'Request body is required';
  return problem === 'malformed-body' ? `Request body could not be parsed (${message})` : (said?.diagnostics ?? message);
}

function issueOf([code, display, issue, system = ofService]: Term, diagnostics: string, at?: Fault): JsonObject {
  return {
    severity: 'error',
    code: issue,
    details: { coding: [{ system, code, display }] },
    diagnostics,
    ...(at && at.in !== 'path' && /\S/.test(placeOf(at)) && { expression: [placeOf(at)] }),
  };
}

function told(fault: Fault): string {
  if (fault.keyword === 'required') return `${placeOf(fault)}: Field required`;
  if (/^(additionalProperties|undeclared)$/.test(fault.keyword)) return `${placeOf(fault)}: Extra inputs are not permitted`;
  return [placeOf(fault), fault.message].filter((part) => part !== '').join(': ');
}

/** `content[0].attachment.url`; a parameter by its name. */
function placeOf({ name, pointer }: Fault): string {
  if (name !== undefined) return name;
  return (parsePointer(pointer) ?? []).map((token, n) => (/^\d+$/.test(token) ? `[${token}]` : n === 0 ? token : `.${token}`)).join('');
}

/** The ids are named in mixed case by what is said of them. */
function spelt(name: string): string {
  return name.replace(/^X-(.*)-ID$/i, 'X-$1-Id');
}

/** An id that could be none is the id of no pointer; and an update of another one is refused for that before all rules. */
export function problems(problem: Problem, call: AnyCall): Problem {
  if (problem.said !== undefined) return problem;
  const { faults = [] } = problem;
  if (problem.problem === 'not-found' || faults.some((fault) => fault.in === 'path')) return { ...problem, ...notFound };
  const body = call.operation.id === 'updateDocumentReference' ? bodyOf(call) : undefined;
  const isOther = isObject(body) && idOf(String(body['id'])) !== idOf(call.path['id'] ?? '');
  return isOther && ofPointer(faults).length > 0 ? otherId : problem;
}

/** In front of the service: the organisation first, then the id of the request. */
export function headerRules(call: Call): Problem | undefined {
  if (call.operation.id === 'readDocument') return undefined; // whoever has the address of a document may open it
  for (const [name, wanted] of [
    ['NHSD-End-User-Organisation-ODS', organisationCode],
    ['X-Request-ID', /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i],
  ] as const) {
    const value = call.header(name) ?? '';
    if (wanted.test(value)) continue;
    const keyword = value === '' ? 'required' : 'pattern';
    const message = value === '' ? 'is required' : wanted === organisationCode ? 'must be an ODS code' : 'must be a UUID';
    return {
      problem: 'missing-value',
      message: `Header ${name} ${message}.`,
      faults: [{ in: 'header', name, pointer: '', keyword, message }],
    };
  }
  return organisationRefused(call);
}
