/** The rows of a collection that a search is for: those the contract publishes in their order, then those made here in theirs. */
import { PRESENT } from '../../../plan/list/row-index.ts';
import { heldIn, type Field } from '../../../plan/list/search/field.ts';
import type { Held } from '../../../plan/list/search/held.ts';
import { inOrder, sortValue } from '../../../plan/list/search/sort.ts';
import type { Condition, Found } from '../../../workspace/store/store.ts';
import { parentKey } from '../current.ts';
import { indexed } from '../row.ts';
import { storedRow, type Asking, type Listed } from './listed.ts';
import { inventedRow, shownRows } from './shown-rows.ts';

export interface RowsFound {
  readonly total: number;
  /** How many stand before the first of these. */
  readonly start: number;
  readonly rows: readonly Listed[];
  /** True where the collection has anything at all to search. */
  readonly hasItems: boolean;
}

/** Rows read at once where each has to be looked at. */
const atOnce = 256;

/** Undefined where the page begins after an item that is not among them. */
export function findRows(asking: Asking): RowsFound | undefined {
  const { call, resource, sort, start, size, after } = asking;
  const { store } = indexed(resource, call);
  const shown = shownRows(asking);
  const first = shown.filter((row) => isMatch(asking, row));
  const parent = parentKey(resource, call);
  const where: readonly Condition[] = [{ name: PRESENT, anyOf: [parent] }, ...asking.criteria.flatMap(({ conditions }) => conditions)];
  const exact = asking.criteria.every((criterion) => criterion.exact);
  const listed = (found: Found): Listed => storedRow(found, parent);

  if (sort || !exact || after !== undefined) {
    const all = [...first, ...scan(asking, where, exact).map(listed)];
    const ordered = sort
      ? inOrder(all, sort, (row) => sort.map(({ field }) => (field ? sortValue(heldOf(asking, row, field)) : undefined)))
      : all;
    const begins = after === undefined ? start : ordered.findIndex(({ id }) => id === after) + 1;
    if (after !== undefined && begins === 0) return undefined;
    return all.length > 0 || shown.length > 0
      ? { total: all.length, start: begins, rows: ordered.slice(begins, begins + size), hasItems: true }
      : nothing(asking, where);
  }
  const ahead = first.slice(start, start + size);
  const skip = Math.max(0, start - first.length);
  const wanted = size - ahead.length;
  const found = store.find(resource.collection, where, { limit: Math.max(1, skip + wanted + 1) });
  const more = found.length <= skip + wanted ? found.length : store.tally(resource.collection, where);
  const total = first.length + more;
  return total > 0 || shown.length > 0
    ? { total, start, rows: [...ahead, ...found.slice(skip, skip + wanted).map(listed)], hasItems: true }
    : nothing(asking, where);
}

/** No row is a match, and none is published: what is invented may be one. */
function nothing(asking: Asking, where: readonly Condition[]): RowsFound {
  const { call, resource, start, size } = asking;
  const hasItems = call.store.find(resource.collection, where.slice(0, 1), { limit: 1 }).length > 0;
  const invented = hasItems ? undefined : inventedRow(asking);
  const rows = invented && isMatch(asking, invented) ? [invented] : [];
  return { total: rows.length, start, rows: rows.slice(start, start + size), hasItems: hasItems || invented !== undefined };
}

/** Every row made here that is a match, read a few at a time. */
function scan(asking: Asking, where: readonly Condition[], exact: boolean): readonly Found[] {
  const { call, resource } = asking;
  const parent = parentKey(resource, call);
  const matches: Found[] = [];
  let after = 0;
  for (;;) {
    const found = call.store.find(resource.collection, where, { after, limit: atOnce });
    for (const row of found) if (exact || isMatch(asking, storedRow(row, parent))) matches.push(row);
    if (found.length < atOnce) return matches;
    after = found.at(-1)?.position ?? Infinity;
  }
}

function isMatch(asking: Asking, row: Listed): boolean {
  return asking.criteria.every(({ field, holds }) => holds(heldOf(asking, row, field)));
}

function heldOf({ plan, resolve }: Asking, row: Listed, field: Field): readonly Held[] {
  if (field.beyond) return heldIn(field, row.body(), resolve);
  return row.published === undefined ? heldIn(field, row.body()) : plan.heldByPublished(row.published, field);
}
