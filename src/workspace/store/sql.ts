/** What a platform lends of its SQLite, and a table of documents as rows of it. */

export type SqlRow = Readonly<Record<string, unknown>>;
export type SqlValue = string | number;

export interface SqlStatement {
  get(...parameters: SqlValue[]): SqlRow | undefined;
  all(...parameters: SqlValue[]): readonly SqlRow[];
  /** Reads no further than the caller does, who must have ended before the statement is used again. */
  iterate(...parameters: SqlValue[]): Iterable<SqlRow>;
  run(...parameters: SqlValue[]): void;
}

export interface Sql {
  prepare(statement: string): SqlStatement;
  /** Nests: an inner failure takes back the inner changes only. */
  transaction<T>(work: () => T): T;
  /** False where the changes of a failed transaction stay until they are taken back one by one. */
  readonly rollsBack: boolean;
  close(): void;
}

/** One document as it lies in its row. */
export interface StoredDocument {
  readonly position: number;
  readonly document: string;
  /** Its entries in one text, so that they are known without an index from documents to entries. */
  readonly entries: string;
}

export const storedIn = (row: SqlRow): StoredDocument => ({
  position: Number(row['position']),
  document: String(row['body']),
  entries: String(row['entries']),
});
