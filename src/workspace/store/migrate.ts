/** Brings the tables of an older release to this one's. */
import type { Sql } from './sql.ts';

/** `migrations` are applied once each, in order. */
export function migrate(sql: Sql, migrations: readonly string[]): void {
  sql.prepare('CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)').run();
  const row = sql.prepare('SELECT version FROM schema_version').get();
  const version = row ? Number(row['version']) : 0;
  if (version > migrations.length) throw new NewerSchemaError(version, migrations.length);
  if (!row) sql.prepare('INSERT INTO schema_version (version) VALUES (0)').run();
  for (const migration of migrations.slice(version)) sql.prepare(migration).run();
  if (version < migrations.length) sql.prepare('UPDATE schema_version SET version = ?').run(migrations.length);
}

/** The data were written by a later release than this one. */
export class NewerSchemaError extends Error {
  override readonly name = 'NewerSchemaError';
  constructor(found: number, known: number) {
    super(`the data have schema version ${found}; this release knows versions up to ${known}`);
  }
}
