/** How Spine words what it finds wrong: the sentence, and what was sent echoed in it. */
import type { Json } from '../../contract/contract.ts';
import type { Problem } from '../../mock/problem.ts';
import { pythonText } from './python-text.ts';
import { spine } from './spine-faults.ts';

export const versionWanted = 'Invalid request with error - If-Match header must be supplied to update this resource';

export const notInTime =
  "The downstream domain processing has not completed within the configured timeout period. Using the same 'X-Request-ID' header, retry your request after the time specified by the 'Retry-After' response header.";

export function missingValue(path: string): Problem {
  return spine('MISSING_VALUE', `Missing value - '${path}'`);
}

/** Spine echoes what was sent, in its answer alone: `message`, which is kept of the exchange, quotes nothing. */
export function echoing(problem: Problem, message: string): Problem {
  return { ...problem, message };
}

export function invalidValue(value: Json | undefined, path: string): Problem {
  return echoing(spine('INVALID_VALUE', `Invalid value - '${shown(value)}' in field '${path}'`), `Invalid value in field '${path}'`);
}

/** Left out, `value` is one that Spine would not echo. */
export function tooFewValues(value: Json | undefined, path: string): Problem {
  return echoing(
    spine('TOO_FEW_VALUES_SUBMITTED', `Too few values submitted - ${listed(value)} in field '${path}'`),
    `Too few values submitted in field '${path}'`,
  );
}

export function tooManyValues(value: Json | undefined, path: string): Problem {
  return echoing(
    spine('TOO_MANY_VALUES_SUBMITTED', `Too many values submitted - ${listed(value)} in field '${path}'`),
    `Too many values submitted in field '${path}'`,
  );
}

export function invalidHeader(value: string, name: string): Problem {
  return echoing(spine('INVALID_VALUE', `Invalid value - '${shown(value)}' in header '${name}'`), `Invalid value in header '${name}'`);
}

/** More names than these are left out. */
const mostNames = 20;

export function unexpectedProperties(names: readonly string[]): Problem {
  const listed = names.slice(0, mostNames).map((name) => `'${shown(name)}'`);
  const left = names.length - listed.length;
  const text = `${listed.join(', ')}${left > 0 ? ` and ${left} more` : ''} ${names.length === 1 ? 'was' : 'were'} unexpected`;
  return echoing(
    spine('ADDITIONAL_PROPERTIES', `Invalid request with error - Additional properties are not allowed (${text})`),
    `Additional properties are not allowed, and ${names.length} ${names.length === 1 ? 'was' : 'were'} sent`,
  );
}

export function invalidSearch(reason: string): Problem {
  return spine('INVALID_SEARCH_DATA', `Invalid search data provided - '${reason}'`);
}

/** `kept` is the reason without what was sent, where it echoes that. */
export function invalidUpdate(reason: string, kept = reason): Problem {
  return echoing(spine('INVALID_UPDATE', `Invalid update with error - ${reason}`), `Invalid update with error - ${kept}`);
}

export function forbiddenUpdate(reason: string): Problem {
  return spine('FORBIDDEN_UPDATE', `Forbidden update with error - ${reason}`);
}

const longestShown = 100;

/** A FHIR string knows no white space but space, tab and line breaks. */
export function plainSpaces(text: string): string {
  return text.replace(/[^\S \t\r\n]/g, ' ');
}

/** Spine echoes the value at fault. Digits that could be a live NHS number are withheld; so is what is long or no plain value. */
export function shown(value: Json | undefined): string {
  const text = typeof value === 'string' ? value : value === undefined ? '' : pythonText(value);
  return echoed(text, { longest: longestShown, instead: '<too long to display>' });
}

const longestListed = 200;

/** A list that is too short or too long is echoed as Python prints it: `['One', 'Two']`. */
function listed(value: Json | undefined): string {
  const instead = '<json too long to display>';
  return value === undefined ? instead : echoed(pythonText(value), { longest: longestListed, instead });
}

function echoed(text: string, { longest, instead }: { readonly longest: number; readonly instead: string }): string {
  if (/(?<!\d)[3467]\d{2}[\s-]?\d{3}[\s-]?\d{4}(?!\d)/.test(text)) return '<withheld>';
  return text.length > longest ? instead : plainSpaces(text);
}
