/** The store of the edge runtime: the SQLite database of one Durable Object. */
import type { DurableObjectStorage } from 'cloudflare:workers';
import { openSqlStore, type Sql } from '../workspace/sql-store.ts';
import type { Store } from '../workspace/store.ts';

/** Without row ids, since every row and every index entry that is written is charged for. */
const migrations = [
  'CREATE TABLE document (collection TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (collection, key)) WITHOUT ROWID',
];

export function createDurableObjectStore(storage: DurableObjectStorage): Store {
  return openSqlStore(sqlOf(storage), migrations);
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
