/** A store that lives in memory and is gone with the process: for tests, browsers and `--ephemeral`. */
import { compareKeys } from './key-order.ts';
import type { Store } from './store.ts';

interface Collection {
  readonly documents: Map<string, string>;
  /** The keys of `documents`: put in order when somebody lists, since most collections are written far more often. Undefined after a delete. */
  keys: string[] | undefined;
  inOrder: boolean;
}

export function createMemoryStore(): Store {
  let collections = new Map<string, Collection>();
  /** What would take back each change of the open transaction, oldest first; undefined outside one. */
  let undo: (() => void)[] | undefined;

  function set(collection: string, key: string, document: string): void {
    let held = collections.get(collection);
    if (!held) collections.set(collection, (held = { documents: new Map(), keys: [], inOrder: true }));
    if (held.keys && !held.documents.has(key)) {
      const last = held.keys.at(-1);
      held.inOrder &&= last === undefined || compareKeys(last, key) < 0;
      held.keys.push(key);
    }
    held.documents.set(key, document);
  }

  function remove(collection: string, key: string): void {
    const held = collections.get(collection);
    if (held?.documents.delete(key)) held.keys = undefined;
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
      const keys = keysInOrder(held);
      const found: (readonly [string, string])[] = [];
      for (let i = firstAtOrAfter(keys, prefix); i < keys.length; i++) {
        const key = keys[i] ?? '';
        if (!key.startsWith(prefix)) break;
        found.push([key, held.documents.get(key) ?? '']);
      }
      return found;
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

/** Sorting what is in order but for a few keys at the end takes little more than one look at each. */
function keysInOrder(held: Collection): readonly string[] {
  if (held.keys && held.inOrder) return held.keys;
  held.keys ??= [...held.documents.keys()];
  held.keys.sort(compareKeys);
  held.inOrder = true;
  return held.keys;
}

/** Where `key` stands, or would stand, among keys in order. */
function firstAtOrAfter(keys: readonly string[], key: string): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareKeys(keys[middle] ?? '', key) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
