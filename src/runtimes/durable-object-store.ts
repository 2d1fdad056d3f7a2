/** The store of the edge runtime: the SQLite database of one Durable Object. */
import type { DurableObjectStorage } from 'cloudflare:workers';
import { openSqlStore, type Sql } from '../workspace/sql-store.ts';
import type { Store } from '../workspace/store.ts';

/** Without row ids, since every row and every index entry that is written is charged for. */
const migrations = [
  'CREATE TABLE document (collection TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (collection, key)) WITHOUT ROWID',
];

/**
 * Everything that happens without an `await` in between is written as a whole or not at all; the platform sees to that. What is left of a
 * transaction is to take changes back, and a list of how to do so costs a reader nothing, which a savepoint would.
 */
export function createDurableObjectStore(storage: DurableObjectStorage): Store {
  const store = openSqlStore(sqlOf(storage), migrations);
  /** What would take back each change of the open transaction, oldest first; undefined outside one. */
  let undo: (() => void)[] | undefined;

  function rememberHowToRestore(collection: string, key: string): void {
    if (!undo) return;
    const before = store.get(collection, key);
    undo.push(before === undefined ? () => store.delete(collection, key) : () => store.put(collection, key, before));
  }

  return {
    ...store,
    put(collection, key, document) {
      rememberHowToRestore(collection, key);
      store.put(collection, key, document);
    },
    delete(collection, key) {
      rememberHowToRestore(collection, key);
      return store.delete(collection, key);
    },
    transaction(work) {
      const outermost = undo === undefined;
      const steps = (undo ??= []);
      const start = steps.length;
      try {
        return work();
      } catch (error) {
        while (steps.length > start) steps.pop()?.();
        throw error;
      } finally {
        if (outermost) undo = undefined;
      }
    },
    clear() {
      const rows = undo && storage.sql.exec('SELECT collection, key, body FROM document').toArray();
      undo?.push(() => {
        for (const { collection, key, body } of rows ?? []) store.put(String(collection), String(key), String(body));
      });
      store.clear();
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
