/** The checks of each operation that need nothing but the request, in the order of the service: asked before the contract's own are told of. */
import type { JsonObject } from '../../src/contract/contract.ts';
import { isObject } from '../../src/contract/json.ts';
import { bodyOf, type AnyCall } from '../../src/mock/any-call.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { supplier } from './access.ts';
import { invalid, invariant } from './problems.ts';
import { idPattern } from './record/told.ts';
import { asked } from './search/asked.ts';
import { wrongWith } from './validate/vaccination.ts';

type Check = (call: AnyCall) => Problem | undefined;

const wrongId: Check = ({ path: { id = '' } }) =>
  idPattern.test(id) ? undefined : invalid('Validation errors: the provided event ID is either missing or not in the expected format.');

/** A bare number, in a header that is spelled with a hyphen. */
export const versionIn = (call: AnyCall): string => call.header('E-Tag') ?? '';

const noVersion: Check = (call) =>
  versionIn(call) === '' ? invariant('Validation errors: Immunization resource version not specified in the request headers') : undefined;

const wrongVersion: Check = (call) =>
  /^0*[1-9]\d*$/.test(versionIn(call))
    ? undefined
    : invariant(
        `Validation errors: Immunization resource version:${versionIn(call)} in the request headers is invalid.`,
        'The E-Tag header must be the version of the vaccination, a positive whole number.',
      );

export const sentIn = (call: AnyCall): JsonObject => {
  const body = bodyOf(call);
  return isObject(body) ? body : {};
};

const noBody: Check = (call) =>
  bodyOf(call) === undefined ? invalid("Request's body contains malformed JSON: there is none.") : undefined;

const hasId: Check = (call) =>
  sentIn(call)['id'] === undefined ? undefined : invariant('id field must not be present for CREATE operation');

const otherId: Check = (call) =>
  sentIn(call)['id'] === call.path['id']
    ? undefined
    : invariant(
        `Validation errors: The provided immunization id:${call.path['id'] ?? ''} doesn't match with the content of the request body`,
      );

/** What is wrong may quote what was sent: for the answer alone. */
const wrongVaccination: Check = (call) => {
  const wrong = wrongWith(bodyOf(call), call.clock.now());
  return wrong === undefined ? undefined : invariant(wrong, 'The vaccination breaks rules of the service.');
};

const wrongSearch: Check = (call) => {
  const search = asked(call);
  return 'problem' in search ? search : undefined;
};

const byOperation: Readonly<Partial<Record<string, readonly Check[]>>> = {
  createImmunization: [supplier, noBody, hasId, wrongVaccination],
  readImmunization: [wrongId, supplier],
  updateImmunization: [supplier, noVersion, wrongId, wrongVersion, noBody, otherId, wrongVaccination],
  deleteImmunization: [wrongId, supplier],
  searchImmunizationGet: [wrongSearch],
  searchImmunizationPost: [wrongSearch],
};

/** `unread` is a body that is no JSON: it is told of in its place. */
export function wrongRequest(call: AnyCall, unread?: Problem): Problem | undefined {
  for (const check of byOperation[call.operation.id] ?? []) {
    const problem = check === noBody && unread ? unread : check(call);
    if (problem) return problem;
  }
  return undefined;
}

const ofContract: readonly Problem['problem'][] = ['missing-value', 'invalid-value', 'missing-body', 'malformed-body'];

/** Where the contract's checks find something, it is told in the service's words and order; what they alone find, in theirs. */
export function inOwnWords(problem: Problem, call: AnyCall): Problem {
  if (problem.said || problem.isWanted || !ofContract.includes(problem.problem)) return problem;
  const unread = problem.problem === 'malformed-body' ? problem : undefined;
  const own = wrongRequest(call, unread);
  return own && own !== unread ? { ...own, ...(problem.faults && { faults: problem.faults }) } : problem;
}
