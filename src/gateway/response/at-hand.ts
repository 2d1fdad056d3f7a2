/** Both sides of an exchange for the journal, of what was read and written already: nothing is read for its sake, but for the beginning of a text that no operation has read. */
import { isJsonType, formOf, parseType } from '../../contract/media-type.ts';
import type { AtHand, BodyAtHand } from '../../workspace/journal/at-hand.ts';
import { headersOf, type Incoming } from '../request/incoming.ts';

export function atHand(
  incoming: Incoming,
  headers: Readonly<Record<string, string>>,
  body: string | Uint8Array<ArrayBuffer> | null,
): AtHand {
  const sent = sentBody(incoming);
  const answered = body === null || incoming.method === 'HEAD' ? undefined : answeredBody(body, headers['Content-Type'] ?? '', incoming);
  return {
    sent: { headers: headersOf(incoming), ...(sent && { body: sent }) },
    answered: { headers, ...(answered && { body: answered }) },
  };
}

/** Only its size, where nobody has looked for numbers of patients in it, or something was found that hides in an encoding. */
function sentBody({ body, request, isLookedThrough, spelled = [], settings: { journalBody } }: Incoming): BodyAtHand | undefined {
  if (!body) return undefined;
  const bytes = body.bytes.byteLength;
  const isEncoded = body.unread && (request.headers.get('content-encoding') ?? 'identity') !== 'identity';
  if (!isLookedThrough || journalBody === 0 || isEncoded) return { bytes };
  const text = body.text ?? textIn(body.bytes, body.contentType, journalBody);
  return text === undefined || !spelled.every((number) => text.includes(number)) ? { bytes } : { bytes, text };
}

function answeredBody(body: string | Uint8Array<ArrayBuffer>, type: string, { settings: { journalBody } }: Incoming): BodyAtHand {
  if (typeof body === 'string') return { text: body };
  const text = journalBody === 0 ? undefined : textIn(body, type, journalBody);
  return { bytes: body.byteLength, ...(text !== undefined && { text }) };
}

/** Beyond what is kept, so that nothing is cut where it could not be known any more. */
const margin = 600;

/** The beginning of a text, by its type and by its looks; undefined for anything else. */
function textIn(bytes: Uint8Array, type: string, most: number): string | undefined {
  const form = formOf(type);
  const charset = parseType(type).parameters.get('charset') ?? 'utf-8';
  if ((form === 'bytes' && !isJsonType(type)) || !/^(?:utf-?8|us-ascii)$/.test(charset)) return undefined;
  try {
    // What is cut may be a code point: a stream waits for its end.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, most + margin), { stream: true });
  } catch {
    return undefined;
  }
}
