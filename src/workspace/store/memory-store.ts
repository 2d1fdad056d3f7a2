/** A store that lives in memory and is gone with the process: for tests, browsers and `--ephemeral`. */
import { distinct } from './conditions.ts';
import { openEntryIndex, type EntryIndex } from './entry-index.ts';
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
  /** The position of the newest document. */
  last: number;
  /** What the entries were made by. */
  definition?: string | undefined;
  /** The keys of `documents`, from the first time somebody asked for a list: most collections are only ever read by key. */
  keys?: SortedKeys;
  /** From the first search. */
  index?: EntryIndex;
}

const none: readonly IndexEntry[] = [];

export function createMemoryStore(): Store {
  let collections = new Map<string, Collection>();
  /** What would take back each change of the open transaction, oldest first; undefined outside one. */
  let undo: (() => void)[] | undefined;

  function collectionOf(name: string): Collection {
    const known = collections.get(name);
    if (known) return known;
    const made: Collection = { documents: new Map(), last: 0 };
    collections.set(name, made);
    return made;
  }

  function change(collection: Collection, held: Held, document: string, entries: readonly IndexEntry[]): void {
    const before = { document: held.document, entries: held.entries };
    undo?.push(() => change(collection, held, before.document, before.entries));
    held.document = document;
    held.entries = entries;
    collection.index?.set(held.key, held.position, entries);
  }

  function insert(collection: Collection, held: Held): void {
    undo?.push(() => remove(collection, held));
    collection.documents.set(held.key, held);
    collection.keys?.add(held.key);
    collection.index?.set(held.key, held.position, held.entries);
  }

  function remove(collection: Collection, held: Held): void {
    undo?.push(() => insert(collection, held));
    collection.documents.delete(held.key);
    collection.keys?.delete(held.key);
    collection.index?.set(held.key, held.position, none);
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
    keys(name) {
      const collection = collections.get(name);
      return collection ? [...keysOf(collection).under('')] : [];
    },
    find(name, where, page) {
      const collection = collections.get(name);
      if (!collection) return [];
      return indexOf(collection)
        .find(where, page)
        .map(({ key, position }) => ({ key, document: collection.documents.get(key)?.document ?? '', position }));
    },
    tally(name, where) {
      const collection = collections.get(name);
      return collection ? indexOf(collection).tally(where) : 0;
    },
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

const indexOf = (collection: Collection): EntryIndex => (collection.index ??= openEntryIndex(collection.documents.values()));

function keysOf(collection: Collection): SortedKeys {
  if (collection.keys) return collection.keys;
  const keys = sortedKeys();
  for (const key of collection.documents.keys()) keys.add(key);
  collection.keys = keys;
  return keys;
}
