/** What is asked, whether it came in the address or in a body. */
import type { operations } from '../../../src/generated/service-search.types.ts';
import { QueryFault } from '../query-fault.ts';

type Get = NonNullable<operations['search-GET']['parameters']['query']>;
type Post = operations['search-POST']['requestBody']['content']['application/json'];

export interface Asked {
  readonly search: string;
  readonly isFull: boolean;
  readonly wantsAll: boolean;
  readonly searchFields?: string;
  readonly filter?: string;
  readonly orderBy?: string;
  readonly select?: string;
  readonly facets: readonly string[];
  /** Undefined where nothing was said of it: then as many as a page has. */
  readonly top?: number;
  readonly skip: number;
  readonly count: boolean;
}

/** The service reads `$orderby`, and its contract names `$orderBy`: both count here. */
export const askedInAddress = (query: Get): Asked =>
  asked({
    ...query,
    filter: query.$filter,
    orderby: query.$orderby ?? query.$orderBy,
    select: query.$select,
    facets: query.facet,
    top: query.$top,
    skip: query.$skip,
    count: query.$count,
  });

/** A published example has a quotation mark in a name; other names than those of the contract are refused, as the index does. */
export function askedInBody(body: Post): Asked {
  const sent: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(body)) {
    const known = name.replaceAll('"', '');
    if (!names.has(known))
      throw new QueryFault(
        'parameters',
        `The property '${known}' does not exist on a search. In a body names have no dollar sign: ${[...names].join(', ')}.`,
      );
    sent[known] = value;
  }
  return asked(sent as Said); // the contract has looked at their types
}

const names = new Set([
  'search',
  'searchMode',
  'searchFields',
  'queryType',
  'filter',
  'orderby',
  'select',
  'facets',
  'top',
  'skip',
  'count',
]);

type Said = { readonly [Name in keyof Post]?: Post[Name] | undefined };

function asked({ search, searchMode, searchFields, queryType, filter, orderby, select, facets, top, skip, count }: Said): Asked {
  return {
    search: search ?? '*',
    isFull: queryType === 'full',
    wantsAll: searchMode === 'all',
    facets: facets ?? [],
    skip: skip ?? 0,
    count: count ?? false,
    ...(searchFields !== undefined && { searchFields }),
    ...(filter !== undefined && { filter }),
    ...(orderby !== undefined && { orderBy: orderby }),
    ...(select !== undefined && { select }),
    ...(top !== undefined && { top }),
  };
}

/** The same search as a query string, from another organisation on. */
export function asQuery(
  { search, isFull, wantsAll, searchFields, filter, orderBy, select, facets, count }: Asked,
  page: { readonly skip: number; readonly top?: number },
): string {
  const told: [string, string | undefined][] = [
    ['api-version', '3'],
    ['search', search],
    ['searchMode', wantsAll ? 'all' : undefined],
    ['searchFields', searchFields],
    ['queryType', isFull ? 'full' : undefined],
    ['$filter', filter],
    ['$orderby', orderBy],
    ['$select', select],
    ...facets.map((facet): [string, string] => ['facet', facet]),
    ['$count', count ? 'true' : undefined],
    ['$top', page.top === undefined ? undefined : String(page.top)],
    ['$skip', String(page.skip)],
  ];
  return told
    .flatMap(([name, value]) => (value === undefined ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(value)}`]))
    .join('&');
}
