/** What the operations of an API have stored, as its mock sees it: by the id of an operation that is about it, and an id in a path. */
import type { JsonObject } from '../contract/contract.ts';

/** Below something else, with the ids that stand before it in the path: `['order-1', 'line-2']`. */
export type RowId = string | readonly string[];

export interface Rows {
  /**
   * What a client has stored, or a mock, of the type that its author knows it has; undefined where nobody has, or it was deleted. Examples
   * that a contract publishes are no rows.
   */
  get<Row = JsonObject>(operation: string, id: RowId): Row | undefined;
  /** A new version, found by reads, lists and searches as if a client had sent it. It is JSON throughout. */
  put(operation: string, id: RowId, body: object): void;
  /** From then on it is gone. */
  delete(operation: string, id: RowId): void;
}
