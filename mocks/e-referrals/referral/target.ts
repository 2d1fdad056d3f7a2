/** Which referral is meant, in which version, and whether whoever asks has to do with it: in the order of the service. */
import { demographicsNow } from '../../demographics-now.ts';
import { askerOf } from '../asker/asker.ts';
import { isProvider, isReferrer } from '../asker/functions.ts';
import { refused } from '../faults/refusals.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { serviceOf } from '../healthcare-services/offered.ts';
import { notThisVersion, wrongVersion } from '../versions.ts';
import { findReferral, referralNotFound, type Referral } from './referral.ts';
import { after, type ReferralEvent, type ReferralState } from './states.ts';

/** To be read: of versions only the current one is there. */
export function referralToRead(call: AnyCall): Referral | Problem {
  const found = findReferral(call, call.path['ubrn'] ?? '');
  if (!found) return referralNotFound;
  return notThisVersion(call.path['version'], found) ?? unrelated(call, found) ?? found;
}

/** To be changed: it is there, and If-Match names its version. */
export function referralToChange(call: AnyCall): Referral | Problem {
  const found = findReferral(call, call.path['ubrn'] ?? '');
  if (!found) return referralNotFound;
  return wrongVersion(call, found) ?? found;
}

/** Referrers see what their organisation has referred, providers what was referred to theirs. */
export function unrelated(call: AnyCall, { referrer, shortlist, nhsNumber }: Referral): Problem | undefined {
  const { organisation, businessFunction } = askerOf(call);
  if (organisation === undefined) return undefined;
  const provides = shortlist.some((id) => serviceOf(call, id)?.organisation === organisation);
  const refers = referrer === organisation || practiceOf(call, nhsNumber) === organisation;
  const isRelated = isProvider(businessFunction) ? provides : isReferrer(businessFunction) ? refers : provides || refers;
  return isRelated ? undefined : noRelationship;
}

export const noRelationship = refused('NO_RELATIONSHIP', 'The organisation has nothing to do with this request.');

const practiceOf = ({ population }: AnyCall, nhsNumber: string): string | undefined =>
  population.find(nhsNumber)?.registrations.find(({ period }) => period.end === undefined)?.practice;

/** Nothing new happens to the dead, and nothing at all to records that do not stand. */
export function wrongPatient(call: Pick<AnyCall, 'population' | 'store'>, nhsNumber: string): Problem | undefined {
  const person = demographicsNow(call, nhsNumber);
  if (person === undefined || person.standing.kind !== 'live') return refused('PATIENT_ERROR', 'The record of the patient does not stand.');
  return person.death ? refused('PATIENT_ERROR', 'The patient has died.') : undefined;
}

/** What it is afterwards, or why that may not happen now. */
export function stateAfter({ state }: Referral, event: ReferralEvent): ReferralState | Problem {
  return after(state, event) ?? refused('INVALID_REQUEST_STATE', `The request is ${state}: this cannot be done with it now.`);
}
