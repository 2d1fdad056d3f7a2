/** Proof that whoever shows a code is who asked for it (RFC 7636), by S256 only. */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { toBase64url } from '../../contract/base64.ts';

/** What is wrong with a challenge that a log-in begins with. Without a method it would be `plain` (§4.3), which protects nothing (RFC 9700 §2.1.1). */
export function faultOfChallenge(challenge: string | undefined, method: string | undefined): string | undefined {
  if (challenge === undefined && method === undefined) return undefined;
  if (method !== 'S256') return 'code_challenge_method must be S256';
  return /^[\w-]{43}$/.test(challenge ?? '') ? undefined : 'code_challenge must be the SHA-256 of the verifier, as base64url';
}

/** A verifier without a challenge is refused as well: somebody took the challenge away (RFC 9700 §2.1.1). */
export function meetsChallenge(verifier: string | null, challenge: string | undefined): boolean {
  if (challenge === undefined || verifier === null) return challenge === undefined && verifier === null;
  return /^[\w.~-]{43,128}$/.test(verifier) && toBase64url(sha256(utf8ToBytes(verifier))) === challenge;
}
