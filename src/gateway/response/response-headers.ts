/** Headers that every response of the sandbox carries, whichever API answered and however. */
import type { DocumentedResponse } from '../../contract/contract.ts';
import { isFieldName, isFieldValue, isInertLink, reservedField } from '../../contract/header-field.ts';
import { isObject } from '../../contract/json.ts';
import type { AboutAnswer } from '../../plan/response/headers.ts';
import { hasExtra } from '../../workspace/extras.ts';
import { redirected } from '../addresses.ts';
import type { Target } from '../api.ts';
import { askedOf } from '../policies/gate.ts';
import { note, type Incoming, type QuotaLeft } from '../request/incoming.ts';
import { mayBeShown } from '../request/withheld.ts';

/** An id is echoed only where it cannot carry anything but an id. */
const safeId = /^[\w.:-]{1,64}$/;

const mirrored = ['X-Request-ID', 'X-Correlation-ID'];

/**
 * On every mock answer, whatever its type: the origin is shared by all that is mocked, by the sandbox's own pages and, deployed, by everybody's workspaces. A page of a contract's or
 * a client's own is shown and can do nothing. No download is forced: a picture or a page under test can still be looked at.
 */
export const inert = "sandbox; default-src 'none'";

export function responseHeaders(incoming: Incoming): Record<string, string> {
  const { request, prefix, url, record, isOwn, planned, quota } = incoming;
  const headers: Record<string, string> = {
    'X-Sandbox-Data': 'synthetic',
    'X-Sandbox-Trace': `${url.origin}${prefix}/_sandbox/trace/${record.id}`,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': inert,
    ...(planned && { 'X-Sandbox-Fault': planned.ids.join(', ') }),
    ...(quota && hasExtra(incoming.settings, 'limit-headers') && quotaHeaders(quota)),
    ...(isOwn && { 'Cross-Origin-Resource-Policy': 'same-origin' }),
  };
  for (const name of mirrored) {
    const id = request.headers.get(name);
    if (id !== null && isGivenBack(incoming, name, id) && mayBeShown(id)) headers[name] = id;
  }
  // Which pages may read answers of the sandbox's own API is decided by their origin.
  if (!isOwn && request.headers.get('origin') !== null) {
    // A sandbox authorises by header and never by cookie, so any page may read its answers.
    headers['Access-Control-Allow-Origin'] = '*';
    headers['Access-Control-Expose-Headers'] = '*';
  }
  const own = incoming.api?.mock?.everyAnswer;
  return own ? { ...headers, ...own({ ...askedOf(incoming), id: record.id }) } : headers;
}

/** An extra: the platform tells nobody how much is left to them. */
const quotaHeaders = ({ most, left, reset }: QuotaLeft) => ({
  'X-RateLimit-Limit': String(most),
  'X-RateLimit-Remaining': String(Math.max(0, left)),
  'X-RateLimit-Reset': String(reset),
});

/** Adds what a reply or a problem says for itself, where it can be sent and is not for the sandbox to say. */
export function addSaid(headers: Record<string, string>, said: Readonly<Record<string, string>> | undefined, incoming: Incoming): void {
  for (const name in said) {
    const value = said[name];
    if (value === undefined) continue;
    // The sandbox's own API says for itself what its pages may do.
    if (!(incoming.isOwn ? isFieldName(name) && isFieldValue(value) : maySay(name, value))) {
      note(
        incoming,
        `The answer’s header ${JSON.stringify(name.slice(0, 40))} cannot be sent, or is not the API’s to set; it was left out.`,
      );
      continue;
    }
    // Said once, whatever the case: an id that is mirrored gives way.
    if (!usual.has(name))
      for (const other in headers)
        if (other.length === name.length && other !== name && other.toLowerCase() === name.toLowerCase()) delete headers[other];
    headers[name] = value;
  }
}

function maySay(name: string, value: string): boolean {
  if (!/^[\t\x20-\x7e]*$/.test(value)) return false;
  if (usual.has(name)) return true;
  const key = name.toLowerCase();
  const reserved = reservedField(key);
  return isFieldName(name) && (reserved === undefined || reserved === 'server') && (key !== 'link' || isInertLink(value));
}

/** Headers of replies that need no second look. */
const usual: ReadonlySet<string> = new Set(['ETag', 'Location', 'Allow', 'Retry-After', 'WWW-Authenticate']);

