/** A request of an exchange as it can be sent once more: as it is kept, with what of it is not said in words. */
import type { components } from '../../generated/sandbox-control.types.ts';
import type { MadeRequest } from '../try/request.ts';
import type { Exchanged } from './words.ts';

export interface SentAgain {
  readonly request: MadeRequest;
  /** What was sent and is not kept. Empty where it is the same request. */
  readonly missing: readonly string[];
}

export function sentAgain({ request: { method, url, headers = {}, body } }: Exchanged): SentAgain {
  const [path = '', ...rest] = url.split('?');
  const pairs = rest.join('?').split('&').filter(Boolean);
  const sent = Object.entries(headers).filter(([name]) => !ofConnection.test(name));
  const whole = wholeBody(body);
  const query = pairs.filter(isWhole).join('&');
  return {
    request: {
      method,
      target: query === '' ? path : `${path}?${query}`,
      headers: sent.filter(([, value]) => isWhole(value)),
      ...(whole.text !== undefined && { body: whole.text }),
    },
    missing: [
      ...(isWhole(path) ? [] : ['A part of the path was withheld: the word “withheld” stands in its place.']),
      ...pairs.filter((pair) => !isWhole(pair)).map((pair) => `${pair.split('=', 1)[0] ?? ''} in the query was withheld.`),
      ...sent.filter(([, value]) => !isWhole(value)).map(([name]) => `The header ${name} was withheld: credentials are never kept.`),
      ...(whole.why === undefined ? [] : [whole.why]),
    ],
  };
}

/** What every connection has of its own, and what a program says of itself: no part of what was asked. */
export const ofConnection =
  /^(?:accept-encoding|accept-language|connection|content-length|dnt|expect|forwarded|host|keep-alive|origin|priority|proxy-.*|referer|sec-.*|te|trailer|transfer-encoding|upgrade.*|user-agent|via|x-forwarded-.*|x-real-ip|cf-.*)$/;

/** What was withheld is no value, and what has it is another text than was sent. */
const isWhole = (text: string): boolean => !text.includes('withheld');

function wholeBody(body: components['schemas']['KeptBody'] | undefined): { readonly text?: string; readonly why?: string } {
  if (!body || body.bytes === 0) return {};
  const { text, cut, bytes } = body;
  if (text === undefined)
    return { why: 'The body is not kept: it was no text, it could not be looked through, or bodies are not kept here.' };
  if (cut) return { why: `Of the body only the beginning of ${bytes.toLocaleString('en-GB')} bytes is kept.` };
  return isWhole(text) ? { text } : { why: 'Something in the body was withheld, so none of it can be sent again.' };
}
