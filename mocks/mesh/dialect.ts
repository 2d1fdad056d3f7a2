/** How a request is refused before the service itself looks at it: as its web framework does, in JSON of no version. */
import type { JsonObject } from '../../src/contract/contract.ts';
import type { Dialect } from '../../src/mock/dialect.ts';
import type { Fault, Problem } from '../../src/mock/problem.ts';

export const dialect: Dialect = {
  name: 'mesh',
  type: 'application/json',
  statuses: { 'live-data': [400], 'invalid-value': [400], 'missing-value': [400], 'malformed-body': [400] },
  write(problem, { id }): JsonObject {
    const { said, message } = problem;
    if (problem.problem === 'internal') return { internal_id: id, message };
    // What has a code of the service is the service's own, which the first version writes so.
    if (said?.code !== undefined) return { messageID: '', errorEvent: said.issue ?? '', errorCode: said.code, errorDescription: message };
    return { detail: details(problem) };
  },
};

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
