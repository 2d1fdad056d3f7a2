/** Sending a further chunk. In any order, and again where one did not arrive: a message is whole when all are there. */
import * as faults from '../faults.ts';
import { isExample } from '../messages/canned.ts';
import { messageOf } from '../messages/kept.ts';
import type { MailCall, Message } from '../messages/message.ts';
import { rangeOf } from './range.ts';

type ChunkCall = MailCall & { readonly path: { readonly [name: string]: string | number } };

/** All that can be wrong but the content. */
export function readChunk(call: ChunkCall): faults.MeshFault | { readonly message: Message; readonly chunk: number } {
  const [mailbox = '', id = '', number] = [call.path['mailbox_id'], call.path['message_id'], call.path['chunk_number']];
  const chunk = Number(number);
  const range = rangeOf(call.header('mex-chunk-range') ?? '');
  if (!range || chunk < 1) return faults.wrongRange;
  const message = messageOf(call, String(id));
  if (!message) return faults.notFound;
  if (message.from !== String(mailbox).toUpperCase()) return faults.otherMailbox;
  if (isExample(message)) return chunk > message.total ? faults.beyondTotal : { message, chunk };
  if (message.status !== 'uploading') return faults.complete;
  if (chunk > message.total) return faults.beyondTotal;
  if ((call.header('mex-chunk-range') ?? '') !== '' && (range.chunk !== chunk || range.total !== message.total)) return faults.wrongRange;
  if ((call.header('content-encoding') ?? '').toLowerCase() !== message.encoding) return faults.otherEncoding;
  return { message, chunk };
}
