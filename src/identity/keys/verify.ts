/** Whether a token is signed by a key of a provider of this workspace, by the algorithm that it signs with and no other. */
import type { ReadJwt } from '../assertion/read-assertion.ts';
import type { SigningKey } from './signing-keys.ts';

export async function isSignedBy({ header, text }: ReadJwt, { publicJwk, alg }: SigningKey): Promise<boolean> {
  const { compactVerify, importJWK } = await import('jose');
  if (header['crit'] !== undefined || header['b64'] !== undefined) return false;
  try {
    await compactVerify(text, await importJWK(publicJwk, alg), { algorithms: [alg] });
    return true;
  } catch {
    return false;
  }
}
