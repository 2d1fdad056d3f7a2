/** Whether an assertion is signed by a key of the application that it names. */
import type { RegisteredApplication } from '../../workspace/applications/applications.ts';
import { isSignedBy } from '../keys/verify.ts';
import type { ReadJwt } from './read-assertion.ts';

export type Verified = 'good' | 'bad' | 'no key';

export async function verifySignature(jwt: ReadJwt, application: RegisteredApplication | undefined): Promise<Verified> {
  const key = application?.keys.find(({ kid }) => kid === jwt.header['kid']);
  if (!key) return 'no key';
  return (await isSignedBy(jwt, { publicJwk: key, alg: 'RS512' })) ? 'good' : 'bad';
}
