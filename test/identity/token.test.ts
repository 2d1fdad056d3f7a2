/** The authorization server as an application meets it: an assertion in, a token or the platform's own words out. */
import { SignJWT, importJWK } from 'jose';
import { expect, test } from 'vitest';
import { demoPrivateKey } from './demo-key.ts';
import { origin, sandboxOf, type Sandbox } from '../sandbox.ts';

const tokenUrl = `${origin}/oauth2/token`;
const contract = { openapi: '3.1.0', info: { title: 'Empty', version: '1' }, paths: {} };
const sandbox = sandboxOf(JSON.stringify(contract));
const now = Math.floor(sandbox.clock.now() / 1000);
const key = await importJWK(demoPrivateKey, 'RS512');
const jwtBearer = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

type Parts = Readonly<Record<string, unknown>>;
let made = 0;

/** A good assertion of the demo application, but for what is said. */
function assertion({ header = {}, claims = {} }: { readonly header?: Parts; readonly claims?: Parts } = {}): Promise<string> {
  const apiKey = 'nhs-api-sandbox-demo';
  const good = { iss: apiKey, sub: apiKey, aud: tokenUrl, jti: `jti ${made++}`, exp: now + 300 };
  return new SignJWT({ ...good, ...claims }).setProtectedHeader({ alg: 'RS512', typ: 'JWT', kid: 'demo-1', ...header }).sign(key);
}

async function ask(form: Readonly<Record<string, string>>, at: Sandbox = sandbox) {
  const response = await at.request('/oauth2/token', {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  });
  return { status: response.status, body: (await response.json()) as Readonly<Record<string, string>> };
}

const withAssertion = (text: string) => ({ grant_type: 'client_credentials', client_assertion_type: jwtBearer, client_assertion: text });

test('an application signs an assertion and is given a token, in which every number is a string', async () => {
  const { status, body } = await ask(withAssertion(await assertion()));
  expect({ status, body }).toEqual({
    status: 200,
    body: { access_token: expect.stringMatching(/^[\w-]{43}$/), expires_in: '599', token_type: 'Bearer', issued_at: String(now * 1000) },
  });
  expect(sandbox.workspace.tokens.find(body['access_token'] ?? '')).toEqual({
    application: 'demo',
    mode: 'application-restricted',
    scopes: ['urn:nhsd:apim:app:level3:*'],
    expires: now * 1000 + 600_000,
  });
});
