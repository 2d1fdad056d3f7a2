/** The store of the edge runtime: the SQLite database of one Durable Object. */
import type { DurableObjectStorage } from 'cloudflare:workers';
import type { Sql } from '../workspace/store/sql.ts';
import { openSqlStore } from '../workspace/store/sql-store.ts';
import type { Store } from '../workspace/store/store.ts';

/** Without row ids, since every row and every index entry that is written is charged for. The first release kept no order but that of keys. */
const migrations = [
  'CREATE TABLE document (collection TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (collection, key)) WITHOUT ROWID',
  'ALTER TABLE document RENAME TO document_1',
  'CREATE TABLE document (collection TEXT NOT NULL, key TEXT NOT NULL, position INTEGER NOT NULL, entries TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (collection, key)) WITHOUT ROWID',
  "INSERT INTO document SELECT collection, key, row_number() OVER (PARTITION BY collection ORDER BY key), '', body FROM document_1",
  'DROP TABLE document_1',
];

export function createDurableObjectStore(storage: DurableObjectStorage): Store {
  return storage.transactionSync(() => openSqlStore(sqlOf(storage), migrations));
}

/**
 * Everything that happens without an `await` in between is written as a whole or not at all; the platform sees to that. What is left of a
 * transaction is to take changes back one by one, which costs a reader nothing, as a savepoint would.
 */
function sqlOf(storage: DurableObjectStorage): Sql {
  return {
    prepare: (statement) => ({
      get: (...parameters) => storage.sql.exec(statement, ...parameters).toArray()[0],
      all: (...parameters) => storage.sql.exec(statement, ...parameters).toArray(),
      iterate: (...parameters) => storage.sql.exec(statement, ...parameters),
      run: (...parameters) => void storage.sql.exec(statement, ...parameters),
    }),
    transaction: (work) => work(),
    rollsBack: false,
    // An object has no end that it could notice; whatever was written is durable once the answer has left.
    close() {},
  };
}
