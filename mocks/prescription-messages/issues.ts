/**
 * What the services in front of Spine refuse: as many issues as there are, each with its place. Of rules it is all that are broken, of what
 * Spine answers one.
 */
import type { JsonObject } from '../../src/contract/contract.ts';
import type { Fault, Problem } from '../../src/mock/problem.ts';

export const spineCodes = 'https://fhir.nhs.uk/R4/CodeSystem/Spine-ErrorOrWarningCode';
export const epsCodes = 'https://fhir.nhs.uk/CodeSystem/EPS-IssueCode';

export interface EpsIssue {
  readonly severity: 'fatal' | 'error' | 'warning' | 'information';
  /** Of the issue-type value set. */
  readonly code: string;
  readonly coding?: { readonly system: string; readonly version?: string; readonly code: string; readonly display: string };
  readonly diagnostics?: string;
  /** FHIRPath. */
  readonly expression?: readonly string[];
  /** What is wrong, for whoever reads why: it quotes nothing that was sent. */
  readonly why: string;
  /** JSON pointer into the body. */
  readonly pointer?: string;
  /** What only one of them has: resources that it refers to, an extension. */
  readonly more?: JsonObject;
}

/** A problem with issues of its own, which the dialect writes as they are. */
export interface Refusal extends Problem {
  readonly issues: readonly [EpsIssue, ...EpsIssue[]];
  /** Members of the outcome beside its issues. */
  readonly beside?: JsonObject;
}

export const isRefusal = (problem: Problem): problem is Refusal => 'issues' in problem;

export function refused(issues: Refusal['issues'], beside?: JsonObject): Refusal {
  const isForbidden = issues.every(({ code }) => code === 'forbidden');
  const [first] = issues;
  return {
    problem: isForbidden ? 'forbidden' : 'invalid-value',
    message: first.why,
    said: { status: isForbidden ? 403 : 400, ...(first.coding && { code: first.coding.code }) },
    faults: issues.map(({ pointer = '', why }): Fault => ({ in: 'body', pointer, keyword: 'rule', message: why })),
    issues,
    ...(beside && { beside }),
  };
}

/** All that is wrong, if anything is. */
export const allRefused = ([first, ...others]: readonly EpsIssue[]): Refusal | undefined => first && refused([first, ...others]);

export const written = ({ severity, code, coding, diagnostics, expression, more }: EpsIssue): JsonObject => ({
  severity,
  code,
  ...more,
  ...(coding && { details: { coding: [{ ...coding }] } }),
  ...(diagnostics !== undefined && { diagnostics }),
  ...(expression && { expression }),
});

interface Place {
  readonly expression?: string;
  readonly pointer?: string;
}

const at = ({ expression, pointer }: Place) => ({
  ...(expression !== undefined && { expression: [expression] }),
  ...(pointer !== undefined && { pointer }),
});

/** More of what was sent is not echoed. */
const longest = 500;
const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

/** By a rule of these services. `why` says it without what was sent, where `text` echoes that. */
export const wrongValue = (text: string, place: Place = {}, why = text): EpsIssue => ({
  severity: 'error',
  code: 'value',
  coding: { system: spineCodes, version: '1', code: 'INVALID_VALUE', display: 'Provided value is invalid' },
  diagnostics: cut(text),
  why,
  ...at(place),
});

export const missingField = (path: string, pointer?: string): EpsIssue =>
  wrongValue(`Required field ${path} is missing.`, { expression: path, ...(pointer !== undefined && { pointer }) });

export const unexpectedField = (path: string, pointer?: string): EpsIssue =>
  wrongValue(`Unexpected field of ${path}.`, { expression: path, ...(pointer !== undefined && { pointer }) });

export const missingValueOf = (text: string, place: Place = {}): EpsIssue => ({
  severity: 'error',
  code: 'value',
  coding: { system: spineCodes, version: '1', code: 'MISSING_VALUE', display: 'Required value is missing' },
  diagnostics: text,
  why: text,
  ...at(place),
});

export const conflictingFields = (text: string, place: Place = {}): EpsIssue => ({
  severity: 'error',
  code: 'structure',
  coding: {
    system: spineCodes,
    version: '1',
    code: 'CONFLICTING_VALUES',
    display: 'Conflicting values have been specified in different fields',
  },
  diagnostics: text,
  why: text,
  ...at(place),
});

/** What ends a request at once: a resource or a message of another kind. */
export const fatal = (text: string): Refusal => refused([{ severity: 'fatal', code: 'value', diagnostics: text, why: text }]);

export const wrongResource = (expected: string): Refusal => fatal(`Incorrect FHIR resource type. Expected ${expected}.`);
