/**
 * `asserted_login_identity`: an application that has somebody signed in hands them over to another, which signs them in without a page. It is a JWT of the
 * first application's, with the `jti` of the ID token that it was given as `code`.
 */
import type { RegisteredApplication } from '../../workspace/applications/applications.ts';
import { findGrant } from '../grants/grants.ts';
import type { IdentityCall } from '../identity-call.ts';
import { readJwt } from '../assertion/read-assertion.ts';
import { isExtended } from '../keys/verify.ts';
import { approvedApplication } from '../known-application.ts';
import type { Provider } from './provider.ts';

/** By an assertion that may be used this once; or why it is not taken. */
export type HandedOver = { readonly user: string; readonly once: string; readonly until: number } | { readonly why: string };

interface GivenIdToken {
  readonly client: string;
  readonly user: string;
  readonly expires: number;
}

/** Seconds for which the assertion may live. */
const longestLife = 60;

/** Undefined where there is none. */
export async function handedOver(provider: Provider, fields: URLSearchParams, call: IdentityCall): Promise<HandedOver | undefined> {
  const assertion = fields.get('asserted_login_identity');
  if (assertion === null || !provider.takesHandedOver) return undefined;
  const now = call.clock.now();
  const jwt = readJwt(assertion);
  if (typeof jwt === 'string') return { why: `it cannot be read: ${jwt.replace(/\.$/, '')}` };
  if (isExtended(jwt)) return { why: 'its header has crit or b64, which are not known here' };
  const { iss } = jwt.claims;
  const application = typeof iss === 'string' ? approvedApplication(iss, call) : undefined;
  if (!application) return { why: 'its iss is the API key of no approved application' };
  const { createLocalJWKSet, errors, jwtVerify } = await import('jose');
  try {
    const { payload } = await jwtVerify(assertion, createLocalJWKSet({ keys: [...application.keys] }), {
      algorithms: [...provider.clientAlgorithms],
      requiredClaims: ['iss', 'jti', 'iat', 'exp', 'code'],
      currentDate: new Date(now),
    });
    const { code, jti, iat = 0, exp = Infinity } = payload;
    if (typeof code !== 'string' || typeof jti !== 'string') return { why: 'code and jti must be texts' };
    if (exp - iat > longestLife || iat * 1_000 > now + longestLife * 1_000)
      return { why: `it may live for ${longestLife} s and no longer` };
    if (!isPaired(application, fields.get('client_id'), call)) return { why: notPaired(application) };
    const idToken = findGrant<GivenIdToken>(call.store, 'id-token', code);
    if (idToken?.client !== application.apiKey || idToken.expires <= now)
      return { why: 'its code is the jti of no ID token that its issuer was given in the last hour' };
    return { user: idToken.user, once: `${provider.name} handed over ${application.apiKey} ${jti}`, until: exp * 1_000 };
  } catch (error) {
    return { why: error instanceof errors.JOSEError ? error.message : 'it cannot be read' };
  }
}

/** Two applications are paired beforehand: whoever hands its users over says to whom. */
function isPaired({ handsOverTo = [] }: RegisteredApplication, client: string | null, call: IdentityCall): boolean {
  const asking = client === null ? undefined : call.visit.workspace.applications.byApiKey(client);
  return asking !== undefined && [asking.id, asking.name, asking.apiKey].some((known) => handsOverTo.includes(known));
}

const notPaired = ({ name }: RegisteredApplication): string =>
  `${JSON.stringify(name)} is not paired with the application that asks: PATCH /_sandbox/applications/{id} names it in handsOverTo`;
