/** Who stands behind a target: whom the catalogue of a workspace knows. */
import type { Call } from '../../../src/mock/call.ts';
import type { OdsCode } from '../../../src/population.ts';
import { publishedTargets, urgentCare, type Outcome } from '../published.ts';
import { messageTypeOf, type Target } from './read-target.ts';
import { odsOfServiceId, organisationSystem } from './service-ids.ts';

export interface Receiver {
  readonly value: string;
  /** The organisation of the population that it is. */
  readonly ods?: OdsCode;
  /** The workspace has brought it: nobody of the population stands behind it. */
  readonly isOwn: boolean;
  readonly outcome: Outcome;
}

/** Of the official sandbox: it has no catalogue. */
const officialTargets = /^(?:2000|NHS)/;

/** Targets that clients have entered: keys are `{system}|{value}`, documents are the resources that name them, as `Endpoint/{id}`. */
export const entered = 'booking-and-referral/target';
export const keyOfTarget = ({ system, value }: Target): string => `${system}|${value}`;

export type Asked = Pick<Call, 'population' | 'store' | 'relay' | 'settings'>;

export function receiverOf(call: Asked, target: Target): Receiver | undefined {
  const { population, store } = call;
  const { system, value } = target;
  const isOfficial = call.settings.compatibility !== undefined && officialTargets.test(value);
  const outcome = publishedTargets.get(value) ?? (isOfficial ? 'accepted' : undefined);
  const code = outcome ? urgentCare : system === organisationSystem ? value.toUpperCase() : odsOfServiceId(value);
  const ods = code === undefined ? undefined : population.organisation(code)?.ods;
  if (ods !== undefined || outcome) return { value, isOwn: false, outcome: outcome ?? 'accepted', ...(ods !== undefined && { ods }) };
  const isOwn = store.get(entered, keyOfTarget(target)) !== undefined || call.relay(messageTypeOf(value)) !== undefined;
  return isOwn ? { value, isOwn, outcome: 'accepted' } : undefined;
}
