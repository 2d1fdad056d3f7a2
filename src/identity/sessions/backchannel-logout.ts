/** `POST /oauth2/backchannel_logout`: CIS2 tells the platform that somebody has logged out (OpenID Connect Back-Channel Logout §2.6). */
import { isObject } from '../../contract/json.ts';
import { stepped } from '../../mock/mock.ts';
import type { Problem } from '../../mock/problem.ts';
import { readJwt, type ReadJwt } from '../assertion/read-assertion.ts';
import type { IdentityCall } from '../identity-call.ts';
import { signingKeyOf } from '../keys/signing-keys.ts';
import { isSignedBy } from '../keys/verify.ts';
import { isIssuerOf, platformClient } from '../providers/client-of.ts';
import { sentFields } from '../providers/sent-fields.ts';
import { staffProvider } from '../providers/staff-provider.ts';
import { oauthProblem, refusalOf, type TokenRefusal } from '../refusals.ts';
import { endLogin } from './end-login.ts';

const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout';

export const backchannelLogout = stepped({
  async reads(call: IdentityCall): Promise<string | Problem> {
    const jwt = readJwt(sentFields(call).get('logout_token') ?? '');
    if (typeof jwt === 'string') {
      call.note(`The logout token cannot be read. ${jwt}`);
      return oauthProblem(refusalOf(400, 'Malformed JWT in logout_token'));
    }
    const wrong = firstWrong(jwt, call);
    if (wrong) return oauthProblem(wrong);
    if (!(await isSignedBy(jwt, await signingKeyOf(call, staffProvider))))
      return oauthProblem(refusalOf(400, 'Unable to verify JWT', 'bad_request'));
    return String(jwt.claims['sid']);
  },
  turn: (call: IdentityCall, { read: sid }: { readonly read: string }) =>
    endLogin(call, sid) ? { status: 200 as const } : oauthProblem(refusalOf(501, 'SID not found', 'not_implemented')),
});

function firstWrong({ claims }: ReadJwt, call: IdentityCall): TokenRefusal | undefined {
  const { aud, iss, sid, events, nonce } = claims;
  if (aud !== platformClient) return refusalOf(400, 'Missing/invalid aud claim in JWT');
  if (!isIssuerOf(staffProvider, iss, call)) return refusalOf(400, 'Missing/invalid iss claim in JWT');
  if (typeof sid !== 'string' || sid === '') return refusalOf(400, 'Missing sid claim in JWT');
  if (!isObject(events) || events[logoutEvent] === undefined) return refusalOf(400, 'Missing/invalid events claim in JWT');
  return nonce === undefined ? undefined : refusalOf(400, 'Prohibited nonce claim in JWT');
}