/** What the contract refuses as an id is no id to give back; where nothing is held to the contract, all of it is. */
function isGivenBack({ api, faults = [] }: Incoming, name: string, id: string): boolean {
  if (api?.mode !== undefined) return isFieldValue(id);
  return safeId.test(id) && !faults.some((fault) => fault.in === 'header' && fault.name?.toLowerCase() === name.toLowerCase());
}

/** Adds what the contract documents for this response and nothing has said yet. */
export function addDocumented(
  headers: Record<string, string>,
  incoming: Incoming,
  {
    status,
    documented,
    body,
  }: { readonly status: number; readonly documented: DocumentedResponse | undefined; readonly body?: () => unknown },
): void {
  const target = incoming.match?.target;
  // What another than the real service says of its own is all there is.
  if (!target || !documented || documented.headers.length === 0 || incoming.api?.mode !== undefined) return;
  const { api } = target;
  let about: AboutAnswer | undefined;
  let room = documentedLength;
  for (const { name, key, value } of api.plan.headersOf(documented)) {
    if (isSaid(headers, name, key)) continue;
    const text = value((about ??= aboutAnswer(incoming, target, status, body)));
    if (text === undefined || (room -= name.length + text.length) < 0) continue;
    headers[name] = text;
  }
}

/** Characters of documented headers that one answer has: clients take some 16 KB of headers in all. */
const documentedLength = 8_192;

/** Headers are said once, whatever the case they are written in; most often it is the contract's. */
function isSaid(headers: Readonly<Record<string, string>>, name: string, key: string): boolean {
  if (Object.hasOwn(headers, name)) return true;
  for (const said in headers) if (said.length === key.length && said.toLowerCase() === key) return true;
  return false;
}

function aboutAnswer(
  { request, url, workspace, prefix, settings, record, method }: Incoming,
  { api, operation }: Target,
  status: number,
  body: (() => unknown) | undefined,
): AboutAnswer {
  const here = url.origin + prefix;
  return {
    status,
    now: workspace.clock.now(),
    id: record.id,
    seed: workspace.seed,
    sent(name) {
      const text = request.headers.get(name);
      return text !== null && mayBeShown(text) ? text : undefined;
    },
    ours: (address) => {
      const path = settings.compatibility === undefined ? api.pathOf(address) : undefined;
      return path === undefined ? undefined : here + path;
    },
    made: () => idIn(body?.()),
    request: here + url.pathname + url.search,
    get address() {
      const isReadable = api.contract.operations.some((other) => other.path === operation.path && other.method === 'get');
      const isLoop = status >= 300 && (method === 'GET' || method === 'HEAD' || !isReadable);
      return isLoop ? `${here}${redirected}/${api.contract.slug}/${encodeURIComponent(operation.id)}` : here + url.pathname;
    },
  };
}

function idIn(body: unknown): string | undefined {
  if (!isObject(body)) return undefined;
  const { id, data } = body;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : isObject(data) ? idIn({ id: data['id'] ?? null }) : undefined;
}

/** Methods that the NHS platform's gateway allows a page to use, whatever the path. */
const allowedByPlatform = ['GET', 'PUT', 'POST', 'PATCH', 'DELETE'];

const shownOr = (other: string, text: string | null): string => (text !== null && mayBeShown(text) ? text : other);

/** What a browser asks before it sends the real request (Fetch §3.2). */
export const isPreflight = ({ headers }: Request): boolean =>
  headers.get('origin') !== null && headers.get('access-control-request-method') !== null;

/** The answer to OPTIONS: what the path allows, and what a browser asks before it sends the real request (Fetch §3.2), as the NHS platform answers it. */
export function preflight(
  request: Request,
  allow: string,
  headers: Record<string, string>,
  own: Readonly<Record<string, string>> = {},
): Response {
  if (!isPreflight(request)) return new Response(null, { status: 204, headers: { ...headers, Allow: allow, 'Cache-Control': 'no-store' } });
  const origin = request.headers.get('origin');
  return new Response(null, {
    status: 200,
    headers: {
      ...headers,
      Allow: allow,
      'Cache-Control': 'no-store',
      'Content-Length': '0',
      'Access-Control-Allow-Origin': shownOr('*', origin),
      'Access-Control-Allow-Methods': [...new Set([...allowedByPlatform, ...allow.split(', ')])].join(', '),
      'Access-Control-Allow-Headers': shownOr('*', request.headers.get('access-control-request-headers')),
      'Access-Control-Max-Age': '3628800',
      ...own,
      Vary: 'Origin',
    },
  });
}
