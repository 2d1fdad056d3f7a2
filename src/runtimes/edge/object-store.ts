/** The store of the edge runtime: the SQLite database of one Durable Object. */
import type { DurableObjectStorage, SqlCursor } from 'cloudflare:workers';
import type { Problem } from '../../mock/problem.ts';
import { StoreRefusal } from '../../workspace/store/guarded-store.ts';
import type { Sql, SqlValue } from '../../workspace/store/sql.ts';
import { moveContracts } from './brought-contracts.ts';
import { openSqlStore } from '../../workspace/store/sql-store.ts';
import type { Store } from '../../workspace/store/store.ts';

/** Without row ids, since every row and every index entry that is written is charged for. The first release kept no order but that of keys. */
const migrations = [
  'CREATE TABLE document (collection TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (collection, key)) WITHOUT ROWID',
  'ALTER TABLE document RENAME TO document_1',
  'CREATE TABLE document (collection TEXT NOT NULL, key TEXT NOT NULL, position INTEGER NOT NULL, entries TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (collection, key)) WITHOUT ROWID',
  "INSERT INTO document SELECT collection, key, row_number() OVER (PARTITION BY collection ORDER BY key), '', body FROM document_1",
  'DROP TABLE document_1',
  "UPDATE document SET collection = '~' || collection WHERE collection IN ('journal', 'definition')",
];

/** Nothing is read or written any more once `hasEnded`: a request that had to wait must not bring a deleted workspace back. */
export function createDurableObjectStore(storage: DurableObjectStorage, hasEnded: () => boolean = () => false): Store {
  return storage.transactionSync(() => {
    const store = openSqlStore(sqlOf(storage, hasEnded), migrations);
    moveContracts(storage, store);
    return store;
  });
}

const ended: Problem = { problem: 'unauthorised', message: 'This workspace has been deleted.' };

/**
 * Everything that happens without an `await` in between is written as a whole or not at all; the platform sees to that. What is left of a
 * transaction is to take changes back one by one, which costs a reader nothing, as a savepoint would.
 */
function sqlOf(storage: DurableObjectStorage, hasEnded: () => boolean): Sql {
  function exec(statement: string, parameters: readonly SqlValue[]): SqlCursor {
    if (hasEnded()) throw new StoreRefusal(ended);
    return storage.sql.exec(statement, ...parameters);
  }
  return {
    prepare: (statement) => ({
      get: (...parameters) => exec(statement, parameters).toArray()[0],
      all: (...parameters) => exec(statement, parameters).toArray(),
      iterate: (...parameters) => exec(statement, parameters),
      run(...parameters) {
        exec(statement, parameters);
      },
    }),
    transaction: (work) => work(),
    rollsBack: false,
    // An object has no end that it could notice; whatever was written is durable once the answer has left.
    close() {},
  };
}
