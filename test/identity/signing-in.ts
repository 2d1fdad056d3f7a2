/** A sandbox with an application whose users sign in, and what a browser and a server do on their way. */
import { generateKeyPair, exportJWK, SignJWT, type JWTPayload } from 'jose';
import type { Provider } from '../../src/identity/providers/provider.ts';
import { origin, sandboxOf, world, type Sandbox } from '../sandbox.ts';

export const callback = 'http://localhost:3000/callback';
const nothing = JSON.stringify({ openapi: '3.1.0', info: { title: 'Nothing', version: '1' }, paths: {} });
const { privateKey, publicKey } = await generateKeyPair('RS512', { extractable: true });
const jwk = { ...(await exportJWK(publicKey)), kid: 'key-1', alg: 'RS512', use: 'sig' };

export interface SigningIn extends Sandbox {
  readonly apiKey: string;
  readonly secret: string;
  readonly id: string;
  readonly privateKey: CryptoKey;
  readonly jwk: typeof jwk;
}

/** With the population, so that its users are somebody. */
export async function signingIn(application: object = {}): Promise<SigningIn> {
  const sandbox = sandboxOf(nothing, { population: world() });
  const body = { name: 'Ward board', callbackUrls: [callback], jwks: { keys: [jwk] }, ...application };
  const added = (await (await sandbox.send('POST', '/_sandbox/applications', body)).json()) as Record<
    'id' | 'apiKey' | 'clientSecret',
    string
  >;
  return { ...sandbox, id: added.id, apiKey: added.apiKey, secret: added.clientSecret, privateKey, jwk };
}

export const query = (parameters: Readonly<Record<string, string | undefined>>): string =>
  new URLSearchParams(Object.entries(parameters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))).toString();

/** Follows a browser through the sandbox until it is sent out of it, or until a page or an error is shown. */
export async function browse(
  { request }: Sandbox,
  path: string,
): Promise<{ readonly response: Response; readonly back?: URLSearchParams; readonly to?: string }> {
  const response = await request(path);
  const location = response.headers.get('location');
  if (location === null) return { response };
  if (location.startsWith(`${origin}/`)) return browse({ request } as Sandbox, location);
  const { searchParams, href } = new URL(location);
  return { response, back: searchParams, to: href };
}

export async function form(
  { request }: Sandbox,
  path: string,
  fields: Readonly<Record<string, string | undefined>>,
  headers: Record<string, string> = {},
) {
  const response = await request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    body: query(fields),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: (text === '' ? {} : JSON.parse(text)) as Record<string, string> };
}

let made = 0;

export const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** What the application shows in the place of a secret. */
export async function assertionFor(
  sandbox: SigningIn,
  audience: string,
  claims: JWTPayload = {},
): Promise<{ client_assertion_type: string; client_assertion: string }> {
  const exp = Math.floor(sandbox.clock.now() / 1000) + 120;
  const jwt = await new SignJWT({ iss: sandbox.apiKey, sub: sandbox.apiKey, aud: audience, jti: `signed ${made++}`, exp, ...claims })
    .setProtectedHeader({ alg: 'RS512', typ: 'JWT', kid: 'key-1' })
    .sign(sandbox.privateKey);
  return { client_assertion_type: assertionType, client_assertion: jwt };
}

/** From the beginning of a log-in by the platform to its code. */
export async function combinedCode(
  sandbox: SigningIn,
  user: string,
  more: Readonly<Record<string, string | undefined>> = {},
): Promise<string> {
  const scope = user.startsWith('patient') ? 'nhs-login' : undefined;
  const asked = {
    client_id: sandbox.apiKey,
    redirect_uri: callback,
    response_type: 'code',
    state: 'the state',
    scope,
    login_hint: user,
    ...more,
  };
  const { back, response } = await browse(sandbox, `/oauth2/authorize?${query(asked)}`);
  const code = back?.get('code');
  if (!code) throw new Error(`no code: ${response.status} ${back?.toString() ?? (await response.text())}`);
  return code;
}

export async function combinedTokens(sandbox: SigningIn, user: string, more: Readonly<Record<string, string>> = {}) {
  const code = await combinedCode(sandbox, user);
  return form(sandbox, '/oauth2/token', { ...byCode(sandbox, code), ...more });
}

export const byCode = (sandbox: SigningIn, code: string) => ({
  grant_type: 'authorization_code',
  client_id: sandbox.apiKey,
  client_secret: sandbox.secret,
  redirect_uri: callback,
  code,
});

export const byRefresh = (sandbox: SigningIn, token: string) => ({
  grant_type: 'refresh_token',
  client_id: sandbox.apiKey,
  client_secret: sandbox.secret,
  refresh_token: token,
});

/** A log-in at a provider by the application itself: with an assertion, and with PKCE where it is asked for. */
export async function providerCode(
  sandbox: SigningIn,
  { name, scopes }: Provider,
  user: string,
  more: Readonly<Record<string, string | undefined>> = {},
) {
  const asked = {
    client_id: sandbox.apiKey,
    redirect_uri: callback,
    response_type: 'code',
    scope: scopes.join(' '),
    state: 'the state',
    nonce: 'the nonce',
    login_hint: user,
    ...more,
  };
  return browse(sandbox, `/${name}/authorize?${query(asked)}`);
}

export async function providerTokens(sandbox: SigningIn, provider: Provider, user: string, more: Readonly<Record<string, string>> = {}) {
  const { back, response } = await providerCode(sandbox, provider, user, more);
  const code = back?.get('code');
  if (!code) throw new Error(`no code: ${response.status} ${back?.toString() ?? (await response.text())}`);
  const assertion = await assertionFor(sandbox, `${origin}/${provider.name}`);
  const { body } = await form(sandbox, `/${provider.name}${provider.tokenPath}`, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: callback,
    ...assertion,
  });
  return body;
}
