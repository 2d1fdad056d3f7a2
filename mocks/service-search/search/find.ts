/** Evaluates a search over all organisations: who fits, in which order, how much of each, and where the next page is. */
import type { components } from '../../../src/generated/service-search.types.ts';
import type { Call } from '../../../src/mock/call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { readFilter } from '../filter/filter.ts';
import type { Matches } from '../filter/functions.ts';
import { directoryOf } from '../index/directory.ts';
import { problemOf, QueryFault } from '../query-fault.ts';
import { textFinder } from '../text/find-texts.ts';
import { asQuery, type Asked } from './asked.ts';
import { facetsOf } from './facets.ts';
import { inOrder, type Found } from './order.ts';
import { readSelect } from './select.ts';

type Asking = Pick<Call, 'population' | 'url'>;
type Results = components['schemas']['SearchResults'];

const page = 50;
const largestPage = 1000;
const furthest = 100_000;
const index = "indexes('service-search-syndication-3-2')/$metadata#docs(*)";

/** What is wrong with a query is found while it is read, wherever that is. */
export function search(call: Asking, read: () => Asked): { readonly status: 200; readonly body: Results } | Problem {
  try {
    return { status: 200, body: found(call, read()) };
  } catch (fault) {
    if (fault instanceof QueryFault) return problemOf(fault);
    throw fault;
  }
}

function found(call: Asking, asked: Asked): Results {
  const { skip, top = page } = asked;
  if (skip > furthest) throw new QueryFault('$skip', `Value must be between 0 and ${furthest}.`);
  const directory = directoryOf(call.population.register);
  const matches: Matches = textFinder(directory);
  const isThere = asked.filter === undefined || asked.filter.trim() === '' ? undefined : readFilter(asked.filter, matches);
  const select = readSelect(asked.select);
  const scores = matches({ text: asked.search, ...asked });
  const all: Found[] = [];
  for (const listing of directory.listings) {
    const score = scores.get(listing);
    if (score !== undefined && (!isThere || isThere({ listing, bound: [] }))) all.push({ listing, score });
  }
  const sorted = inOrder(all, asked.orderBy, matches);
  const until = skip + Math.min(top, largestPage);
  const facets = facetsOf(asked.facets, all);
  return {
    '@odata.context': call.url(`/${index}`),
    ...(asked.count && { '@odata.count': all.length }),
    ...(asked.facets.length > 0 && { '@search.facets': facets }),
    value: sorted.slice(skip, until).map(({ listing, score }) => ({ '@search.score': Math.round(score * 1e6) / 1e6, ...select(listing) })),
    ...(hasMore(asked, until, all.length) && { '@odata.nextLink': call.url(`/?${asQuery(asked, nextPage(asked, until))}`) }),
  };
}

/** Whoever says how many they want gets no further page, unless that is more than a page can have. */
const hasMore = ({ top, skip }: Asked, until: number, count: number): boolean =>
  until < count && (top === undefined || (top > largestPage && until < skip + top));

const nextPage = ({ top, skip }: Asked, until: number): { readonly skip: number; readonly top?: number } => ({
  skip: until,
  ...(top !== undefined && { top: skip + top - until }),
});
