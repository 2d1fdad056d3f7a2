/** How this API writes a fault: JSON:API errors with its own codes, each with the place of what is wrong. */
import type { JsonObject } from '../../src/contract/contract.ts';
import type { Dialect } from '../../src/mock/dialect.ts';
import type { Fault, Problem } from '../../src/mock/problem.ts';

interface Words {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
}

const words = (code: string, title: string, detail: string): Words => ({ code, title, detail });

const invalidValue = words('CM_INVALID_VALUE', 'Invalid value', 'The property at the specified location does not allow this value.');
const missing = words(
  'CM_MISSING_VALUE',
  'Missing property',
  'The property at the specified location is required, but was not present in the request.',
);
const isNull = words(
  'CM_NULL_VALUE',
  'Property cannot be null',
  'The property at the specified location is required, but a null value was passed in the request.',
);
const tooFew = words('CM_TOO_FEW_ITEMS', 'Too few items', 'The property at the specified location contains too few items.');
const tooMany = words('CM_TOO_MANY_ITEMS', 'Too many items', 'The property at the specified location contains too many items.');
const nhsNumber = words(
  'CM_INVALID_NHS_NUMBER',
  'Invalid nhs number',
  'The value provided in this nhsNumber field is not a valid NHS number.',
);
const invalidRequest = (detail: string): Words => words('CM_INVALID_REQUEST', 'Invalid Request', detail);
const internal = words(
  'CM_INTERNAL_SERVER_ERROR',
  'Error processing request',
  'There was an internal error whilst processing this request.',
);
const tooLarge = words('CM_TOO_LARGE', 'Request too large', 'Request message was larger than the service limit');

/** What the service says with a status, where nothing of the body is to be named. */
const byStatus: Readonly<Record<number, Words>> = {
  401: words(
    'CM_DENIED',
    'Access denied',
    'Access token missing, invalid or expired, or calling application not configured for this operation.',
  ),
  403: words('CM_FORBIDDEN', 'Forbidden', 'Client not recognised or not yet onboarded.'),
  404: words('CM_NOT_FOUND', 'Resource not found', 'The resource at the requested URI was not found.'),
  405: words('CM_NOT_ALLOWED', 'Method not allowed', 'The method at the requested URI was not allowed.'),
  406: words('CM_NOT_ACCEPTABLE', 'Not acceptable', 'This service can only generate application/vnd.api+json or application/json.'),
  408: words('CM_TIMEOUT', 'Request timeout', 'The service was unable to receive your request within the timeout period.'),
  413: tooLarge,
  414: tooLarge,
  415: words(
    'CM_UNSUPPORTED_MEDIA',
    'Unsupported media',
    'Invalid content-type, this API only supports application/vnd.api+json or application/json.',
  ),
  425: words(
    'CM_RETRY_TOO_EARLY',
    'Retried too early',
    'You have retried this request too early, the previous request is still being processed. Re-send the request after the time (in seconds) specified `Retry-After` header.',
  ),
  429: words(
    'CM_QUOTA',
    'Too many requests',
    'You have made too many requests. Re-send the request after the time (in seconds) specified `Retry-After` header.',
  ),
  500: internal,
  502: words('CM_BAD_GATEWAY', 'Unable to call service', 'A downstream service is not responding.'),
  503: words(
    'CM_SERVICE_UNAVAILABLE',
    'The service is currently unavailable',
    'The service is currently not able to process this request, try again later.',
  ),
  504: words('CM_TIMEOUT', 'Unable to call service', 'The downstream service has not responded within the configured timeout period.'),
};

/** The header that a status is about. */
const headerAtFault: Readonly<Record<number, string>> = { 401: 'Authorization', 403: 'Authorization', 406: 'Accept', 415: 'Content-Type' };

export const dialect: Dialect = {
  name: 'json-api-errors',
  type: 'application/vnd.api+json',
  others: () => ['application/json'],
  statuses: {
    'malformed-url': [404],
    'length-required': [400],
    gone: [404],
    conflict: [422],
    duplicate: [422],
    'precondition-required': [400],
    'precondition-failed': [400],
    'version-conflict': [422],
    unprocessable: [400],
    timeout: [504],
    'not-implemented': [500],
  },
  write: (problem, { status, id }) => {
    const stem = exchange(id);
    return { errors: errorsOf(problem, status).map((error, index) => ({ id: `${stem}.${index}`, ...error })) };
  },
};

