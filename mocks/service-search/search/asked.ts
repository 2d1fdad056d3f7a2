/** What is asked, whether it came in the address or in a body. */
import type { Json } from '../../../src/contract/contract.ts';
import { isArray, isObject } from '../../../src/contract/json.ts';
import type { operations } from '../../../src/generated/service-search.types.ts';
import { QueryFault } from '../query-fault.ts';

type Get = NonNullable<operations['search-GET']['parameters']['query']>;

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

const names: readonly string[] = 'search searchMode searchFields queryType filter orderby select facets top skip count'.split(' ');

/** A published example has a quotation mark in a name; other names than those of the contract are refused, as the index does. */
export function askedInBody(body: Json | undefined): Asked {
  const sent: Record<string, Json> = {};
  for (const [name, value] of Object.entries(isObject(body) ? body : {})) {
    const known = name.replaceAll('"', '');
    if (!names.includes(known))
      throw new QueryFault(
        'parameters',
        `The property '${known}' does not exist on a search. In a body names have no dollar sign: ${names.join(', ')}.`,
      );
    sent[known] = value;
  }
  return asked(sent);
}

/** Where the contract is only warned of, what has another type than it says counts as not said. */
function asked(said: Readonly<Record<string, unknown>>): Asked {
  const [search = '*', searchFields, filter, orderBy, select] = ['search', 'searchFields', 'filter', 'orderby', 'select'].map((name) =>
    textIn(said[name]),
  );
  const { facets, top, skip } = said;
  return {
    search,
    isFull: said['queryType'] === 'full',
    wantsAll: said['searchMode'] === 'all',
    facets: isArray(facets) ? facets.filter((facet) => typeof facet === 'string') : [],
    skip: typeof skip === 'number' ? skip : 0,
    count: said['count'] === true,
    ...(searchFields !== undefined && { searchFields }),
    ...(filter !== undefined && { filter }),
    ...(orderBy !== undefined && { orderBy }),
    ...(select !== undefined && { select }),
    ...(typeof top === 'number' && { top }),
  };
}

const textIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

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
