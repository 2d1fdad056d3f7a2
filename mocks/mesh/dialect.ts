/** How a request is refused: wrong values as the service's web framework says them, the rest in either version. `display` is the message that it is about. */
import type { JsonObject } from '../../src/contract/contract.ts';
import type { Dialect } from '../../src/mock/dialect.ts';
import type { Fault, Problem, ProblemKind } from '../../src/mock/problem.ts';
import { v1, v2 } from './faults.ts';

export const dialect: Dialect = {
  name: 'mesh',
  type: v1,
  others: (problem) => (hasNoVersion(problem) ? [] : [v2]),
  statuses: { 'live-data': [400], 'invalid-value': [400], 'missing-value': [400], 'malformed-body': [400] },
  write(problem, { id, type }): JsonObject | undefined {
    if (problem.token === 'missing') return undefined;
    const { said: { code, issue = '', display: about = '' } = {}, message } = problem;
    if (problem.problem === 'internal') return { internal_id: id, message };
    if (hasNoVersion(problem)) return { detail: details(problem) };
    if (type === v2) return { message_id: about, internal_id: id, detail: [{ event: issue, code: code ?? '', msg: message }] };
    if (code === undefined) return { errorDescription: message };
    return { messageID: about, errorEvent: issue, errorCode: code, errorDescription: message };
  },
};

/** Said of values, unless the service has a code for it. */
const ofValues: ReadonlySet<ProblemKind> = new Set(['live-data', 'invalid-value', 'missing-value', 'malformed-body', 'malformed-url']);

function hasNoVersion({ problem, said }: Problem): boolean {
  return problem === 'internal' || (said?.code === undefined && ofValues.has(problem));
}

function details({ problem, message, faults = [] }: Problem): JsonObject[] {
  if (faults.length === 0) return [{ loc: [], msg: message, type: problem.replaceAll('-', '_') }];
  return faults.map((fault) => ({ loc: placeOf(fault), msg: fault.message, type: typeOf(fault) }));
}

/** `["header", "mex-to"]`, `["body", 2, "name"]`. */
function placeOf({ in: place, name, pointer }: Fault): (string | number)[] {
  const named = name === undefined ? [] : [place === 'header' ? name.toLowerCase() : name];
  const steps = pointer.split('/').slice(1);
  return [place, ...named, ...steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step))];
}

const typeOf = ({ keyword }: Fault): string => (keyword === 'required' ? 'value_error.missing' : `value_error.${keyword.toLowerCase()}`);
