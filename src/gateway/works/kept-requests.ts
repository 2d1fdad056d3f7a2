/**
 * What the newest refused requests sent, so that a request that works can be made of them. In memory only, never more than a little,
 * and given out without credentials, without what could be a real patient's and without headers that the operation does not know.
 */
import { parseLossless } from '../../contract/json.ts';
import type { Incoming, ReadBody } from '../request/incoming.ts';
import { shownText } from '../../workspace/journal/kept-body.ts';
import { namesSecret } from '../../workspace/journal/secrets.ts';
import { mayBeShown, withheldValue } from '../request/withheld.ts';

export interface KeptRequest {
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface KeptRequests {
  keep(incoming: Incoming): void;
  /** By the id of its exchange. */
  of(id: string): KeptRequest | undefined;
}

interface Held {
  readonly headers: KeptRequest['headers'];
  readonly body?: ReadBody;
}

const MOST_REQUESTS = 64;
/** Bytes; a longer body is not kept. */
const LONGEST_BODY = 16_000;
const LONGEST_HEADER = 500;

export function openKeptRequests(): KeptRequests {
  const kept = new Map<string, Held>();
  return {
    keep(incoming) {
      if (!incoming.match || incoming.suspects) return;
      const { body } = incoming;
      const isShort = body !== undefined && !body.unread && body.bytes.byteLength <= LONGEST_BODY;
      kept.set(incoming.record.id, { headers: headersToKeep(incoming), ...(isShort && { body }) });
      if (kept.size <= MOST_REQUESTS) return;
      for (const oldest of kept.keys()) {
        kept.delete(oldest);
        return;
      }
    },
    of(id) {
      const held = kept.get(id);
      const body = held?.body && bodyToShow(held.body);
      return held && { headers: held.headers, ...(body !== undefined && { body }) };
    },
  };
}

/** Names of members, as JSON writes them; those of a form are told by their sign of equality. */
const MEMBERS = /"((?:[^"\\]|\\.){1,80})"\s*:/g;

const namesSecrets = (text: string): boolean => [...text.matchAll(MEMBERS)].some(([, name = '']) => namesSecret(name) === 'always');

/** Those of the operation, and what every request has. */
function headersToKeep({ request, match }: Incoming): KeptRequest['headers'] {
  const declared = (match?.target.operation.parameters ?? []).filter((parameter) => parameter.in === 'header').map(({ name }) => name);
  const headers: Record<string, string> = {};
  for (const name of ['accept', 'content-type', ...declared.map((one) => one.toLowerCase())]) {
    const value = request.headers.get(name);
    if (value === null || value === '*/*' || value.length > LONGEST_HEADER || !/^[\t\x20-\x7e]*$/.test(value)) continue;
    if (withheldValue(name, value, true) === undefined && mayBeShown(value)) headers[name] = value;
  }
  return headers;
}

/** The journal would withhold nothing of it: no element of XML that names a secret, say. */
const isKeptWhole = (text: string): boolean => shownText(text) === text;

/** Text without what its parsing dropped, which nothing looked at: the first of two members of one name. */
const asRead = (text: string): string => JSON.stringify(parseLossless(text));

/** Text that a line of a shell can show. To look for what must not be shown takes as long as the whole request, so it waits until somebody asks. */
function bodyToShow(body: ReadBody): string | undefined {
  const text = body.text === undefined ? readable(body.bytes) : asRead(body.text);
  return text === undefined || namesSecrets(text) || !mayBeShown(text) || !isKeptWhole(text) ? undefined : text;
}

function readable(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return /[^\t\r\n\x20-\uffff]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}
