/** One page of many items, asked for by the names that APIs use: `_count`, `limit`, `page`, `offset`, `cursor` … */
import type { Json } from '../../contract/contract.ts';
import type { Call, Problem } from '../../mock.ts';
import { plainName } from '../resource/names.ts';

const sizeNames = new Set(['count', 'limit', 'pagesize', 'perpage', 'size', 'maxresults', 'top', 'pagelimit', 'maxitems']);
const pageNames = new Set(['page', 'pagenumber', 'pageno']);
const offsetNames = new Set(['offset', 'skip', 'start', 'startindex', 'getpagesoffset', 'pageoffset']);
const cursorNames = new Set(['cursor', 'pagetoken', 'continuationtoken', 'nexttoken', 'after', 'continuefrom']);

/** Items on one page at most. */
const largestPage = 100;

export const isPagingName = (name: string): boolean =>
  [sizeNames, pageNames, offsetNames, cursorNames].some((names) => names.has(bare(name)));
const bare = (name: string): string =>
  plainName(name)
    .replace(/^\$/, '')
    .replace(/^page\[(\w+)\]$/, 'page$1');

export interface Paging {
  readonly start: number;
  /** Items on a page; undefined where the request asks for no size. */
  readonly size: number | undefined;
  link(start: number): Readonly<Record<string, string>>;
}

/** How many items a page has where paging is asked for without a size. */
const usualSize = 20;

export function readPaging(call: Call): Paging | Problem {
  const asked = new Map<'size' | 'page' | 'offset' | 'cursor', { name: string; value: number }>();
  for (const parameter of call.operation.parameters) {
    if (parameter.in !== 'query') continue;
    const kind = sizeNames.has(bare(parameter.name))
      ? 'size'
      : pageNames.has(bare(parameter.name))
        ? 'page'
        : offsetNames.has(bare(parameter.name))
          ? 'offset'
          : cursorNames.has(bare(parameter.name))
            ? 'cursor'
            : undefined;
    const value = call.query[parameter.name];
    if (kind && value !== undefined) asked.set(kind, { name: parameter.name, value: number(value) });
  }
  for (const [kind, { name, value }] of asked) {
    const least = kind === 'size' || kind === 'page' ? 0 : 0;
    if (!Number.isInteger(value) || value < least)
      return refuse(name, kind === 'cursor' ? 'must be a cursor that this API gave out' : `must be a whole number, ${least} or more`);
  }
  const wanted = asked.get('size')?.value;
  const size = wanted === undefined ? (asked.has('page') || asked.has('cursor') ? usualSize : undefined) : Math.min(wanted, largestPage);
  const page = asked.get('page')?.value;
  const start =
    asked.get('cursor')?.value ?? asked.get('offset')?.value ?? (page === undefined ? 0 : Math.max(0, page - 1) * (size ?? usualSize));
  return { start, size, link: (at) => linkTo(call, at, size ?? usualSize) };
}

/** The query members that name the page beginning at `start`, in the parameters the contract itself declares. */
function linkTo(call: Call, start: number, size: number): Readonly<Record<string, string>> {
  for (const parameter of call.operation.parameters) {
    const name = bare(parameter.name);
    if (parameter.in !== 'query') continue;
    if (pageNames.has(name)) return { [parameter.name]: String(Math.floor(start / size) + 1) };
    if (offsetNames.has(name)) return { [parameter.name]: String(start) };
    if (cursorNames.has(name)) return { [parameter.name]: cursorFor(start) };
  }
  return { _getpagesoffset: String(start) };
}

const cursorFor = (start: number): string => `after-${start}`;

function number(value: Json): number {
  return Number(typeof value === 'string' ? value.replace(/^after-/, '') : value);
}

function refuse(name: string, message: string): Problem {
  return {
    problem: 'invalid-value',
    message: `The query parameter ${name} ${message}.`,
    faults: [{ in: 'query', name, pointer: '', keyword: 'paging', message }],
  };
}
