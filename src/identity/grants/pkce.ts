/** Proof that whoever shows a code is who asked for it (RFC 7636 §4.6), by S256 only. */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { toBase64url } from '../../contract/base64.ts';

/** A verifier without a challenge is refused as well: somebody took the challenge away (RFC 9700 §2.1.1). */
export function meetsChallenge(verifier: string | null, challenge: string | undefined): boolean {
  if (challenge === undefined || verifier === null) return challenge === undefined && verifier === null;
  return /^[\w.~-]{43,128}$/.test(verifier) && toBase64url(sha256(utf8ToBytes(verifier))) === challenge;
}
