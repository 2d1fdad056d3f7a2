/** `GET /oauth2/userinfo`: which member of staff it is whom the platform signed in, as their provider tells it. */
import { bearerToken } from '../bearer-token.ts';
import type { IdentityCall } from '../identity-call.ts';
import { staffProvider } from '../providers/staff-provider.ts';
import { oauthProblem, refusalOf } from '../refusals.ts';

/** How the text goes on where it points to the guide is left out: nobody publishes it. */
const onlyCombined = oauthProblem(
  refusalOf(
    400,
    'The Userinfo endpoint is only supported for Combined Auth integrations. Currently this is only for NHS CIS2 authentications.',
  ),
);
/** The platform's own text is not published. */
const invalidToken = oauthProblem(refusalOf(401, 'Missing or invalid access token', 'invalid_token'));

export function platformUserinfo(call: IdentityCall) {
  const token = bearerToken(call);
  const record = token === undefined ? 'unknown' : call.visit.workspace.tokens.find(token);
  if (record === 'unknown' || record === 'expired') {
    call.note(
      record === 'expired' ? 'The access token has expired.' : 'The access token must be one of this workspace, as Authorization: Bearer.',
    );
    return invalidToken;
  }
  if (record.mode !== 'user-restricted' || !record.isCombined || !record.user) return onlyCombined;
  return { status: 200 as const, body: staffProvider.userinfo({ user: record.user.id, client: '', scopes: staffProvider.scopes }, call) };
}
