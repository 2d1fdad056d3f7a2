/** A store over synchronous SQLite, whichever platform it comes from: documents, and the entries by which they are found. */
import { distinct } from './conditions.ts';
import { afterPrefix } from './key-order.ts';
import { migrate } from './migrate.ts';
import { storedIn, type Sql, type SqlRow, type StoredDocument } from './sql.ts';
import { openSqlCollections, readEntries, writtenEntries } from './sql-collection.ts';
import { isOverlay, type IndexEntry, type StoredRow, type Store } from './store.ts';

/** What a transaction knows: how to take its changes back, oldest first, and what it has read or written, so that it asks only once. */
interface Transaction {
  readonly undo: (() => void)[];
  readonly known: Map<string, StoredDocument | undefined>;
}

/** Which definition the entries of a collection were made by; the key is the collection's name. */
const definitions = '~definition';
/** Rows that are read at a time where all are: each may be large. */
const rowsAtOnce = 20;

const none: readonly IndexEntry[] = [];

/**
 * `migrations` are applied once each, in order, and leave a table `document(collection, key, position, entries, body)`. Only ever append
 * to them.
 */
export function openSqlStore(sql: Sql, migrations: readonly string[]): Store {
  sql.transaction(() => migrate(sql, migrations));

  const select = sql.prepare('SELECT position, entries, body FROM document WHERE collection = ? AND key = ?');
  const insert = sql.prepare('INSERT INTO document (collection, key, position, entries, body) VALUES (?, ?, ?, ?, ?)');
  const update = sql.prepare('UPDATE document SET entries = ?, body = ? WHERE collection = ? AND key = ?');
  const remove = sql.prepare('DELETE FROM document WHERE collection = ? AND key = ?');
  const from = sql.prepare('SELECT key, body FROM document WHERE collection = ? AND key >= ? ORDER BY key');
  const between = sql.prepare('SELECT key, body FROM document WHERE collection = ? AND key >= ? AND key < ? ORDER BY key');
  const keys = sql.prepare('SELECT key FROM document WHERE collection = ? ORDER BY key');
  const nextName = sql.prepare('SELECT collection FROM document WHERE collection > ? ORDER BY collection LIMIT 1');
  const columns = 'SELECT key, position, entries, body FROM document WHERE collection = ?';
  const everyRow = sql.prepare(columns);
  const firstRows = sql.prepare(`${columns} ORDER BY key LIMIT ${rowsAtOnce}`);
  const nextRows = sql.prepare(`${columns} AND key > ? ORDER BY key LIMIT ${rowsAtOnce}`);
  const clear = sql.prepare('DELETE FROM document WHERE collection = ?');

  const collections = openSqlCollections(sql);
  /** The definitions that were asked for since the store was opened; undefined where entries were made that nobody defined. */
  const declared = new Map<string, string | undefined>();
  let open: Transaction | undefined;

  function held(collection: string, key: string): StoredDocument | undefined {
    if (!open) return found(collection, key);
    const place = placeOf(collection, key);
    const known = open.known.get(place);
    if (known || open.known.has(place)) return known;
    const read = found(collection, key);
    open.known.set(place, read);
    return read;
  }

  function found(collection: string, key: string): StoredDocument | undefined {
    const row = select.get(collection, key);
    return row && storedIn(row);
  }

  /** Only within a transaction. */
  function change(collection: string, key: string, before: StoredDocument | undefined, after: StoredDocument | undefined): void {
    write(collection, key, before, after);
    open?.undo.push(() => write(collection, key, after, before, sql.rollsBack));
  }

  /** Makes the row say `after`, unless it does so already, and everything that is known of it. */
  function write(
    collection: string,
    key: string,
    before: StoredDocument | undefined,
    after: StoredDocument | undefined,
    isWritten = false,
  ): void {
    if (!isWritten) {
      if (!after) remove.run(collection, key);
      else if (before) update.run(after.entries, after.document, collection, key);
      else insert.run(collection, key, after.position, after.entries, after.document);
    }
    collections.of(collection).account(key, before, after);
    open?.known.set(placeOf(collection, key), after);
  }

  function put(collection: string, key: string, document: string, entries: readonly IndexEntry[]): void {
    if (entries.length > 0) vouch(collection);
    const before = held(collection, key);
    const position = before?.position ?? collections.of(collection).next();
    change(collection, key, before, { position, document, entries: writtenEntries(distinct(entries)) });
  }

  /** Before entries are made: what the file says about those of the collection must stay true. */
  function vouch(collection: string): void {
    if (!declared.has(collection)) {
      declare(collection, undefined);
      writeDown(collection, undefined);
    } else if (collections.of(collection).count() === 0) writeDown(collection, declared.get(collection));
  }

  function declare(collection: string, definition: string | undefined): void {
    declared.set(collection, definition);
    open?.undo.push(() => declared.delete(collection));
  }

  function writeDown(collection: string, definition: string | undefined): void {
    const before = held(definitions, collection);
    if (before?.document === definition) return;
    const position = before?.position ?? collections.of(definitions).next();
    change(definitions, collection, before, definition === undefined ? undefined : { position, document: definition, entries: '' });
  }

  function transaction<T>(work: () => T): T {
    const outermost = open === undefined;
    const { undo } = (open ??= { undo: [], known: new Map() });
    const start = undo.length;
    try {
      return sql.transaction(work);
    } catch (error) {
      for (const step of undo.splice(start).reverse()) step();
      throw error;
    } finally {
      if (outermost) open = undefined;
    }
  }

  const atOnce = (work: () => void): void => (open ? work() : transaction(work));

  /** Only within a transaction. */
  function drop(collection: string): void {
    const rows = sql.rollsBack ? [] : everyRow.all(collection);
    const forget = (): void => {
      collections.forget(collection);
      declared.delete(collection);
      open?.known.clear();
    };
    writeDown(collection, undefined);
    clear.run(collection);
    forget();
    open?.undo.push(() => {
      for (const { key, position, entries, body } of rows)
        insert.run(collection, String(key), Number(position), String(entries), String(body));
      forget();
    });
  }

  function names(): readonly string[] {
    const found: string[] = [];
    for (let row = nextName.get(''); row; row = nextName.get(found.at(-1) ?? '')) found.push(String(row['collection']));
    return found;
  }

  /** What the file says of a collection that nobody asked about yet. */
  const definitionOf = (collection: string): string | undefined =>
    declared.has(collection) ? declared.get(collection) : held(definitions, collection)?.document;

  function putRow(collection: string, { key, position, entries, document }: StoredRow, definition: string | undefined): void {
    const before = held(collection, key);
    if (before) change(collection, key, before, undefined);
    const isFirst = collections.of(collection).count() === 0;
    if (isFirst || definitionOf(collection) !== definition) {
      const made = isFirst ? definition : undefined;
      declare(collection, made);
      writeDown(collection, made);
    }
    change(collection, key, undefined, { position, document, entries: writtenEntries(distinct(entries)) });
  }

  const list: Store['list'] = (collection, prefix = '') => {
    const end = afterPrefix(prefix);
    const rows = end === undefined ? from.all(collection, prefix) : between.all(collection, prefix, end);
    return rows.map((row) => [String(row['key']), String(row['body'])] as const);
  };

  return {
    get: (collection, key) => held(collection, key)?.document,
    put: (collection, key, document, entries = none) => atOnce(() => put(collection, key, document, entries)),
    delete(collection, key) {
      const before = held(collection, key);
      if (before) atOnce(() => change(collection, key, before, undefined));
      return before !== undefined;
    },
    list,
    keys: (collection) => keys.all(collection).map((row) => String(row['key'])),
    find(collection, where, page) {
      const documents = collections.of(collection).index().find(where, page);
      return documents.map(({ key, position }) => ({ key, document: held(collection, key)?.document ?? '', position }));
    },
    tally: (collection, where) => collections.of(collection).index().tally(where),
    reindex(collection, definition, entriesOf) {
      if (declared.get(collection) === definition) return;
      atOnce(() => {
        declare(collection, definition);
        if (collections.of(collection).count() === 0 || held(definitions, collection)?.document === definition) return;
        for (const [key, document] of list(collection)) {
          const before = held(collection, key);
          const entries = writtenEntries(distinct(entriesOf(document, key)));
          if (before && before.entries !== entries) change(collection, key, before, { ...before, entries });
        }
        writeDown(collection, definition);
      });
    },
    count: (collection) => collections.of(collection).count(),
    collections: () => names().filter((name) => name !== definitions),
    *rows(collection) {
      let page = firstRows.all(collection);
      while (page.length > 0) {
        for (const row of page) yield rowOf(row);
        if (page.length < rowsAtOnce) return;
        page = nextRows.all(collection, String(page.at(-1)?.['key']));
      }
    },
    row(collection, key) {
      const there = held(collection, key);
      return there && { key, position: there.position, entries: readEntries(there.entries), document: there.document };
    },
    definition: definitionOf,
    putRow: (collection, row, definition) => atOnce(() => putRow(collection, row, definition)),
    transaction,
    whenUndone(step) {
      open?.undo.push(step);
    },
    clear: (which) => atOnce(() => (which ?? names().filter(isOverlay)).forEach(drop)),
    close: () => sql.close(),
  };
}

function rowOf(row: SqlRow): StoredRow {
  const { position, entries, document } = storedIn(row);
  return { key: String(row['key']), position, entries: readEntries(entries), document };
}

const placeOf = (collection: string, key: string): string => `${collection}\0${key}`;
