/** What the sender is told of a message, in both versions. */
import { mailboxNamed } from './mailboxes.ts';
import { stamp, type Message } from './messages.ts';

const day = 86_400_000;

/** Uncollected messages leave the inbox after five days. */
const expiryOf = ({ sent }: Message): number => sent + 5 * day;

export function trackedV2(message: Message) {
  const { id, from, to, workflow, said, status } = message;
  const { name, ods } = mailboxNamed(to);
  return {
    message_id: id,
    local_id: said['mex-localid'] ?? '',
    workflow_id: workflow,
    filename: fileNameOf(message),
    expiry_time: new Date(expiryOf(message)).toISOString(),
    upload_timestamp: new Date(message.sent).toISOString(),
    sender: from,
    recipient: to,
    recipient_name: name,
    recipient_ods_code: ods,
    recipient_org_code: ods,
    recipient_org_name: name,
    status_success: status !== 'undeliverable',
    status,
    status_event: 'TRANSFER',
    status_timestamp: new Date(message.changed).toISOString(),
    status_description: 'Transferred to recipient mailbox',
    status_code: '00',
    file_size: message.bytes,
    content_encrypted: said['mex-content-encrypted'] === 'Y',
    is_compressed: said['mex-content-compressed'] === 'Y' || message.encoding === 'gzip',
  };
}

export function trackedV1(message: Message) {
  const { id, from, to, workflow, said, status } = message;
  const [sender, recipient] = [mailboxNamed(from), mailboxNamed(to)];
  return {
    addressType: 'ALL',
    checksum: said['mex-content-checksum'] ?? '',
    chunkCount: message.chunks.length,
    compressFlag: said['mex-content-compressed'] ?? '',
    contentEncoding: message.encoding,
    dtsId: id,
    encryptedFlag: said['mex-content-encrypted'] ?? '',
    expiryTime: stamp(expiryOf(message)),
    fileName: fileNameOf(message),
    fileSize: message.bytes,
    isCompressed: message.encoding === 'gzip' ? 'Y' : '',
    localId: said['mex-localid'] ?? '',
    meshRecipientOdsCode: recipient.ods,
    messageId: id,
    messageType: 'DATA',
    partnerId: said['mex-partnerid'] ?? '',
    recipient: to,
    recipientName: recipient.name,
    recipientOrgCode: recipient.ods,
    recipientOrgName: recipient.name,
    recipientSmtp: '',
    sender: from,
    senderName: sender.name,
    senderOdsCode: sender.ods,
    senderOrgCode: sender.ods,
    senderOrgName: sender.name,
    senderSmtp: '',
    status: status.charAt(0).toUpperCase() + status.slice(1),
    statusCode: '00',
    statusDescription: 'Transferred to recipient mailbox',
    statusEvent: 'TRANSFER',
    statusSuccess: status === 'undeliverable' ? 'ERROR' : 'SUCCESS',
    statusTimestamp: stamp(message.changed),
    subject: said['mex-subject'] ?? '',
    uploadTimestamp: stamp(message.sent),
    version: '1.0',
    workflowId: workflow,
  };
}

export const fileNameOf = ({ id, said }: Message): string => said['mex-filename'] ?? `${id}.dat`;

/** The headers of a download. */
export function headersOf(message: Message, chunk: number): Readonly<Record<string, string>> {
  const { said, encoding } = message;
  const passedOn = Object.entries(asSaid).flatMap(([name, key]) => (said[key] === undefined ? [] : [[name, said[key]] as const]));
  return {
    'Mex-From': message.from,
    'Mex-To': message.to,
    'Mex-WorkflowID': message.workflow,
    'Mex-Chunk-Range': `${chunk}:${message.chunks.length}`,
    'Mex-Total-Chunks': String(message.chunks.length),
    'Mex-AddressType': 'ALL',
    'Mex-FileName': fileNameOf(message),
    'Mex-Version': '1.0',
    'Mex-MessageType': 'DATA',
    'Mex-MessageID': message.id,
    'Mex-StatusCode': '00',
    'Mex-StatusEvent': 'TRANSFER',
    'Mex-StatusDescription': 'Transferred to recipient mailbox',
    'Mex-StatusSuccess': 'SUCCESS',
    'Mex-StatusTimestamp': stamp(message.changed),
    'Mex-Content-Type': message.type,
    'Mex-Content-Compressed': 'N',
    'Mex-Content-Encrypted': 'N',
    'Last-Modified': new Date(message.sent).toUTCString(),
    ...Object.fromEntries(passedOn),
    ...(encoding === '' ? {} : { 'Content-Encoding': encoding }),
  };
}

const asSaid: Readonly<Record<string, string>> = {
  'Mex-LocalID': 'mex-localid',
  'Mex-PartnerID': 'mex-partnerid',
  'Mex-Subject': 'mex-subject',
  'Mex-Content-Compressed': 'mex-content-compressed',
  'Mex-Content-Encrypted': 'mex-content-encrypted',
  'Mex-Content-Checksum': 'mex-content-checksum',
};

/** Headers of a send that are kept with the message. */
export const keptHeaders: readonly string[] = [...Object.values(asSaid), 'mex-filename'];
