/** Whoever asks, as conversations name them: an administrator of clinicians acts for one of them. */
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { askerOf } from '../asker/asker.ts';
import { actsForAnother } from '../asker/functions.ts';
import { publishedOrganisation } from '../organisations.ts';
import type { ActingUser } from './advice.ts';

export function actingUser(call: AnyCall): { readonly from: ActingUser; readonly requester: ActingUser } {
  const { user, organisation = publishedOrganisation, businessFunction = 'SERVICE_PROVIDER_CLINICIAN', onBehalfOf } = askerOf(call);
  const from = { user, organisation, role: businessFunction };
  const isForAnother = actsForAnother(businessFunction) && onBehalfOf !== undefined;
  return { from, requester: isForAnother ? { user: onBehalfOf, organisation, role: 'SERVICE_PROVIDER_CLINICIAN' } : from };
}
