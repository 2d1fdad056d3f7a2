/** The rows of a collection that a search is for: those the contract publishes in their order, then those made here in theirs. */
import type { Json } from '../../contract/contract.ts';
import type { Call } from '../../mock.ts';
import { sendsAsPublished } from '../../workspace/settings.ts';
import { isItem } from '../../plan/list/envelope/envelope.ts';
import type { ListPlan } from '../../plan/list/list-plan.ts';
import { OVER, PRESENT } from '../../plan/list/row-index.ts';
import { heldIn, type Field } from '../../plan/list/search/field.ts';
import type { Criterion } from '../../plan/list/search/search.ts';
import { inOrder, sortValue, type SortKey } from '../../plan/list/search/sort.ts';
import { isInbox } from '../../plan/resource/delivery.ts';
import type { Resource } from '../../plan/resource/resource.ts';
import type { Condition, Found } from '../../workspace/store/store.ts';
import type { Bodies } from './bodies.ts';
import { currentItem, inventedId, isTouched, parentKey, shownUnderThisParent, toldBody } from './current.ts';
import { decodeRow, indexed } from './row.ts';

/** One item of a list. */
export interface Listed {
  readonly id: string | undefined;
  readonly text: string;
  body(): Json;
  /** It is kept as bytes, which say nothing of it that a list could show. */
  readonly isBytes?: boolean;
  /** What the contract publishes, where the item is no more than that. */
  readonly published?: Json;
  /** Its example breaks the list's schema and was mended. */
  readonly mended?: boolean;
}

export interface Asking {
  readonly plan: ListPlan;
  readonly resource: Resource;
  readonly call: Call;
  readonly bodies: Bodies;
  readonly criteria: readonly Criterion[];
  readonly sort: readonly SortKey[] | undefined;
  readonly start: number;
  readonly size: number;
  /** The id of the item that the page begins behind. */
  readonly after: string | undefined;
}

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
  const shown = publishedRows(asking);
  const first = shown.filter((row) => isMatch(asking, row));
  const parent = parentKey(resource, call);
  const where: readonly Condition[] = [{ name: PRESENT, anyOf: [parent] }, ...asking.criteria.flatMap(({ conditions }) => conditions)];
  const exact = asking.criteria.every((criterion) => criterion.exact);
  const hasItems = (total: number): boolean =>
    total > 0 || shown.length > 0 || store.find(resource.collection, where.slice(0, 1), { limit: 1 }).length > 0;
  const listed = (found: Found): Listed => storedRow(found, parent);

  if (sort || !exact || after !== undefined) {
    const all = [...first, ...scan(asking, where, exact).map(listed)];
    const ordered = sort
      ? inOrder(all, sort, (row) => sort.map(({ field }) => (field ? sortValue(heldOf(asking, row, field)) : undefined)))
      : all;
    const begins = after === undefined ? start : ordered.findIndex(({ id }) => id === after) + 1;
    if (after !== undefined && begins === 0) return undefined;
    return { total: all.length, start: begins, rows: ordered.slice(begins, begins + size), hasItems: hasItems(all.length) };
  }
  const ahead = first.slice(start, start + size);
  const skip = Math.max(0, start - first.length);
  const wanted = size - ahead.length;
  const found = store.find(resource.collection, where, { limit: Math.max(1, skip + wanted + 1) });
  const more = found.length <= skip + wanted ? found.length : store.tally(resource.collection, where);
  const total = first.length + more;
  return { total, start, rows: [...ahead, ...found.slice(skip, skip + wanted).map(listed)], hasItems: hasItems(total) };
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

function storedRow({ key, document }: Pick<Found, 'key' | 'document'>, parent: string): Listed {
  const text = document.slice(document.indexOf('\n') + 1);
  const isBytes = document.lastIndexOf('"binary":', document.indexOf('\n')) >= 0;
  return {
    id: decodeURIComponent(key.slice(parent.length)),
    text: isBytes ? 'null' : text,
    body: () => (isBytes ? null : JSON.parse(text)),
    isBytes,
  };
}

/** What is published under this parent, in its order: a row that a client changed keeps its place. */
function publishedRows({ plan, resource, call, bodies }: Asking): readonly Listed[] {
  const published = resource.published();
  const parent = parentKey(resource, call);
  const changed = changedRows(resource, call, parent);
  const rows: Listed[] = [];
  for (const [id, row] of shownUnderThisParent(resource, call, published) ? published.rows : []) {
    const stored = changed.get(id);
    if (stored) {
      if (!decodeRow(stored.document).deleted) rows.push(storedRow(stored, parent));
    } else if (row.primary) {
      const shown = plan.shownAs(row, { mends: !sendsAsPublished(call.settings) });
      if (!shown) continue;
      const mended = shown.published !== row.body;
      const told = toldBody(resource, call, bodies, { id, body: shown.published });
      rows.push(told === shown.published ? { ...shown, id, mended } : { id, text: JSON.stringify(told), body: () => told, mended });
    }
  }
  if (rows.length > 0) return rows;
  const invented = inventedId(resource, call);
  const item = invented === undefined ? undefined : currentItem(resource, call, bodies, invented);
  if (invented !== undefined && item !== undefined && item !== 'deleted') {
    const body: Json = JSON.parse(item.row.text);
    return isItem(plan.frame.envelope, body) ? [{ id: invented, text: item.row.text, body: () => body }] : plan.shown;
  }
  // What a contract shows in a box has come from nobody.
  const isEmptied = isInbox(resource.path) && isTouched(resource, call);
  return changed.size > 0 || published.rows.size > 0 || isEmptied ? rows : plan.shown;
}

/** Rows in the place of published ones, there or gone. */
function changedRows({ collection }: Resource, call: Call, parent: string): ReadonlyMap<string, Found> {
  const found = call.store.find(collection, [{ name: OVER, anyOf: [parent] }], { limit: Number.MAX_SAFE_INTEGER });
  return new Map(found.map((row) => [decodeURIComponent(row.key.slice(parent.length)), row]));
}

function isMatch(asking: Asking, row: Listed): boolean {
  return asking.criteria.every(({ field, holds }) => holds(heldOf(asking, row, field)));
}

function heldOf({ plan }: Asking, row: Listed, field: Field): ReturnType<typeof heldIn> {
  return row.published === undefined ? heldIn(field, row.body()) : plan.heldByPublished(row.published, field);
}
