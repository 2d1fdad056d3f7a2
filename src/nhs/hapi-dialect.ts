/** How the open-source FHIR server of that name writes a fault, or the gateway in front of it: several services of the NHS run on it. */
import type { JsonObject, Operation } from '../contract/contract.ts';
import type { Dialect } from '../mock/dialect.ts';
import type { Problem, ProblemKind } from '../mock/problem.ts';

/** What the gateway refuses before the store is asked; its name for it. */
const gatewayFaults: Partial<Record<ProblemKind, string>> = {
  unauthorised: 'Unauthorized',
  forbidden: 'Forbidden',
  'rate-limited': 'Too Many Requests',
  unavailable: 'Service Unavailable',
  timeout: 'Gateway Timeout',
};

export const hapiDialect: Dialect = {
  name: 'hapi-operation-outcome',
  type: 'application/fhir+json',
  others: () => ['application/fhir+xml', 'application/xml'],
  write(problem, { status, operation, path = '', method = '' }) {
    const reason = gatewayFaults[problem.problem];
    const code = problem.said?.code ?? String(status);
    if (reason !== undefined) return outcome(problem.message, code, { coding: [{ code, display: reason }] });
    if (problem.said?.display !== undefined)
      return outcome(problem.message, problem.said.issue ?? 'processing', { text: problem.said.display });
    const words = problem.said?.diagnostics ?? wordsOf(problem, { path: path.replace(/^\//, ''), operation, method });
    return { ...outcome(words, problem.said?.issue ?? 'processing'), text: { status: 'generated', div: pageOf(words) } };
  },
};

function outcome(diagnostics: string, code: string, details?: JsonObject): JsonObject {
  return { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code, ...(details && { details }), diagnostics }] };
}

interface Refused {
  readonly path: string;
  readonly operation: Operation | undefined;
  readonly method: string;
}

/** Say how a search is shown, not what is found: the store lists none of them where it names its parameters. */
const resultParameters = /^_(?:count|elements|format|include|offset|revinclude|sort|summary|total)$/;

function wordsOf({ problem, message, faults = [] }: Problem, { path, operation, method }: Refused): string {
  if (problem === 'not-found' || problem === 'gone') return `HAPI-2001: Resource ${path} is not known`;
  if (problem === 'method-not-allowed')
    return `HAPI-0427: HTTP Method ${method} is not allowed for this operation. Allowed method(s): POST, GET`;
  const unknown = faults.find(({ keyword }) => keyword === 'undeclared');
  if (unknown) {
    const asked = operation?.parameters.filter((each) => each.in === 'query' && !each.name.includes(':')) ?? [];
    const valid = asked.map(({ name }) => name).filter((name) => !resultParameters.test(name));
    const type = path.split('/')[0] ?? '';
    return `HAPI-0524: Unknown search parameter "${unknown.name ?? ''}" for resource type "${type}". Valid search parameters for this search are: [${valid.toSorted().join(', ')}]`;
  }
  const date = faults.find(({ name = '', keyword }) => keyword === 'pattern' && /(?:Date|^_lastUpdated)$/.test(name));
  return date ? `HAPI-1940: Invalid date/time/quantity format: "${date.value ?? ''}"` : message;
}

function pageOf(words: string): string {
  const text = words.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const row = `<tr><td style="font-weight: bold;">ERROR</td><td>[]</td><td>${text}</td></tr>`;
  return `<div xmlns="http://www.w3.org/1999/xhtml"><h1>Operation Outcome</h1><table border="0">${row}</table></div>`;
}
