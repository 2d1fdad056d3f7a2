/** What the sender is told of a message, in both versions. */
import type { Population } from '../../../src/population.ts';
import { toldOf } from '../mailboxes/mailboxes.ts';
import { bytesOf, expiryOf, fileNameOf, isoExpiry, stamp, type Message } from '../messages/message.ts';
import { transferred } from './headers.ts';

function statusOf({ failure }: Message): { readonly event: string; readonly code: string; readonly description: string } {
  return failure ? { event: 'SEND', code: failure.code, description: failure.description } : transferred;
}

const isCompressed = ({ said, encoding }: Message): boolean => said['mex-content-compressed'] === 'Y' || encoding === 'gzip';

export function trackedV2(message: Message, population: Population) {
  const { id, from, to, workflow, said, status, failure } = message;
  const recipient = toldOf(population, to);
  const { event, code, description } = statusOf(message);
  return {
    message_id: id,
    local_id: said['mex-localid'] ?? '',
    workflow_id: workflow,
    filename: fileNameOf(message),
    expiry_time: isoExpiry(message),
    upload_timestamp: new Date(message.sent).toISOString(),
    sender: from,
    recipient: to,
    recipient_name: recipient.name,
    recipient_ods_code: recipient.ods,
    recipient_org_code: recipient.ods,
    recipient_org_name: recipient.organisation,
    status_success: failure === undefined,
    status,
    status_event: event,
    status_timestamp: new Date(message.changed).toISOString(),
    status_description: description,
    status_code: code,
    file_size: bytesOf(message),
    content_encrypted: said['mex-content-encrypted'] === 'Y',
    is_compressed: isCompressed(message),
  };
}

export function trackedV1(message: Message, population: Population) {
  const { id, from, to, workflow, said, status, failure } = message;
  const [sender, recipient] = [toldOf(population, from), toldOf(population, to)];
  const { event, code, description } = statusOf(message);
  return {
    addressType: 'ALL',
    checksum: said['mex-content-checksum'] ?? '',
    chunkCount: message.total,
    compressFlag: said['mex-content-compressed'] ?? '',
    contentEncoding: message.encoding,
    ...(status === 'acknowledged' && { downloadTimestamp: stamp(message.changed) }),
    dtsId: id,
    encryptedFlag: said['mex-content-encrypted'] ?? '',
    expiryTime: stamp(expiryOf(message)),
    ...(failure && { failureDate: stamp(message.changed), failureDiagnostic: failure.description, linkedMsgId: failure.linked }),
    fileName: fileNameOf(message),
    fileSize: bytesOf(message),
    isCompressed: isCompressed(message) ? 'Y' : '',
    localId: said['mex-localid'] ?? '',
    meshRecipientOdsCode: recipient.ods,
    messageId: id,
    messageType: 'DATA',
    partnerId: said['mex-partnerid'] ?? '',
    recipient: to,
    recipientName: recipient.name,
    recipientOrgCode: recipient.ods,
    recipientOrgName: recipient.organisation,
    recipientSmtp: '',
    sender: from,
    senderName: sender.name,
    senderOdsCode: sender.ods,
    senderOrgCode: sender.ods,
    senderOrgName: sender.organisation,
    senderSmtp: '',
    status: status.charAt(0).toUpperCase() + status.slice(1),
    statusCode: code,
    statusDescription: description,
    statusEvent: event,
    statusSuccess: failure ? 'ERROR' : 'SUCCESS',
    statusTimestamp: stamp(message.changed),
    subject: said['mex-subject'] ?? '',
    uploadTimestamp: stamp(message.sent),
    version: '1.0',
    workflowId: workflow,
  };
}
