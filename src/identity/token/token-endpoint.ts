/** `POST /oauth2/token`: what is checked before any grant, the grant, and the token. */
import type { Visited } from '../../control/visited.ts';
import { stepped, type SteppedBehaviour } from '../../mock/mock.ts';
import type { Problem } from '../../mock/problem.ts';
import { accessTokenLife } from '../../workspace/applications/tokens.ts';
import { isRefused, oauthProblem, refusalOf } from '../refusals.ts';
import { clientCredentials } from './client-credentials.ts';
import { authorizationCode } from './authorization-code.ts';
import { refusing, type Decide, type GivenRefresh, type Grant, type Granted, type TokenCall, type TokenOperation } from './grant.ts';
import { readTokenForm, type TokenForm } from './read-form.ts';
import { isOfLogin, refreshToken } from './refresh.ts';
import { lifeWanted } from './life-wanted.ts';
import { exchangeGrant, tokenExchange } from './token-exchange.ts';

const grants = new Map<string, Grant>([
  ['client_credentials', clientCredentials],
  ['authorization_code', authorizationCode],
  ['refresh_token', refreshToken],
  [exchangeGrant, tokenExchange],
]);

interface Read {
  readonly form: TokenForm;
  readonly decide: Decide;
}

export const tokenEndpoint: SteppedBehaviour<TokenOperation, Visited> = stepped({
  async reads(call: TokenCall): Promise<Read> {
    const form = readTokenForm(call.binary?.bytes);
    return { form, decide: await decisionOn(call, form) };
  },
  // Not in the turn, where a refusal undoes all that it finds done: an assertion that was refused late is used up.
  async sends(_: TokenCall, { decide }: Read): Promise<Granted | Problem> {
    const decided = decide();
    return isRefused(decided) ? oauthProblem(decided) : decided;
  },
  turn: (call: TokenCall, { read: { form }, sent }: { readonly read: Read; readonly sent: Granted }) => {
    const { tokens, clock } = call.visit.workspace;
    const lives = lifeWanted(form, '_access_token_expiry_ms', accessTokenLife);
    const now = clock.now();
    const { record, refresh, isExchanged } = sent;
    // What it was given for was shown again meanwhile, and the log-in is over.
    if (refresh && !isOfLogin(call, refresh)) return oauthProblem(refusalOf(401, 'refresh_token is invalid', 'invalid_grant'));
    const body = {
      access_token: tokens.mint({ ...record, expires: now + lives }),
      expires_in: secondsOf(lives),
      token_type: 'Bearer' as const,
      // Of the application alone the platform says when, and of a log-in how it goes on.
      ...(refresh ? refreshFields(refresh) : { issued_at: String(now) }),
      ...(isExchanged && { issued_token_type: 'urn:ietf:params:oauth:token-type:access_token' as const }),
    };
    return { status: 200 as const, body };
  },
});

async function decisionOn(call: TokenCall, form: TokenForm): Promise<Decide> {
  // Compared whole by the platform: a charset behind it is refused, too.
  if (call.header('content-type') !== 'application/x-www-form-urlencoded')
    return refusing(refusalOf(415, 'Content-Type header must be application/x-www-form-urlencoded'));
  const type = form.get('grant_type');
  if (type === undefined) return refusing(refusalOf(400, 'grant_type is missing'));
  // Whoever names the type of a subject token means to exchange one, whatever grant_type says.
  if (form.get('subject_token_type') !== undefined) return tokenExchange(call, form);
  const grant = grants.get(type);
  return grant ? grant(call, form) : refusing(refusalOf(400, 'grant_type is invalid', 'unsupported_grant_type'));
}

/** As the platform counts them: one less than it lives, as a string. */
const secondsOf = (milliseconds: number): string => String(Math.max(0, Math.ceil(milliseconds / 1000) - 1));

const refreshFields = ({ token, lives, count }: GivenRefresh) => ({
  refresh_token: token,
  refresh_token_expires_in: secondsOf(lives),
  refresh_count: String(count),
});
