/** Slots of diaries that clients of a workspace have taken, besides those that were never free. */
import type { Entry } from '../../clinical-record.ts';
import type { JsonObject } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';
import type { Call } from '../../mock/call.ts';
import type { Problem } from '../../mock/problem.ts';
import type { Store } from '../../workspace/store/store.ts';

/** Collections of APIs have a path in their name. */
const collection = 'slots taken';

export const isSlotTaken = (store: Store, slot: string): boolean =>
  store.count(collection) > 0 && store.get(collection, slot) !== undefined;

/** An appointment takes its slot while it stands, and leaves the one that it had. */
export function keepSlots(store: Store, before: Entry | undefined, entry: Entry | undefined): void {
  const [left, taken] = [slotOf(before), slotOf(entry)];
  if (left === taken) return;
  if (left !== undefined) store.delete(collection, left);
  if (taken !== undefined) store.put(collection, taken, entry?.id ?? '');
}

function slotOf(entry: Entry | undefined): string | undefined {
  return entry?.kind === 'appointment' && entry.status !== 'cancelled' ? entry.slot : undefined;
}

/** Why an appointment cannot be made: somebody has the slot. What no diary knows is no slot of the world's. */
export function slotRefusal({ store, population }: Call, { slot }: JsonObject): Problem | undefined {
  const references = isArray(slot) ? slot.filter(isObject).map(({ reference }) => reference) : [];
  for (const [at, reference] of references.entries()) {
    const id = typeof reference === 'string' ? reference.slice(reference.lastIndexOf('/') + 1) : '';
    const known = population.slot(id);
    if (known && (!known.isFree || isSlotTaken(store, id)))
      return {
        problem: 'conflict',
        message: 'The slot is taken.',
        faults: [{ in: 'body', pointer: `/slot/${at}/reference`, keyword: 'free', message: 'must be a slot that is free' }],
      };
  }
  return undefined;
}
