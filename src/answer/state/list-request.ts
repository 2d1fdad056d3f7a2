/** What a request asks of a list: values by name, whether declared or FHIR's own, and links that ask for other pages in the same way. */
import type { Json } from '../../contract/contract.ts';
import { isObject } from '../../contract/json.ts';
import { decodeText, parseQuery } from '../../contract/parameters/query.ts';
import type { Call } from '../../mock.ts';
import type { AskedPage, Paging } from '../../plan/list/paging/paging.ts';

export interface ListRequest {
  /** Declared parameters as decoded, and the form of a `_search`. */
  readonly values: Readonly<Record<string, Json | undefined>>;
  /** The same, and any other parameter as its text. */
  given(name: string): Json | undefined;
}

export function readRequest(call: Call): ListRequest {
  const form = call.operation.method === 'post' && isObject(call.body) ? call.body : undefined;
  const values = form ? { ...call.query, ...form } : call.query;
  if (call.undeclared.length === 0) return { values, given: (name) => values[name] };
  const { texts } = parseQuery(call.search);
  return {
    values,
    given: (name) => values[name] ?? (call.undeclared.includes(name) ? decodeText(texts.get(name)?.[0] ?? '') : undefined),
  };
}

/** Links to other pages of what this request asks for. */
export function linker(call: Call, paging: Paging, asked: AskedPage): (start: number) => string {
  const path = filledPath(call);
  const kept = [...keptPairs(call.search, paging), ...formPairs(call, paging)];
  return (start) => {
    const place = start === 0 && asked.by === undefined ? [] : Object.entries(paging.link(asked, start)).map(pairOf);
    const pairs = [...kept, ...place];
    return call.url(path) + (pairs.length === 0 ? '' : `?${pairs.join('&')}`);
  };
}

/** The operation's path with the parameters of this request. */
export function filledPath({ operation, path }: Call): string {
  return operation.path.replace(/\{([^{}]+)\}/g, (_, name: string) => encodeURIComponent(String(path[name] ?? '')));
}

/** As they were sent, but for those that say which page. */
function keptPairs(search: string, paging: Paging): readonly string[] {
  return search
    .replace(/^\?/, '')
    .split('&')
    .filter((pair) => {
      const [name = ''] = pair.split('=');
      return name !== '' && !paging.isPlace(decodeText(name) ?? name);
    });
}

/** A search that was sent as a form goes on as a query. */
function formPairs({ operation, body }: Call, paging: Paging): readonly string[] {
  if (operation.method !== 'post' || !isObject(body)) return [];
  return Object.entries(body).flatMap(([name, value]) => {
    const texts: readonly Json[] = Array.isArray(value) ? value : [value];
    return paging.isPlace(name) ? [] : texts.filter((text) => typeof text !== 'object').map((text) => pairOf([name, String(text)]));
  });
}

const pairOf = ([name, value]: readonly [string, string]): string => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
