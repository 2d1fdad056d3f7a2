/** How this API writes a fault: JSON:API errors with its own codes, each with the place of what is wrong. */
import type { JsonObject } from '../../src/contract/contract.ts';
import type { Dialect } from '../../src/mock/dialect.ts';
import type { Fault, Problem } from '../../src/mock/problem.ts';
import { requestReference } from '../notify-letters.ts';
import {
  byStatus,
  duplicate,
  invalidRequest,
  invalidValue,
  isNull,
  missing,
  nhsNumber,
  serviceBan,
  tooFew,
  tooLarge,
  tooMany,
  type Words,
} from './faults/words.ts';

/** The header that a status is about. */
const headerAtFault: Readonly<Record<number, string>> = { 401: 'Authorization', 403: 'Authorization', 406: 'Accept', 415: 'Content-Type' };

export const dialect: Dialect = {
  name: 'json-api-errors',
  type: 'application/vnd.api+json',
  // What could not be accepted is said in the usual type.
  others: ({ problem }) => (problem === 'not-acceptable' ? [] : ['application/json']),
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
    const stem = requestReference(id);
    return { errors: errorsOf(problem, status).map((error, index) => ({ id: `${stem}.${index}`, ...error })) };
  },
};

function errorsOf(problem: Problem, status: number): readonly JsonObject[] {
  const { problem: kind, said, faults = [] } = problem;
  if (said?.code !== undefined) {
    const [first] = faults;
    const own = { code: said.code, title: said.display ?? '', detail: said.diagnostics ?? problem.message };
    return [error(status, own, own.code === serviceBan.code ? { header: 'Authorization' } : placeOf(first))];
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
  const [, contact] = /\/contactDetails\/(.+)$/.exec(pointer) ?? [];
  if (contact !== undefined) return { ...invalidValue, detail: contactDetail(contact, keyword) };
  if (keyword === 'required') return missing;
  if (keyword === 'null') return isNull;
  if (keyword === 'uniqueItems') return duplicate;
  if (isMessages(fault) && keyword === 'minItems') return tooFew;
  if (isMessages(fault) && keyword === 'maxItems') return tooMany;
  return pointer.endsWith('/recipient/nhsNumber') && keyword !== 'type' ? nhsNumber : invalidValue;
}

/** Contact details are looked at by the back end, which has words of its own for them. */
function contactDetail(member: string, keyword: string): string {
  if (member === 'address' || member === 'name') return 'Invalid';
  if (member === 'address/lines') {
    if (keyword === 'maxItems') return 'Too many address lines were provided';
    return keyword === 'minItems' ? invalidValue.detail : `'lines' is not a string array`;
  }
  return keyword === 'type' || keyword === 'null' ? `'${member.replace(/^.*\//, '')}' is not a string` : invalidValue.detail;
}
