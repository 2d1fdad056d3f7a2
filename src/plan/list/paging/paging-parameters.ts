/** Which query parameters of an operation ask for a page: told by name, and only where type, envelope and items agree. */
import type { Operation, Parameter } from '../../../contract/contract.ts';
import { plainName } from '../../resource/names.ts';
import type { Shape } from '../envelope/shape.ts';

export type PagingKind = 'size' | 'page' | 'offset' | 'cursor';

export interface PagingParameter {
  readonly kind: PagingKind;
  readonly parameter: Parameter;
  /** The member of an object that the parameter is (`page[size]` as a deep object); absent where it is the value itself. */
  readonly member?: string;
  readonly shape: Shape;
}

const kinds: Readonly<Record<PagingKind, RegExp>> = {
  size: /^(?:_?count|_?limit|pagesize|perpage|_?size|maxresults|top|pagelimit|maxitems|itemsperpage|maxkeys|maxpagesize|resultsperpage|recordsperpage|pagecount|rows|first|take|numresults)$/,
  page: /^(?:_?page|pagenumber|pageno|pagenum|pageindex|currentpage)$/,
  offset:
    /^(?:_?offset|_?skip|_?start|startindex|getpagesoffset|_getpagesoffset|pageoffset|startat|startposition|firstresult|startrow|startfrom|from)$/,
  cursor:
    /^(?:_?cursor|pagetoken|nextpagetoken|continuationtoken|nexttoken|_?after|aftercursor|continuefrom|pagecursor|pageafter|startingafter|afterid|lastid|sinceid|lastseenid|marker|nextmarker|startafter|bookmark|continue|continuation|scrollid|skiptoken|nextcursor|exclusivestartkey|startkey|nextkey|lastkey|ct)$/,
};
/** Words that can as well be asked of the items: `first` name, `start` of an appointment, `from` a day. */
const ambiguous = /^(?:_?start|from|first|after|rows|top|size|_?count|marker|continue|bookmark|ct|take)$/;
const dated = /date|time/;

/** `$top`, `page[size]` and `page.size` as `top` and `pagesize`. */
export const bareName = (name: string): string => plainName(name.replace(/[$[\]:]/g, ''));

export function pagingParameters(
  operation: Operation,
  { shapeOf, item }: { readonly shapeOf: (parameter: Parameter) => Shape; readonly item: Shape | undefined },
): readonly PagingParameter[] {
  const found = operation.parameters.flatMap((parameter): readonly PagingParameter[] => {
    if (parameter.in !== 'query') return [];
    const shape = shapeOf(parameter);
    if (shape.type === 'object') {
      return [...shape.members].flatMap(([member, of]) => asPaging(parameter, `${parameter.name}.${member}`, of(), member));
    }
    return asPaging(parameter, parameter.name, shape);
  });
  const members = new Set(memberNames(item).map(plainName));
  const isClear = ({ parameter, member }: PagingParameter): boolean =>
    member !== undefined ||
    /^[_$]|\[/.test(parameter.name) ||
    (!ambiguous.test(bareName(parameter.name)) && !members.has(bareName(parameter.name)));
  const clear = found.filter(isClear);
  return found.filter((one) => {
    if (clear.includes(one)) return true;
    const company = clear.some(({ kind }) => kind !== one.kind);
    // A number of items or of a page is one, where no item has such a member; a place to start needs a size beside it.
    return (
      company ||
      (!members.has(bareName(one.parameter.name)) &&
        (one.kind === 'size' || one.kind === 'page' || found.some(({ kind }) => kind === 'size')))
    );
  });
}

/** What items have, also where their answers wrap them. */
function memberNames(item: Shape | undefined, depth = 0): readonly string[] {
  const inside = depth < 2 ? ['data', 'attributes'].flatMap((name) => item?.members.get(name)?.() ?? []) : [];
  return [...(item?.members.keys() ?? []), ...inside.flatMap((shape) => memberNames(shape, depth + 1))];
}

function asPaging(parameter: Parameter, name: string, shape: Shape, member?: string): readonly PagingParameter[] {
  const bare = bareName(name);
  for (const kind of ['size', 'page', 'offset', 'cursor'] as const) {
    if (kinds[kind].test(bare) && suits(kind, bare, parameter, shape))
      return [{ kind, parameter, shape, ...(member === undefined ? {} : { member }) }];
  }
  return [];
}

/** Sizes, pages and offsets are numbers; a cursor is anything but a date. */
function suits(kind: PagingKind, name: string, { name: written, examples }: Parameter, { type, keywords }: Shape): boolean {
  if (type === 'array' || type === 'object') return false;
  const { format = '', pattern = '', enum: words } = keywords;
  const types = [keywords.type ?? []].flat();
  const shown = [...examples.map(({ value }) => value), keywords.example, keywords.default].flatMap((value) =>
    value === undefined || value === null ? [] : [String(value)],
  );
  if (types.includes('boolean') || dated.test(format)) return false;
  if (kind === 'cursor') return !shown.some((text) => /^\d{4}-\d\d-\d\d/.test(text));
  if (types.includes('integer') || types.includes('number')) return true;
  if (words && !words.every((word) => isDigits(String(word)))) return false;
  // Typed as text, or not at all: a number that is shown makes it one, or a name that can mean nothing else.
  if (shown.length > 0) return shown.every(isDigits);
  return !ambiguous.test(name) || /^_(?:count|offset)$/.test(written) || /\[0-9\]|\\d/.test(pattern);
}

const isDigits = (text: string): boolean => /^\d+$/.test(text);
