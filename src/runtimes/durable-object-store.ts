/** The store of the edge runtime: the SQLite database of one Durable Object. */
import type { DurableObjectStorage } from 'cloudflare:workers';
import { openSqlStore, type Sql } from '../workspace/store/sql-store.ts';
import type { Store } from '../workspace/store/store.ts';

/** Without row ids, since every row and every index entry that is written is charged for. */
const migrations = [
  'CREATE TABLE document (collection TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (collection, key)) WITHOUT ROWID',
];

/** What a transaction knows: how to take its changes back, oldest first, and what it has read or written, so that it asks only once. */
interface Transaction {
  readonly undo: (() => void)[];
  readonly known: Map<string, string | undefined>;
}

/**
 * Everything that happens without an `await` in between is written as a whole or not at all; the platform sees to that. What is left of a
 * transaction is to take changes back, and a list of how to do so costs a reader nothing, which a savepoint would.
 */
export function createDurableObjectStore(storage: DurableObjectStorage): Store {
  const store = openSqlStore(sqlOf(storage), migrations);
  let open: Transaction | undefined;
  /** Documents of the collections that were counted once: SQLite counts by reading every row, and nobody but this object writes. */
  const counts = new Map<string, number>();

  function get(collection: string, key: string): string | undefined {
    if (!open) return store.get(collection, key);
    const place = `${collection}\0${key}`;
    const known = open.known.get(place);
    if (known !== undefined || open.known.has(place)) return known;
    const found = store.get(collection, key);
    open.known.set(place, found);
    return found;
  }

  /** Changes one document, remembering how to restore it. */
  function change(collection: string, key: string, document: string | undefined): void {
    const count = counts.get(collection);
    const before = open || count !== undefined ? get(collection, key) : undefined;
    if (count !== undefined) counts.set(collection, count + Number(document !== undefined) - Number(before !== undefined));
    open?.undo.push(() => change(collection, key, before));
    open?.known.set(`${collection}\0${key}`, document);
    if (document === undefined) store.delete(collection, key);
    else store.put(collection, key, document);
  }

  return {
    ...store,
    get,
    put: change,
    count(collection) {
      const known = counts.get(collection);
      if (known !== undefined) return known;
      const counted = store.count(collection);
      counts.set(collection, counted);
      return counted;
    },
    delete(collection, key) {
      if (get(collection, key) === undefined) return false;
      change(collection, key, undefined);
      return true;
    },
    transaction(work) {
      const outermost = open === undefined;
      const { undo } = (open ??= { undo: [], known: new Map() });
      const start = undo.length;
      try {
        return work();
      } catch (error) {
        for (const step of undo.splice(start).reverse()) step();
        undo.length = start;
        throw error;
      } finally {
        if (outermost) open = undefined;
      }
    },
    clear() {
      const rows = open ? storage.sql.exec('SELECT collection, key, body FROM document').toArray() : [];
      store.clear();
      counts.clear();
      open?.known.clear();
      open?.undo.push(() => {
        for (const { collection, key, body } of rows) change(String(collection), String(key), String(body));
      });
    },
  };
}

function sqlOf(storage: DurableObjectStorage): Sql {
  return {
    prepare: (statement) => ({
      get: (...parameters) => storage.sql.exec(statement, ...parameters).toArray()[0],
      all: (...parameters) => storage.sql.exec(statement, ...parameters).toArray(),
      run: (...parameters) => ({ changes: storage.sql.exec(statement, ...parameters).rowsWritten }),
    }),
    transaction: (work) => storage.transactionSync(work),
    // An object has no end that it could notice; whatever was written is durable once the answer has left.
    close() {},
  };
}
