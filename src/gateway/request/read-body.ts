/** Reads a request's body: counted as it streams, JSON parsed with its limits. Everything that awaits is here; what other bytes mean, only an operation can say. */
import { bytesWithin } from '../../contract/bytes-within.ts';
import { bodyShape, parseJson } from '../../contract/json.ts';
import type { Problem } from '../../mock/problem.ts';
import type { ReadBody } from './incoming.ts';
import { wrongCharset, wrongEncoding } from './type-faults.ts';
import { isJsonType } from '../../contract/media-type.ts';

export interface BodyReading {
  /** True where the operation documents Content-Encoding; the bytes are then kept as they came, never inflated. */
  readonly encodings: boolean;
  /** The most bytes that are taken. */
  readonly limit: number;
  /** The operation reads them itself. */
  readonly unread: boolean;
  /** What they are, whatever the request calls them. */
  readonly type?: string | undefined;
}

export async function readBody(request: Request, { encodings, limit, unread, type }: BodyReading): Promise<ReadBody | Problem | undefined> {
  const tooLarge: Problem = {
    problem: 'too-large',
    message: `The body is larger than ${limit} bytes, the most this sandbox is set to take.`,
  };
  const encoding = request.headers.get('content-encoding') ?? 'identity';
  if (encoding !== 'identity' && !encodings) {
    return wrongEncoding(encoding);
  }
  const length = request.headers.get('content-length');
  if (length !== null && Number(length) > limit) {
    await passOver(request.body, limit);
    return tooLarge;
  }
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = length === null ? (await bytesWithin(request.body, limit)).bytes : new Uint8Array(await request.arrayBuffer());
  } catch {
    // The client went away, or its transfer coding broke.
    return malformed('The body broke off before its end.', '');
  }
  if (bytes.byteLength > limit) return tooLarge;
  if (bytes.byteLength === 0) return undefined;
  const contentType = type ?? request.headers.get('content-type') ?? '';
  return encoding === 'identity' && !unread
    ? understand(bytes, contentType, limit)
    : { bytes, contentType, unread: true, binary: { bytes, type: contentType } };
}

/** A client that is still sending would not hear the answer: a body that is not much too long is let through to its end, and forgotten. */
export async function passOver(stream: ReadableStream<Uint8Array> | null, limit: number): Promise<void> {
  const reader = stream?.getReader();
  let left = 2 * limit;
  try {
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
      left -= next.value.byteLength;
      if (left < 0) await reader?.cancel();
    }
  } catch {
    // Whoever has gone away needs no answer.
  }
}

function understand(bytes: Uint8Array<ArrayBuffer>, contentType: string, limit: number): ReadBody | Problem {
  if (isJsonType(contentType)) {
    const charset = wrongCharset(contentType, bytes);
    if (charset) return charset;
    const text = utf8(bytes);
    if (text === undefined) return malformed('The body is not valid UTF-8.', '');
    const parsed = parseJson(text, bodyShape(limit));
    return 'value' in parsed ? { bytes, contentType, text, value: parsed.value } : malformed(parsed.message, parsed.pointer);
  }
  return { bytes, contentType, binary: { bytes, type: contentType } };
}

/** A body that is at hand already. */
export const understandBytes = (bytes: Uint8Array<ArrayBuffer>, contentType: string): ReadBody | Problem =>
  understand(bytes, contentType, bytes.byteLength);

export function malformed(message: string, pointer: string): Problem {
  return { problem: 'malformed-body', message, faults: [{ in: 'body', pointer, keyword: 'json', message }] };
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}
