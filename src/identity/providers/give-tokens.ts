/** The token endpoint of a provider: a code, or a refresh token, for tokens. What is signed is signed before the turn in which the code is used up. */
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { stepped } from '../../mock/mock.ts';
import { toBase64url } from '../../contract/base64.ts';
import { hasExtra } from '../../workspace/extras.ts';
import { secretText } from '../../workspace/secret.ts';
import { findGrant, keepGrant } from '../grants/grants.ts';
import { meetsChallenge } from '../grants/pkce.ts';
import type { IdentityCall } from '../identity-call.ts';
import { signingKeyOf } from '../keys/signing-keys.ts';
import { endLogin } from '../sessions/end-login.ts';
import { knownClient, type KnownClient } from './known-client.ts';
import type { Provider, SignedIn } from './provider.ts';
import { sentFields } from './sent-fields.ts';

/** Seconds. */
const accessLife = 3_600;
const idTokenLife = 3_600;

interface Read {
  readonly client: KnownClient | string;
  readonly accessToken: string;
  readonly idToken?: IdToken;
}

interface IdToken {
  readonly jwt: string;
  readonly jti: string;
}

interface Refusal {
  readonly status: 400;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: { readonly error: string; readonly error_description?: string };
}

type Answer = Refusal | ReturnType<typeof given>;

export const giveTokens = (provider: Provider) =>
  stepped({
    async reads(call: IdentityCall): Promise<Read> {
      const fields = sentFields(call);
      const client = await knownClient(provider, fields, call);
      const accessToken = secretText(32);
      const code = typeof client === 'string' ? undefined : shownCode(provider, fields, call);
      return { client, accessToken, ...(code && { idToken: await signedIdToken(provider, { signedIn: code, accessToken }, call) }) };
    },
    turn(call: IdentityCall, { read }: { readonly read: Read }): Answer {
      const fields = sentFields(call);
      const grantType = fields.get('grant_type');
      if (!isForm(call)) return refused('invalid_request', 'the body must be a form: application/x-www-form-urlencoded', call);
      if (grantType === null) return refused('invalid_request', 'grant_type is missing', call);
      if (grantType !== 'authorization_code' && grantType !== 'refresh_token') return refused('unsupported_grant_type', 'grant_type', call);
      const { client } = read;
      if (typeof client === 'string') return refused('invalid_client', client, call);
      const { once, application } = client;
      const { tokens } = call.visit.workspace;
      if (once && tokens.isUsed(once.id))
        return refused('invalid_client', 'the jti of the assertion was used before: each assertion is good for one request', call);
      if (once) tokens.use(once.id, once.until);
      return grantType === 'refresh_token'
        ? byRefreshToken(provider, { fields, client: application.apiKey, read }, call)
        : byCode(provider, { fields, client: application.apiKey, read }, call);
    },
  });

interface Asked {
  readonly fields: URLSearchParams;
  readonly client: string;
  readonly read: Read;
}

function byCode(provider: Provider, { fields, client, read }: Asked, call: IdentityCall): Answer {
  const code = fields.get('code');
  if (code === null) return refused('invalid_request', 'code is missing', call);
  const signedIn = shownCode(provider, fields, call);
  if (!signedIn) return refused('invalid_grant', 'nobody was given this code here', call);
  if (signedIn.isUsed) {
    // RFC 6749 §4.1.2: whoever shows it again may have stolen it, and so may whoever was first.
    endLogin(call, signedIn.sid);
    return refused('invalid_grant', 'the code was used before; what was given for it is taken back', call);
  }
  if (signedIn.expires <= call.clock.now()) return refused('invalid_grant', 'the code has expired', call);
  if (signedIn.client !== client) return refused('invalid_grant', 'the code was given to another client', call);
  if (fields.get('redirect_uri') !== signedIn.redirectUri)
    return refused('invalid_grant', 'redirect_uri is not the one that the code was sent to', call);
  if (!meetsChallenge(fields.get('code_verifier'), signedIn.challenge))
    return refused('invalid_grant', 'code_verifier does not belong to the code_challenge', call);
  const { idToken, accessToken } = read;
  if (!idToken) return refused('invalid_grant', 'nobody was given this code here', call);
  keepGrant(call, 'code', code, { ...signedIn, isUsed: true });
  keepGrant(call, 'id-token', idToken.jti, { client, user: signedIn.user, expires: call.clock.now() + idTokenLife * 1_000 });
  return given({ call, signedIn, accessToken, idToken: idToken.jwt });
}

