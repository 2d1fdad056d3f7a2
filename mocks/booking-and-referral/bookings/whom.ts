/** Whether somebody can be booked or referred: by a number that is none, or after their death, nobody can. */
import type { JsonObject } from '../../../src/contract/contract.ts';
import { parseNhsNumber } from '../../../src/fhir/nhs-number.ts';
import type { Holdings } from '../../../src/nhs/people-register.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { badRequest, fault } from '../faults.ts';
import { numbersIn } from './references.ts';
import { diedOn } from '../../demographics-now.ts';

export function whomProblem(call: Holdings, resource: JsonObject): Problem | undefined {
  for (const number of numbersIn(resource)) {
    if (parseNhsNumber(number) === undefined) return badRequest('The patient has no NHS number: the check digit is wrong.', 'value');
    if (diedOn(call, number) !== undefined) return hasDied;
  }
  return undefined;
}

const hasDied = fault('unprocessable', ['REC_UNPROCESSABLE_ENTITY', 'not-supported', 'The patient has died.']);
