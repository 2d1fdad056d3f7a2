/** `authorization_code`: tokens for the code that a log-in came back with. */
import { findGrant, keepGrant } from '../grants/grants.ts';
import { meetsChallenge } from '../grants/pkce.ts';
import type { PlatformCode } from '../grants/platform-code.ts';
import { endLogin } from '../sessions/end-login.ts';
import { isRefused, refusalOf } from '../refusals.ts';
import type { Decide, TokenCall } from './grant.ts';
import { applicationBySecret } from './known-secret.ts';
import type { TokenForm } from './read-form.ts';
import { firstRefresh } from './refresh.ts';

const unknownCode = refusalOf(400, 'authorization_code is invalid', 'invalid_grant');

export function authorizationCode(call: TokenCall, form: TokenForm): Decide {
  return () => {
    const application = applicationBySecret(call, form);
    if (isRefused(application)) return application;
    const redirectUri = form.get('redirect_uri');
    if (redirectUri === undefined) return refusalOf(400, 'redirect_uri is missing');
    const code = form.get('code');
    const given = code === undefined ? undefined : findGrant<PlatformCode>(call.store, 'platform-code', code);
    const expected = given && given.record.application === application.id ? [given.redirectUri] : (application.callbackUrls ?? []);
    if (!expected.includes(redirectUri)) return refusalOf(400, 'redirect_uri is invalid');
    if (code === undefined) return refusalOf(400, 'authorization_code is missing');
    if (!given || given.record.application !== application.id) return unknownCode;
    if (given.isUsed) {
      // RFC 6749 §4.1.2: whoever shows it again may have stolen it, and so may whoever was first.
      endLogin(call, given.sid);
      call.note('The code was used before: each is good for one request, and what was given for it is taken back.');
      return unknownCode;
    }
    if (given.expires <= call.clock.now()) {
      call.note('The code has expired by the clock of the workspace.');
      return unknownCode;
    }
    if (!meetsChallenge(form.get('code_verifier') ?? null, given.challenge)) {
      call.note('code_verifier does not belong to the code_challenge that the log-in began with (RFC 7636 §4.6).');
      return unknownCode;
    }
    keepGrant(call, 'platform-code', code, { ...given, isUsed: true });
    return { record: given.record, refresh: firstRefresh(call, form, given.record) };
  };
}
