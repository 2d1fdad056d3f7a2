/** How this API writes a problem: the gateway's two members, the search index's one, and a status that is a text where it failed. */
import type { Dialect } from '../../src/mock/dialect.ts';
import type { Fault, Problem } from '../../src/mock/problem.ts';

export const dialect: Dialect = {
  name: 'service-search-fault',
  type: 'application/json',
  write: (problem, { status }) => {
    if (status === 400) return { error: { code: '', message: inIndexWords(problem) } };
    if (status >= 500) return { statusCode: String(status), message: 'An unknown error occured processing this request.' };
    return { statusCode: status, message: inGatewayWords(problem) };
  },
};

function inGatewayWords({ problem, message }: Problem): string {
  if (problem === 'unauthorised') return 'API key invalid';
  return problem === 'not-found' || problem === 'unknown-path' ? 'Resource not found' : message;
}

/** The index names the parameter at fault, below the sentence. */
function inIndexWords({ message, faults = [] }: Problem): string {
  const [first] = faults;
  const name = first === undefined ? '' : nameOf(first);
  return first === undefined || name === '' ? message : `Invalid value: ${name} ${first.message}.\r\nParameter name: ${name}`;
}

function nameOf({ name, pointer }: Fault): string {
  return name ?? pointer.slice(1);
}
