/** Exchanges as an HTTP archive (HAR 1.2, W3C Web Performance Working Group), which network tools of browsers open. */
import type { components } from '../../generated/sandbox-control.types.ts';
import { controlPath } from '../../gateway/places.ts';
import { keptHeader, urlParts, type Exchange, type ExchangeSide, type KeptBody } from '../../workspace/journal/exchange.ts';

type Archive = components['schemas']['HttpArchive'];
type Entry = components['schemas']['ArchivedExchange'];

/** `base` is the origin and the workspace's prefix; `version` is ours; exchanges come newest first. */
export function archiveOf(exchanges: readonly Exchange[], { base, version }: { readonly base: string; readonly version: string }): Archive {
  return {
    log: {
      version: '1.2',
      creator: { name: 'NHS API Sandbox', version },
      comment: 'Synthetic data. Headers and bodies as the sandbox keeps them: credentials are withheld, and long bodies cut.',
      entries: exchanges.toReversed().map((exchange) => entryOf(exchange, base)),
    },
  };
}

function entryOf(exchange: Exchange, base: string): Entry {
  const { id, at, method, url, status, sent, answered } = exchange;
  const either = { httpVersion: 'HTTP/1.1', cookies: [], headersSize: -1 as const };
  return {
    startedDateTime: new Date(at).toISOString(),
    time: 0,
    request: {
      ...either,
      method,
      url: base + url,
      headers: headersOf(sent),
      queryString: queryOf(exchange),
      ...(sent?.body && { postData: { mimeType: sent.body.type ?? '', text: sent.body.text ?? '', ...cutOf(sent.body) } }),
      bodySize: sent ? (sent.body?.bytes ?? 0) : -1,
    },
    response: {
      ...either,
      status,
      statusText: '',
      headers: headersOf(answered),
      content: contentOf(answered?.body),
      redirectURL: keptHeader(answered, 'location') ?? '',
      bodySize: answered ? (answered.body?.bytes ?? 0) : -1,
    },
    cache: {},
    timings: { send: 0, wait: 0, receive: 0 },
    comment: `${base}${controlPath}/trace/${id}`,
  };
}

const headersOf = (side: ExchangeSide | undefined) => (side?.headers ?? []).map(([name, value]) => ({ name, value }));

const queryOf = (exchange: Exchange): Entry['request']['queryString'] =>
  [...new URLSearchParams(urlParts(exchange).query)].map(([name, value]) => ({ name, value }));

function contentOf(body: KeptBody | undefined): Entry['response']['content'] {
  if (!body) return { size: 0, mimeType: '' };
  return { size: body.bytes, mimeType: body.type ?? '', ...(body.text !== undefined && { text: body.text }), ...cutOf(body) };
}

function cutOf({ text, cut, bytes }: KeptBody): { readonly comment?: string } {
  if (text === undefined && bytes > 0) return { comment: 'Only the size of this body is kept.' };
  return cut ? { comment: `The beginning of ${bytes} bytes.` } : {};
}
