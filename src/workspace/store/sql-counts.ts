/** How many documents there are, kept in memory: SQLite counts by reading every row, and nobody else writes. */
import type { IndexEntry } from './store.ts';
import type { Held, Sql } from './sql.ts';

export interface Counts {
  readonly documents: number;
  /** Documents that have entries. */
  readonly entered: number;
  /** The position of the newest document. */
  readonly last: number;
}

export interface SqlCounts {
  of(collection: string): Counts;
  /** Documents that have the entry. */
  having(collection: string, entry: IndexEntry): number;
  /** Takes a change into account. The answer takes it out again. */
  account(collection: string, change: Change): () => void;
  /** Forgets everything. The answer remembers it again. */
  forget(): () => void;
}

export interface Change {
  readonly before: Held | undefined;
  readonly after: Held | undefined;
  readonly gone: readonly IndexEntry[];
  readonly come: readonly IndexEntry[];
}

/** Fewer than this are counted anew each time. */
const many = 64;
/** Entries of many documents whose number is remembered, at most. */
const mostRemembered = 2_000;

export function openSqlCounts(sql: Sql): SqlCounts {
  const count = sql.prepare(
    "SELECT count(*) AS documents, count(nullif(entries, '')) AS entered, coalesce(max(position), 0) AS last FROM document WHERE collection = ?",
  );
  const having = 'FROM entry WHERE collection = ? AND name = ? AND value = ?';
  const countFew = sql.prepare(`SELECT count(*) AS documents FROM (SELECT 1 ${having} LIMIT ${many})`);
  const countAll = sql.prepare(`SELECT count(*) AS documents ${having}`);
  const collections = new Map<string, Counts>();
  const entries = new Map<string, number>();

  function of(collection: string): Counts {
    const known = collections.get(collection);
    if (known) return known;
    const row = count.get(collection);
    const counted = { documents: Number(row?.['documents']), entered: Number(row?.['entered']), last: Number(row?.['last']) };
    collections.set(collection, counted);
    return counted;
  }

  function accountEntry(collection: string, entry: IndexEntry, difference: number): () => void {
    const place = placeOf(collection, entry);
    const known = entries.get(place);
    if (known !== undefined) entries.set(place, known + difference);
    return () => restore(entries, place, known);
  }

  return {
    of,
    having(collection, entry) {
      const place = placeOf(collection, entry);
      const known = entries.get(place);
      if (known !== undefined) return known;
      const few = Number(countFew.get(collection, entry.name, entry.value)?.['documents']);
      if (few < many) return few;
      const counted = Number(countAll.get(collection, entry.name, entry.value)?.['documents']);
      if (entries.size >= mostRemembered) entries.clear();
      entries.set(place, counted);
      return counted;
    },
    account(collection, { before, after, gone, come }) {
      const known = collections.get(collection);
      if (known) {
        collections.set(collection, {
          documents: known.documents + Number(after !== undefined) - Number(before !== undefined),
          entered: known.entered + Number(hasEntries(after)) - Number(hasEntries(before)),
          last: Math.max(known.last, after?.position ?? 0),
        });
      }
      const undo = [
        ...gone.map((entry) => accountEntry(collection, entry, -1)),
        ...come.map((entry) => accountEntry(collection, entry, 1)),
      ];
      return () => {
        restore(collections, collection, known);
        for (const step of undo) step();
      };
    },
    forget() {
      const known = new Map(collections);
      collections.clear();
      entries.clear();
      return () => {
        entries.clear();
        collections.clear();
        for (const [collection, counted] of known) collections.set(collection, counted);
      };
    },
  };
}

const hasEntries = (held: Held | undefined): boolean => held !== undefined && held.entries !== '';

const placeOf = (collection: string, { name, value }: IndexEntry): string => `${collection}\0${name}\0${value}`;

function restore<T>(map: Map<string, T>, key: string, value: T | undefined): void {
  if (value === undefined) map.delete(key);
  else map.set(key, value);
}
