/** A store that lives in memory and is gone with the process: for tests, browsers and `--ephemeral`. */
import { sortedKeys, type SortedKeys } from './sorted-keys.ts';
import type { Store } from './store.ts';

interface Collection {
  readonly documents: Map<string, string>;
  /** The keys of `documents`, from the first time somebody asked for a list: most collections are only ever read by key. */
  keys?: SortedKeys;
}

export function createMemoryStore(): Store {
  let collections = new Map<string, Collection>();
  /** What would take back each change of the open transaction, oldest first; undefined outside one. */
  let undo: (() => void)[] | undefined;

  function set(collection: string, key: string, document: string): void {
    let held = collections.get(collection);
    if (!held) collections.set(collection, (held = { documents: new Map() }));
    if (held.keys && !held.documents.has(key)) held.keys.add(key);
    held.documents.set(key, document);
  }

  function remove(collection: string, key: string): void {
    const held = collections.get(collection);
    if (held?.documents.delete(key)) held.keys?.delete(key);
  }

  function rememberHowToRestore(collection: string, key: string): void {
    if (!undo) return;
    const before = collections.get(collection)?.documents.get(key);
    undo.push(before === undefined ? () => remove(collection, key) : () => set(collection, key, before));
  }

  return {
    get: (collection, key) => collections.get(collection)?.documents.get(key),
    put(collection, key, document) {
      rememberHowToRestore(collection, key);
      set(collection, key, document);
    },
    delete(collection, key) {
      if (!collections.get(collection)?.documents.has(key)) return false;
      rememberHowToRestore(collection, key);
      remove(collection, key);
      return true;
    },
    list(collection, prefix = '') {
      const held = collections.get(collection);
      return held
        ? keysOf(held)
            .under(prefix)
            .map((key) => [key, held.documents.get(key) ?? ''] as const)
        : [];
    },
    count: (collection) => collections.get(collection)?.documents.size ?? 0,
    transaction(work) {
      const outermost = undo === undefined;
      const steps = (undo ??= []);
      const start = steps.length;
      try {
        return work();
      } catch (error) {
        while (steps.length > start) steps.pop()?.();
        throw error;
      } finally {
        if (outermost) undo = undefined;
      }
    },
    clear() {
      const before = collections;
      undo?.push(() => {
        collections = before;
      });
      collections = new Map();
    },
    close() {},
  };
}

function keysOf(held: Collection): SortedKeys {
  if (held.keys) return held.keys;
  const keys = sortedKeys();
  for (const key of held.documents.keys()) keys.add(key);
  held.keys = keys;
  return keys;
}
