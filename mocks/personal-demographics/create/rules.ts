/** What may be wrong with a registration that its schema cannot say. */
import { isRealDate } from '../../../src/fhir/instant.ts';
import type { operations } from '../../../src/generated/personal-demographics.types.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { invalidValue, missingValue } from '../../../src/nhs/spine/spine-words.ts';
import { hasEnoughLines, hasNoPostcode } from '../record/address-lines.ts';
import { invalidCreate } from '../faults/errors.ts';
import { extensionUrl } from '../record/systems.ts';
import { isEmail } from '../record/telecom-values.ts';
import { periodProblem } from '../update/period.ts';
import { misspeltPart } from '../update/rules-person.ts';

export type CreateRequest = operations['create-patient']['requestBody']['content']['application/json'];

export function createProblem(request: CreateRequest, today: string): Problem | undefined {
  const [name] = request.name;
  if (name === undefined) return missingValue('name/0');
  if (name.use === 'usual' && name.period?.end !== undefined) return invalidCreate('An end date can not be provided on usual name');
  const misspelt = misspeltPart(name);
  if (misspelt) return invalidValue(misspelt.text, `name/0/${misspelt.field}`);
  const namePeriod = periodProblem(name.period, { path: 'name/0/period', today });
  if (namePeriod) return namePeriod;
  if (request.gender === 'other') return invalidValue(request.gender, 'gender');
  if (!isRealDate(request.birthDate) || request.birthDate > today) return invalidValue(request.birthDate, 'birthDate');
  for (const [index, address] of request.address.entries()) {
    if (address.period === undefined) return missingValue(`address/${index}/period`);
    const period = periodProblem(address.period, { path: `address/${index}/period`, today });
    if (period) return period;
    if (hasNoPostcode(address)) return invalidValue(address.postalCode, `address/${index}/postalCode`);
    if (!hasEnoughLines(address)) return invalidCreate('address lines 1 and 4 or 2 and 4 must be completed as a minimum');
  }
  for (const [index, telecom] of (request.telecom ?? []).entries()) {
    if (telecom.system === 'email' && !isEmail(telecom.value)) return invalidCreate('email format is invalid');
    const period = periodProblem(telecom.period, { path: `telecom/${index}/period`, today });
    if (period) return period;
  }
  return request.extension.some(({ url }) => url === extensionUrl.registeringAuthority)
    ? undefined
    : missingValue('extension/registeringAuthority');
}
