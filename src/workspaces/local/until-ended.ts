/** The store of a workspace that may end while a request waits: from then on it refuses everything, so that nothing of the workspace comes back. */
import type { Problem } from '../../mock/problem.ts';
import { StoreRefusal } from '../../workspace/store/guarded-store.ts';
import type { Store } from '../../workspace/store/store.ts';

export function storeUntil(hasEnded: () => boolean, store: Store): Store {
  const guarded = Object.entries(store).map(([name, method]: [string, (...given: unknown[]) => unknown]) => [
    name,
    (...given: unknown[]) => {
      if (hasEnded()) throw new StoreRefusal(ended);
      return method(...given);
    },
  ]);
  return {
    ...(Object.fromEntries(guarded) as Store), // the same methods under the same names
    // Whoever ended it has still to be told so, in a turn that stores nothing.
    transaction: (work) => (hasEnded() ? work() : store.transaction(work)),
  };
}

export const ended: Problem = { problem: 'unauthorised', message: 'This workspace has been deleted.' };
