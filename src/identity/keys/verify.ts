/** Whether a token is signed by a key, by the algorithm that it is known to sign with and no other: what the token says of either is not asked (RFC 8725 §3.1). */
import type { ReadJwt } from '../assertion/read-assertion.ts';
import type { PublicJwk, SigningAlgorithm } from './signing-keys.ts';

interface KnownKey {
  readonly publicJwk: Pick<PublicJwk, 'kty' | 'n' | 'e' | 'kid'>;
  readonly alg: SigningAlgorithm;
}

export async function isSignedBy(jwt: ReadJwt, { publicJwk: { kty, n, e, kid }, alg }: KnownKey): Promise<boolean> {
  const { header, text } = jwt;
  const { compactVerify, importJWK } = await import('jose');
  if (header['kid'] !== kid || isExtended(jwt)) return false;
  try {
    await compactVerify(text, await importJWK({ kty, n, e }, alg), { algorithms: [alg] });
    return true;
  } catch {
    return false;
  }
}

/** By an extension that no token here has a use for: what is critical and not understood must not pass (RFC 7515 §4.1.11). */
export const isExtended = ({ header }: ReadJwt): boolean => header['crit'] !== undefined || header['b64'] !== undefined;
