/** Where a home that keeps nothing keeps its workspaces: in memory, until they are dropped. */
import { createMemoryStore } from '../workspace/store/memory-store.ts';
import type { Store } from '../workspace/store/store.ts';
import type { Stores } from './open-workspaces.ts';

export function memoryStores(): Stores {
  const stores = new Map<string, Store>();
  return {
    open({ id }) {
      const known = stores.get(id) ?? createMemoryStore();
      stores.set(id, known);
      return known;
    },
    drop: (id) => void stores.delete(id),
  };
}
