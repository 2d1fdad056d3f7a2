/** From a reply or a problem to the response on the wire; the last stop of every request, where it is journalled and checked against its contract. */
import type { Replied } from '../../answer/answer.ts';
import { bytesOf } from '../../contract/bytes-of.ts';
import type { Json } from '../../contract/contract.ts';
import { documentedResponse } from '../../contract/documented.ts';
import { PLAN_STEPS } from '../../contract/limits.ts';
import { isOverBudget } from '../../contract/work.ts';
import { writeProblem } from '../../dialect/write-problem.ts';
import type { Fault, Problem } from '../../mock/problem.ts';
import { pathWithin } from '../api.ts';
import { inProfile } from '../in-profile.ts';
import { note, type Incoming } from '../request/incoming.ts';
import { withheldUrl } from '../request/withheld.ts';
import { sayable, withholdFrom, withoutSuspects } from '../request/withheld-record.ts';
import { isJsonType, isMediaType } from '../../contract/media-type.ts';
import { atHand } from './at-hand.ts';
import { ownPageHeaders } from './own-page-headers.ts';
import { addDocumented, addSaid, responseHeaders } from './response-headers.ts';
import { withOwnLinks } from './own-links.ts';
import type { SelfCheck } from './self-check.ts';
import { inType, valueOf, writeReply } from './write-reply.ts';

export function respond(incoming: Incoming, { reply, by }: Replied, selfCheck: SelfCheck): Response {
  const { record } = incoming;
  record.answeredBy = by;
  const operation = incoming.match?.target.operation;
  const documented = operation && documentedResponse(operation.responses, reply.status);
  const headers = responseHeaders(incoming);
  addSaid(headers, reply.headers, incoming);
  addDocumented(headers, incoming, { status: reply.status, documented, body: () => valueOf(reply) });
  if (reply.page)
    return send(incoming, reply.status, reply.page.html, { ...headers, ...ownPageHeaders(reply.page) }, 'text/html; charset=utf-8');
  if (reply.binary) return send(incoming, reply.status, reply.binary.bytes, headers, reply.type ?? reply.binary.type);
  if (reply.stream) return send(incoming, reply.status, reply.stream, headers, reply.type ?? 'application/octet-stream');
  if (reply.rendered === undefined && reply.body === undefined) return send(incoming, reply.status, null, headers, undefined);
  const { type, text: made } = writeReply(incoming, reply, documented);
  const text = withOwnLinks(incoming, made);
  // What somebody wrote in the place of the contract's own answer is not ours to hold to it; nor is what another than the real service says.
  if (documented && by !== 'stub' && incoming.api?.mode === undefined && isJsonType(type))
    selfCheck(incoming, documented, type, reply.status, () => JSON.parse(text) as Json);
  return send(incoming, reply.status, by !== 'stub' && isJsonType(type) ? inProfile(incoming, text) : text, headers, type);
}

/** A refusal has a budget of its own, since it may be for want of one. What a contract makes too costly to say is said in the platform's words. */
export function respondWithProblem(incoming: Incoming, found: Problem, by: 'problem' | 'fault' = 'problem'): Response {
  const work = incoming.api?.contract.work;
  if (!work) return saidAs(incoming, found, by);
  try {
    return work.within(PLAN_STEPS, () => saidAs(incoming, found, by));
  } catch (error) {
    if (!isOverBudget(error)) throw error;
    delete incoming.api;
    delete incoming.match;
    return saidAs(incoming, found, by);
  }
}

function saidAs(incoming: Incoming, found: Problem, by: 'problem' | 'fault'): Response {
  const problem = sayable(found);
  const { api, match, record, workspace, request } = incoming;
  const accept = request.headers.get('accept');
  const written = writeProblem({
    plan: api?.plan.faults.of(match?.target.operation),
    declared: api?.mock?.dialect,
    problem,
    now: workspace.clock.now(),
    id: record.id,
    method: incoming.method,
    path: withheldUrl(api ? pathWithin(api, incoming.url.pathname) : incoming.url.pathname, ''),
    ...(accept === null ? {} : { accept }),
  });
  record.answeredBy = by;
  record.problem = problem.problem;
  record.message = problem.message;
  const faults = allFaults(problem, incoming);
  if (faults) record.faults = faults;
  const headers = responseHeaders(incoming);
  addSaid(headers, written.headers, incoming);
  const operation = match?.target.operation;
  const documented = operation && documentedResponse(operation.responses, written.status);
  addDocumented(headers, incoming, { status: written.status, documented });
  if (written.body === undefined) return send(incoming, written.status, null, headers, undefined);
  const text = inType(incoming, written.body, written.type, documented);
  return send(
    incoming,
    written.status,
    withoutSuspects(incoming, withOwnLinks(incoming, text ?? JSON.stringify(written.body))),
    headers,
    text === undefined ? 'application/json' : written.type,
  );
}

