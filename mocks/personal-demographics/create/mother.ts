/** Who is said to have given birth. The service publishes no answer for a mother who cannot be: all of these are inferred. */
import type { Problem } from '../../../src/mock/problem.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { parseNhsNumber } from '../../../src/fhir/nhs-number.ts';
import { invalidValue, missingValue } from '../../../src/nhs/spine/spine-words.ts';
import { invalidCreate } from '../faults/errors.ts';
import { sentAt } from '../faults/missing.ts';
import type { Patient } from '../record/patient.ts';
import { register } from '../record/register.ts';
import type { Birth } from './birth-bundle.ts';

/** Nobody gives birth before this age, in years. */
const youngest = 10;

/** Her number is said twice, and is one. */
export function motherNumberProblem({ mother, motherRecord }: Birth): Problem | undefined {
  const path = 'identifier/0/value';
  const number = sentAt(motherRecord.resource, path);
  if (number === undefined) return missingValue(`${motherRecord.place}${path}`);
  if (typeof number !== 'string' || parseNhsNumber(number) === undefined) return invalidValue(number, `${motherRecord.place}${path}`);
  const said = sentAt(mother.resource, path);
  if (said === undefined) return missingValue(`${mother.place}${path}`);
  return said === number ? undefined : invalidValue(said, `${mother.place}${path}`);
}

/** Her record as it stands, for a baby born on that day. */
export function motherOf(call: AnyCall, { motherRecord }: Birth, born: string): Patient | Problem {
  const number = String(sentAt(motherRecord.resource, 'identifier/0/value'));
  const record = register.surviving(call, number);
  if (record?.standing.kind !== 'live') return invalidValue(number, `${motherRecord.place}identifier/0/value`);
  const { patient } = record;
  // She may have died that day.
  if (patient.deceasedDateTime !== undefined && patient.deceasedDateTime.slice(0, 10) < born)
    return invalidCreate('the mother died before the birth');
  if (patient.birthDate !== undefined && yearsBetween(patient.birthDate, born) < youngest)
    return invalidCreate(`the mother is less than ${youngest} years older than the baby`);
  // Gender is what a person says it is, and no bar to giving birth.
  if (patient.gender === 'male') call.note('The mother’s record says that her gender is male: the birth was registered all the same.');
  return patient;
}

function yearsBetween(earlier: string, later: string): number {
  return Number(later.slice(0, 4)) - Number(earlier.slice(0, 4)) - (later.slice(4) < earlier.slice(4) ? 1 : 0);
}
