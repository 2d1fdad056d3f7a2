/** A problem taken apart into what an error body can say: one report per fault, each with its place and its text. */
import { tokensOf } from '../contract/json-pointer.ts';
import { cutShort, SHOWN_FAULTS, SHOWN_PLACE } from '../contract/limits.ts';
import { placeInForm } from '../contract/bodies/place-in-form.ts';
import type { Fault, Problem, ProblemKind, Said } from '../mock/problem.ts';

export interface Report {
  readonly kind: ProblemKind;
  /** The broken keyword, where it names the fault better than the kind does. */
  readonly keyword?: string;
  readonly message: string;
  readonly fault?: FaultPlace;
  readonly said: Said;
  /** Its number among several. */
  readonly index?: number;
}

export type FaultPlace = Pick<Fault, 'in' | 'name' | 'pointer' | 'of'>;

export interface Reports {
  readonly each: readonly Report[];
  /** Everything in one report, for shapes that hold no list. */
  readonly whole: Report;
}

export function reportsOf(problem: Problem): Reports {
  const { said = {}, faults = [] } = problem;
  const single = faults.length === 1 ? faults[0] : undefined;
  if (faults.length === 0 || said.diagnostics !== undefined) {
    const whole = {
      kind: kindOf(problem.problem, single),
      message: said.diagnostics ?? problem.message,
      said,
      ...(single && { keyword: single.keyword }),
      ...(faults[0] && { fault: shortened(faults[0]) }),
    };
    return { each: [whole], whole };
  }
  // More would bury the first ones; the last says how many were left out.
  const each = faults.slice(0, SHOWN_FAULTS).map((fault, index): Report => {
    const place = shortened(fault);
    return {
      kind: kindOf(problem.problem, fault),
      keyword: fault.keyword,
      message: sentence(place, fault.message),
      fault: place,
      said,
      ...(!single && { index }),
    };
  });
  const left = faults.length - each.length;
  const texts = [...each.map((report) => report.message.replace(/\.$/, '')), ...(left > 0 ? [`and ${left} more`] : [])];
  const [first] = each;
  const whole: Report =
    single && first ? { ...first } : { kind: problem.problem, message: `${introduction(problem)}${texts.join('; ')}.`, said };
  return { each, whole };
}

/** What a problem says before its faults; nothing where it only says them itself. */
function introduction({ message, faults = [] }: Problem): string {
  return faults[0] && message.includes(faults[0].message) ? '' : `${message} `;
}

/** A request that breaks several rules is told each fault's own kind: what is missing is never called invalid. */
function kindOf(kind: ProblemKind, fault: Fault | undefined): ProblemKind {
  if (!fault || (kind !== 'invalid-value' && kind !== 'missing-value')) return kind;
  return fault.keyword === 'required' ? 'missing-value' : 'invalid-value';
}

function shortened({ in: place, name, pointer, of }: FaultPlace): FaultPlace {
  return {
    in: place,
    pointer: cutShort(pointer, SHOWN_PLACE),
    ...(name !== undefined && { name: cutShort(name, SHOWN_PLACE) }),
    ...(of !== undefined && { of }),
  };
}

/** The checks of a contract say predicates ("is required"); others say whole sentences. */
function sentence(place: FaultPlace, text: string): string {
  const stop = text.endsWith('.') ? '' : '.';
  if (/^[a-z]/.test(text)) return `${placeInWords(place)} ${text}${stop}`;
  return place.in === 'body' && place.pointer === '' ? text + stop : `${placeInWords(place)}: ${text}${stop}`;
}

function placeInWords({ in: place, name, pointer, of }: FaultPlace): string {
  if (of !== undefined && pointer !== '') return `The ${placeInForm(of, pointer)}`;
  if (place === 'body') return pointer === '' ? 'The request body' : `The request body at ${pointer}`;
  const parameter =
    place === 'header'
      ? `Header ${name ?? ''}`
      : `${place === 'query' ? 'Query' : place === 'path' ? 'Path' : 'Cookie'} parameter ${name ?? ''}`;
  return pointer === '' ? parameter : `${parameter} at ${pointer}`;
}

/** FHIR names an element by its path, and anything of HTTP as `http.{name}` (https://hl7.org/fhir/R4/operationoutcome-definitions.html#OperationOutcome.issue.expression). */
export function expressionOf({ in: place, name, pointer }: FaultPlace): string | undefined {
  if (place !== 'body') return `http.${name ?? place}`;
  let path = '';
  for (const token of tokensOf(pointer)) {
    if (/^\d+$/.test(token)) path += `[${token}]`;
    else path += `${path === '' ? '' : '.'}${/^\w+$/.test(token) ? token : `\`${token}\``}`;
  }
  return path === '' ? undefined : path;
}

/** The place as a list of steps, indices as numbers: `["body", "items", 0, "name"]`. */
export function stepsOf({ in: place, name, pointer }: FaultPlace): readonly (string | number)[] {
  const steps = tokensOf(pointer).map((token) => (/^\d{1,9}$/.test(token) ? Number(token) : token));
  return [place, ...(name === undefined ? [] : [name]), ...steps];
}

/** The name of what is wrong: the parameter's, else that of the member. */
export function fieldOf({ name, pointer }: FaultPlace): string | undefined {
  return name ?? tokensOf(pointer).at(-1);
}
