/** By what the rows of a collection are found: the parent they stand below, and whatever its searches look at. */
import type { Json } from '../../contract/contract.ts';
import type { IndexEntry } from '../../workspace/store/store.ts';
import type { SearchedField } from './search/field.ts';
import { entriesOf } from './search/field.ts';

export interface RowIndex {
  /** Changes whenever the same row would get other entries, so that stored rows are indexed anew. */
  readonly definition: string;
  readonly entriesOf: (body: Json) => readonly IndexEntry[];
}

/** Entry of every row that is there and stands for itself; its value is what stands before the id in the row's key. */
export const PRESENT = '^';
/** Entry of a row in the place of a published one, there or gone. */
export const OVER = '=';
/** Entry of a row that says that an item is gone. */
export const GONE = '~';

export function planIndex(fields: readonly SearchedField[]): RowIndex {
  const distinct = [...new Map(fields.map((field) => [field.key, field])).values()];
  return {
    definition: JSON.stringify([
      'parent',
      ...distinct.map(({ key, kind, places, bare, exactly, system }) => [key, kind, places, bare, exactly, system]),
    ]),
    entriesOf: (body) => distinct.flatMap((field) => entriesOf(field, body)),
  };
}
