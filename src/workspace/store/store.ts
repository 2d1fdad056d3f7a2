/**
 * The storage port: documents (JSON text) in collections, synchronous on purpose, so that one request is one transaction. Collections whose
 * name begins with `~` are the workspace's own (journal, settings, snapshots …); all others are its overlay.
 */

export interface Store {
  get(collection: string, key: string): string | undefined;
  /** Replaces the document and all its entries; without entries it has none. A document keeps the position that its first put gave it. */
  put(collection: string, key: string, document: string, entries?: readonly IndexEntry[]): void;
  /** True when there was something to delete. */
  delete(collection: string, key: string): boolean;
  /** Documents whose key begins with `prefix`, in code-point order of the key. A snapshot: safe to write while reading. */
  list(collection: string, prefix?: string): readonly (readonly [key: string, document: string])[];
  /** All keys of the collection, in code-point order, without a document being read. */
  keys(collection: string): readonly string[];
  /** Documents whose entries meet every condition, in order of position. There must be a condition. A snapshot, too. */
  find(collection: string, where: readonly Condition[], page: Page): readonly Found[];
  /** How many documents `find` would give in all. */
  tally(collection: string, where: readonly Condition[]): number;
  /**
   * Sees to it that every document of the collection has the entries of this definition: those that were put under another one, or by a
   * release that made none, get theirs from `entriesOf`. To be asked before `find`; it costs nothing where the definition is the last one.
   * A collection has one definition at a time.
   */
  reindex(collection: string, definition: string, entriesOf: (document: string, key: string) => readonly IndexEntry[]): void;
  count(collection: string): number;
  /** The names of the collections that hold a document, in code-point order. */
  collections(): readonly string[];
  /** Every document of the collection as it lies there, in code-point order of the key. Others may be written meanwhile, this one may not. */
  rows(collection: string): Iterable<StoredRow>;
  /** One of them, as it lies there now. */
  row(collection: string, key: string): StoredRow | undefined;
  /** What the entries of the collection were made by; undefined where nobody said. */
  definition(collection: string): string | undefined;
  /** Puts a row back as `rows` gave it: under its key, at its position, with the entries that this definition made of it. */
  putRow(collection: string, row: StoredRow, definition?: string): void;
  /** Runs `work`; when it throws, every change made inside is undone and the error passes on. Nested calls join the outer one. */
  transaction<T>(work: () => T): T;
  /** Has `step` run if what happens in the transaction that is open is undone: for what is known of the store in memory. */
  whenUndone(step: () => void): void;
  /** Deletes every document of these collections: of the overlay, where none are named. */
  clear(collections?: readonly string[]): void;
  /** Makes what has been written durable and lets go of the file. Nothing may be called after. */
  close(): void;
}

/** One document with everything that is stored beside it. */
export interface StoredRow {
  readonly key: string;
  readonly position: number;
  readonly entries: readonly IndexEntry[];
  readonly document: string;
}

/** Whether a collection is part of the overlay, which a reset deletes. */
export const isOverlay = (collection: string): boolean => !collection.startsWith('~');

/** Collections of rules begin with this: they are the workspace's own, and go where its settings go. */
export const rulesPrefix = '~rules/';

/** Whether a snapshot keeps the rows of a collection: the overlay, and the rules. */
export const isOfSnapshots = (collection: string): boolean => isOverlay(collection) || collection.startsWith(rulesPrefix);

/** By what a document can be found. */
export interface IndexEntry {
  readonly name: string;
  readonly value: string;
}

/** An entry of this name with one of the values, or with a value in a range in code-point order (`from` inclusive, `to` exclusive). */
export type Condition =
  | { readonly name: string; readonly anyOf: readonly string[] }
  | { readonly name: string; readonly from?: string; readonly to?: string };

export interface Page {
  /** The position of the last one seen. */
  readonly after?: number;
  /** So many are passed over first, without their documents being read. */
  readonly skip?: number;
  readonly limit: number;
}

export interface Found {
  readonly key: string;
  readonly document: string;
  /** 1 for the first document that was ever put into the collection, and more for each later one. */
  readonly position: number;
}
