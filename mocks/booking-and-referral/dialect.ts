/** How this API writes a fault: an OperationOutcome whose code says whose it is, and whose id is always the same. */
import type { JsonObject } from '../../src/contract/contract.ts';
import type { Dialect } from '../../src/mock/dialect.ts';
import type { ProblemKind, Said } from '../../src/mock/problem.ts';

const codes = 'https://fhir.nhs.uk/Codesystem/http-error-codes';
const ofGateway = 'http://hl7.org/fhir/ValueSet/operation-outcome';
const ukCore = 'https://fhir.hl7.org.uk/StructureDefinition/UKCore-OperationOutcome';
const guide = 'https://simplifier.net/guide/UKCoreDevelopment2/ProfileUKCore-OperationOutcome';
const everyday = '531e073a-3295-4e67-ae90-e00bd96a9cdd';

interface Form {
  readonly id: string;
  readonly profile: string;
  readonly system: string;
}

const plain: Form = { id: everyday, profile: ukCore, system: codes };

/** Clients compare whole outcomes: these have an id or a profile of their own. */
const forms: Readonly<Record<string, Form>> = {
  'PROXY_BAD_REQUEST 400': { id: '76825bab-2cab-432a-b881-66ec070981d8', profile: ukCore, system: ofGateway },
  'PROXY_BAD_REQUEST structure': { id: 'da38f50a-160a-4e5d-8e77-117b0759053a', profile: ukCore, system: ofGateway },
  'PROXY_NOT_FOUND not-found': { ...plain, profile: guide },
  'REC_BAD_REQUEST invalid': { ...plain, profile: guide },
  'REC_NOT_FOUND not-found': { id: '4b1e944a-4598-437e-b79d-6c6d3a365a5c', profile: guide, system: codes },
};

type Words = readonly [code: string, issue: string, diagnostics?: string | undefined];

const badRequest: Words = ['REC_BAD_REQUEST', 'invalid', 'Any further internal debug details i.e. stack trace details etc.'];
const conflict: Words = ['REC_CONFLICT', 'conflict'];

const wrongToken: Words = [
  'SEND_UNAUTHORIZED',
  'security',
  'The user or system was not able to be authenticated, either the access token was invalid, or not provided.',
];

const words: Readonly<Record<ProblemKind, Words>> = {
  'malformed-url': badRequest,
  'unknown-path': ['PROXY_NOT_FOUND', 'not-found'],
  'method-not-allowed': [
    'REC_METHOD_NOT_ALLOWED',
    'not-supported',
    'This method is not allowed: <further diagnostics information, error message/error text>',
  ],
  'not-acceptable': ['SEND_NOT_ACCEPTABLE', 'processing'],
  'length-required': ['SEND_BAD_REQUEST', 'required'],
  'too-large': ['SEND_BAD_REQUEST', 'value'],
  'unsupported-media-type': ['SEND_BAD_REQUEST', 'not-supported'],
  'missing-body': badRequest,
  'malformed-body': badRequest,
  'missing-value': badRequest,
  'invalid-value': badRequest,
  'live-data': ['SEND_BAD_REQUEST', 'value'],
  unauthorised: ['SEND_UNAUTHORIZED', 'unknown', 'No Access token was provided.'],
  forbidden: ['SEND_FORBIDDEN', 'forbidden', 'The access token was provided, but BaRS is not enabled.'],
  'rate-limited': ['SEND_TOO_MANY_REQUESTS', 'throttled'],
  'not-found': ['REC_NOT_FOUND', 'not-found', 'the resource requested was not found.'],
  gone: ['REC_NOT_FOUND', 'not-found', 'the resource requested was not found.'],
  conflict,
  duplicate: ['REC_CONFLICT', 'duplicate'],
  'precondition-required': conflict,
  'precondition-failed': conflict,
  'version-conflict': conflict,
  unprocessable: ['REC_UNPROCESSABLE_ENTITY', 'not-supported'],
  timeout: ['REC_TIMEOUT', 'timeout'],
  unavailable: ['REC_SERVICE_UNAVAILABLE', 'transient'],
  'not-implemented': ['REC_NOT_IMPLEMENTED', 'not-supported'],
  internal: ['REC_SERVER_ERROR', 'exception'],
};

export const dialect: Dialect = {
  name: 'booking-and-referral-outcome',
  type: 'application/fhir+json',
  statuses: { gone: [404], timeout: [408], 'precondition-required': [409], 'precondition-failed': [409], 'version-conflict': [409] },
  write({ problem, message, said, token, faults = [] }) {
    if (token === 'no-product') return outcomeOf(words.forbidden, message);
    if (token !== undefined && token !== 'missing') return outcomeOf(wrongToken, message);
    if (said?.code !== undefined) return outcomeOf([said.code, said.issue ?? 'processing', said.diagnostics], message, said);
    const isOfContent = problem === 'not-acceptable' || problem === 'unsupported-media-type';
    const headers = isOfContent ? [] : faults.filter((fault) => fault.in === 'header');
    if (headers.length === 0) return outcomeOf(words[problem], message);
    const issue = headers.some(({ keyword }) => keyword === 'required') ? 'required' : 'value';
    const isId = headers.some(({ name = '' }) => /^x-(request|correlation)-id$/i.test(name));
    return outcomeOf(['SEND_BAD_REQUEST', isId ? 'invalid' : issue], message);
  },
};

function outcomeOf([code, issue, diagnostics]: Words, message: string, said?: Said): JsonObject {
  const { id, profile, system } = forms[`${code} ${issue}`] ?? plain;
  return {
    resourceType: 'OperationOutcome',
    id,
    meta: { profile: [profile] },
    issue: [
      {
        severity: said?.severity ?? 'error',
        code: issue,
        details: { coding: [{ system, code }] },
        diagnostics: diagnostics ?? message,
      },
    ],
  };
}
