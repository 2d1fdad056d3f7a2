/** The items of a list that a contract publishes, with what clients changed in their places; and the one that is made up where it publishes none. */
import type { Entry } from '../../../clinical-record.ts';
import type { Json } from '../../../contract/contract.ts';
import type { Call } from '../../../mock/call.ts';
import { isItem } from '../../../plan/list/envelope/envelope.ts';
import { OVER } from '../../../plan/list/row-index.ts';
import { isInbox } from '../../../plan/resource/delivery.ts';
import type { Resource } from '../../../plan/resource/resource.ts';
import { sendsAsPublished } from '../../../workspace/settings.ts';
import type { Found } from '../../../workspace/store/store.ts';
import { currentItem, inventedId, isTouched, itemKey, parentKey, shownUnderThisParent } from '../current.ts';
import type { ToldSource } from '../../told/record-teller.ts';
import { isWrittenHere } from '../../told/told-ids.ts';
import { storedRow, type Asking, type Listed } from './listed.ts';
import { decodeRow } from '../row.ts';

/** What is published under this parent, in its order: a row that a client changed keeps its place. Where somebody's record is asked for, that stands in its place. */
export function shownRows(asking: Asking): readonly Listed[] {
  const { plan, resource, call, bodies, source } = asking;
  if (source) return recordedRows(asking, source);
  const mends = !sendsAsPublished(call.settings);
  if (resource.published().rows.size > 0) return publishedRows(asking, mends);
  const shown = plan.shown({ mends });
  // What a contract shows in a box has come from nobody.
  if (shown.length === 0 || (isInbox(resource.path) && isTouched(resource, call))) return [];
  return shown.flatMap((body) => {
    const item = plan.shownAs(bodies.told(call, resource, { id: '', body }).body());
    // Where a list is one of ids, an item is no more than that.
    const id = typeof body === 'string' || typeof body === 'number' ? String(body) : undefined;
    return item ? [{ ...item, id }] : [];
  });
}

/**
 * The entries of a record, the latest first, but for those that a client has changed here: these stand among the rows, or were written in
 * the place of what is published.
 */
function recordedRows({ plan, resource, call, isAsked }: Asking, source: ToldSource): readonly Listed[] {
  const { store } = call;
  const isAskedHere = (entry: Entry): boolean => isAsked(entry) && !isWrittenHere(store, resource, entry.id);
  const items = source.items({ shown: plan.told(), isAsked: isAskedHere });
  const told = (isOfDiary(plan) ? items : items.toReversed()).map(({ id, text, body }) => ({ id, text, body, isRecorded: true }));
  if (store.count(resource.collection) === 0) return told;
  const parent = parentKey(resource, call);
  const written = [...changedRows(resource, call, parent).values()].filter(({ document }) => !decodeRow(document).deleted);
  return [
    ...written.map((row) => storedRow(row, parent)),
    ...told.filter(({ id }) => store.get(resource.collection, itemKey(resource, call, id)) === undefined),
  ];
}

/** Slots are told in their order. */
const isOfDiary = (plan: Asking['plan']): boolean => plan.told()?.kinds.length === 0;

function publishedRows({ plan, resource, call, bodies }: Asking, mends: boolean): readonly Listed[] {
  const published = resource.published();
  if (!shownUnderThisParent(resource, call, published)) return [];
  const parent = parentKey(resource, call);
  const changed = changedRows(resource, call, parent);
  const rows: Listed[] = [];
  for (const [id, row] of published.rows) {
    const stored = changed.get(id);
    if (stored) {
      if (!decodeRow(stored.document).deleted) rows.push(storedRow(stored, parent));
      continue;
    }
    if (!row.primary) continue;
    const body = mends ? row.fitting() : row.body;
    const told = bodies.told(call, resource, { id, body });
    const item = told.ofPerson ? told : plan.shownAs(told.body());
    if (item) rows.push({ ...item, id, mended: body !== row.body });
  }
  return rows;
}

/** Rows in the place of published ones, there or gone. */
function changedRows({ collection }: Resource, call: Call, parent: string): ReadonlyMap<string, Found> {
  const found = call.store.find(collection, [{ name: OVER, anyOf: [parent] }], { limit: Number.MAX_SAFE_INTEGER });
  return new Map(found.map((row) => [decodeURIComponent(row.key.slice(parent.length)), row]));
}

/** While nobody has written here, and where the contract publishes no item. */
export function inventedRow({ plan, resource, call, bodies }: Asking): Listed | undefined {
  const id = inventedId(resource, call);
  const item = id === undefined ? undefined : currentItem(resource, call, bodies, id);
  if (id === undefined || item === undefined || item === 'deleted') return undefined;
  const body: Json = JSON.parse(item.row.text);
  return isItem(plan.frame.envelope, body) ? { id, text: item.row.text, body: () => body } : undefined;
}
