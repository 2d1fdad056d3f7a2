/** An exchange of the journal as conditions look at it: what its texts hold is read once, when somebody asks. */
import type { ConformanceNote } from '../../conformance/notes.ts';
import type { Json } from '../../contract/contract.ts';
import { lazily } from '../../contract/lazily.ts';
import type { Api } from '../../gateway/api.ts';
import { decodePath } from '../../gateway/request/path.ts';
import type { AskedOfRules } from '../../gateway/rules/match.ts';
import { keptJson, urlParts, type Exchange, type ExchangeSide } from '../../workspace/journal/exchange.ts';

export interface LookedAt extends AskedOfRules {
  readonly exchange: Exchange;
  readonly pathname: string;
  readonly answerHeaders: ReadonlyMap<string, string>;
  readonly answerBody: Json | undefined;
  /** What conformance rules say of it: judged for all exchanges when the first is asked for. */
  readonly notes: readonly ConformanceNote[];
}

export function looker(apis: readonly Api[], notesOn: (id: string) => readonly ConformanceNote[]): (exchange: Exchange) => LookedAt {
  const bases = new Map(
    apis.flatMap(({ mounts }) =>
      mounts.filter((mount) => mount !== '').map((mount) => [`${mount}/`, mount.split('/').length - 1] as const),
    ),
  );
  return (exchange) => {
    const { method, sent, answered } = exchange;
    const { path: pathname, query: search } = urlParts(exchange);
    const path = lazily(() => ({
      segments: decodePath(pathname) ?? [],
      base: bases.entries().find(([mount]) => pathname.startsWith(mount))?.[1] ?? 0,
    }));
    const query = lazily(() => new URLSearchParams(search));
    const headers = lazily(() => headersOf(sent));
    const answerHeaders = lazily(() => headersOf(answered));
    const body = lazily(() => valueOf(sent));
    const answerBody = lazily(() => valueOf(answered));
    const texts = lazily(() => [...path().segments, ...query().values(), ...headers().values(), sent?.body?.text ?? '']);
    return {
      exchange,
      pathname,
      api: exchange.api ?? '',
      operation: exchange.operation ?? '',
      method: method === 'HEAD' ? 'GET' : method,
      texts,
      get segments() {
        return path().segments;
      },
      get base() {
        return path().base;
      },
      get query() {
        return query();
      },
      headers: { get: (name) => headers().get(name.toLowerCase()) ?? null },
      get body() {
        return body();
      },
      get notes() {
        return notesOn(exchange.id);
      },
      get answerHeaders() {
        return answerHeaders();
      },
      get answerBody() {
        return answerBody();
      },
    };
  };
}

/** Several of one name as one, as a request has them. */
function headersOf(side: ExchangeSide | undefined): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const [name, value] of side?.headers ?? []) headers.set(name, headers.has(name) ? `${headers.get(name)}, ${value}` : value);
  return headers;
}

/** JSON as a value, any other text as a text; undefined where there is none, or not all of it. */
function valueOf(side: ExchangeSide | undefined): Json | undefined {
  const json = keptJson(side);
  return json === undefined && !side?.body?.cut ? side?.body?.text : json;
}
