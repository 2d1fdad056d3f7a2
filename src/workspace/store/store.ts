/** The storage port: documents (JSON text) in collections, synchronous on purpose, so that one request is one transaction. */

export interface Store {
  get(collection: string, key: string): string | undefined;
  put(collection: string, key: string, document: string): void;
  /** True when there was something to delete. */
  delete(collection: string, key: string): boolean;
  /** Entries whose key begins with `prefix`, in code-point order of the key. A snapshot: safe to write while reading. */
  list(collection: string, prefix?: string): readonly (readonly [key: string, document: string])[];
  count(collection: string): number;
  /** Runs `work`; when it throws, every change made inside is undone and the error passes on. Nested calls join the outer one. */
  transaction<T>(work: () => T): T;
  /** Deletes every document of every collection. */
  clear(): void;
  /** Makes what has been written durable and lets go of the file. Nothing may be called after. */
  close(): void;
}
