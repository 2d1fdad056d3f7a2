/** Headers that tell of a page: `Link` (RFC 8288), and counts under the names that APIs give them (`X-Total-Count`, `X-Next-Page`). */
import type { ResponseHeader } from '../../../contract/contract.ts';
import { factOf } from './page-facts.ts';
import { shapeOfExample } from './shape.ts';
import type { ListPage } from './write-page.ts';

export interface PageHeader {
  readonly name: string;
  /** Undefined where this page has nothing to say there. */
  write(page: ListPage): string | undefined;
}

/** Where the body cannot lead on, a `Link` does, documented or not. */
export function pageHeaders(documented: readonly ResponseHeader[], leadsOn: boolean): readonly PageHeader[] {
  const headers = documented.flatMap(({ name }) => headerOf(name) ?? []);
  return leadsOn || headers.some(({ name }) => name.toLowerCase() === 'link') ? headers : [...headers, { name: 'Link', write: nextLink }];
}

function headerOf(name: string): PageHeader | undefined {
  if (name.toLowerCase() === 'link') return { name, write: links };
  const fact = factOf(name.replace(/^x-(?:pagination-|paging-)?/i, ''), shapeOfExample(1), new Set());
  if (fact?.of === 'count') return { name, write: (page) => text(page.count(fact.count)) };
  if (fact?.of === 'way') return { name, write: (page) => text(page.way(fact.relation, fact.as ?? 'number')) };
  return undefined;
}

const text = (value: string | number | undefined): string | undefined => (value === undefined ? undefined : String(value));

function nextLink(page: ListPage): string | undefined {
  return page.way('next', 'link') === undefined ? undefined : links(page);
}

function links(page: ListPage): string | undefined {
  const found = (['next', 'prev', 'first', 'last'] as const).flatMap((relation) => {
    const url = page.way(relation, 'link');
    return url === undefined ? [] : [`<${url}>; rel="${relation}"`];
  });
  return found.length === 0 ? undefined : found.join(', ');
}
