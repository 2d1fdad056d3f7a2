/** Faults found by the contract's own checks, in Spine's words: the first that Spine would name. */
import type { Json, SchemaFault } from '../../contract/contract.ts';
import { parsePointer, valueAt } from '../../contract/json-pointer.ts';
import type { Problem } from '../../mock/problem.ts';
import { spine } from './spine-faults.ts';
import { echoing, invalidHeader, invalidValue, missingValue, shown, unexpectedProperties } from './spine-words.ts';

/** Whether the contract's checks found this, and nobody has worded it yet. */
export function isUnsaid({ problem, said, faults = [] }: Problem): boolean {
  return said === undefined && (faults.length > 0 || problem === 'missing-body');
}

/** Parameters come before the body. What is wrong with Accept or Content-Type is the dialect's to say. */
export function inSpineWords(problem: Problem, body: Json | undefined): Problem {
  const { faults = [] } = problem;
  const parameter = faults.find((fault) => fault.in !== 'body');
  if (parameter === undefined) return { ...problem, ...bodyProblem(faults, body ?? null) };
  const { name = '', value = '' } = parameter;
  if (parameter.in === 'header')
    return name === 'Accept' || name === 'Content-Type' ? problem : { ...problem, ...invalidHeader(value, name) };
  return { ...problem, ...(parameter.keyword === 'required' ? missingValue(name) : invalidValue(value, name)) };
}

/** Missing values first, then members nobody knows, then values that do not fit, each in the order of the document. */
export function bodyProblem(faults: readonly SchemaFault[], body: Json): Problem | undefined {
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
  if (first.keyword === 'minItems')
    return echoing(
      spine('TOO_FEW_VALUES_SUBMITTED', `Too few values submitted - ${listed(value)} in field '${field}'`),
      `Too few values submitted in field '${field}'`,
    );
  if (first.keyword === 'maxItems')
    return echoing(
      spine('TOO_MANY_VALUES_SUBMITTED', `Too many values submitted - ${listed(value)} in field '${field}'`),
      `Too many values submitted in field '${field}'`,
    );
  return invalidValue(value, field);
}

/** A JSON pointer as Spine writes a place: without the leading slash. */
function fieldOf(pointer: string): string {
  return pointer.slice(1);
}

/** A list as Spine echoes it: `['One', 'Two']`. */
function listed(value: Json | undefined): string {
  if (!Array.isArray(value) || value.some((item) => typeof item !== 'string')) return '<json too long to display>';
  const text = `[${value.map((item) => `'${shown(item)}'`).join(', ')}]`;
  return text.length > 200 ? '<json too long to display>' : text;
}
