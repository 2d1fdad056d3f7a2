/** A copy of what is stored in a workspace, for a fork in the same process: its rows are copied as they lie there. */
import { createMemoryStore } from '../../workspace/store/memory-store.ts';
import type { Store } from '../../workspace/store/store.ts';

/** All but what is known of exchanges: those are the other's. Snapshots are copied, too. */
export function copiedStore(store: Store): Store {
  const copy = createMemoryStore();
  for (const collection of store.collections()) {
    if (exchanged.has(collection)) continue;
    const definition = store.definition(collection);
    for (const row of store.rows(collection)) copy.putRow(collection, row, definition);
  }
  return copy;
}

const exchanged: ReadonlySet<string> = new Set(['~journal', '~control-journal', '~counters']);
