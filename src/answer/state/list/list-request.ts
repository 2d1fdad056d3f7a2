/** What a request asks of a list: values by name, whether declared or FHIR's own, and links that ask for other pages in the same way. */
import type { Json } from '../../../contract/contract.ts';
import { isObject } from '../../../contract/json.ts';
import { decodeText, parseQuery } from '../../../contract/parameters/query.ts';
import { askedIn } from '../../../mock/any-call.ts';
import type { Call } from '../../../mock/call.ts';
import type { Searching } from '../../../plan/list/list-plan.ts';
import type { AskedPage } from '../../../plan/list/paging/paging.ts';

export interface ListRequest {
  /** Declared parameters as decoded, and the form of a `_search`. */
  readonly values: Readonly<Record<string, Json | undefined>>;
  /** The same, and any other parameter as its text. */
  given(name: string): Json | undefined;
}

export function readRequest(call: Call): ListRequest {
  const form = sendsSearch(call) && isObject(call.body) ? call.body : undefined;
  const values = form ? { ...call.query, ...form, ...call.several } : askedIn(call);
  if (call.undeclared.length === 0) return { values, given: (name) => values[name] };
  const { texts } = parseQuery(call.search);
  return {
    values,
    given: (name) => values[name] ?? (call.undeclared.includes(name) ? decodeText(texts.get(name)?.[0] ?? '') : undefined),
  };
}

export interface Linker {
  self(): string;
  /** Undefined where the page that begins there, behind the item with the id `before`, cannot be asked for. */
  to(start: number, before: string | undefined): string | undefined;
}

/** Links to other pages of what this request asks for. */
export function linker(call: Call, { paging, linkPath }: Pick<Searching, 'paging' | 'linkPath'>, asked: AskedPage): Linker {
  const at = (pairs: readonly string[]): string => call.url(filledPath(call, linkPath)) + (pairs.length === 0 ? '' : `?${pairs.join('&')}`);
  const kept = (isOut: (name: string) => boolean): readonly string[] => [...keptPairs(call.search, isOut), ...formPairs(call, isOut)];
  return {
    self: () => at(kept(() => false)),
    to(start, before) {
      const isBeginning = start === 0 && (asked.by === undefined || asked.by === 'cursor');
      const place = isBeginning ? {} : paging.link(asked, start, before);
      return place && at([...kept(paging.isPlace), ...Object.entries(place).map(pairOf)]);
    },
  };
}

/** A path with the parameters of this request. */
export function filledPath({ path }: Call, template: string): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => encodeURIComponent(String(path[name] ?? '')));
}

/** As they were sent. */
function keptPairs(search: string, isOut: (name: string) => boolean): readonly string[] {
  return search
    .replace(/^\?/, '')
    .split('&')
    .filter((pair) => {
      const [name = ''] = pair.split('=');
      return name !== '' && !isOut(decodeText(name) ?? name);
    });
}

/** A search may travel in a body. */
const sendsSearch = ({ operation: { method } }: Call): boolean => method === 'post' || method === 'query';

/** A search that was sent as a form goes on as a query. */
function formPairs(call: Call, isOut: (name: string) => boolean): readonly string[] {
  const { body, several = {} } = call;
  if (!sendsSearch(call) || !isObject(body)) return [];
  return Object.entries(body).flatMap(([name, first]) => {
    const value = Object.hasOwn(several, name) ? (several[name] ?? first) : first;
    const texts: readonly Json[] = Array.isArray(value) ? value : [value];
    return isOut(name) ? [] : texts.filter((text) => typeof text !== 'object').map((text) => pairOf([name, String(text)]));
  });
}

const pairOf = ([name, value]: readonly [string, string]): string => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
