/** The index of one collection in memory: for each name that was ever searched by, the documents of each value in order of position. */
import { approach, longestGathering, meetsAll, onlyValue } from './conditions.ts';
import { firstThat } from './first-that.ts';
import { compareKeys } from './key-order.ts';
import { sortedKeys, type SortedKeys } from './sorted-keys.ts';
import type { Condition, IndexEntry, Page } from './store.ts';

/** `entries` may change, as long as the index is told. */
export interface Entered {
  readonly position: number;
  readonly entries: readonly IndexEntry[];
}

export interface MemoryIndex<T> {
  add(document: T, entries: readonly IndexEntry[]): void;
  remove(document: T, entries: readonly IndexEntry[]): void;
  find(where: readonly Condition[], page: Page): readonly T[];
  tally(where: readonly Condition[]): number;
}

interface Values<T> {
  /** None is empty. */
  readonly documents: Map<string, T[]>;
  /** From the first range that was asked for. */
  inOrder?: SortedKeys;
}

/**
 * `all` are the documents of the collection, `entered` is how many of them have entries. Names are indexed when they are first searched by:
 * most are only ever written.
 */
export function openMemoryIndex<T extends Entered>(all: () => Iterable<T>, entered: () => number): MemoryIndex<T> {
  const names = new Map<string, Values<T>>();

  function add(document: T, entries: readonly IndexEntry[]): void {
    if (names.size === 0) return;
    for (const { name, value } of entries) {
      const values = names.get(name);
      if (values) insert(values, value, document);
    }
  }

  function remove(document: T, entries: readonly IndexEntry[]): void {
    if (names.size === 0) return;
    for (const { name, value } of entries) {
      const values = names.get(name);
      const documents = values?.documents.get(value);
      const at = documents ? placeOf(documents, document.position) : -1;
      if (documents?.[at] !== document) continue;
      documents.splice(at, 1);
      if (documents.length > 0) continue;
      values?.documents.delete(value);
      values?.inOrder?.delete(value);
    }
  }

  function valuesOf(name: string): Values<T> {
    const known = names.get(name);
    if (known) return known;
    const values: Values<T> = { documents: new Map() };
    names.set(name, values);
    for (const document of all()) {
      for (const entry of document.entries) if (entry.name === name) insert(values, entry.value, document);
    }
    return values;
  }

  /** The lists of documents that make up what the condition holds for. A document may be in several. */
  function* listsOf(condition: Condition): Generator<readonly T[]> {
    const values = valuesOf(condition.name);
    for (const value of 'anyOf' in condition ? new Set(condition.anyOf) : between(values, condition.from, condition.to)) {
      const documents = values.documents.get(value);
      if (documents) yield documents;
    }
  }

  function sizeOf(condition: Condition): number {
    let size = 0;
    for (const { length } of listsOf(condition)) {
      size += length;
      if (size >= longestGathering && !('anyOf' in condition)) break;
    }
    return size;
  }

  /** Documents the condition holds for, in order of position, and where those behind position `after` begin. */
  function candidates(condition: Condition, after: number): readonly [documents: readonly T[], start: number] {
    const value = onlyValue(condition);
    if (value !== undefined) {
      const documents = valuesOf(condition.name).documents.get(value) ?? [];
      return [documents, after === 0 ? 0 : placeOf(documents, after + 1)];
    }
    const gathered = new Set<T>();
    for (const documents of listsOf(condition)) for (const document of documents) if (document.position > after) gathered.add(document);
    return [[...gathered].sort((a, b) => a.position - b.position), 0];
  }

  return {
    add,
    remove,
    find(where, { after = 0, limit }) {
      const { driver, others } = approach(where, { limit, sizeOf, entered });
      const found: T[] = [];
      if (!driver) return found;
      const [documents, start] = candidates(driver, after);
      for (let at = start; at < documents.length && found.length < limit; at++) {
        const document = documents[at];
        if (document && meetsAll(document.entries, others)) found.push(document);
      }
      return found;
    },
    tally(where) {
      const { driver, others } = approach(where, { limit: Infinity, sizeOf, entered });
      if (!driver) return 0;
      const [documents] = candidates(driver, 0);
      return others.length === 0 ? documents.length : documents.filter(({ entries }) => meetsAll(entries, others)).length;
    },
  };
}

function insert<T extends Entered>(values: Values<T>, value: string, document: T): void {
  const documents = values.documents.get(value);
  if (!documents) {
    values.documents.set(value, [document]);
    values.inOrder?.add(value);
  } else if ((documents.at(-1)?.position ?? 0) < document.position) documents.push(document);
  else documents.splice(placeOf(documents, document.position), 0, document);
}

function* between<T>(values: Values<T>, from = '', to?: string): Generator<string> {
  if (!values.inOrder) {
    values.inOrder = sortedKeys();
    for (const value of values.documents.keys()) values.inOrder.add(value);
  }
  for (const value of values.inOrder.from(from)) {
    if (to !== undefined && compareKeys(value, to) >= 0) return;
    yield value;
  }
}

/** Where the document of this position stands, or would stand. */
const placeOf = (documents: readonly Entered[], position: number): number =>
  firstThat(documents.length, (i) => (documents[i]?.position ?? 0) >= position);
