/** The store of the Node runtime: one SQLite file in write-ahead mode, held by one process at a time. */
import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Sql } from '../../workspace/store/sql.ts';
import { openSqlStore } from '../../workspace/store/sql-store.ts';
import type { Store } from '../../workspace/store/store.ts';
import { keepPrivate, makePrivate } from './private-files.ts';

/** A table with row ids: with documents of a few kilobytes, reads and writes take half the time that `WITHOUT ROWID` takes. */
const migrations = [
  'CREATE TABLE document (collection TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (collection, key))',
  'ALTER TABLE document RENAME TO document_1',
  'CREATE TABLE document (collection TEXT NOT NULL, key TEXT NOT NULL, position INTEGER NOT NULL, entries TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (collection, key))',
  "INSERT INTO document SELECT collection, key, row_number() OVER (PARTITION BY collection ORDER BY rowid), '', body FROM document_1 ORDER BY rowid",
  'DROP TABLE document_1',
  "UPDATE document SET collection = '~' || collection WHERE collection IN ('journal', 'definition')",
];

/**
 * `synchronous=NORMAL`: a write survives the death of the process at once, and a power cut from the next checkpoint on.
 * `locking_mode=EXCLUSIVE`: a second sandbox on the same file is refused when it starts, rather than confused later.
 */
const settings = ['PRAGMA locking_mode = EXCLUSIVE', 'PRAGMA journal_mode = WAL', 'PRAGMA wal_autocheckpoint = 4000'];

/** SQLite's own name for a database that is no file. */
const inMemory = ':memory:';

export function openNodeStore(file: string): Store {
  const isFile = file !== inMemory;
  if (isFile) makePrivate(file);
  const database = new DatabaseSync(file);
  try {
    // A new file holds nothing that a power cut could take: to wait for the disk while it is laid out would keep everybody else waiting.
    if (isFile && statSync(file).size === 0) database.exec('PRAGMA synchronous = OFF');
    for (const setting of settings) database.exec(setting);
    const store = openSqlStore(withTransactions(database), migrations);
    database.exec('PRAGMA synchronous = NORMAL');
    if (isFile) keepPrivate(file);
    return store;
  } catch (error) {
    database.close();
    throw error;
  }
}

function withTransactions(database: DatabaseSync): Sql {
  const outer = { begin: database.prepare('BEGIN'), commit: database.prepare('COMMIT'), rollback: database.prepare('ROLLBACK') };
  let depth = 0;
  /** Nobody else has the file, so a transaction that only reads needs none of SQLite's: it begins with the first write. */
  const begin = (): void => {
    if (depth > 0 && !database.isTransaction) outer.begin.run();
  };

  return {
    prepare(statement) {
      const prepared = database.prepare(statement);
      return {
        get: (...parameters) => prepared.get(...parameters),
        all: (...parameters) => prepared.all(...parameters),
        iterate: (...parameters) => prepared.iterate(...parameters),
        run(...parameters) {
          begin();
          prepared.run(...parameters);
        },
      };
    },
    transaction(work) {
      const savepoint = depth > 0 ? `level_${depth}` : undefined;
      begin();
      if (savepoint) database.exec(`SAVEPOINT ${savepoint}`);
      depth++;
      try {
        const result = work();
        if (savepoint) database.exec(`RELEASE ${savepoint}`);
        else if (database.isTransaction) outer.commit.run();
        return result;
      } catch (error) {
        // A full disk makes SQLite roll back by itself; there is then nothing left to undo.
        if (database.isTransaction) {
          if (savepoint) database.exec(`ROLLBACK TO ${savepoint}; RELEASE ${savepoint}`);
          else outer.rollback.run();
        }
        throw error;
      } finally {
        depth--;
      }
    },
    rollsBack: true,
    close: () => database.close(),
  };
}
