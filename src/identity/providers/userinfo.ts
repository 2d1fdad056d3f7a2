/** The userinfo endpoint of a provider (OpenID Connect Core §5.3): what it knows of whoever a token of its own is about. */
import { bearerToken } from '../bearer-token.ts';
import { findGrant } from '../grants/grants.ts';
import type { IdentityCall } from '../identity-call.ts';
import type { Provider, SignedIn } from './provider.ts';

interface Unauthorised {
  readonly status: 401;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: { readonly error: string; readonly error_description: string };
}

export function userinfo(provider: Provider, call: IdentityCall) {
  const signedIn = shownToken(provider, call);
  return 'status' in signedIn ? signedIn : { status: 200 as const, body: provider.userinfo(signedIn, call) };
}

/** Whose token it is, or the answer where it is nobody's (RFC 6750 §3). */
export function shownToken(provider: Provider, call: IdentityCall): SignedIn | Unauthorised {
  const token = bearerToken(call);
  if (token === undefined) return unauthorised('invalid_request', 'an access token must be sent as Authorization: Bearer');
  const found = findGrant<SignedIn>(call.store, 'access', token);
  if (found?.provider !== provider.name) return unauthorised('invalid_token', 'this provider gave nobody this access token');
  return found.expires <= call.clock.now() ? unauthorised('invalid_token', 'the access token has expired') : found;
}

function unauthorised(error: string, description: string): Unauthorised {
  return {
    status: 401,
    headers: { 'WWW-Authenticate': `Bearer error="${error}", error_description="${description}"` },
    body: { error, error_description: description },
  };
}
