/** Fetching a message or one of its chunks: as it was sent, or inflated for a client that takes no gzip. */
import type { Reply } from '../../../src/mock/reply.ts';
import { isV2, noLonger, notFound, otherMailbox, refused } from '../faults.ts';
import { contentOf, messageOf } from '../messages/kept.ts';
import type { MailCall } from '../messages/message.ts';
import { headersOf } from '../track/headers.ts';

const bytesType = 'application/octet-stream';

export function download(call: MailCall, mailbox: string, id: string, chunk: number) {
  const message = messageOf(call, id);
  if (!message) return refused(notFound, id);
  if (message.to !== mailbox.toUpperCase()) return refused(otherMailbox, id);
  if (message.status !== 'accepted' && message.status !== 'acknowledged') return refused(noLonger, id);
  if (message.kind === 'REPORT') return { status: 200 as const, headers: headersOf(message) };
  const bytes = contentOf(call, message.id, chunk);
  if (!bytes) return refused(notFound, id);
  const type = message.total === 1 && isV2(call) && message.type !== '' ? message.type : bytesType;
  const reply = { headers: headersOf(message, chunk), binary: { bytes, type } };
  return chunk < message.total ? { status: 206 as const, ...reply } : { status: 200 as const, ...reply };
}

/** Nobody inflates more than this: it may be a bomb, and is sent as it is. */
const mostInflated = 100 * 1024 * 1024;

/** The reply without its encoding; undefined where the client takes it as it is, or where it cannot be undone. */
export async function inflated(call: Pick<MailCall, 'header'>, reply: Reply): Promise<Reply | undefined> {
  const { headers = {}, binary } = reply;
  if (headers['Content-Encoding'] !== 'gzip' || !binary || takesGzip(call.header('accept-encoding') ?? '')) return undefined;
  const bytes = await gunzip(binary.bytes);
  if (!bytes) return undefined;
  const { 'Content-Encoding': _, ...rest } = headers;
  return { ...reply, headers: rest, binary: { ...binary, bytes } };
}

/** `gzip;q=0` does not take it. */
const takesGzip = (accepted: string): boolean => /(?:gzip|\*)(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i.test(accepted);

async function gunzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value);
      length += part.value.length;
      if (length > mostInflated) {
        await reader.cancel();
        return undefined;
      }
    }
  } catch {
    return undefined; // no gzip, or a part of one that goes on in the next chunk
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
