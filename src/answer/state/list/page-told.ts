/** What one page of a list tells of itself: how many there are, and where the others are. */
import type { Json } from '../../../contract/contract.ts';
import { isObject } from '../../../contract/json.ts';
import type { Call } from '../../../mock/call.ts';
import type { Count, Relation } from '../../../plan/list/envelope/page-facts.ts';
import type { ListPage } from '../../../plan/list/envelope/write-page.ts';
import type { Searching } from '../../../plan/list/list-plan.ts';
import type { AskedPage } from '../../../plan/list/paging/paging.ts';
import { plainName } from '../../../plan/resource/names.ts';
import { secondOf } from '../../body/request-values.ts';
import { linker } from './list-request.ts';
import type { RowsFound } from './find-rows.ts';
import type { Listed } from './listed.ts';

/** What of the rows found a page tells. */
type PageRows = Pick<RowsFound, 'total' | 'start'> & { readonly rows: readonly Pick<Listed, 'id'>[] };

export function pageTold(
  searching: Pick<Searching, 'paging' | 'linkPath'>,
  call: Call,
  asked: AskedPage,
  { total, start, rows }: PageRows,
): ListPage {
  const { paging } = searching;
  const { size } = asked;
  const end = start + rows.length;
  const hasNext = size > 0 && end < total;
  const hasPrev = size > 0 && start > 0;
  const pageAt = (first: number): number => (size === 0 ? 0 : Math.floor(first / size)) + paging.firstPage;
  const startOf = (relation: Relation): number | undefined => {
    switch (relation) {
      case 'self':
        return start;
      case 'first':
        return 0;
      case 'prev':
        return hasPrev ? Math.max(0, start - size) : undefined;
      case 'next':
        return hasNext ? end : undefined;
      case 'last':
        return size === 0 ? 0 : Math.max(0, Math.ceil(total / size) - 1) * size;
    }
  };
  const numberOf = (count: Count): number | undefined => {
    switch (count) {
      case 'total':
        return total;
      case 'onPage':
        return rows.length;
      case 'size':
        return size;
      case 'page':
        return pageAt(start);
      case 'pages':
        return size === 0 ? 0 : Math.ceil(total / size);
      case 'start':
        return start + paging.firstRow;
      case 'from':
        return rows.length === 0 ? undefined : start + 1;
      case 'to':
        return rows.length === 0 ? undefined : end;
      case 'remaining':
        return Math.max(0, total - end);
    }
  };
  const flags = { hasNext, hasPrev, isFirst: start === 0, isLast: !hasNext, isEmpty: rows.length === 0 };
  const links = linker(call, searching, asked);
  /** The id of the item behind which a page begins, where that item is on this one. */
  const behind = (at: number): string | undefined => (at === end ? rows.at(-1)?.id : undefined);
  return {
    count: numberOf,
    flag: (flag) => flags[flag],
    id: (which) => rows.at(which === 'first' ? 0 : -1)?.id,
    given: (plain) =>
      givenIn(call.path, plain) ?? givenIn(call.query, plain) ?? (isObject(call.body) ? givenIn(call.body, plain) : undefined),
    way(relation, as) {
      const at = startOf(relation);
      if (at === undefined) return undefined;
      if (as === 'link') return relation === 'self' ? links.self() : links.to(at, behind(at));
      if (as === 'cursor') return paging.cursor(at, behind(at));
      return paging.has.page || !paging.has.offset ? pageAt(at) : at + paging.firstRow;
    },
    usualWay: paging.has.cursor && !paging.has.page && !paging.has.offset ? 'cursor' : 'link',
    get now() {
      return new Date(secondOf(call)).toISOString();
    },
  };
}

function givenIn(values: Readonly<Record<string, Json | undefined>>, plain: string): Json | undefined {
  const name = Object.keys(values).find((one) => plainName(one) === plain);
  return name === undefined ? undefined : values[name];
}
