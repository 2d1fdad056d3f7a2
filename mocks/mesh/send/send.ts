/** Sending a message, or its first chunk: what is asked of it, in the service's order, and what is kept. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Binary } from '../../../src/mock/reply.ts';
import * as faults from '../faults.ts';
import type { Mailbox } from '../mailboxes/mailboxes.ts';
import { isCivilRegistration } from '../mailboxes/workflows.ts';
import type { MailCall, Message } from '../messages/message.ts';
import { rangeOf } from './range.ts';
import { recipientOf } from './recipient.ts';

/** Headers of a send that are kept with the message. */
const keptHeaders = [
  'mex-localid',
  'mex-partnerid',
  'mex-subject',
  'mex-filename',
  'mex-content-compressed',
  'mex-content-encrypted',
  'mex-content-checksum',
  'mex-content-type',
] as const;
/** Of a transfer by file, whose control file says them; a client that sends them has to say what is so. */
const ofControlFile = ['mex-from', 'mex-version', 'mex-messagetype'] as const;

type Sender = MailCall & { readonly path: Readonly<Record<string, string>>; readonly binary?: Binary };

/** All that can be wrong but the content. */
export function readSending(
  call: Sender,
): faults.MeshFault | { readonly to: Mailbox; readonly total: number; readonly encoding: '' | 'gzip' } {
  const header = (name: string): string => call.header(name) ?? '';
  if (header('mex-to') === '') return faults.noRecipient;
  const encoding = header('content-encoding').toLowerCase();
  if (encoding !== '' && encoding !== 'gzip') return faults.otherEncodingThanGzip;
  const range = rangeOf(header('mex-chunk-range'));
  if (range?.chunk !== 1) return faults.wrongRange;
  const to = recipientOf(call.population, header('mex-to'));
  if ('status' in to) return to;
  const wrong = wrongHeader(header, call.path['mailbox_id'] ?? '');
  return wrong ?? { to, total: range.total, encoding };
}

function wrongHeader(header: (name: string) => string, sender: string): faults.MeshFault | undefined {
  // Of all control characters HTTP carries the tab alone.
  if ([...keptHeaders, ...ofControlFile, 'mex-workflowid'].some((name) => header(name).includes('\t'))) return faults.controlCharacters;
  const isOther = (name: string, fits: string): boolean => header(name) !== '' && header(name).toUpperCase() !== fits.toUpperCase();
  if (isOther('mex-from', sender)) return faults.wrongFrom;
  if (isOther('mex-version', '1.0')) return faults.wrongVersion;
  if (isOther('mex-messagetype', 'DATA')) return faults.wrongMessageType;
  const workflow = header('mex-workflowid');
  return isCivilRegistration(workflow) ? faults.civilRegistration(workflow) : undefined;
}

/** Where the checksum can be nothing but SHA-256 of a content that is sent whole, it is held to it. Others are passed on. */
export function isOtherContent(call: Sender, total: number): boolean {
  const checksum = call.header('mex-content-checksum') ?? '';
  if (total !== 1 || !call.binary || !/^[0-9a-f]{64}$/i.test(checksum)) return false;
  return bytesToHex(sha256(call.binary.bytes)) !== checksum.toLowerCase();
}

export function saidOf(call: MailCall): Message['said'] {
  const said = keptHeaders.flatMap((name) => {
    const value = call.header(name) ?? '';
    return value === '' ? [] : [[name, value] as const];
  });
  return Object.fromEntries(said);
}
