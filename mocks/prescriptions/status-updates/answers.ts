/** How updates are answered, whatever becomes of them: a Bundle of the responses to each. */
import type { JsonObject } from '../../../src/contract/contract.ts';
import type { Dialect } from '../../../src/mock/dialect.ts';

export interface ResponseEntry {
  readonly fullUrl?: string;
  readonly response: {
    readonly status: string;
    readonly location?: string;
    readonly lastModified?: string;
    readonly outcome: Outcome;
  };
}

type Outcome = {
  readonly resourceType: 'OperationOutcome';
  readonly meta: { readonly lastUpdated: string };
  readonly issue: readonly [
    {
      readonly severity: 'information' | 'error' | 'fatal';
      readonly code: string;
      readonly details?: { readonly coding: readonly [{ readonly system: string; readonly code: string; readonly display: string }] };
      readonly diagnostics: string;
    },
  ];
};

interface Answered {
  readonly status: string;
  readonly severity?: Outcome['issue'][0]['severity'];
  readonly issue: string;
  readonly text: string;
  readonly code?: readonly [code: string, display: string];
}

const http = 'https://fhir.nhs.uk/CodeSystem/http-error-codes';

function entry(now: string, { status, severity = 'error', issue, text, code }: Answered, fullUrl?: string): ResponseEntry {
  const details = code && { coding: [{ system: http, code: code[0], display: code[1] }] as const };
  return {
    ...(fullUrl !== undefined && { fullUrl }),
    response: {
      status,
      outcome: {
        resourceType: 'OperationOutcome',
        meta: { lastUpdated: now },
        issue: [{ severity, code: issue, ...(details && { details }), diagnostics: text }],
      },
    },
  };
}

export const created = (now: string, fullUrl: string): ResponseEntry =>
  entry(now, { status: '201 Created', severity: 'information', issue: 'success', text: 'No issues detected during validation.' }, fullUrl);

/** Right in itself, and beside one that is not. */
export const uncommitted = (now: string, fullUrl: string): ResponseEntry =>
  entry(
    now,
    { status: '200 OK', severity: 'information', issue: 'informational', text: 'Data not committed due to issues in other entries.' },
    fullUrl,
  );

export const refused = (now: string, text: string, fullUrl?: string): ResponseEntry =>
  entry(now, { status: '400 Bad Request', issue: 'value', text }, fullUrl);

export function conflicting(now: string, task: string, fullUrl: string): ResponseEntry {
  const { response } = entry(now, {
    status: '409 Conflict',
    issue: 'duplicate',
    code: ['REC_CONFLICT', '409: The Receiver identified a conflict.'],
    text: 'Request contains a task id and prescription id identical to a record already in the data store.',
  });
  const { status, outcome } = response;
  return { fullUrl, response: { status, location: `Task/${task}`, lastModified: now, outcome } };
}

export const bundleOf = (entries: readonly ResponseEntry[]) => ({
  resourceType: 'Bundle' as const,
  type: 'transaction-response' as const,
  entry: [...entries],
});

const names: Readonly<Partial<Record<number, Omit<Answered, 'text'> & { readonly text?: string }>>> = {
  401: { status: '401 Unauthorized', issue: 'forbidden' },
  403: { status: '403 Forbidden', issue: 'forbidden' },
  404: { status: '404 Not Found', issue: 'not-found' },
  405: { status: '405 Method Not Allowed', issue: 'not-supported' },
  // No code of FHIR's, and the service's own.
  429: { status: '429 Too Many Requests', issue: 'temporarily-forbidden', text: 'Too many requests.' },
  504: {
    status: '504 The request timed out',
    issue: 'timeout',
    severity: 'fatal',
    text: 'The Server has timed out while processing the request sent by the client.',
  },
};

const failure: Omit<Answered, 'status'> = {
  issue: 'exception',
  severity: 'fatal',
  text: 'The Server has encountered an error processing the request.',
};

export const bundleDialect: Dialect = {
  name: 'transaction-response',
  type: 'application/fhir+json',
  statuses: {
    timeout: [504],
    'malformed-url': [404],
    'unsupported-media-type': [400],
    'not-acceptable': [400],
    unprocessable: [400],
    unavailable: [500],
    'not-implemented': [500],
  },
  write({ message, said = {} }, { status, now }) {
    const name = names[status];
    const text = said.diagnostics ?? name?.text ?? message;
    const answered =
      name !== undefined
        ? { ...name, text }
        : status >= 500
          ? { status: '500 Internal Server Error', ...failure }
          : { status: `${status} Bad Request`, issue: 'value', text };
    // The types of a response entry and of JSON are the same, but for what is read-only.
    return bundleOf([entry(now, answered)]) as unknown as JsonObject;
  },
};
