/** A store that lives in memory and is gone with the process: for tests, browsers and `--ephemeral`. */
import { compareKeys } from './key-order.ts';
import type { Store } from './store.ts';

interface Collection {
  readonly documents: Map<string, string>;
  /** The keys of `documents`, kept sorted so that a list never sorts. */
  readonly keys: string[];
}

export function createMemoryStore(): Store {
  let collections = new Map<string, Collection>();
  /** What would take back each change of the open transaction, oldest first; undefined outside one. */
  let undo: (() => void)[] | undefined;

  function set(collection: string, key: string, document: string): void {
    let held = collections.get(collection);
    if (!held) collections.set(collection, (held = { documents: new Map(), keys: [] }));
    if (!held.documents.has(key)) held.keys.splice(firstAtOrAfter(held.keys, key), 0, key);
    held.documents.set(key, document);
  }

  function remove(collection: string, key: string): void {
    const held = collections.get(collection);
    if (!held?.documents.delete(key)) return;
    held.keys.splice(firstAtOrAfter(held.keys, key), 1);
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
      if (!held) return [];
      const found: (readonly [string, string])[] = [];
      for (let i = firstAtOrAfter(held.keys, prefix); i < held.keys.length; i++) {
        const key = held.keys[i] ?? '';
        if (!key.startsWith(prefix)) break;
        found.push([key, held.documents.get(key) ?? '']);
      }
      return found;
    },
    count: (collection) => collections.get(collection)?.keys.length ?? 0,
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

/** Where `key` stands, or would stand, among sorted keys. */
function firstAtOrAfter(keys: readonly string[], key: string): number {
  const last = keys.at(-1);
  if (last === undefined || compareKeys(last, key) < 0) return keys.length;
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareKeys(keys[middle] ?? '', key) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
