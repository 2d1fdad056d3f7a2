/** Faults found by the contract's own checks, in Spine's words: the first that Spine would name. */
import type { Json, SchemaFault } from '../../contract/contract.ts';
import { parsePointer, valueAt } from '../../contract/json-pointer.ts';
import type { Problem } from '../../mock/problem.ts';
import { invalidHeader, invalidValue, missingValue, tooFewValues, tooManyValues, unexpectedProperties } from './spine-words.ts';

/** Whether the contract's checks found this in what a request says, and nobody has worded it yet. A request that could not be read is the dialect's. */
export function isUnsaid({ problem, said, faults = [] }: Problem): boolean {
  return said === undefined && !unread.has(problem) && (faults.length > 0 || problem === 'missing-body');
}

const unread: ReadonlySet<Problem['problem']> = new Set<Problem['problem']>(['malformed-body', 'unsupported-media-type', 'not-acceptable']);

/** Parameters come before the body. */
export function inSpineWords(problem: Problem, body: Json | undefined): Problem {
  const { faults = [] } = problem;
  const parameter = faults.find((fault) => fault.in !== 'body');
  if (parameter === undefined) return { ...problem, ...bodyProblem(faults, body ?? null) };
  const { name = '', value = '' } = parameter;
  if (parameter.in === 'header') return { ...problem, ...invalidHeader(value, name) };
  return { ...problem, ...(parameter.keyword === 'required' ? missingValue(name) : invalidValue(value, name)) };
}

/**
 * Missing values first, then members nobody knows, then values that do not fit, each in the order of the document. `below` is where that
 * stands in what was sent: `entry/0/resource/`.
 */
export function bodyProblem(faults: readonly SchemaFault[], body: Json, below = ''): Problem | undefined {
  const fieldOf = (pointer: string): string => below + pointer.slice(1);
  // What is missing in an extension means nothing where the extension is none that is known.
  const unknown = faults.find(({ keyword, pointer }) => keyword === 'const' && /\/extension\/\d+\/url$/.test(pointer));
  if (unknown) return invalidValue(valueAt(body, parsePointer(unknown.pointer) ?? []), fieldOf(unknown.pointer));
  const missing = faults.find(({ keyword }) => keyword === 'required');
  if (missing) return missingValue(fieldOf(missing.pointer));
  const extra = faults.filter(({ keyword }) => keyword === 'additionalProperties');
  if (extra.length > 0) return unexpectedProperties(extra.map(({ pointer }) => parsePointer(pointer)?.at(-1) ?? ''));
  const [first] = faults;
  if (first === undefined) return undefined;
  const field = fieldOf(first.pointer);
  const value = valueAt(body, parsePointer(first.pointer) ?? []);
  if (first.keyword === 'minItems') return tooFewValues(value, field);
  if (first.keyword === 'maxItems') return tooManyValues(value, field);
  return invalidValue(value, field);
}
