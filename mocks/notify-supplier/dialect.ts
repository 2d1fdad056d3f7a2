/** How this API writes a fault: JSON:API errors with codes of its own. */
import type { JsonObject } from '../../src/contract/contract.ts';
import type { Dialect } from '../../src/mock/dialect.ts';
import type { Fault } from '../../src/mock/problem.ts';
import { requestReference } from '../notify-letters.ts';

type Words = readonly [code: string, title: string, detail: string];

const invalid: Words = ['NOTIFY_INVALID_REQUEST', 'Invalid request', 'Invalid request, please refer to the API specifications'];

const byStatus: Readonly<Record<number, Words>> = {
  401: ['NOTIFY_ACCESS_DENIED', 'Access denied', 'Access token missing, invalid or expired.'],
  403: ['NOTIFY_FORBIDDEN', 'Forbidden', 'The application may not use this API.'],
  404: ['NOTIFY_RESOURCE_NOT_FOUND', 'Resource not found', 'No resource found with that ID'],
  405: ['NOTIFY_NOT_ALLOWED', 'Method not allowed', 'The method at the requested URI was not allowed.'],
  429: ['NOTIFY_QUOTA', 'Too many requests', 'You have made too many requests. Please try again later.'],
  500: ['NOTIFY_INTERNAL_SERVER_ERROR', 'Internal Server Error', 'An unexpected error occurred, please contact support'],
};

export const dialect: Dialect = {
  name: 'notify-supplier-errors',
  type: 'application/vnd.api+json',
  others: () => ['application/json'],
  statuses: { 'malformed-url': [404], conflict: [400], unprocessable: [400], duplicate: [400], timeout: [500] },
  write({ problem, message, faults = [] }, { status, id }) {
    const told = problem.endsWith('-value') && faults.length > 0 ? faults.map((fault) => faultOf(fault)) : [otherwise(status, message)];
    return { errors: told.map((error, n) => ({ id: `${requestReference(id)}.${n}`, links, status: String(status), ...error })) };
  },
};

const links: JsonObject = { about: 'https://digital.nhs.uk/developer/api-catalogue/nhs-notify-supplier' };

function otherwise(status: number, message: string): JsonObject {
  const [code, title, detail] = byStatus[status] ?? [invalid[0], invalid[1], message];
  return { code, title, detail };
}

function faultOf({ in: place, name, pointer, message }: Fault): JsonObject {
  const [code, title] = invalid;
  const source = place === 'body' ? { pointer: pointer || '/' } : place === 'header' ? { header: name ?? '' } : { parameter: name ?? '' };
  return { code, title, detail: `${place === 'body' ? pointer || 'The body' : name} ${message}`, source };
}
