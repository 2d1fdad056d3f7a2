/** The index of one collection, in memory: what `find` and `tally` look at instead of the documents. */
import { approach, entriesBeyond, meetsAll } from './conditions.ts';
import { openEntryValues, indexOfPosition, type Entered, type EntryValues } from './entry-values.ts';
import type { Condition, IndexEntry, Page } from './store.ts';

export interface EntryIndex {
  /** From now on the document of this key has these entries, and no others; without any it is not found. */
  set(key: string, position: number, entries: readonly IndexEntry[]): void;
  find(where: readonly Condition[], page: Page): readonly Entered[];
  tally(where: readonly Condition[]): number;
}

type Document = { -readonly [Member in keyof Entered]: Entered[Member] };

/** `all` in order of position. */
export function openEntryIndex(all: Iterable<Entered>): EntryIndex {
  const documents = new Map<string, Document>();
  /** Most names are only ever written: one is indexed when it is first searched by. */
  const names = new Map<string, EntryValues>();
  /** Names of which a document has had several entries. */
  const repeated = new Set<string>();
  /** What had to be counted one by one, until something changes. */
  const tallies = new Map<string, number>();

  function set(key: string, position: number, entries: readonly IndexEntry[]): void {
    tallies.clear();
    const document = documents.get(key) ?? { key, position, entries: [] };
    const before = document.entries;
    document.entries = entries;
    if (entries.length === 0) documents.delete(key);
    else if (before.length === 0) documents.set(key, document);
    if (names.size === 0) return;
    for (const { name, value } of entriesBeyond(before, entries)) names.get(name)?.remove(value, document);
    for (const entry of entriesBeyond(entries, before)) add(document, entry);
  }

  function add(document: Document, { name, value }: IndexEntry): void {
    const values = names.get(name);
    if (!values) return;
    values.add(value, document);
    if (document.entries.some((other) => other.name === name && other.value !== value)) repeated.add(name);
  }

  function valuesOf(name: string): EntryValues {
    const known = names.get(name);
    if (known) return known;
    const values = openEntryValues();
    names.set(name, values);
    for (const document of documents.values()) {
      for (const entry of document.entries) if (entry.name === name) add(document, entry);
    }
    return values;
  }

  function approachTo(where: readonly Condition[], limit: number) {
    const sizeOf = (condition: Condition): number => valuesOf(condition.name).sizeOf(condition);
    return approach(where, { limit, sizeOf, all: documents.size });
  }

  function holdsFor(condition: Condition): ReadonlySet<Entered> {
    const found = new Set<Entered>();
    for (const list of valuesOf(condition.name).listsOf(condition)) for (const document of list) found.add(document);
    return found;
  }

  /** What the condition holds for, in order of position. */
  function inOrder(condition: Condition): readonly Entered[] {
    const value = 'anyOf' in condition && condition.anyOf.length === 1 ? condition.anyOf[0] : undefined;
    if (value !== undefined) return valuesOf(condition.name).of(value);
    return [...holdsFor(condition)].sort((a, b) => a.position - b.position);
  }

  for (const { key, position, entries } of all) set(key, position, entries);

  return {
    set,
    find(where, { after = 0, skip = 0, limit }) {
      const { driver, others } = approachTo(where, skip + limit);
      const found: Entered[] = [];
      if (!driver) return found;
      const candidates = inOrder(driver);
      const first = after === 0 ? 0 : indexOfPosition(candidates, after + 1);
      let left = others.length === 0 ? 0 : skip;
      for (let at = others.length === 0 ? first + skip : first; at < candidates.length && found.length < limit; at++) {
        const document = candidates[at];
        if (!document || !meetsAll(document.entries, others)) continue;
        if (left > 0) left--;
        else found.push(document);
      }
      return found;
    },
    tally(where) {
      const { driver, others } = approachTo(where, Infinity);
      if (!driver) return 0;
      if (others.length === 0 && !repeated.has(driver.name)) return valuesOf(driver.name).sizeOf(driver);
      const place = JSON.stringify(where);
      const known = tallies.get(place);
      if (known !== undefined) return known;
      let counted = 0;
      for (const { entries } of holdsFor(driver)) if (meetsAll(entries, others)) counted++;
      tallies.set(place, counted);
      return counted;
    },
  };
}
