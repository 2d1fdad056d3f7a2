/** Which version of a booking or a referral came last: whoever sends an older one is behind. As sent, for what is kept has times of its own. */
import type { JsonObject } from '../../src/contract/contract.ts';
import { stringAt } from '../../src/fhir/clinical/element.ts';
import type { Call } from '../../src/mock/call.ts';
import { fault } from './faults.ts';

/** Keys are ids of bookings and referrals, documents instants. */
const versions = 'booking-and-referral/version';

const sentOf = (resource: JsonObject): string | undefined => stringAt(resource, 'meta', 'lastUpdated');

export function keepVersion({ store }: Pick<Call, 'store'>, id: string, sent: JsonObject): void {
  const version = sentOf(sent);
  if (version !== undefined) store.put(versions, id, version);
}

/** Older than the last; the same again is not. */
export function isOutdated({ store }: Pick<Call, 'store'>, id: string, sent: JsonObject): boolean {
  const [last, version] = [store.get(versions, id), sentOf(sent)];
  return last !== undefined && version !== undefined && Date.parse(version) < Date.parse(last);
}

/** What is changed in part is of no version: whoever sends it need not have read the whole. */
export const isReplaced = ({ operation }: Pick<Call, 'operation'>): boolean => operation.method === 'put';

export const olderVersion = fault('conflict', ['REC_CONFLICT', 'conflict', 'A later version of it is here.']);