function byRefreshToken(provider: Provider, { fields, client, read }: Asked, call: IdentityCall): Answer {
  const token = fields.get('refresh_token');
  if (token === null) return refused('invalid_request', 'refresh_token is missing', call);
  const signedIn = findGrant<SignedIn>(call.store, 'refresh', token);
  if (!signedIn || signedIn.provider !== provider.name || signedIn.client !== client)
    return refused('invalid_grant', 'nobody was given this refresh token here', call);
  if (signedIn.isUsed) {
    endLogin(call, signedIn.sid);
    return refused('invalid_grant', 'the refresh token was used before; its log-in is over', call);
  }
  if (signedIn.expires <= call.clock.now()) return refused('invalid_grant', 'the refresh token has expired', call);
  keepGrant(call, 'refresh', token, { ...signedIn, isUsed: true });
  return given({ call, signedIn, accessToken: read.accessToken });
}

function given({
  call,
  signedIn,
  accessToken,
  idToken,
}: {
  readonly call: IdentityCall;
  readonly signedIn: SignedIn;
  readonly accessToken: string;
  readonly idToken?: string;
}) {
  const refreshToken = secretText(32);
  const expires = call.clock.now() + accessLife * 1_000;
  keepGrant(call, 'access', accessToken, { ...signedIn, expires });
  keepGrant(call, 'refresh', refreshToken, { ...signedIn, expires });
  return {
    status: 200 as const,
    headers: noStore,
    body: {
      access_token: accessToken,
      token_type: 'Bearer' as const,
      expires_in: accessLife,
      refresh_token: refreshToken,
      scope: signedIn.scopes.join(' '),
      ...(idToken !== undefined && { id_token: idToken }),
    },
  };
}

const noStore = { 'Cache-Control': 'no-store', Pragma: 'no-cache' };

const isForm = (call: IdentityCall): boolean => /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(call.header('content-type') ?? '');

/** The real providers name the error alone: why it is one, this one says in the answer and in the explanation of the request. */
function refused(error: string, why: string, call: IdentityCall): Refusal {
  call.note(`${error}: ${why}.`);
  return { status: 400, headers: noStore, body: { error, ...(hasExtra(call.settings, 'told-reasons') && { error_description: why }) } };
}

function shownCode(provider: Provider, fields: URLSearchParams, { store }: IdentityCall): SignedIn | undefined {
  const code = fields.get('code');
  const signedIn = code === null ? undefined : findGrant<SignedIn>(store, 'code', code);
  return signedIn?.provider === provider.name ? signedIn : undefined;
}

/** OpenID Connect Core §2 and §3.1.3.6. */
async function signedIdToken(
  provider: Provider,
  { signedIn, accessToken }: { readonly signedIn: SignedIn; readonly accessToken: string },
  call: IdentityCall,
): Promise<IdToken> {
  const key = await signingKeyOf(call, provider);
  const iat = Math.floor(call.clock.now() / 1_000);
  const jti = secretText(16);
  const digest = (provider.alg === 'RS512' ? sha512 : sha256)(utf8ToBytes(accessToken));
  const every = { iss: call.url(''), aud: signedIn.client, iat, exp: iat + idTokenLife };
  const actor = provider.actor?.(signedIn, call);
  const claims = {
    ...every,
    jti,
    at_hash: toBase64url(digest.slice(0, digest.length / 2)),
    ...(signedIn.nonce !== undefined && { nonce: signedIn.nonce }),
    ...provider.idClaims(signedIn, call),
    ...(actor && { act: { sub: await key.sign({ ...every, ...actor }) } }),
  };
  return { jti, jwt: await key.sign(claims) };
}
