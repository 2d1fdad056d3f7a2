/** What bodies and headers say of a page: how many there are, where the next ones are. Told by the names that APIs use, and by type. */
import { plainName } from '../../resource/names.ts';
import type { Shape } from './shape.ts';

export type Relation = 'self' | 'first' | 'prev' | 'next' | 'last';

/** A number that a page knows of itself. `from` and `to` count from 1. */
export type Count = 'total' | 'onPage' | 'size' | 'page' | 'pages' | 'start' | 'from' | 'to' | 'remaining';
export type Flag = 'hasNext' | 'hasPrev' | 'isFirst' | 'isLast' | 'isEmpty';

export type Fact =
  | { readonly of: 'count'; readonly count: Count }
  | { readonly of: 'flag'; readonly flag: Flag }
  | { readonly of: 'id'; readonly which: 'first' | 'last' }
  /** Another page: by its URL, by a cursor, or by its number or first row; left open where the name does not say which. */
  | { readonly of: 'way'; readonly relation: Relation; readonly as?: 'link' | 'cursor' | 'number' }
  /** All of the ways, as a list of `{relation, url}`. */
  | { readonly of: 'ways' };

const table = <Kind extends string>(names: Readonly<Record<Kind, string>>): ReadonlyMap<string, Kind> =>
  new Map((Object.entries(names) as [Kind, string][]).flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind] as const))); // keys of a literal

const counts = table<Count>({
  total:
    'total totalcount totalitems totalresults totalrecords totalelements totalsize totalhits totalrows totalentries totaldocs totalmatches totalnumber ' +
    'numfound recordstotal recordcount resultcount messagecount approxinboxcount matchcount hits @odatacount fullcount grandtotal itemstotal numberofresults',
  onPage: 'count numberofelements returned numberreturned returnedcount itemcount currentitemcount currentcount countonpage resultsonpage',
  size: 'limit size pagesize perpage itemsperpage resultsperpage rowsperpage maxresults maxkeys maxitems pagelimit',
  page: 'page number pagenumber currentpage pageindex pageno current',
  pages: 'totalpages pagecount pages lastpage numpages numberofpages pagetotal totalpagecount',
  start: 'offset skip startindex startat startposition firstresult start',
  from: 'from firstitem',
  to: 'to lastitem',
  remaining: 'remaining remainingcount remainingitemcount',
});

const flags = table<Flag>({
  hasNext:
    'hasmore hasnext hasnextpage hasmoreitems hasmorepages hasmoreresults more morepages moreavailable moreresults istruncated truncated next',
  hasPrev: 'hasprevious hasprev haspreviouspage hasprevpage prev previous',
  isFirst: 'first isfirst isfirstpage',
  isLast: 'last islast islastpage',
  isEmpty: 'empty isempty',
});

const way = /^(?:@odata)?(self|first|previous|prev|next|last|end|start)(page)?(.*)$/;
const linkWord = /^(?:link|url|href|uri)$/;
const cursorWord = /^(?:cursor|marker|token|key|bookmark|id|position|startkey|continuationtoken|continuation|scrollid)$/;
/** Names of a cursor that do not say which way it leads. */
const bareCursor = /^(?:cursor|marker|bookmark|continue|continuation|continuationtoken|pagetoken|scrollid|lastevaluatedkey|after|before)$/;
const container =
  /^(?:_?links?|meta|metadata|page|pages|paging|pagination|paginator|pageinfo|pagedetails|pager|pageable|paginginfo|paginationinfo|info|counts|cursors?|summary|navigation|nav|resultinfo|listinfo|searchinfo|searchmetadata|responsemetadata|resultset)$/;

export const isBareCursor = (name: string): boolean => bareCursor.test(plainName(name));

/** An object that holds facts of the page. */
export const isContainer = (name: string): boolean => container.test(plainName(name));

/** True of a name that speaks of a page rather than of what is on it. */
export function isFactName(name: string): boolean {
  const plain = plainName(name);
  return counts.has(plain) || flags.has(plain) || isContainer(name) || bareCursor.test(plain) || wayOf(plain, undefined) !== undefined;
}

