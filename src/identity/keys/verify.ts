/** Whether a token is signed by a key, by the algorithm that it is known to sign with and no other: what the token says of either is not asked (RFC 8725 §3.1). */
import type { ReadJwt } from '../assertion/read-assertion.ts';
import type { PublicJwk, SigningAlgorithm } from './signing-keys.ts';

interface KnownKey {
  readonly publicJwk: Pick<PublicJwk, 'kty' | 'n' | 'e'>;
  readonly alg: SigningAlgorithm;
}

export async function isSignedBy({ header, text }: ReadJwt, { publicJwk: { kty, n, e }, alg }: KnownKey): Promise<boolean> {
  const { compactVerify, importJWK } = await import('jose');
  // Neither extension is one that a token here has a use for; what is critical and not understood must not pass (RFC 7515 §4.1.11).
  if (header['crit'] !== undefined || header['b64'] !== undefined) return false;
  try {
    await compactVerify(text, await importJWK({ kty, n, e }, alg), { algorithms: [alg] });
    return true;
  } catch {
    return false;
  }
}
