/** Sends one message by an injected `fetch`: a few hops at most, each of them judged, in a bounded time, and reads no more of the answer than is asked for. */
import { bytesWithin } from '../contract/bytes-within.ts';
import type { Json } from '../contract/contract.ts';
import { isJsonType } from '../contract/media-type.ts';
import type { Judged } from './guard.ts';

export interface Parcel {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** POST, where there is none. */
  readonly method?: 'PUT' | 'PATCH';
  /** The answer's JSON is wanted; else nothing of it but its status is read. */
  readonly wantsAnswer?: true;
}

/** `retryAfter`: what a receiver that is busy says of it; `isLate`: it did not answer in time. */
export type PostOutcome =
  | { readonly status: number; readonly answer?: Json; readonly retryAfter?: string }
  | { readonly failure: string; readonly isLate?: true };

/** What one receiver is to be sent, written when it is sent, at a real time: what it is asked first, by something to echo, and then what it is for. */
export interface Handed {
  readonly url: string;
  readonly parcelAt: (now: number) => Parcel | { readonly refusal: string };
  readonly challengeOf: (challenge: string, now: number) => Parcel;
}

/** `judged` is asked before every hop. */
export type Post = (parcel: Parcel, judged: (url: string) => Judged) => Promise<PostOutcome>;

export const longestAnswer = 64 * 1024;
const mostHops = 3;
const patience = 3_000;
/** Statuses whose Retry-After is one (RFC 9110 §15.6.4, RFC 6585 §4). */
const busy = new Set([429, 503]);
const userAgent = 'nhs-api-sandbox';

export function posting(fetch: typeof globalThis.fetch, milliseconds = patience): Post {
  return async (parcel, judged) => {
    const signal = AbortSignal.timeout(milliseconds);
    try {
      return await follow(parcel, judged, (url) =>
        fetch(url, {
          method: parcel.method ?? 'POST',
          headers: { ...parcel.headers, 'User-Agent': userAgent, Accept: 'application/json' },
          body: parcel.body,
          redirect: 'manual',
          signal,
        }),
      );
    } catch (error) {
      if (signal.aborted) return { failure: `The receiver did not answer within ${milliseconds / 1000} seconds.`, isLate: true };
      const code = error instanceof Error && error.cause instanceof Error && 'code' in error.cause ? ` (${String(error.cause.code)})` : '';
      return { failure: `The receiver could not be reached${code}.` };
    }
  };
}

async function follow(parcel: Parcel, judged: (url: string) => Judged, send: (url: URL) => Promise<Response>): Promise<PostOutcome> {
  let next = parcel.url;
  for (let hop = 0; hop <= mostHops; hop++) {
    const to = judged(next);
    if ('refusal' in to) return { failure: hop === 0 ? to.refusal : `The receiver redirects to where nothing may be sent. ${to.refusal}` };
    const response = await send(to.url);
    const { status } = response;
    const location = response.headers.get('location');
    // Any other redirection would have the message left out (RFC 9110 §15.4).
    if ((status !== 307 && status !== 308) || location === null) return parcel.wantsAnswer ? answerOf(response) : statusOf(response);
    await response.body?.cancel();
    // A whole address is judged as it is written.
    next = URL.canParse(location) ? location : (URL.parse(location, to.url)?.href ?? location);
  }
  return { failure: `The receiver redirects more than ${mostHops} times.` };
}

async function statusOf({ status, headers, body }: Response): Promise<PostOutcome> {
  await body?.cancel();
  const retryAfter = busy.has(status) ? headers.get('retry-after') : null;
  return { status, ...(retryAfter !== null && { retryAfter }) };
}

async function answerOf(response: Response): Promise<PostOutcome> {
  const { status, headers } = response;
  if (!isJsonType(headers.get('content-type') ?? '')) {
    await response.body?.cancel();
    return { failure: 'The receiver did not answer with JSON.' };
  }
  const { bytes, isCut } = await bytesWithin(response.body, longestAnswer);
  if (isCut) return { failure: `The receiver answered with more than ${longestAnswer} bytes.` };
  try {
    return { status, answer: JSON.parse(new TextDecoder().decode(bytes)) as Json };
  } catch {
    return { failure: 'The receiver did not answer with JSON.' };
  }
}