/** With those that the answer does not tell of, each place once. */
function allFaults({ faults }: Problem, { besides = [] }: Incoming): readonly Fault[] | undefined {
  if (besides.length === 0) return faults;
  const placeOf = ({ in: place, name = '', pointer }: Fault): string => `${place} ${name.toLowerCase()} ${pointer}`;
  const known = new Set((faults ?? []).map(placeOf));
  return [...(faults ?? []), ...besides.filter((fault) => !known.has(placeOf(fault)))];
}

type SentBody = string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>> | null;

/** What has an encoding was stored in it: workerd would encode it once more. No other runtime knows the word. */
const asEncoded = { encodeBody: 'manual' };

/** Statuses that may have no body (RFC 9110 §15). */
const bodiless = new Set([204, 205, 304]);

export function send(
  incoming: Incoming,
  status: number,
  body: SentBody,
  headers: Record<string, string>,
  type: string | undefined,
): Response {
  const { record, journal, method, match, api, request } = incoming;
  if (type !== undefined && isToBeRun(request, type)) {
    note(
      incoming,
      'A browser asked for this as a script, a worker or a style sheet. Answers of mock APIs are never run, so it was given none.',
    );
    return send(incoming, 403, null, responseHeaders(incoming), undefined);
  }
  const tag = settleCaching(headers);
  // RFC 9110 §13.1.2: what the client has already is not sent again.
  const isKnown =
    tag !== undefined && status === 200 && (method === 'GET' || method === 'HEAD') && matchesTag(request.headers.get('if-none-match'), tag);
  const sent = isKnown ? 304 : status;
  record.status = sent;
  if (api) record.api = api.contract.slug;
  if (match) record.operation = match.target.operation.id;
  withholdFrom(incoming);
  const isBodiless = bodiless.has(sent) || body === null;
  if (!isBodiless && type !== undefined)
    headers['Content-Type'] = isJsonType(type) || isMediaType(type) ? type : 'application/octet-stream';
  if (!incoming.isOwn) journal.add(record, atHand(incoming, headers, isBodiless ? null : body));
  // Whoever is not let in shall not fill what others keep of what they asked.
  else if (sent !== 401) journal.add(record);
  if (isBodiless) return new Response(null, { status: sent, headers });
  if (method !== 'HEAD') return new Response(body, { status, headers, ...(headers['Content-Encoding'] !== undefined && asEncoded) });
  // One that nobody reads does nothing.
  if (!(body instanceof ReadableStream)) headers['Content-Length'] = String(typeof body === 'string' ? bytesOf(body) : body.byteLength);
  return new Response(null, { status, headers });
}

/** Nothing is to be kept by anybody but who can ask again by its tag, unless the contract says otherwise. Gives the tag. */
function settleCaching(headers: Record<string, string>): string | undefined {
  let tag: string | undefined;
  let isSaid = false;
  for (const name in headers) {
    if (name.length === 4 && name.toLowerCase() === 'etag') tag = headers[name];
    else if (name.length === 13 && name.toLowerCase() === 'cache-control') isSaid = true;
  }
  if (!isSaid) headers['Cache-Control'] = tag === undefined ? 'no-store' : 'no-cache';
  return tag;
}

/** Weakly: a tag and its weak form name one version. */
function matchesTag(asked: string | null, tag: string): boolean {
  if (asked === null) return false;
  const bare = (text: string): string => text.trim().replace(/^W\//, '');
  return asked.trim() === '*' || asked.split(',').some((one) => bare(one) === bare(tag));
}

/** Where a browser says that it means to run what it asks for, or to lay it over a page (Fetch §3.2.6; Service Workers §4.1). */
const destinations: ReadonlySet<string> = new Set([
  'script',
  'serviceworker',
  'sharedworker',
  'worker',
  'audioworklet',
  'paintworklet',
  'style',
  'xslt',
]);

/** JSON cannot be run, so only other types are asked about. */
function isToBeRun({ headers }: Request, type: string): boolean {
  if (isJsonType(type)) return false;
  return headers.get('service-worker') !== null || destinations.has(headers.get('sec-fetch-dest') ?? '');
}
