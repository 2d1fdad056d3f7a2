/** An authorization server for tests, and assertions of the demo application that are right but for what a test says. */
import { CompactSign, importJWK, type CompactJWSHeaderParameters, type CryptoKey } from 'jose';
import { demo } from '../../src/runtimes/browser/auth.ts';
import { origin, sandboxOf, type Sandbox } from '../sandbox.ts';

export const tokenUrl = `${origin}/oauth2/token`;
export const jwtBearer = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
export const demoKey = (await importJWK(demo.privateKey as JsonWebKey, 'RS512')) as CryptoKey; // of RSA, which is no secret of bytes

const empty = JSON.stringify({ openapi: '3.1.0', info: { title: 'Empty', version: '1' }, paths: {} });
export const tokenOffice = (store?: Parameters<typeof sandboxOf>[1]): Sandbox => sandboxOf(empty, store);

export type Members = Readonly<Record<string, unknown>>;

/** Seconds, by the clock of the sandbox, which stands. */
export const secondsAt = ({ clock }: Sandbox): number => Math.floor(clock.now() / 1000);

export interface Wanted {
  readonly header?: Members;
  readonly claims?: Members;
  readonly key?: CryptoKey;
}

/** A member that is `undefined` is left out. */
export function assertionAt(sandbox: Sandbox): (wanted?: Wanted) => Promise<string> {
  let made = 0;
  return ({ header, claims, key = demoKey } = {}) => {
    const right = { iss: demo.apiKey, sub: demo.apiKey, aud: tokenUrl, jti: `jti ${made++}`, exp: secondsAt(sandbox) + 300 };
    const head = JSON.parse(JSON.stringify({ alg: 'RS512', typ: 'JWT', kid: demo.kid, ...header })) as Members;
    // What is signed is RS512, whatever the header says.
    return signed({ head, claims: { ...right, ...claims }, key });
  };
}

async function signed({
  head,
  claims,
  key,
}: {
  readonly head: Members;
  readonly claims: Members;
  readonly key: CryptoKey;
}): Promise<string> {
  if (head['alg'] === 'RS512' && !('crit' in head) && !('b64' in head))
    return new CompactSign(bytesOf(claims)).setProtectedHeader(head as CompactJWSHeaderParameters).sign(key);
  return signText(`${part(head)}.${part(claims)}`, key);
}

const bytesOf = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(value));

/** Of what nobody should sign. */
export async function signText(text: string, key: CryptoKey = demoKey): Promise<string> {
  const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', key, new TextEncoder().encode(text));
  return `${text}.${Buffer.from(signature).toString('base64url')}`;
}

export const part = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

export interface TokenAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, string>>;
  readonly response: Response;
}

export async function askForToken(
  sandbox: Sandbox,
  form: Readonly<Record<string, string>> | string,
  contentType = 'application/x-www-form-urlencoded',
): Promise<TokenAnswer> {
  const body = typeof form === 'string' ? form : new URLSearchParams(form).toString();
  const response = await sandbox.request('/oauth2/token', { method: 'POST', body, headers: { 'Content-Type': contentType } });
  return { status: response.status, body: JSON.parse(await response.clone().text()) as TokenAnswer['body'], response };
}

export const formWith = (assertion: string, more: Readonly<Record<string, string>> = {}) => ({
  grant_type: 'client_credentials',
  client_assertion_type: jwtBearer,
  client_assertion: assertion,
  ...more,
});