function errorsOf(problem: Problem, status: number): readonly JsonObject[] {
  const { problem: kind, said, faults = [] } = problem;
  if (said?.code !== undefined) {
    const [first] = faults;
    const own = words(said.code, said.display ?? '', said.diagnostics ?? problem.message);
    return [error(status, own, first?.in === 'body' ? { pointer: first.pointer } : undefined)];
  }
  // Whoever sent it has to hear which rule it was, and that it is none of the service's.
  if (kind === 'live-data') return [error(status, { ...invalidValue, detail: problem.message }, placeOf(faults[0]))];
  const general = byStatus[status];
  const isOfMessages = status === 413 && faults.some(({ keyword }) => keyword === 'maxItems');
  if (general && !isOfMessages) return [error(status, general, sourceOf(status, general))];
  if (kind === 'malformed-body' || kind === 'missing-body') return [error(status, invalidValue, { pointer: '/' })];
  if (faults.length === 0) return [error(status, invalidRequest(problem.message), undefined)];
  return faults.map((fault) => error(fault.keyword === 'maxItems' && isMessages(fault) ? 413 : 400, wordsOf(fault), placeOf(fault)));
}

function error(status: number, { code, title, detail }: Words, source: JsonObject | undefined): JsonObject {
  const links = {
    about: 'https://digital.nhs.uk/developer/api-catalogue/nhs-notify',
    ...(code === nhsNumber.code && { nhsNumbers: 'https://www.datadictionary.nhs.uk/attributes/nhs_number.html' }),
  };
  return { code, links, status: String(status), title, detail, ...(source && { source }) };
}

function sourceOf(status: number, { code }: Words): JsonObject | undefined {
  const header = headerAtFault[status];
  if (header !== undefined) return { header };
  return code === tooLarge.code ? { pointer: '/' } : undefined;
}

/** A query parameter has no place in these errors. */
function placeOf(fault: Fault | undefined): JsonObject | undefined {
  if (fault?.in === 'header') return fault.name === undefined ? undefined : { header: fault.name };
  return fault?.in === 'body' ? { pointer: fault.pointer || '/' } : undefined;
}

const isMessages = ({ in: place, pointer }: Fault): boolean => place === 'body' && pointer === '/data/attributes/messages';

function wordsOf(fault: Fault): Words {
  const { in: place, name, pointer, keyword } = fault;
  if (place === 'query' || place === 'path') {
    if (name === 'page') return invalidRequest('page must be a positive non-zero integer');
    return invalidRequest(keyword === 'required' ? 'Missing ODS Code' : 'Invalid ODS Code');
  }
  if (pointer === '') return invalidValue;
  if (keyword === 'required') return missing;
  if (keyword === 'null') return isNull;
  const [, contact] = /\/contactDetails\/(.+)$/.exec(pointer) ?? [];
  if (contact !== undefined) return { ...invalidValue, detail: contactDetail(contact, keyword) };
  if (isMessages(fault) && keyword === 'minItems') return tooFew;
  if (isMessages(fault) && keyword === 'maxItems') return tooMany;
  return pointer.endsWith('/recipient/nhsNumber') && keyword !== 'type' ? nhsNumber : invalidValue;
}

/** Contact details are looked at by the back end, which has words of its own for them. */
function contactDetail(member: string, keyword: string): string {
  if (member === 'address' || member === 'name') return 'Invalid';
  if (member.startsWith('address/lines')) {
    if (keyword === 'maxItems') return 'Too many address lines were provided';
    return keyword === 'minItems' ? invalidValue.detail : `'lines' is not a string array`;
  }
  return keyword === 'type' || keyword === 'null' ? `'${member.replace(/^.*\//, '')}' is not a string` : invalidValue.detail;
}

/** A message id in the service's own form, made of that of the exchange. */
function exchange(id: string): string {
  const digits = id
    .replaceAll(/[^0-9a-f]/g, '')
    .replaceAll(/[a-f]/g, (letter) => String(letter.charCodeAt(0) - 96))
    .padEnd(32, '1');
  return `rrt-${digits.slice(0, 19)}-c-geu2-${digits.slice(19, 24)}-${digits.slice(24, 31)}-${digits.slice(31, 32)}`;
}
