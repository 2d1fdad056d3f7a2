/** The status a problem is answered with: the first its kind prefers that the operation documents. */
import type { Operation } from '../contract/contract.ts';
import type { Dialect } from '../mock/dialect.ts';
import type { Problem } from '../mock/problem.ts';
import { bearsName } from './words/choose-code.ts';
import { KINDS } from './words/kinds.ts';
import { upperSnake } from './words/words-for.ts';
import type { Term } from './published/read-example.ts';

interface StatusQuestion {
  readonly problem: Problem;
  readonly operation: Operation | undefined;
  readonly declared: Dialect | undefined;
  /** The codes that the operation publishes, in tables and examples. */
  readonly terms: readonly Term[];
}

export function statusFor({ problem, operation, declared, terms }: StatusQuestion): number {
  if (problem.said?.status !== undefined) return problem.said.status;
  const kind = problem.problem;
  const preferred = [...(declared?.statuses?.[kind] ?? KINDS[kind].statuses), ...(isOfPathOnly(problem) ? [404] : [])];
  const [first = 500] = preferred;
  if (!operation) return first;
  const isDocumented = (status: number): boolean => operation.responses.has(String(status));
  const found = preferred.find((status) => isDocumented(status) || operation.responses.has(`${Math.floor(status / 100)}XX`));
  if (found === undefined || isDocumented(found)) return found ?? first;
  // A range says little, but the table in its description often says which of its statuses carries this very fault.
  const names = KINDS[kind].codes.slice(0, 3);
  const isTabled = (status: number): boolean =>
    terms.some(({ status: at, code = '' }) => at === status && names.some((name) => bearsName(upperSnake(code), name)));
  return preferred.find(isTabled) ?? found;
}

/** What no identifier can look like is not there, where an operation documents no other answer. */
function isOfPathOnly({ problem, faults = [] }: Problem): boolean {
  return problem === 'invalid-value' && faults.length > 0 && faults.every((fault) => fault.in === 'path');
}
