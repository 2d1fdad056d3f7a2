/** One page of what a search has found: the bundle, its links, and how much of each resource is told. */
import { uuidBy } from '../../../src/contract/uuid.ts';
import { instant } from '../../../src/fhir/instant.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import type { Schemas } from '../resources/typed-period.ts';
import { isTooLarge, tooLarge } from '../too-large.ts';
import { partOf, type Part, type Resource } from './parts.ts';

type Link = Schemas['BundleLink'];

const usualCount = 20;

export interface Found<Item> {
  readonly matches: readonly Item[];
  readonly tell: (item: Item) => Resource;
  /** What is asked for beside the matches of a page. */
  readonly included?: (page: readonly Item[]) => readonly Resource[];
}

interface Bundle {
  readonly resourceType: 'Bundle';
  readonly id: string;
  readonly meta: { readonly lastUpdated: string };
  readonly type: 'searchset';
  readonly total?: number;
  readonly link: readonly Link[];
  readonly entry?: readonly {
    readonly fullUrl: string;
    readonly resource: Resource | Part;
    readonly search: { readonly mode: 'match' | 'include' };
  }[];
}

/** It tells the total where all that was found fits it, where nothing else is asked, and where `_total=accurate` wants it. */
export function pageOf<Item>(call: AnyCall, found: Found<Item>): Bundle | Problem {
  const { query } = call;
  const [count, offset] = [wholeNumber(query['_count']) ?? usualCount, wholeNumber(query['_offset']) ?? 0];
  const { matches, tell, included } = found;
  const part = partOf(query);
  const onlyTotal = count === 0 || query['_summary'] === 'count';
  const page = onlyTotal ? [] : matches.slice(offset, offset + count);
  const others = included?.(page) ?? [];
  const hasNext = !onlyTotal && offset + count < matches.length;
  const tellsTotal = query['_total'] === 'accurate' || (query['_total'] !== 'none' && !hasNext && (onlyTotal || offset === 0));
  const entry = [
    ...page.map((item) => entryOf(call, part(tell(item)), 'match')),
    ...others.map((one) => entryOf(call, part(one), 'include')),
  ];
  const bundle = {
    resourceType: 'Bundle',
    id: uuidBy((n) => call.chance(`bundle/${n}/${call.search}`)),
    meta: { lastUpdated: instant(call.clock.now()) },
    type: 'searchset',
    // What is included counts as well where the total is that of the page.
    ...(tellsTotal && { total: matches.length + (query['_total'] === 'accurate' ? 0 : others.length) }),
    link: [
      { relation: 'self', url: call.address },
      ...(hasNext ? [{ relation: 'next' as const, url: addressOfPage(call, count, offset + count) }] : []),
    ],
    ...(entry.length > 0 && { entry }),
  } as const;
  return isTooLarge(bundle, entry.length) ? tooLarge : bundle;
}

function entryOf(call: AnyCall, resource: Resource | Part, mode: 'match' | 'include') {
  return { fullUrl: call.url(`/${resource.resourceType}/${resource.id}`), resource, search: { mode } };
}

/** The same query, its parameters in alphabetical order. */
function addressOfPage({ address, search }: AnyCall, count: number, offset: number): string {
  const pairs = search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !/^_(?:count|offset)(?:=|$)/.test(pair));
  const all = [...pairs, `_count=${count}`, `_offset=${offset}`].toSorted((a, b) => (nameIn(a) < nameIn(b) ? -1 : 1));
  return `${address.slice(0, address.length - search.length)}?${all.join('&')}`;
}

const nameIn = (pair: string): string => pair.split('=')[0] ?? '';

const wholeNumber = (value: unknown): number | undefined => (value === undefined ? undefined : Number(value));
