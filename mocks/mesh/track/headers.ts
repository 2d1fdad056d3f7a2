/** The headers by which a message is told to whoever fetches it. */
import { fileNameOf, stamp, type Message } from '../messages/message.ts';

const asSaid: Readonly<Record<string, string>> = {
  'Mex-LocalID': 'mex-localid',
  'Mex-PartnerID': 'mex-partnerid',
  'Mex-Subject': 'mex-subject',
  'Mex-Content-Compressed': 'mex-content-compressed',
  'Mex-Content-Encrypted': 'mex-content-encrypted',
  'Mex-Content-Checksum': 'mex-content-checksum',
};

export const transferred = { event: 'TRANSFER', code: '00', description: 'Transferred to recipient mailbox' } as const;

/** A header that would be empty is left out. */
export function headersOf(message: Message, chunk = 1): Readonly<Record<string, string>> {
  const { said, encoding, kind, total, failure } = message;
  const passedOn = Object.entries(asSaid).flatMap(([name, key]) => (said[key] === undefined ? [] : [[name, said[key]] as const]));
  return {
    ...(message.from !== '' && { 'Mex-From': message.from }),
    'Mex-To': message.to,
    'Mex-WorkflowID': message.workflow,
    'Mex-Chunk-Range': kind === 'REPORT' ? '1:1' : `${chunk}:${total}`,
    'Mex-Total-Chunks': String(total),
    'Mex-AddressType': 'ALL',
    'Mex-FileName': fileNameOf(message),
    'Mex-Version': '1.0',
    'Mex-MessageType': kind,
    'Mex-MessageID': message.id,
    'Mex-StatusCode': failure?.code ?? transferred.code,
    'Mex-StatusEvent': failure ? 'SEND' : transferred.event,
    'Mex-StatusDescription': failure?.description ?? transferred.description,
    'Mex-StatusSuccess': failure ? 'ERROR' : 'SUCCESS',
    'Mex-StatusTimestamp': stamp(message.changed),
    'Mex-Content-Compressed': 'N',
    'Mex-Content-Encrypted': 'N',
    'Last-Modified': new Date(message.changed).toUTCString(),
    ...(message.type !== '' && { 'Mex-Content-Type': said['mex-content-type'] ?? message.type }),
    ...Object.fromEntries(passedOn),
    ...(failure && failure.linked !== '' && { 'Mex-LinkedMsgID': failure.linked }),
    ...(encoding !== '' && { 'Content-Encoding': encoding }),
  };
}
