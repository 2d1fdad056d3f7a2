/** Signs what is sent as Standard Webhooks 1.0.0 has it (github.com/standard-webhooks/standard-webhooks, spec/standard-webhooks.md): HMAC-SHA256 of id, time and body. */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { fromBase64, toBase64 } from '../../contract/base64.ts';

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
