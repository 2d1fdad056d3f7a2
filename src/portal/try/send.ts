/** Sends what a visitor made to the mock API, in process, and reads why it was answered so. */
import type { Exchanged } from '../exchanges/words.ts';
import { askControl } from '../control.ts';
import type { PageVisit } from '../visit.ts';
import { readAnswer, type ShownAnswer } from './answer.ts';
import { makeRequest, type FieldFault, type MadeRequest, type RequestForm } from './request.ts';

export type Tried =
  | { readonly faults: readonly FieldFault[] }
  | { readonly request: MadeRequest; readonly answer: ShownAnswer; readonly explanation: Exchanged | undefined };

const outside: Tried = { faults: [{ field: '', message: 'This would lead to something else than this API.' }] };

/** `base` is the path that the operations of the API begin with. */
export async function sendTried(visit: PageVisit, base: string, form: RequestForm, texts: (field: string) => string): Promise<Tried> {
  const request = makeRequest(form, texts);
  if ('faults' in request) return request;
  const response = await sendMade(visit, base, request);
  if (!response) return outside;
  const answer = await readAnswer(response);
  const found =
    answer.trace === undefined ? undefined : await askControl<'explain-exchange'>(visit, `/trace/${encodeURIComponent(answer.trace)}`);
  return { request, answer, explanation: found?.ok ? found.body : undefined };
}

/** Undefined where it would lead to something else than an API whose paths begin with `base`. */
export async function sendMade(visit: PageVisit, base: string, made: MadeRequest): Promise<Response | undefined> {
  const { method, target, headers, body } = made;
  if (!isWithin(visit, base, target)) return undefined;
  return visit.ask(target, {
    method,
    headers: sentHeaders(headers),
    ...(body !== undefined && { body: new TextEncoder().encode(body) }),
  });
}

/** Who says nothing of a type takes any. */
function sentHeaders(headers: MadeRequest['headers']): Headers {
  const sent = new Headers({ Accept: '*/*' });
  for (const [name, value] of headers) sent.set(name, value);
  return sent;
}

/** A path may be brought with dots and strokes in it that an address takes for a way up. */
function isWithin(visit: PageVisit, base: string, target: string): boolean {
  const { origin, pathname } = new URL(visit.base + target);
  const below = new URL(`${visit.base}${base}/`);
  const rest = pathname.slice(new URL(`${visit.base}/`).pathname.length - 1);
  return (
    origin === below.origin && pathname.startsWith(below.pathname) && !/^\/(?:_sandbox|_portal|w)(?:\/|$)/.test(base === '' ? rest : '')
  );
}
