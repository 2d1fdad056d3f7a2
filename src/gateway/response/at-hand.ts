/** Both sides of an exchange for the journal, of what was read and written already: no bytes are read for its sake but the beginning of a text that no operation has read. */
import { jsonBeginning } from '../../contract/json-beginning.ts';
import { formOf, isJsonType, parseType } from '../../contract/media-type.ts';
import type { AtHand, BodyAtHand, SideAtHand } from '../../workspace/journal/at-hand.ts';
import { bodyBounds } from '../../workspace/journal/bounds.ts';
import { headersOf, type Incoming, type ReadBody } from '../request/incoming.ts';

type Body = string | Uint8Array<ArrayBuffer> | ReadableStream | null;

export function atHand(incoming: Incoming, headers: Readonly<Record<string, string>>, body: Body): AtHand {
  const { method, settings, record } = incoming;
  const sent = sentBody(incoming);
  // Nobody knows yet what a stream will say.
  const answered =
    body === null || body instanceof ReadableStream || method === 'HEAD'
      ? undefined
      : answeredBody(body, headers['Content-Type'] ?? '', settings.journalBody);
  return {
    sent: { headers: sentHeaders(incoming), ...(sent && { body: sent }) },
    answered: { headers, ...(answered && { body: answered }) },
    came: record.status >= 300 ? 'refused' : method === 'GET' ? 'read' : 'done',
  };
}

/** A number may stand in a header in an encoding that nobody else undoes. */
function sentHeaders(incoming: Incoming): SideAtHand['headers'] {
  const { suspectHeaders } = incoming;
  const headers = headersOf(incoming);
  return suspectHeaders?.size ? headers.map(([name, value]) => [name, suspectHeaders.has(name) ? withheldNumber : value]) : headers;
}

/** Its size only, where nobody has looked for numbers of patients in it, where one was refused, or where one hides in an encoding. */
function sentBody({ body, request, isLookedThrough, spelled, settings: { journalBody } }: Incoming): BodyAtHand | undefined {
  if (!body) return undefined;
  const bytes = body.bytes.byteLength;
  const isEncoded = body.unread && (request.headers.get('content-encoding') ?? 'identity') !== 'identity';
  if (!isLookedThrough || journalBody === 0 || isEncoded) return { bytes };
  // Of two members of one name only the last was looked at: so the value is kept, and not the text that it was read from.
  const isJson = body.text !== undefined && body.value !== undefined;
  const text = isJson ? jsonBeginning(body.value, journalBody + bodyBounds.margin) : textIn(body.bytes, body.contentType, journalBody);
  const shown = text !== undefined && spelled?.size ? withoutNumbers(text, body, spelled) : text;
  return shown === undefined ? { bytes } : { bytes, text: shown };
}

/** Undefined where one of them does not stand in the body as it is spelled. */
function withoutNumbers(text: string, { bytes, contentType, text: whole }: ReadBody, spelled: ReadonlySet<string>): string | undefined {
  const all = whole ?? textIn(bytes, contentType, bytes.byteLength) ?? '';
  const numbers = [...spelled];
  return numbers.every((number) => all.includes(number))
    ? numbers.reduce((shown, number) => shown.replaceAll(number, withheldNumber), text)
    : undefined;
}

const withheldNumber = '[number withheld]';

function answeredBody(body: string | Uint8Array<ArrayBuffer>, type: string, most: number): BodyAtHand {
  if (typeof body === 'string') return { text: body };
  const text = most === 0 ? undefined : textIn(body, type, most);
  return { bytes: body.byteLength, ...(text !== undefined && { text }) };
}

/** The beginning of a text, by its type and by its looks; undefined for anything else. */
function textIn(bytes: Uint8Array, type: string, most: number): string | undefined {
  const charset = parseType(type).parameters.get('charset') ?? 'utf-8';
  if ((formOf(type) === 'bytes' && !isJsonType(type)) || !/^(?:utf-?8|us-ascii)$/.test(charset)) return undefined;
  try {
    // The cut may go through a code point: a stream waits for its other half.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, most + bodyBounds.margin), { stream: true });
  } catch {
    return undefined;
  }
}
