/** How this API writes a problem: one issue with a code of its own, what is wrong with a vaccination joined in one text. */
import type { JsonObject } from '../../src/contract/contract.ts';
import type { Dialect } from '../../src/mock/dialect.ts';
import type { Fault, Problem, ProblemKind } from '../../src/mock/problem.ts';

const system = 'https://fhir.nhs.uk/Codesystem/http-error-codes';
const profile = 'https://simplifier.net/guide/UKCoreDevelopment2/ProfileUKCore-OperationOutcome';

type Naming = readonly [issue: string, code: string];

const invalid: Naming = ['invalid', 'INVALID'];
const invariant: Naming = ['invariant', 'INVARIANT'];
const duplicate: Naming = ['duplicate', 'DUPLICATE'];
const notFound: Naming = ['not-found', 'NOT-FOUND'];
const exception: Naming = ['exception', 'EXCEPTION'];

/** What is named otherwise than `invalid`. */
const names: Partial<Record<ProblemKind, Naming>> = {
  'unknown-path': notFound,
  'not-found': notFound,
  gone: notFound,
  'method-not-allowed': ['not-supported', 'NOT-SUPPORTED'],
  unauthorised: ['login', 'UNAUTHORIZED'],
  forbidden: ['forbidden', 'FORBIDDEN'],
  conflict: duplicate,
  duplicate,
  'precondition-required': invariant,
  'precondition-failed': invariant,
  'version-conflict': invariant,
  unprocessable: invariant,
  'rate-limited': ['throttled', 'TOO-MANY-REQUESTS'],
  timeout: exception,
  unavailable: exception,
  'not-implemented': exception,
  internal: exception,
};

export const dialect: Dialect = {
  name: 'immunisation-outcome',
  type: 'application/fhir+json',
  statuses: {
    'version-conflict': [400],
    'precondition-required': [400],
    'precondition-failed': [400],
    conflict: [422],
    duplicate: [422],
    gone: [404],
  },
  write: (problem, { id, path = '' }) => {
    const [issue, code] = nameOf(problem);
    const { said = {} } = problem;
    return outcome(id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'), {
      severity: said.severity ?? 'error',
      issue: said.issue ?? issue,
      code: said.code ?? code,
      diagnostics: said.diagnostics ?? textOf(problem, path.split('/').at(-1) ?? ''),
    });
  },
};

interface Issue {
  readonly severity: string;
  readonly issue: string;
  readonly code: string;
  readonly diagnostics: string;
}

export const outcome = (id: string, { severity, issue, code, diagnostics }: Issue): JsonObject => ({
  resourceType: 'OperationOutcome',
  id,
  meta: { profile: [profile] },
  issue: [{ severity, code: issue, details: { coding: [{ system, code }] }, diagnostics }],
});

function nameOf({ problem, faults = [] }: Problem): Naming {
  return names[problem] ?? (faults.length > 0 && faults.every(isOfVaccination) && problem !== 'malformed-body' ? invariant : invalid);
}

const isOfVaccination = ({ in: place, name = '', of }: Fault): boolean =>
  (place === 'body' && of === undefined) || name.toLowerCase() === 'e-tag';

/** More than these would bury the first. */
const most = 20;

function textOf(problem: Problem, id: string): string {
  if (problem.problem === 'version-conflict')
    return `Validation errors: The requested immunization resource ${id} has changed since the last retrieve.`;
  const { faults = [], message } = problem;
  if (problem.problem === 'malformed-body') return `Request's body contains malformed JSON: ${message}`;
  if (nameOf(problem) !== invariant || faults.length === 0) return message;
  return `Validation errors: ${faults.slice(0, most).map(saidOf).join('; ')}`;
}

function saidOf({ name, pointer, message }: Fault): string {
  const place =
    name ??
    pointer
      .slice(1)
      .replaceAll(/\/(\d+)/g, '[$1]')
      .replaceAll('/', '.');
  return place === '' ? message : `${place} ${message}`;
}
