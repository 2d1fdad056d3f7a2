/** How these services write a problem: the issues of their own refusals; of anything else one, in Spine's words. */
import type { JsonObject } from '../../src/contract/contract.ts';
import { instant } from '../../src/fhir/instant.ts';
import type { Dialect } from '../../src/mock/dialect.ts';
import { isUnsaid } from '../../src/nhs/spine/contract-faults.ts';
import { spineDialect } from '../../src/nhs/spine/spine-dialect.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { isRefusal, refused, spineCodes, written, wrongValue, type EpsIssue, type Refusal } from './issues.ts';

/** The type of what these services answer. */
export const fhirR4 = 'application/fhir+json; fhirVersion=4.0';

/** A body of FHIR, whichever its operation has. */
export interface Rendered<Status extends number = 200> {
  readonly status: Status;
  readonly type: string;
  readonly rendered: string;
}

export const rendered = <Status extends number>(status: Status, body: JsonObject): Rendered<Status> => ({
  status,
  type: fhirR4,
  rendered: JSON.stringify(body),
});

export const dialect: Dialect = {
  ...spineDialect,
  name: 'prescription-service-outcome',
  type: fhirR4,
  others: () => ['application/fhir+json'],
  write(problem, about) {
    if (isRefusal(problem)) return outcome(problem.issues, problem.beside);
    return spineDialect.write(problem, about);
  },
};

export const outcome = (issues: readonly EpsIssue[], beside: JsonObject = {}): JsonObject => ({
  resourceType: 'OperationOutcome',
  ...beside,
  issue: issues.map(written),
});

/** What stands for an answer where nothing is wrong. */
export const accepted = (now: number): JsonObject => ({
  resourceType: 'OperationOutcome',
  meta: { lastUpdated: instant(now) },
  issue: [{ severity: 'information', code: 'informational' }],
});

const requestIdWrong: Refusal = refused([
  {
    severity: 'fatal',
    code: 'value',
    coding: { system: spineCodes, version: '1', code: 'MISSING_FIELD', display: 'X-Request-ID header missing or malformed' },
    diagnostics: 'X-Request-ID header missing or malformed',
    why: 'X-Request-ID header missing or malformed',
  },
]);

const unreadable = (why: string): Refusal =>
  refused([{ severity: 'fatal', code: 'invalid', diagnostics: 'The request body is not valid JSON.', why }]);

/** More would bury the first. */
const most = 20;

/** What the contract's checks find is told as the validator in front would: all of it, each with its place. */
export function inOwnWords(problem: Problem): Problem {
  if (problem.problem === 'malformed-body' && !problem.isWanted) return { ...problem, ...unreadable(problem.message) };
  if (!isUnsaid(problem)) return problem;
  const { faults = [] } = problem;
  if (faults.some(({ in: place, name }) => place === 'header' && name?.toLowerCase() === 'x-request-id'))
    return { ...requestIdWrong, faults };
  const [first, ...others] = faults.slice(0, most).map(({ in: place, name, pointer, message }) =>
    wrongValue(place === 'body' ? `${pathOf(pointer)}: ${message}` : `${name ?? ''} header ${message}`, {
      pointer,
      ...(place === 'body' && pointer !== '' && { expression: pathOf(pointer) }),
    }),
  );
  return first === undefined ? problem : { ...refused([first, ...others]), faults };
}

/** `/entry/0/resource` as FHIRPath has it. */
const pathOf = (pointer: string): string =>
  pointer === ''
    ? 'The body'
    : pointer
        .slice(1)
        .replaceAll(/\/(\d+)/g, '[$1]')
        .replaceAll('/', '.');
