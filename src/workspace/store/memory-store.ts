/** A store that lives in memory and is gone with the process: for tests, browsers and `--ephemeral`. */
import { distinct, entriesBeyond } from './conditions.ts';
import { openMemoryIndex, type MemoryIndex } from './memory-index.ts';
import { sortedKeys, type SortedKeys } from './sorted-keys.ts';
import type { IndexEntry, Store } from './store.ts';

interface Held {
  readonly key: string;
  readonly position: number;
  document: string;
  entries: readonly IndexEntry[];
}

interface Collection {
  readonly documents: Map<string, Held>;
  readonly index: MemoryIndex<Held>;
  /** The position of the newest document. */
  last: number;
  /** Documents that have entries. */
  entered: number;
  /** What the entries were made by. */
  definition?: string | undefined;
  /** The keys of `documents`, from the first time somebody asked for a list: most collections are only ever read by key. */
  keys?: SortedKeys;
}

const none: readonly IndexEntry[] = [];

export function createMemoryStore(): Store {
  let collections = new Map<string, Collection>();
  /** What would take back each change of the open transaction, oldest first; undefined outside one. */
  let undo: (() => void)[] | undefined;

  function collectionOf(name: string): Collection {
    const known = collections.get(name);
    if (known) return known;
    const documents = new Map<string, Held>();
    const index = openMemoryIndex(
      () => documents.values(),
      () => made.entered,
    );
    const made: Collection = { documents, index, last: 0, entered: 0 };
    collections.set(name, made);
    return made;
  }

  function change(collection: Collection, held: Held, document: string, entries: readonly IndexEntry[]): void {
    const before = { document: held.document, entries: held.entries };
    undo?.push(() => change(collection, held, before.document, before.entries));
    held.document = document;
    if (entries === before.entries) return;
    held.entries = entries;
    collection.entered += Number(entries.length > 0) - Number(before.entries.length > 0);
    collection.index.remove(held, entriesBeyond(before.entries, entries));
    collection.index.add(held, entriesBeyond(entries, before.entries));
  }

  function insert(collection: Collection, held: Held): void {
    undo?.push(() => remove(collection, held));
    collection.documents.set(held.key, held);
    collection.keys?.add(held.key);
    collection.entered += Number(held.entries.length > 0);
    collection.index.add(held, held.entries);
  }

  function remove(collection: Collection, held: Held): void {
    undo?.push(() => insert(collection, held));
    collection.documents.delete(held.key);
    collection.keys?.delete(held.key);
    collection.entered -= Number(held.entries.length > 0);
    collection.index.remove(held, held.entries);
  }

  return {
    get: (collection, key) => collections.get(collection)?.documents.get(key)?.document,
    put(name, key, document, entries = none) {
      const collection = collectionOf(name);
      const held = collection.documents.get(key);
      if (held) {
        change(collection, held, document, distinct(entries));
        return;
      }
      const { last } = collection;
      undo?.push(() => {
        collection.last = last;
      });
      collection.last = last + 1;
      insert(collection, { key, position: last + 1, document, entries: distinct(entries) });
    },
    delete(name, key) {
      const collection = collections.get(name);
      const held = collection?.documents.get(key);
      if (!collection || !held) return false;
      remove(collection, held);
      return true;
    },
    list(name, prefix = '') {
      const collection = collections.get(name);
      if (!collection) return [];
      const keys = keysOf(collection).under(prefix);
      return keys.map((key) => [key, collection.documents.get(key)?.document ?? ''] as const);
    },
    find: (collection, where, page) =>
      (collections.get(collection)?.index.find(where, page) ?? []).map(({ key, document, position }) => ({ key, document, position })),
    tally: (collection, where) => collections.get(collection)?.index.tally(where) ?? 0,
    reindex(name, definition, entriesOf) {
      const collection = collectionOf(name);
      const before = collection.definition;
      if (before === definition) return;
      undo?.push(() => {
        collection.definition = before;
      });
      collection.definition = definition;
      for (const held of collection.documents.values()) {
        change(collection, held, held.document, distinct(entriesOf(held.document, held.key)));
      }
    },
    count: (collection) => collections.get(collection)?.documents.size ?? 0,
    transaction(work) {
      const outermost = undo === undefined;
      const steps = (undo ??= []);
      const start = steps.length;
      try {
        return work();
      } catch (error) {
        // Taking a change back is a change, too; nobody wants that one back.
        for (const step of steps.splice(start).reverse()) step();
        steps.length = start;
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

function keysOf(collection: Collection): SortedKeys {
  if (collection.keys) return collection.keys;
  const keys = sortedKeys();
  for (const key of collection.documents.keys()) keys.add(key);
  collection.keys = keys;
  return keys;
}
