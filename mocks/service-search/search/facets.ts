/** `facet`: how many of all that fit have each value of a field, the most frequent first. */
import { fieldAt } from '../index/fields.ts';
import { QueryFault } from '../query-fault.ts';
import type { Found } from './order.ts';

interface Bucket {
  readonly value: string;
  readonly count: number;
}

export type Facets = { readonly [field: string]: readonly Bucket[] };

const usualCount = 10;
const mostFacets = 20;

export function facetsOf(asked: readonly string[], found: readonly Found[]): Facets {
  if (asked.length > mostFacets) throw new QueryFault('facet', `There are more than ${mostFacets} facets.`);
  return Object.fromEntries(asked.map((text) => facetOf(text, found)));
}

function facetOf(text: string, found: readonly Found[]): [string, readonly Bucket[]] {
  const [path = '', ...options] = text.split(',').map((part) => part.trim());
  const at = fieldAt(path.split('/'));
  if (!('field' in at) || at.field !== 'string') throw new QueryFault('facet', `The field '${path}' is not facetable.`);
  let count = usualCount;
  let byValue: 1 | -1 | undefined;
  for (const option of options) {
    const [, most, sort] = /^(?:count:(\d{1,4})|sort:(-?count|-?value))$/.exec(option) ?? [];
    if (most === undefined && sort === undefined)
      throw new QueryFault('facet', `'${option}' is no option of a facet here: use count:10 or sort:value.`);
    if (most !== undefined) count = Number(most);
    if (sort?.endsWith('value')) byValue = sort.startsWith('-') ? -1 : 1;
  }
  const counts = new Map<string, number>();
  for (const { listing } of found) for (const value of new Set(listing.texts(path))) counts.set(value, (counts.get(value) ?? 0) + 1);
  const buckets = [...counts].map(([value, times]) => ({ count: times, value }));
  const sorted = buckets.toSorted((a, b) =>
    byValue === undefined && a.count !== b.count ? b.count - a.count : (a.value < b.value ? -1 : 1) * (byValue ?? 1),
  );
  return [path, sorted.slice(0, count)];
}
