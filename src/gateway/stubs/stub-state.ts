/** What became of the stubs of a workspace: how often each answered, and the states of scenarios. Part of the overlay: a reset begins anew. */
import type { Store } from '../../workspace/store/store.ts';
import { firstState } from './stub.ts';

/** Names that no API's collections have: theirs have a slash. */
const uses = 'stub uses';
const scenarios = 'stub scenarios';

export const usesOf = (store: Store, id: string): number => Number(store.get(uses, id) ?? 0);

/** Counts one more, and tells how many that makes. */
export function countUse(store: Store, id: string): number {
  const count = usesOf(store, id) + 1;
  store.put(uses, id, String(count));
  return count;
}

/** Another stub of the same id begins anew. */
export const forgetUses = (store: Store, id: string): void => void store.delete(uses, id);

/** All stubs are gone, and with them what became of them. */
export const forgetStubs = (store: Store): void => store.clear([uses, scenarios]);

export const stateOf = (store: Store, scenario: string): string => store.get(scenarios, scenario) ?? firstState;

export const setState = (store: Store, scenario: string, state: string): void => store.put(scenarios, scenario, state);

/** Those that are no more in the state in which they began, and those. */
export const allStates = (store: Store): Readonly<Record<string, string>> => Object.fromEntries(store.list(scenarios));
