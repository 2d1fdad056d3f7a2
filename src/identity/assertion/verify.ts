/** Whether an assertion is signed by a key of the application that it names. Key and algorithm are the registration's, whatever the assertion says (RFC 8725 §3.1). */
import type { RegisteredApplication } from '../../workspace/applications/applications.ts';
import type { ReadJwt } from './read-assertion.ts';

export type Verified = 'good' | 'bad' | 'no key';

export async function verifySignature({ header, text }: ReadJwt, application: RegisteredApplication | undefined): Promise<Verified> {
  const key = application?.keys.find(({ kid }) => kid === header['kid']);
  if (!key) return 'no key';
  const { compactVerify, importJWK } = await import('jose');
  try {
    // Neither extension is one that an assertion has a use for; what is critical and not understood must not pass (RFC 7515 §4.1.11).
    if (header['crit'] !== undefined || header['b64'] !== undefined) return 'bad';
    const { kty, n, e } = key;
    await compactVerify(text, await importJWK({ kty, n, e }, 'RS512'), { algorithms: ['RS512'] });
    return 'good';
  } catch {
    return 'bad';
  }
}
