/** Whether somebody can be booked or referred: by a number that is none, or after their death, nobody can. */
import type { JsonObject } from '../../../src/contract/contract.ts';
import { parseNhsNumber } from '../../../src/fhir/nhs-number.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { badRequest, fault } from '../faults.ts';
import { numbersIn } from './references.ts';

export function whomProblem({ population }: Pick<AnyCall, 'population'>, resource: JsonObject): Problem | undefined {
  for (const number of numbersIn(resource)) {
    if (parseNhsNumber(number) === undefined) return badRequest('The patient has no NHS number: the check digit is wrong.', 'value');
    if (population.find(number)?.death) return hasDied;
  }
  return undefined;
}

const hasDied = fault('unprocessable', ['REC_UNPROCESSABLE_ENTITY', 'not-supported', 'The patient has died.']);
