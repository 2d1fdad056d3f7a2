/** What a search asks of the entries of a document, and by which of its conditions to begin. */
import { compareKeys } from './key-order.ts';
import type { Condition, IndexEntry } from './store.ts';

export function meetsAll(entries: readonly IndexEntry[], where: readonly Condition[]): boolean {
  return where.every((condition) => entries.some(({ name, value }) => name === condition.name && suits(value, condition)));
}

function suits(value: string, condition: Condition): boolean {
  if ('anyOf' in condition) return condition.anyOf.includes(value);
  const { from, to } = condition;
  return (from === undefined || compareKeys(value, from) >= 0) && (to === undefined || compareKeys(value, to) < 0);
}

/** One value: the documents that have it are known in order of position, those of several must be gathered and sorted first. */
const isOfOneValue = ({ condition }: Sized): boolean => 'anyOf' in condition && condition.anyOf.length === 1;

export interface Approach {
  /** The condition whose documents are looked at one by one; absent where there are none. */
  readonly driver?: Condition;
  /** What each of them is held against. */
  readonly others: readonly Condition[];
}

interface Sized {
  readonly condition: Condition;
  readonly size: number;
}

/**
 * How to find a page of `limit` among `all` documents. The shortest list in order of position is walked down, unless it takes less to gather
 * and sort what another condition holds for than to walk until the page is full. A condition that holds for all asks for nothing.
 */
export function approach(
  where: readonly Condition[],
  { limit, sizeOf, all }: { readonly limit: number; readonly sizeOf: (condition: Condition) => number; readonly all: number },
): Approach {
  const [first] = where;
  if (!first) return { others: [] };
  if (where.length === 1) return { driver: first, others: [] };
  const worthwhile = Math.sqrt(limit * all);
  const sized = where.map((condition): Sized => ({ condition, size: sizeOf(condition) }));
  if (sized.some(({ size }) => size === 0)) return { others: [] };
  const telling = sized.filter((each) => each.size !== all || !isOfOneValue(each));
  const walked = smallest(telling.filter(isOfOneValue)) ?? sized.find(isOfOneValue);
  const gathered = smallest(telling.filter((each) => !isOfOneValue(each)));
  const gathers = gathered && (!walked || (gathered.size < walked.size && gathered.size < worthwhile));
  const driver = (gathers ? gathered : walked)?.condition;
  return { ...(driver && { driver }), others: telling.flatMap(({ condition }) => (condition === driver ? [] : [condition])) };
}

const smallest = (conditions: readonly Sized[]): Sized | undefined =>
  conditions.reduce<Sized | undefined>((least, next) => (least && least.size <= next.size ? least : next), undefined);

/** The same entry twice is one. */
export function distinct(entries: readonly IndexEntry[]): readonly IndexEntry[] {
  const isFirst = (entry: IndexEntry, at: number): boolean => entries.findIndex((other) => isSame(other, entry)) === at;
  return entries.every(isFirst) ? entries : entries.filter(isFirst);
}

/** Entries of `entries` that are not among `others`. */
export function entriesBeyond(entries: readonly IndexEntry[], others: readonly IndexEntry[]): readonly IndexEntry[] {
  return others.length === 0 ? entries : entries.filter((entry) => !others.some((other) => isSame(other, entry)));
}

const isSame = (a: IndexEntry, b: IndexEntry): boolean => a.name === b.name && a.value === b.value;
