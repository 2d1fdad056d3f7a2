/** By what the rows of a collection are found: the parent they stand below, and whatever its searches look at. */
import type { Json } from '../../contract/contract.ts';
import type { IndexEntry } from '../../workspace/store/store.ts';

export interface RowIndex {
  /** Changes whenever the same row would get other entries, so that stored rows are indexed anew. */
  readonly definition: string;
  readonly entriesOf: (body: Json) => readonly IndexEntry[];
}

/** Entry of every row that is there; its value is what stands before the id in the row's key. */
export const PRESENT = '^';
/** Entry of a row that says that an item is gone. */
export const GONE = '~';

export function planIndex(): RowIndex {
  return { definition: 'parent', entriesOf: () => [] };
}
