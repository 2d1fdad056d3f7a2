/** A store over synchronous SQLite, whichever platform it comes from: one table of documents and ordered migrations. */
import { afterPrefix } from './key-order.ts';
import type { Store } from './store.ts';

type Row = Readonly<Record<string, unknown>>;

export interface SqlStatement {
  get(...parameters: string[]): Row | undefined;
  all(...parameters: string[]): readonly Row[];
  run(...parameters: string[]): { readonly changes: number | bigint };
}

/** What a platform lends: statements, and a transaction that nests (an inner failure takes back the inner changes only). */
export interface Sql {
  prepare(statement: string): SqlStatement;
  transaction<T>(work: () => T): T;
  close(): void;
}

/** `migrations` are applied once each, in order; the first creates `document(collection, key, body)`. Only ever append to them. */
export function openSqlStore(sql: Sql, migrations: readonly string[]): Store {
  sql.transaction(() => migrate(sql, migrations));

  const get = sql.prepare('SELECT body FROM document WHERE collection = ? AND key = ?');
  const put = sql.prepare(
    'INSERT INTO document (collection, key, body) VALUES (?, ?, ?) ON CONFLICT (collection, key) DO UPDATE SET body = excluded.body',
  );
  const remove = sql.prepare('DELETE FROM document WHERE collection = ? AND key = ?');
  const from = sql.prepare('SELECT key, body FROM document WHERE collection = ? AND key >= ? ORDER BY key');
  const between = sql.prepare('SELECT key, body FROM document WHERE collection = ? AND key >= ? AND key < ? ORDER BY key');
  const count = sql.prepare('SELECT count(*) AS documents FROM document WHERE collection = ?');
  const clear = sql.prepare('DELETE FROM document');

  return {
    get(collection, key) {
      const row = get.get(collection, key);
      return row && String(row['body']);
    },
    put(collection, key, document) {
      put.run(collection, key, document);
    },
    delete: (collection, key) => Number(remove.run(collection, key).changes) > 0,
    list(collection, prefix = '') {
      const end = afterPrefix(prefix);
      const rows = end === undefined ? from.all(collection, prefix) : between.all(collection, prefix, end);
      return rows.map((row) => [String(row['key']), String(row['body'])] as const);
    },
    count: (collection) => Number(count.get(collection)?.['documents']),
    transaction: (work) => sql.transaction(work),
    clear() {
      clear.run();
    },
    close: () => sql.close(),
  };
}

function migrate(sql: Sql, migrations: readonly string[]): void {
  sql.prepare('CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)').run();
  const row = sql.prepare('SELECT version FROM schema_version').get();
  const version = row ? Number(row['version']) : 0;
  if (version > migrations.length) throw new NewerSchemaError(version, migrations.length);
  if (!row) sql.prepare('INSERT INTO schema_version (version) VALUES (0)').run();
  for (const migration of migrations.slice(version)) sql.prepare(migration).run();
  if (version < migrations.length) sql.prepare('UPDATE schema_version SET version = ?').run(String(migrations.length));
}

/** The data were written by a later release than this one. */
export class NewerSchemaError extends Error {
  override readonly name = 'NewerSchemaError';
  constructor(found: number, known: number) {
    super(`the data have schema version ${found}; this release knows versions up to ${known}`);
  }
}
