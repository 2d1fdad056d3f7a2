/** The token that a client makes for each request: `NHSMESH <mailbox>:<nonce>:<count>:<yyyyMMddHHmm>:<hash>`. */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Those of every mailbox here, as in the official sandbox. */
const password = 'password';
const sharedKey = utf8ToBytes('TestKey');

export interface MeshToken {
  readonly mailbox: string;
  readonly nonce: string;
  readonly count: string;
  /** `202601050915` */
  readonly minute: string;
  readonly hash: string;
}

/** Whether a header means to be one. */
export const isMeshToken = (header: string): boolean => /^\s*NHSMESH\b/i.test(header);

export function readMeshToken(header: string): MeshToken | undefined {
  const [, mailbox = '', nonce = '', count = '', minute = '', hash = ''] =
    /^\s*NHSMESH\s+([^\s:]+):([^\s:]+):(\d+):(\d{12}):([0-9a-f]{64})\s*$/i.exec(header) ?? [];
  return mailbox === '' ? undefined : { mailbox: mailbox.toUpperCase(), nonce, count, minute, hash: hash.toLowerCase() };
}

/** The mailbox is hashed as it was written. */
export function isRightHash(header: string, { nonce, count, minute, hash }: MeshToken): boolean {
  const written = /NHSMESH\s+([^\s:]+):/i.exec(header)?.[1] ?? '';
  return bytesToHex(hmac(sha256, sharedKey, utf8ToBytes(`${written}:${nonce}:${count}:${password}:${minute}`))) === hash;
}

/** Milliseconds; NaN where there is no such minute. */
export function instantOf({ minute }: MeshToken): number {
  const [, year, month, day, hour, at] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(minute) ?? [];
  return Date.parse(`${year}-${month}-${day}T${hour}:${at}:00Z`);
}
