/** `refresh_token`: the next tokens of a log-in. Each refresh token is good for one use, and the log-in for so long in all. */
import { secretText } from '../../workspace/secret.ts';
import { findGrant, keepGrant } from '../grants/grants.ts';
import type { PlatformRefresh } from '../grants/platform-code.ts';
import { isRefused, refusalOf } from '../refusals.ts';
import { endLogin } from '../sessions/end-login.ts';
import type { UserRecord } from '../sessions/user-record.ts';
import type { Decide, GivenRefresh, TokenCall } from './grant.ts';
import { applicationBySecret } from './known-secret.ts';
import { lifeWanted } from './life-wanted.ts';
import type { TokenForm } from './read-form.ts';

/** Milliseconds of one refresh token, and of a log-in in all: those that the platform falls back to. NHS login's are as we infer them. */
const oneLife = 3_600_000;
const wholeLife = { 'user-restricted': 43_200_000, 'patient-access': 3_600_000 } as const;

const over = refusalOf(401, 'refresh token refresh period has expired', 'invalid_grant');
const unknownToken = refusalOf(401, 'refresh_token is invalid', 'invalid_grant');

export function refreshToken(call: TokenCall, form: TokenForm): Decide {
  return () => {
    const application = applicationBySecret(call, form);
    if (isRefused(application)) return application;
    const token = form.get('refresh_token');
    if (token === undefined) return refusalOf(400, 'refresh_token is missing');
    const known = findGrant<PlatformRefresh>(call.store, 'platform-refresh', token);
    if (!known || known.record.application !== application.id) return unknownToken;
    if (known.isUsed) {
      endLogin(call, known.sid);
      call.note('The refresh token was used before: each answer brings the next one, and the whole log-in is over now.');
      return unknownToken;
    }
    if (Math.min(known.expires, known.ends) <= call.clock.now()) return over;
    keepGrant(call, 'platform-refresh', token, { ...known, isUsed: true });
    return { record: known.record, refresh: next(call, form, { ...known, count: known.count + 1 }) };
  };
}

/** Whether its log-in goes on. */
export const isOfLogin = ({ store }: TokenCall, { token }: GivenRefresh): boolean =>
  findGrant(store, 'platform-refresh', token) !== undefined;

/** The first one of a log-in. The platform's hook for tests can only make its whole life shorter. */
export function firstRefresh(call: TokenCall, form: TokenForm, record: UserRecord): GivenRefresh {
  const whole = wholeLife[record.mode];
  return next(call, form, { record, count: 0, ends: call.clock.now() + lifeWanted(form, '_refresh_tokens_validity_ms', whole) });
}

function next(call: TokenCall, form: TokenForm, login: Pick<PlatformRefresh, 'record' | 'count' | 'ends'>): GivenRefresh {
  const token = secretText(32);
  const now = call.clock.now();
  const expires = Math.min(now + lifeWanted(form, '_refresh_token_expiry_ms', oneLife), login.ends);
  const kept: PlatformRefresh = { ...login, expires, sid: login.record.session };
  keepGrant(call, 'platform-refresh', token, kept);
  return { token, lives: expires - now, count: login.count };
}
