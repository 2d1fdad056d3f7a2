/** How this API writes a fault: one OperationOutcome with an issue for each, in few words, with the element that is wrong. */
import { tokensOf } from '../../src/contract/json-pointer.ts';
import type { JsonObject, Operation } from '../../src/contract/contract.ts';
import type { Dialect } from '../../src/mock/dialect.ts';
import type { Fault, Problem } from '../../src/mock/problem.ts';
import { wanted } from './access.ts';

const supplier = '91d7c3e4-5b08-4f62-a7d9-c2e01b5f8a36';

export const dialect: Dialect = {
  name: 'short-operation-outcome',
  type: 'application/fhir+json',
  statuses: {
    'malformed-url': [404],
    'length-required': [400],
    gone: [404],
    conflict: [400],
    duplicate: [400],
    'precondition-required': [400],
    'precondition-failed': [400],
    'version-conflict': [400],
    unprocessable: [400],
    'not-implemented': [500],
  },
  write: (problem, { status, operation, id }) => ({
    resourceType: 'OperationOutcome',
    issue: issuesOf(problem, { status, id, operation }),
  }),
};

interface About {
  readonly status: number;
  readonly id: string;
  readonly operation: Operation | undefined;
}

function issuesOf(problem: Problem, about: About): readonly JsonObject[] {
  const { problem: kind, message, said, faults = [], token, isWanted } = problem;
  if (said?.diagnostics !== undefined) return [issue(said.issue ?? 'invalid', said.diagnostics)];
  if (kind === 'malformed-body' || kind === 'missing-body') return [issue('invalid', 'Invalid Json encountered.')];
  if (about.status === 400 && faults.length > 0 && kind !== 'live-data') return distinct(faults.map(issueOf));
  if (kind === 'unauthorised') return [token === 'expired' ? issue('expired', message) : issue('forbidden', 'Invalid Access Token')];
  // Somebody who asked for it is told what is said of everybody's requests together.
  if (kind === 'rate-limited' && !isWanted) return [issue('throttled', message)];
  return [ofStatus(message, about)];
}

function ofStatus(message: string, { status, id, operation }: About): JsonObject {
  if (status === 401) return issue('forbidden', 'Invalid Access Token');
  if (status === 403)
    return issue('security', `Supplier with ID ${supplier} does not have ${wanted[operation?.id ?? '']?.words ?? 'this permission'}`);
  if (status === 404) return issue('not-found', operation ? 'Report not found' : message);
  if (status === 429) return issue('throttled', 'This API is currently receiving a high volume of requests and is being rate limited.');
  if (status >= 500) return issue('unknown', `An unknown error occurred processing this request. ${id}`);
  return issue(status === 400 ? 'invalid' : 'processing', message);
}

function issue(code: string, diagnostics: string, expression?: string): JsonObject {
  return { severity: 'error', code, diagnostics, ...(expression !== undefined && { expression: [expression] }) };
}

function issueOf(fault: Fault): JsonObject {
  const { in: place, name, pointer, keyword } = fault;
  if (place !== 'body') return issue('invalid', keyword === 'required' ? 'Not specified' : 'Invalid format', name);
  const expression = elementOf(pointer);
  if (expression === 'resourceType') return issue('invalid', typeText(fault));
  if (keyword === 'required' || keyword === 'anyOf') return issue('invalid', 'Not specified', expression);
  if (/^contained\[\d+\]\.resourceType$/.test(expression))
    return issue('invalid', 'contained should contain one resource of type Questionnaire', 'contained[0].type');
  if (/^contained\[\d+\]\.item\[\d+\]\.type$/.test(expression))
    return issue('invalid', '[0].item.type should be text or choice', 'contained');
  if (/^extension\[\d+\]\.url$/.test(expression)) return issue('invalid', 'url is invalid', expression.replace(/\.url$/, ''));
  if (keyword === 'maxLength' || keyword === 'maxItems')
    return issue('invalid', 'Exceeds maximum length', expression.replace(/answerOption$/, 'answerOptions'));
  if (keyword === 'minItems') return issue('invalid', 'Not specified', expression);
  if (expression.endsWith('identifier.system')) return issue('invalid', 'Identifier system is invalid', expression);
  if (/^recipient\[\d+\]\.identifier\.value$/.test(expression)) return issue('invalid', 'NHS Number is invalid', expression);
  return issue('invalid', 'Invalid format', expression);
}

function typeText({ keyword, value }: Fault): string {
  const detail = 'Cannot locate type information';
  return keyword === 'required'
    ? `Root object has no type indication (resourceType) (at ${detail})`
    : `type (at ${detail} for type '${(value ?? '').replaceAll('"', '')}')`;
}

/** `/payload/0/contentString` as `payload[0].contentString`. */
function elementOf(pointer: string): string {
  let path = '';
  for (const token of tokensOf(pointer)) path += /^\d+$/.test(token) ? `[${token}]` : `${path === '' ? '' : '.'}${token}`;
  return path;
}

function distinct(issues: readonly JsonObject[]): readonly JsonObject[] {
  return [...new Map(issues.map((each) => [JSON.stringify(each), each])).values()];
}
