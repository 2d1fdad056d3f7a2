/** Patients, staff and organisations that a request names, and why they cannot be named there. */
import { parseNhsNumber } from '../../../src/fhir/nhs-number.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Fault, Problem } from '../../../src/mock/problem.ts';
import { askerOf } from '../asker/asker.ts';
import { refused, wrongAt, type RefusalCode } from '../faults/refusals.ts';
import { publishedClinician, publishedSlotClinician } from '../healthcare-services/published.ts';
import { wrongPatient } from '../referral/target.ts';

/** Whose number it is: somebody who is registered with a practice, and lives. */
export function wrongNewPatient(call: AnyCall, number: string, place: string): Problem | undefined {
  if (parseNhsNumber(number) === undefined) return refused('INVALID_VALUE', 'must be an NHS number', `${place}.value`);
  const wrong = wrongPatient(call, number);
  if (wrong) return wrong;
  const isRegistered = call.population.find(number)?.registrations.some(({ period }) => period.end === undefined);
  return isRegistered ? undefined : refused('NO_REG_GP_PRACTICE', 'The patient is registered with no general practice.');
}

/** Users whom published examples name. */
const publishedUsers: ReadonlySet<string> = new Set([publishedClinician, publishedSlotClinician, '021600556111', '103264992985']);

/** Users of ours who are never right, each for a reason of its own. */
const wrongUsers: Readonly<Record<string, RefusalCode>> = {
  '999000000401': 'REFERENCED_USER_IS_NOT_ACTIVE',
  '999000000402': 'REFERENCED_USER_NOT_IN_ORG',
  '999000000403': 'REFERENCED_USER_IS_NOT_RC',
  '999000000404': 'REFERENCED_USER_IS_NOT_RC_AT_ORG',
  '999000000405': 'REFERENCED_USER_IS_NOT_SPC',
};

const wordsOf: Readonly<Record<string, string>> = {
  REFERENCED_USER_IS_NOT_ACTIVE: 'is somebody who works here no more',
  REFERENCED_USER_NOT_IN_ORG: 'is somebody who does not work at the organisation',
  REFERENCED_USER_IS_NOT_RC: 'is no referring clinician',
  REFERENCED_USER_IS_NOT_RC_AT_ORG: 'is no referring clinician at the organisation',
  REFERENCED_USER_IS_NOT_SPC: 'is no clinician of a provider',
};

/** Somebody who refers for the organisation that asks, or who sees people at whichever provider. */
export function wrongUser(call: AnyCall, id: string, place: string, as: 'RC' | 'SPC'): readonly Fault[] {
  if (!/^\d{12}$/.test(id)) return [wrongAt('INVALID_VALUE', `${place}.value`, 'must be the id of a user, 12 digits')];
  const code = wrongUsers[id];
  if (code !== undefined) return [wrongAt(code, place, wordsOf[code] ?? '')];
  if (publishedUsers.has(id) || as === 'SPC') return [];
  const { organisation } = askerOf(call);
  const isThere = organisation === undefined || call.population.practitioners(organisation).some(({ sdsUserId }) => sdsUserId === id);
  return isThere ? [] : [wrongAt('REFERENCE_NOT_FOUND', place, 'is nobody who is known')];
}

const refer: ReadonlySet<string> = new Set(['pharmacy', 'dentist', 'optician', 'vaccination-centre']);

export function wrongOrganisation({ population }: AnyCall, ods: string, place: string): readonly Fault[] {
  const organisation = population.organisation(ods);
  if (!organisation) return [wrongAt('REFERENCE_NOT_FOUND', `${place}.value`, 'is no organisation')];
  if (population.register.entry(ods)?.isActive === false) return [wrongAt('ORGANISATION_IS_CLOSED', place, 'has closed')];
  return refer.has(organisation.kind)
    ? [wrongAt('ORGANISATION_NOT_APPROPRIATE', place, 'has no services that patients are referred to')]
    : [];
}
