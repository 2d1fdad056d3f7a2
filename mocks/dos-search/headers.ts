/**
 * Headers are looked at before the query, and everything that is wrong with them is said at once. The service knows some twenty names;
 * which these are is not published, so all that HTTP, browsers, clients for testing and proxies send is known here, and what the sandbox is steered with.
 */
import { uuid } from '../../src/contract/uuid.ts';
import type { Call } from '../../src/mock/call.ts';
import type { Fault, Problem } from '../../src/mock/problem.ts';

const known = new Set(
  `accept accept-charset accept-encoding accept-language access-control-request-headers access-control-request-method authorization baggage
  cache-control connection content-length content-type cookie date dnt expect forwarded from host if-match if-modified-since if-none-match
  keep-alive max-forwards origin postman-token pragma prefer priority range referer save-data sentry-trace te trace traceparent tracestate upgrade
  upgrade-insecure-requests user-agent version via x-correlation-id x-real-ip x-request-id x-requested-with`.split(/\s+/),
);
const knownBeginnings = [
  'cdn-',
  'cf-',
  'end-user-',
  'nhsd-',
  'proxy-',
  'sec-',
  'true-client-',
  'x-amz',
  'x-forwarded-',
  'x-original-',
  'x-sandbox-',
  'x-b3-',
];

const isKnown = (name: string): boolean => known.has(name) || knownBeginnings.some((beginning) => name.startsWith(beginning));

/** By operation: the one that came first asks for no version. */
const required: Readonly<Record<string, readonly string[]>> = {
  searchOrganizations: ['version', 'X-Request-ID'],
  searchHealthcareServices: ['X-Request-ID'],
};

/** That the service is served over TLS alone it says as well: a sandbox on somebody's own machine is not. */
export const securityHeaders = { 'X-Frame-Options': 'DENY' } as const;

export function headerRules(call: Call): Problem | undefined {
  const names = required[call.operation.id] ?? [];
  const faults = [
    ...call.headerNames().flatMap((name) => (isKnown(name) ? [] : [headerFault(name, 'undeclared', 'is not one of this API')])),
    ...names.flatMap((name) => ((call.header(name) ?? '') === '' ? [headerFault(name, 'required', 'must be sent')] : [])),
    ...wrongValues(call, names),
  ];
  if (faults.length === 0) return undefined;
  return { problem: 'invalid-value', message: 'Headers are missing, wrong or unknown.', faults };
}

function wrongValues(call: Call, names: readonly string[]): Fault[] {
  const version = call.header('version') ?? '';
  const id = call.header('X-Request-ID') ?? '';
  return [
    ...(names.includes('version') && version !== '' && version !== '1' ? [headerFault('version', 'enum', "must be '1'")] : []),
    ...(id !== '' && !uuid.test(id) ? [headerFault('X-Request-ID', 'format', 'must be a UUID')] : []),
  ];
}

const headerFault = (name: string, keyword: string, message: string): Fault => ({ in: 'header', name, pointer: '', keyword, message });
