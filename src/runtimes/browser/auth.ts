/** `nhs-api-sandbox/auth`: assertions and access tokens for tests of client code. Importing it does nothing. */
import { importJWK, importPKCS8, SignJWT, type JWK } from 'jose';
import { demoPrivateKey } from '../../identity/assertion/demo-key.ts';
import { assertionType } from '../../identity/assertion/rules.ts';
import { demoApplication } from '../../workspace/applications/demo.ts';
import { realClock } from '../../workspace/time/clock.ts';

export interface Signer {
  /** The API key of the application: `iss` and `sub`. */
  readonly apiKey: string;
  /** What the public key is registered as. */
  readonly kid: string;
  /** PEM (PKCS #8), a JWK, or a key of WebCrypto. */
  readonly privateKey: string | JsonWebKey | CryptoKey;
}

export interface AssertionOptions extends Signer {
  /** Where the assertion will be sent: `aud`. */
  readonly tokenUrl: string;
  /** Milliseconds: the time that the sandbox's clock shows, where that is not the real one. */
  readonly now?: number;
  /** Over what is right, to try out what is wrong; a member that is `undefined` is left out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
}

/** The application that a sandbox of one's own comes with. */
export const demo: Signer = { apiKey: demoApplication.apiKey, kid: demoPrivateKey.kid, privateKey: demoPrivateKey };

/** Seconds that an assertion may live. */
const lives = 300;

/** Signed with RS512, and good for one request. */
export async function makeAssertion(options: AssertionOptions): Promise<string> {
  const { apiKey, kid, privateKey, tokenUrl, now = realClock.now(), claims, header } = options;
  const right = { iss: apiKey, sub: apiKey, aud: tokenUrl, jti: crypto.randomUUID(), exp: Math.floor(now / 1000) + lives };
  return new SignJWT(JSON.parse(JSON.stringify({ ...right, ...claims })) as Record<string, unknown>)
    .setProtectedHeader({ typ: 'JWT', kid, ...header, alg: 'RS512' })
    .sign(await keyOf(privateKey));
}

async function keyOf(key: Signer['privateKey']) {
  if (typeof key === 'string' && !key.includes('-----BEGIN PRIVATE KEY-----'))
    throw new TypeError(
      'privateKey is to be PEM of PKCS #8, which begins with -----BEGIN PRIVATE KEY-----; openssl pkcs8 -topk8 -nocrypt -in key.pem makes it of another',
    );
  if (typeof key === 'string') return importPKCS8(key, 'RS512');
  return key instanceof CryptoKey ? key : importJWK(key as JWK, 'RS512');
}

export interface GivenToken {
  readonly access_token: string;
  /** Seconds, as a text. */
  readonly expires_in: string;
  readonly token_type: 'Bearer';
}

export interface TokenOptions extends Omit<AssertionOptions, 'tokenUrl'> {
  /** `http://localhost:8787/oauth2/token`, or that of a workspace. */
  readonly tokenUrl: string;
  /** Asks in the place of the global one. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** A token for the application itself, with nobody signed in. Throws with what the sandbox says where it is refused. */
export async function getToken({ fetch: ask = (request) => fetch(request), ...options }: TokenOptions): Promise<GivenToken> {
  const body = tokenForm(await makeAssertion(options));
  const response = await ask(new Request(options.tokenUrl, { method: 'POST', body, headers: { 'Content-Type': formType } }));
  const text = await response.text();
  if (!response.ok) throw new Error(`${options.tokenUrl} answers with ${response.status}: ${text.slice(0, 500)}`);
  return JSON.parse(text) as GivenToken; // as the contract says
}

const formType = 'application/x-www-form-urlencoded';

const tokenForm = (assertion: string): string =>
  new URLSearchParams({ grant_type: 'client_credentials', client_assertion_type: assertionType, client_assertion: assertion }).toString();
