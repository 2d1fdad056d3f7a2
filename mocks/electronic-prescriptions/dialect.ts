/** How the façade in front of Spine says that something is wrong: in its own words, in the validator's, or in those of the platform. */
import type { JsonObject } from '../../src/contract/contract.ts';
import { parsePointer } from '../../src/contract/json-pointer.ts';
import { isObject } from '../../src/contract/json.ts';
import { uuid } from '../../src/contract/uuid.ts';
import { bodyOf, type AnyCall } from '../../src/mock/any-call.ts';
import type { Call } from '../../src/mock/call.ts';
import type { Dialect } from '../../src/mock/dialect.ts';
import type { Fault, Problem } from '../../src/mock/problem.ts';
import { outcomeOf, spineDialect } from '../../src/nhs/spine/spine-dialect.ts';

export const mediaType = 'application/fhir+json; fhirVersion=4.0';

/** More of them would bury the first. */
const mostIssues = 50;

export const dialect: Dialect = {
  ...spineDialect,
  name: 'electronic-prescriptions-outcome',
  type: mediaType,
  write(problem, about) {
    const { faults = [], said } = problem;
    const wrong = faults.filter((fault) => fault.in === 'body');
    if (said === undefined && /^(?:malformed|missing)-body$/.test(problem.problem))
      return { resourceType: 'OperationOutcome', issue: [{ severity: 'fatal', code: 'invalid', diagnostics: problem.message }] };
    if (said === undefined && wrong.length > 0)
      return { resourceType: 'OperationOutcome', issue: wrong.slice(0, mostIssues).map(ofValidator) };
    return spineDialect.write(problem, about) ?? outcomeOf(problem);
  },
};

/** As the validator behind the façade says what breaks the structure of a resource. */
function ofValidator(fault: Fault): JsonObject {
  const place = fhirPathOf(fault.pointer);
  const words = fault.keyword === 'required' ? 'minimum required = 1, but only found 0' : fault.message;
  return {
    severity: 'error',
    code: 'processing',
    diagnostics: place === '' ? words : `${place}: ${words}`,
    ...(place !== '' && { expression: [place] }),
  };
}

/** `entry[0].resource.status` */
function fhirPathOf(pointer: string): string {
  const tokens = parsePointer(pointer) ?? [];
  return tokens.map((token, n) => (/^\d+$/.test(token) ? `[${token}]` : n === 0 ? token : `.${token}`)).join('');
}

const noRequestId = 'X-Request-ID header missing or malformed';

/** Asked of whatever has that header. */
export function headerRules(call: Call): Problem | undefined {
  const isAsked = call.operation.parameters.some(({ name }) => name === 'X-Request-ID');
  if (!isAsked || uuid.test(call.header('X-Request-ID') ?? '')) return undefined;
  return fatal('MISSING_FIELD', noRequestId, noRequestId);
}

function fatal(code: string, display: string, diagnostics: string): Problem {
  return {
    problem: 'invalid-value',
    message: diagnostics,
    said: { status: 400, code, display, diagnostics, issue: 'value', severity: 'fatal' },
  };
}

const wrongResource = (words: string): Problem => fatal('INVALID_VALUE', 'Provided value is invalid', words);

export function otherResource(call: AnyCall, expected: string): Problem | undefined {
  const body = bodyOf(call);
  const type = isObject(body) ? body['resourceType'] : undefined;
  return type === expected ? undefined : wrongResource(`Incorrect FHIR resource type. Expected ${expected}.`);
}

const events = ['prescription-order', 'prescription-order-update', 'dispense-notification'] as const;
export type MessageEvent = (typeof events)[number];

export function eventOf(code: string | undefined): MessageEvent | Problem {
  const known = events.find((event) => event === code);
  return known ?? wrongResource(`MessageHeader.eventCoding.code must be one of: ${events.map((event) => `'${event}'`).join(', ')}.`);
}

/** A resource of another type than is expected keeps to a structure of its own, which the validator has nothing against. */
export function ofOtherType(problem: Problem, call: AnyCall, expected: string | undefined): Problem {
  const body = bodyOf(call);
  const isOther = expected !== undefined && isObject(body) && typeof body['resourceType'] === 'string' && body['resourceType'] !== expected;
  const isOfBody = problem.said === undefined && problem.faults?.some((fault) => fault.in === 'body') === true;
  return isOther && isOfBody ? (otherResource(call, expected) ?? problem) : problem;
}
