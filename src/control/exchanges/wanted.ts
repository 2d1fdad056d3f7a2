/** Which exchanges a list is of: those that every filter lets through, newest first. Reads no more of the ring than it must. */
import type { operations } from '../../generated/sandbox-control.types.ts';
import type { Problem } from '../../mock/problem.ts';
import { keptHeader, type Exchange } from '../../workspace/journal/exchange.ts';
import type { Journal } from '../../workspace/journal/journal.ts';

type Filters = NonNullable<operations['list-exchanges']['parameters']['query']>;

/** Where nobody says how many. */
export const listedAtOnce = 50;

/** A point in time: the number of an exchange, its id, or an instant in milliseconds. */
export type JournalPoint = { readonly number?: number; readonly id?: string; readonly instant?: number };

/** `isAlsoWanted`: what no exchange says of itself. */
export function wantedExchanges(
  journal: Journal,
  filters: Filters,
  isAlsoWanted: (exchange: Exchange) => boolean = () => true,
): readonly Exchange[] | Problem {
  const since = pointAt(filters.since);
  const before = pointAt(filters.before);
  if (!since) return noPoint('since');
  if (!before) return noPoint('before');
  const isWanted = filterOf(filters);
  const found: Exchange[] = [];
  for (const exchange of between(journal, since, before))
    if (isWanted(exchange) && isAlsoWanted(exchange) && found.push(exchange) >= (filters.limit ?? listedAtOnce)) break;
  return found;
}

/** Ids are places in the ring, which is in the order of answers; one that it does not hold is older than all of it. */
export function* between(journal: Pick<Journal, 'newest'>, since: JournalPoint, before: JournalPoint): Generator<Exchange> {
  let isOlder = before.id === undefined;
  for (const exchange of journal.newest(since.number)) {
    const { id, number, at } = exchange;
    if (id === since.id) return;
    const isLate = number > (since.number ?? -1) && at >= (since.instant ?? -Infinity);
    const isEarly = number < (before.number ?? Infinity) && at < (before.instant ?? Infinity);
    if (isOlder && isLate && isEarly) yield exchange;
    if (id === before.id) isOlder = true;
  }
}

const idShape = /^[0-9a-f]{32}$/;
const instantShape = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/;

/** Undefined where a text is none. */
export function pointAt(text: string | undefined): JournalPoint | undefined {
  if (text === undefined) return {};
  if (idShape.test(text)) return { id: text };
  if (/^\d{1,15}$/.test(text)) return { number: Number(text) };
  const instant = instantShape.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(instant) ? undefined : { instant };
}

/** What a point is, in words. */
export const aPoint = 'the number of an exchange, its id, or an instant such as 2026-01-01T09:30:00Z';

export const noPoint = (name: string): Problem => ({
  problem: 'invalid-value',
  message: `"${name}" is ${aPoint}.`,
  faults: [{ in: 'query', name, pointer: '', keyword: 'format', message: 'must be a number, an id or an instant' }],
});

export function filterOf({ api, operation, method, status, refused, person, correlation, text }: Filters): (exchange: Exchange) => boolean {
  const about = person === undefined ? undefined : numberAnywhere(person);
  const wanted = text?.toLowerCase();
  return (exchange) =>
    (api === undefined || exchange.api === api) &&
    (operation === undefined || exchange.operation === operation) &&
    (method === undefined || exchange.method === method) &&
    (status === undefined || hasStatus(exchange, status)) &&
    (!refused || wasRefused(exchange)) &&
    (wanted === undefined || spellingsOf(exchange.url).some((url) => url.toLowerCase().includes(wanted))) &&
    (correlation === undefined || correlationHeaders.some((name) => keptHeader(exchange.sent, name) === correlation)) &&
    (about === undefined || said(exchange).some((line) => about.test(line)));
}

export const wasRefused = ({ status }: Exchange): boolean => status >= 400;

/** `404`, or `4xx` for all of them. */
export const hasStatus = ({ status }: Exchange, wanted: string | number): boolean => `${status}`.startsWith(`${wanted}`.replace('xx', ''));

/** Ten digits, as people and programs write them: 9000000009, 900 000 0009, 900-000-0009. */
const numberAnywhere = (digits: string): RegExp => new RegExp(`(?<!\\d)${[...digits].join('[ +-]?')}(?!\\d)`);

/** By which the NHS's APIs follow a request (NHS API platform): of one, and of all that belong together. */
export const correlationHeaders = ['x-correlation-id', 'x-request-id'];

/** All that is kept of what was sent and said. */
const said = ({ url, message = '', faults = [], notes = [], sent, answered }: Exchange): readonly string[] => [
  ...spellingsOf(url),
  message,
  ...[sent, answered].flatMap((side) => [side?.body?.text ?? '', ...(side?.headers ?? []).map(([, value]) => value)]),
  ...faults.flatMap((fault) => [fault.pointer, fault.message]),
  ...notes,
];

function spellingsOf(url: string): readonly string[] {
  if (!url.includes('%')) return [url];
  try {
    return [url, decodeURIComponent(url)];
  } catch {
    return [url]; // what was sent need not be text
  }
}
