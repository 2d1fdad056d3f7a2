/**
 * `asserted_login_identity`: an application that has somebody signed in hands them over to another, which signs them in without a page. It is a JWT of the
 * first application's, with the `jti` of the ID token that it was given as `code`.
 */
import { findGrant } from '../grants/grants.ts';
import type { IdentityCall } from '../identity-call.ts';
import { applicationByKey } from '../known-application.ts';
import type { Provider } from './provider.ts';

/** By an assertion that may be used this once. */
export type HandedOver = { readonly user: string; readonly once: string; readonly until: number } | 'refused';

interface GivenIdToken {
  readonly client: string;
  readonly user: string;
  readonly expires: number;
}

/** Seconds for which the assertion may live. */
const longestLife = 60;

/** `refused` where the assertion is not to be taken; undefined where there is none. */
export async function handedOver(provider: Provider, fields: URLSearchParams, call: IdentityCall): Promise<HandedOver | undefined> {
  const assertion = fields.get('asserted_login_identity');
  if (assertion === null || !provider.takesHandedOver) return undefined;
  const now = call.clock.now();
  const { createLocalJWKSet, decodeJwt, jwtVerify } = await import('jose');
  try {
    const { iss = '' } = decodeJwt(assertion);
    const application = applicationByKey(iss, call);
    if (!application) return 'refused';
    const { payload } = await jwtVerify(assertion, createLocalJWKSet({ keys: [...application.keys] }), {
      algorithms: [...provider.clientAlgorithms],
      requiredClaims: ['iss', 'jti', 'iat', 'exp', 'code'],
      currentDate: new Date(now),
    });
    const { code, jti, iat = 0, exp = Infinity } = payload;
    if (typeof code !== 'string' || typeof jti !== 'string' || exp - iat > longestLife || iat * 1_000 > now + longestLife * 1_000)
      return 'refused';
    const idToken = findGrant<GivenIdToken>(call.store, 'id-token', code);
    if (!idToken || idToken.client !== iss || idToken.expires <= now) return 'refused';
    return { user: idToken.user, once: `${provider.name} handed over ${iss} ${jti}`, until: exp * 1_000 };
  } catch {
    return 'refused';
  }
}
