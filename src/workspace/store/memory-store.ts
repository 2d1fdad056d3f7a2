/** A store that lives in memory and is gone with the process: for tests, browsers and `--ephemeral`. */
import { distinct } from './conditions.ts';
import { openEntryIndex, type EntryIndex } from './entry-index.ts';
import { sortedKeys, type SortedKeys } from './sorted-keys.ts';
import { compareKeys } from './key-order.ts';
import { isOverlay, type IndexEntry, type Store } from './store.ts';

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
    collections: () => [...collections].flatMap(([name, { documents }]) => (documents.size === 0 ? [] : [name])).sort(compareKeys),
    *rows(name) {
      const collection = collections.get(name);
      for (const key of collection ? keysOf(collection).under('') : []) {
        const held = collection?.documents.get(key);
        if (held) yield held;
      }
    },
    row: (name, key) => collections.get(name)?.documents.get(key),
    definition: (name) => collections.get(name)?.definition,
    putRow(name, row, definition) {
      const collection = collectionOf(name);
      const { last, definition: before } = collection;
      undo?.push(() => Object.assign(collection, { last, definition: before }));
      const held = collection.documents.get(row.key);
      if (held) remove(collection, held);
      if (collection.documents.size === 0 || before !== definition)
        collection.definition = collection.documents.size === 0 ? definition : undefined;
      collection.last = Math.max(last, row.position);
      insert(collection, { ...row, entries: distinct(row.entries) });
    },
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
    whenUndone(step) {
      undo?.push(step);
    },
    clear(names) {
      const before = collections;
      undo?.push(() => {
        collections = before;
      });
      const isGone = names ? (name: string) => names.includes(name) : isOverlay;
      collections = new Map([...before].filter(([name]) => !isGone(name)));
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
