/** Slots that bookings have taken: also those of people whom nobody here knows, of whom there is no record. Keys are ids of slots. */
import type { Call } from '../../src/mock/call.ts';

const taken = 'booking-and-referral/slot';

type Held = Pick<Call, 'store' | 'population'>;

/** The booking that has it; undefined where nobody has. */
const holderOf = ({ store }: Held, slot: string): string | undefined => store.get(taken, slot);

/** Whether a booking may have it: it is free, or its own, or none of any diary. */
export function isOpenTo(call: Held, slot: string, booking?: string): boolean {
  const known = call.population.slot(slot);
  if (!known) return true;
  const holder = holderOf(call, slot);
  return holder === undefined ? known.isFree : holder === booking;
}

/** Those of them that are taken, to be asked of each slot of a search. */
export function takenSlots({ store }: Held): ReadonlySet<string> {
  return new Set(store.count(taken) === 0 ? [] : store.keys(taken));
}

export function take({ store, population }: Held, slot: string, booking: string): void {
  if (population.slot(slot)) store.put(taken, slot, booking);
}

export function giveBack({ store }: Held, slot: string, booking: string): void {
  if (store.get(taken, slot) === booking) store.delete(taken, slot);
}