/** What a member of this name and shape tells, beside members of the plain names `among`. */
export function factOf(name: string, shape: Shape, among: ReadonlySet<string>): Fact | undefined {
  const plain = plainName(name);
  if (shape.type === 'array') return /^links?$/.test(plain) && listsLinks(shape) ? { of: 'ways' } : undefined;
  const types = typesIn(shape);
  if (types.has('boolean')) {
    const flag = flags.get(plain);
    return flag && { of: 'flag', flag };
  }
  if (plain === 'firstid' || plain === 'lastid') return { of: 'id', which: plain === 'firstid' ? 'first' : 'last' };
  const isNumber = types.has('integer') || types.has('number');
  const isCounted = shape.type === 'object' && shape.members.has('value') && shape.members.size <= 2;
  const count = shape.type === 'object' && !isCounted ? undefined : counts.get(plain);
  if (count !== undefined && (isCounted || isNumber || types.size === 0 || /^\d+$/.test(String(shape.keywords.example))))
    return { of: 'count', count: count === 'onPage' && plain === 'count' && !namesTotal(among) ? 'total' : count };
  const found = wayOf(plain, among);
  return found && (isNumber ? { ...found, as: 'number' } : found.as === undefined && isLink(shape) ? { ...found, as: 'link' } : found);
}

function wayOf(plain: string, among: ReadonlySet<string> | undefined): Extract<Fact, { of: 'way' }> | undefined {
  if (bareCursor.test(plain)) {
    // Beside `nextCursor`, a bare `cursor` is the one that was asked for.
    const isEcho = among !== undefined && [...among].some((other) => other !== plain && other.startsWith('next'));
    return isEcho ? undefined : { of: 'way', relation: plain === 'before' ? 'prev' : 'next', as: 'cursor' };
  }
  const [, word = '', , rest = ''] = way.exec(plain) ?? [];
  const as = linkWord.test(rest) ? 'link' : cursorWord.test(rest) ? 'cursor' : undefined;
  if (word === '' || (rest !== '' && as === undefined)) return undefined;
  if (word === 'start' || word === 'end')
    return as === 'cursor' ? { of: 'way', relation: word === 'end' ? 'next' : 'prev', as } : undefined;
  if (as === 'cursor' && (word === 'self' || word === 'first' || word === 'last')) return undefined;
  const relation = word === 'previous' ? 'prev' : (word as Relation); // the others of the pattern
  return { of: 'way', relation, ...(as === undefined ? {} : { as }) };
}

const namesTotal = (among: ReadonlySet<string>): boolean => [...among].some((name) => name !== 'count' && counts.get(name) === 'total');

function isLink({ type, keywords, members }: Shape): boolean {
  return type === 'object'
    ? members.has('href') || members.has('url') || members.size === 0
    : /^(?:uri|url)/.test(keywords.format ?? '') || /^(?:https?:\/)?\/|^\?/.test(String(keywords.example ?? ''));
}

/** `link: [{relation, url}]`, `links: [{rel, href}]`. */
function listsLinks({ items }: Shape): boolean {
  const members = items?.().members;
  return (
    members === undefined ||
    members.size === 0 ||
    ((members.has('relation') || members.has('rel')) && ['url', 'href', 'uri'].some((name) => members.has(name)))
  );
}

function typesIn({ keywords: { type, example, format } }: Shape): ReadonlySet<string> {
  if (type !== undefined) return new Set(typeof type === 'string' ? [type] : type);
  if (format === 'int32' || format === 'int64') return new Set(['integer']);
  return new Set(example === undefined ? [] : [typeof example]);
}

/** Everything that a body tells of its page, beside the array at `path` and in what holds such facts. */
export function factsIn(shape: Shape, path: readonly string[], depth = 0): readonly Fact[] {
  const among = new Set([...shape.members.keys()].map(plainName));
  return [...shape.members].flatMap(([name, member]): readonly Fact[] => {
    if (name === path[0]) return path.length > 1 ? factsIn(member(), path.slice(1), depth) : [];
    const fact = factOf(name, member(), among);
    if (fact) return [fact];
    return depth < 2 && isContainer(name) && member().type === 'object' ? factsIn(member(), [], depth + 1) : [];
  });
}

/** Whether these facts say where the next page is, and whether they say that there is more. */
export const leadOn = (facts: readonly Fact[]): boolean =>
  facts.some((fact) => fact.of === 'ways' || (fact.of === 'way' && fact.relation === 'next'));
export const tellOfMore = (facts: readonly Fact[]): boolean =>
  leadOn(facts) ||
  facts.some(
    (fact) =>
      (fact.of === 'count' && /^(?:total|pages|remaining)$/.test(fact.count)) ||
      (fact.of === 'flag' && /^(?:hasNext|isLast)$/.test(fact.flag)),
  );
