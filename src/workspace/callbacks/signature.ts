/** Signs what is sent as Standard Webhooks 1.0.0 has it (github.com/standard-webhooks/standard-webhooks, spec/standard-webhooks.md): HMAC-SHA256 of id, time and body. */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { fromBase64, toBase64 } from '../../contract/base64.ts';
import { demoApplication } from '../applications/demo.ts';
import type { Message } from './inbox.ts';

const prefix = 'whsec_';

/** A secret that depends on the workspace's own and on what it is for. */
export function secretFor(workspaceSecret: string, purpose: string): string {
  return prefix + toBase64(hmac(sha256, utf8ToBytes(workspaceSecret), utf8ToBytes(`callbacks ${purpose}`)));
}

/** The headers of one attempt. `now` is real time: by it a receiver tells an old message that somebody sends again. */
export function signed(id: string, body: string, { secret, now }: { readonly secret: string; readonly now: number }) {
  const timestamp = String(Math.floor(now / 1000));
  const key = fromBase64(secret.slice(prefix.length));
  const signature = toBase64(hmac(sha256, key, utf8ToBytes(`${id}.${timestamp}.${body}`)));
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}

type Sendable = Pick<Message, 'id' | 'contentType' | 'manner' | 'application'>;

/** The headers of one attempt to send a message: those of its own manner, where it has one. */
export function attemptHeaders(
  { id, contentType, manner, application = demoApplication.id }: Sendable,
  body: string,
  { secret, now }: { readonly secret: string; readonly now: number },
): Readonly<Record<string, string>> {
  const type = { 'Content-Type': contentType };
  if (!manner) return { ...type, ...signed(id, body, { secret, now }) };
  const signature = bytesToHex(hmac(sha256, utf8ToBytes(`${application}.${secret}`), utf8ToBytes(body)));
  return { ...type, [manner.keyHeader]: secret, [manner.signatureHeader]: signature };
}
