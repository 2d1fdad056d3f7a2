/** How the tracker writes what is wrong: an issue for each thing, all with a code of HTTP. */
import type { JsonObject } from '../../src/contract/contract.ts';
import type { Dialect } from '../../src/mock/dialect.ts';
import type { Problem } from '../../src/mock/problem.ts';

const system = 'https://fhir.nhs.uk/CodeSystem/http-error-codes';

const names: Readonly<Record<number, readonly [issue: string, code: string, display: string]>> = {
  400: ['value', 'BAD_REQUEST', '400: The Server was unable to process the request.'],
  401: ['forbidden', 'UNAUTHORIZED', '401: The Server deemed you unauthorized to make this request.'],
  403: ['forbidden', 'FORBIDDEN', '403: Failed to Authenticate with the Server.'],
  404: ['not-found', 'NOT_FOUND', '404: The Server was unable to find the specified resource.'],
  408: ['timeout', 'TIMEOUT', '408: The server has timed out whilst processing the request.'],
  500: ['exception', 'SERVER_ERROR', '500: The Server has encountered an error processing the request.'],
};

const failure = ['exception', 'SERVER_ERROR', '500: The Server has encountered an error processing the request.'] as const;
const refusal = ['value', 'BAD_REQUEST', '400: The Server was unable to process the request.'] as const;

/** All of these are wrong at once. */
export const wrong = (texts: readonly string[]): Problem | undefined =>
  texts.length === 0
    ? undefined
    : {
        problem: 'invalid-value',
        message: texts.join(' '),
        faults: texts.map((message) => ({ in: /header/.test(message) ? 'header' : 'query', pointer: '', keyword: 'required', message })),
        said: { status: 400 },
      };

export const dialect: Dialect = {
  name: 'tracker-operation-outcome',
  type: 'application/fhir+json',
  statuses: {
    timeout: [408],
    'malformed-url': [400],
    'unknown-path': [404],
    'method-not-allowed': [405],
    'not-acceptable': [400],
    unavailable: [500],
  },
  write({ message, faults = [], said, problem }, { status, now }) {
    const [issue, code, display] = names[status] ?? (status >= 500 ? failure : refusal);
    const texts = said?.status === 400 && faults.length > 0 ? faults.map((fault) => fault.message) : [said?.diagnostics ?? message];
    const severity = status >= 500 || problem === 'timeout' ? 'fatal' : 'error';
    return {
      resourceType: 'OperationOutcome',
      meta: { lastUpdated: now },
      issue: texts.map((diagnostics): JsonObject => ({
        code: issue,
        severity,
        diagnostics,
        details: { coding: [{ system, code, display }] },
      })),
    };
  },
};
