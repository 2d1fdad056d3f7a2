/**
 * What is kept of an appointment beside its entry in the patient's record: who booked it and why it was cancelled, and of which version that
 * is. Those that nobody booked or cancelled here have the record alone.
 */
import type { AppointmentEntry } from '../../../src/clinical-record.ts';
import type { JsonObject } from '../../../src/contract/contract.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';

/** Keys are ids of appointments. */
const kept = 'gp-connect-appointments/appointment';

export interface Kept {
  readonly version: number;
  /** What the record said of it in this version. */
  readonly state: string;
  /** An instant. */
  readonly created?: string;
  readonly comment?: string;
  /** The organisation that booked it, as it was sent. */
  readonly booker?: JsonObject;
  /** Why it was cancelled. */
  readonly reason?: string;
}

type Held = Pick<AnyCall, 'store'>;

export function keptOf({ store }: Held, id: string): Kept | undefined {
  const text = store.get(kept, id);
  return text === undefined ? undefined : (JSON.parse(text) as Kept); // as `keep` wrote it
}

export function keep({ store }: Held, entry: AppointmentEntry, what: Omit<Kept, 'state'>): void {
  store.put(kept, entry.id, JSON.stringify({ ...what, state: stateOf(entry) } satisfies Kept));
}

const stateOf = ({ status, on, at, slot = '' }: AppointmentEntry): string => `${status} ${on} ${at} ${slot}`;

/** One more where the record has changed since: the hour has passed, or another system changed it. */
export function versionOf(entry: AppointmentEntry, known: Kept | undefined): number {
  if (known === undefined) return entry.status === 'booked' ? 1 : 2;
  return stateOf(entry) === known.state ? known.version : known.version + 1;
}
