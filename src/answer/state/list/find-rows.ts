/** The rows of a collection that a search is for: those the contract publishes in their order, then those made here in theirs. */
import { lazily } from '../../../contract/lazily.ts';
import type { Call } from '../../../mock/call.ts';
import { PRESENT } from '../../../plan/list/row-index.ts';
import { heldIn, type SearchedField } from '../../../plan/list/search/field.ts';
import type { Held } from '../../../plan/list/search/held.ts';
import { inOrder, sortValue, type SortKey } from '../../../plan/list/search/sort.ts';
import type { Resource } from '../../../plan/resource/resource.ts';
import type { Condition } from '../../../workspace/store/store.ts';
import { isEntrySearch } from '../../told/entry-search.ts';
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
  const { call, resource, criteria, sort, start, after, source } = asking;
  indexed(resource, call);
  const shown = shownRows(asking);
  const first = shown.filter((row) => isMatch(asking, row));
  const where = conditionsOf(asking);
  const exact = criteria.every((criterion) => criterion.exact);
  const found = sort
    ? cutOut(asking, sorted(asking, sort, [...first, ...walk(asking, where, exact)]))
    : source
      ? // What was written here just now is looked for before what was recorded long ago.
        cutOut(asking, both(walk(asking, where, exact), first))
      : exact && after === undefined
        ? countedRows(asking, where, first)
        : cutOut(asking, both(first, walk(asking, where, exact)));
  if (!found) return undefined;
  return found.total > 0 || shown.length > 0 || source ? { start, ...found, hasItems: true } : nothing(asking);
}

/** Every row that is there has the entry of its parent; what is searched by tells enough where all rows are of one parent, and none is in a published one's place. */
function conditionsOf({ call, resource, criteria }: Asking): readonly Condition[] {
  const asked = criteria.flatMap(({ conditions }) => conditions);
  const isTold = asked.length > 0 && resource.parents.length === 0 && resource.published().rows.size === 0;
  return isTold ? asked : [presentUnder(resource, call), ...asked];
}

const presentUnder = (resource: Resource, call: Call): Condition => ({ name: PRESENT, anyOf: [parentKey(resource, call)] });

type Cut = Omit<RowsFound, 'hasItems' | 'start'> & { readonly start?: number };

/** The index knows them all: only those of the page are read. */
function countedRows({ call, resource, start, size }: Asking, where: readonly Condition[], first: readonly Listed[]): Cut {
  const { store } = call;
  const ahead = first.slice(start, start + size);
  const skip = Math.max(0, start - first.length);
  const wanted = size - ahead.length;
  const found = store.find(resource.collection, where, { skip, limit: wanted + 1 });
  // A page that is not full and not beyond the end tells how many there are.
  const isLast = found.length <= wanted && (found.length > 0 || skip === 0);
  const total = first.length + (isLast ? skip + found.length : store.tally(resource.collection, where));
  const parent = parentKey(resource, call);
  return { total, rows: [...ahead, ...found.slice(0, wanted).map((row) => storedRow(row, parent))] };
}

/** The page of all that match; undefined where the item that it begins behind is none of them. */
function cutOut({ start, size, after }: Asking, matches: Iterable<Listed>): Cut | undefined {
  const rows: Listed[] = [];
  let begins = after === undefined ? start : Infinity;
  let total = 0;
  for (const row of matches) {
    if (total >= begins && rows.length < size) rows.push(row);
    total++;
    if (after !== undefined && row.id === after) begins = total;
  }
  return begins === Infinity ? undefined : { total, start: begins, rows };
}

function* both(first: Iterable<Listed>, then: Iterable<Listed>): Generator<Listed> {
  yield* first;
  yield* then;
}

function sorted(asking: Asking, keys: readonly SortKey[], rows: readonly Listed[]): readonly Listed[] {
  return inOrder(rows, keys, (row) => {
    const read = readOnce(row);
    return keys.map(({ field }) => (field ? sortValue(heldOf(asking, read, field)) : undefined));
  });
}

/** Every row made here that is a match, read a few at a time. */
function* walk(asking: Asking, where: readonly Condition[], exact: boolean): Generator<Listed> {
  const { call, resource } = asking;
  const parent = parentKey(resource, call);
  let after = 0;
  for (;;) {
    const found = call.store.find(resource.collection, where, { after, limit: atOnce });
    for (const each of found) {
      const row = storedRow(each, parent);
      if (exact || (asking.criteria.every(({ mayHold }) => mayHold(row.text)) && isMatch(asking, row))) yield row;
    }
    if (found.length < atOnce) return;
    after = found.at(-1)?.position ?? Infinity;
  }
}

/** No row is a match, and none is published: what is invented may be one. */
function nothing(asking: Asking): RowsFound {
  const { call, resource, start, size } = asking;
  const hasItems = call.store.find(resource.collection, [presentUnder(resource, call)], { limit: 1 }).length > 0;
  const invented = hasItems ? undefined : inventedRow(asking);
  const rows = invented && isMatch(asking, invented) ? [invented] : [];
  return { total: rows.length, start, rows: rows.slice(start, start + size), hasItems: hasItems || invented !== undefined };
}

function isMatch({ criteria, ...asking }: Asking, row: Listed): boolean {
  // Whose record it is was asked already, however the contract has their number stand in it; and so was what only an entry can answer.
  const left = row.isRecorded ? criteria.filter(({ name }) => !isAnswered(asking, name)) : criteria;
  const read = left.length > 1 ? readOnce(row) : row;
  return left.every(({ field, holds }) => holds(heldOf(asking, read, field)));
}

/** For who looks at it more than once; a row itself keeps its text alone. */
const readOnce = (row: Listed): Listed => ({ ...row, body: lazily(() => row.body()) });

const isAnswered = ({ plan, source }: Pick<Asking, 'plan' | 'source'>, name: string): boolean =>
  plan.isPatientName(name) || isEntrySearch(name) || source?.isAnswered?.(name) === true;

function heldOf({ plan, resolve }: Pick<Asking, 'plan' | 'resolve'>, row: Listed, field: SearchedField): readonly Held[] {
  if (field.beyond) return heldIn(field, row.body(), resolve);
  return row.published === undefined ? heldIn(field, row.body()) : plan.heldByPublished(row.published, field);
}
