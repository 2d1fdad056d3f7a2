/**
 * What is known in memory of one collection of a SQLite store, read when it is first asked for: how many documents there are, and by which
 * entries they are found. A row holds its own entries as text. In a table of their own, six entries would make a write five times as
 * expensive, since each lies on another page, and at the edge every row that is written is charged.
 */
import { openEntryIndex, type EntryIndex } from './entry-index.ts';
import type { StoredDocument, Sql } from './sql.ts';
import type { IndexEntry } from './store.ts';

export interface SqlCollection {
  count(): number;
  /** The position of the next document. */
  next(): number;
  index(): EntryIndex;
  /** To be told of every change of a row, and of every change that is taken back. */
  account(key: string, before: StoredDocument | undefined, after: StoredDocument | undefined): void;
}

/** For every collection the one that is known, for as long as it is not forgotten. */
export interface SqlCollections {
  of(collection: string): SqlCollection;
  forget(collection: string): void;
}

export function openSqlCollections(sql: Sql): SqlCollections {
  const count = sql.prepare('SELECT count(*) AS documents, coalesce(max(position), 0) AS last FROM document WHERE collection = ?');
  const entered = sql.prepare("SELECT key, position, entries FROM document WHERE collection = ? AND entries <> ''");
  const known = new Map<string, SqlCollection>();

  function* read(collection: string) {
    for (const { key, position, entries } of entered.iterate(collection)) {
      yield { key: String(key), position: Number(position), entries: readEntries(String(entries)) };
    }
  }

  function openCollection(collection: string): SqlCollection {
    let counted: { documents: number; last: number } | undefined;
    let index: EntryIndex | undefined;
    function counts() {
      if (counted) return counted;
      const row = count.get(collection);
      return (counted = { documents: Number(row?.['documents']), last: Number(row?.['last']) });
    }
    return {
      count: () => counts().documents,
      next: () => counts().last + 1,
      index: () => (index ??= openEntryIndex([...read(collection)].sort((a, b) => a.position - b.position))),
      account(key, before, after) {
        if (counted) {
          counted.documents += Number(after !== undefined) - Number(before !== undefined);
          if (after) counted.last = Math.max(counted.last, after.position);
          else if (before?.position === counted.last) counted.last--;
        }
        const held = after ?? before;
        if (index && held && (before?.entries ?? '') !== (after?.entries ?? '')) {
          index.set(key, held.position, readEntries(after?.entries ?? ''));
        }
      },
    };
  }

  return {
    of(collection) {
      const opened = known.get(collection) ?? openCollection(collection);
      known.set(collection, opened);
      return opened;
    },
    forget(collection) {
      known.delete(collection);
    },
  };
}

/** Entries as one text, as a document's row has them; '' for none. */
export function writtenEntries(entries: readonly IndexEntry[]): string {
  if (entries.length === 0) return '';
  const flat: string[] = [];
  for (const { name, value } of entries) flat.push(name, value);
  return JSON.stringify(flat);
}

export function readEntries(text: string): readonly IndexEntry[] {
  if (text === '') return [];
  const flat: readonly string[] = JSON.parse(text);
  const entries: IndexEntry[] = [];
  for (let i = 0; i < flat.length; i += 2) entries.push({ name: flat[i] ?? '', value: flat[i + 1] ?? '' });
  return entries;
}
