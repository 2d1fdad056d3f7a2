/** An application that has the address of a real provider signs in where it always does: in this process the sandbox answers in the provider's stead. */
import { exportJWK, generateKeyPair } from 'jose';
import { setupServer } from 'msw/node';
import * as client from 'openid-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeAssertion } from '../../src/runtimes/browser/auth.ts';
import { createSandbox } from '../../src/runtimes/browser/msw.ts';
import { guardSocketsOnly } from './guard-sockets-only.ts';

const sandbox = createSandbox({ apis: [] });
const server = setupServer(...sandbox.handlers);
const callback = 'http://localhost:3000/callback';
const { privateKey, publicKey } = await generateKeyPair('RS512', { extractable: true });
const signer = { kid: 'key-1', privateKey };
let apiKey = '';

beforeAll(async () => {
  guardSocketsOnly();
  server.listen({ onUnhandledFrame: 'bypass' });
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: signer.kid, alg: 'RS512' }] };
  const added = await fetch('http://localhost:8787/_sandbox/applications', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: 'Ward board', callbackUrls: [callback], jwks }),
  });
  ({ apiKey } = (await added.json()) as { apiKey: string });
});
afterAll(() => server.close());

const realm = '/openam/oauth2/realms/root/realms/NHSIdentity/realms/Healthcare';
/** As the real ones name themselves in discovery and in ID tokens: CIS2 with its port. */
const issuers = [
  ['https://auth.sandpit.signin.nhs.uk', 'patient-p9', 'RS512'],
  ['https://auth.aos.signin.nhs.uk', 'patient-p5', 'RS512'],
  ['https://auth.ext.signin.nhs.uk', 'patient-p9', 'RS512'],
  ['https://auth.login.nhs.uk', 'patient-p9', 'RS512'],
  [`https://am.nhsdev.auth-ptl.cis2.spineservices.nhs.uk:443/openam/oauth2/realms/root/realms/oidc`, '656005750104', 'RS256'],
  [`https://am.nhsdev.auth-ptl.cis2.spineservices.nhs.uk:443${realm}`, '656005750104', 'RS256'],
  [`https://am.nhsint.auth-ptl.cis2.spineservices.nhs.uk:443${realm}`, '656005750105', 'RS256'],
  [`https://am.nhsidentity.spineservices.nhs.uk:443${realm}`, '656005750106', 'RS256'],
] as const;

async function signIn(issuer: string, user: string, algorithm: string) {
  const config = await client.discovery(
    new URL(issuer),
    apiKey,
    { id_token_signed_response_alg: algorithm },
    client.PrivateKeyJwt({ key: privateKey, kid: signer.kid }),
  );
  client.enableNonRepudiationChecks(config);
  const [verifier, state, nonce] = [client.randomPKCECodeVerifier(), client.randomState(), client.randomNonce()];
  const asked = client.buildAuthorizationUrl(config, {
    redirect_uri: callback,
    scope: 'openid profile nationalrbacaccess',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    login_hint: user,
  });
  const sent = await fetch(asked, { redirect: 'manual' });
  const back = new URL(sent.headers.get('location') ?? '');
  const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true };
  return { config, tokens: await client.authorizationCodeGrant(config, back, checks) };
}

test.each(issuers)(
  'openid-client signs in at %s as its discovery says, and the ID token names that issuer',
  async (issuer, user, algorithm) => {
    const { config, tokens } = await signIn(issuer, user, algorithm);
    const subject = tokens.claims()?.sub ?? '';
    expect(tokens.claims()).toMatchObject({ iss: issuer, aud: apiKey, mock: true });
    expect(config.serverMetadata().issuer).toBe(issuer);
    expect(await client.fetchUserInfo(config, tokens.access_token, subject)).toMatchObject({ sub: subject });
    const next = await client.refreshTokenGrant(config, tokens.refresh_token ?? '');
    expect(await client.fetchUserInfo(config, next.access_token, subject)).toMatchObject({ sub: subject });
  },
);

const exchange = async (tokenUrl: string, idToken: string) => {
  const response = await fetch(tokenUrl, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
      subject_token: idToken,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await makeAssertion({ ...signer, apiKey, tokenUrl }),
    }).toString(),
  });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
};
const [sandpit, , , , , , integration] = issuers;

test('the platform takes an ID token of a real issuer where it was asked in the place of the real one, and nowhere else', async () => {
  for (const [issuer, user, algorithm] of [sandpit, integration]) {
    const { tokens } = await signIn(issuer, user, algorithm);
    const exchanged = await exchange('https://int.api.service.nhs.uk/oauth2/token', tokens.id_token ?? '');
    expect(exchanged).toMatchObject({ status: 200, body: { expires_in: '599' } });
    const refused = await exchange('http://localhost:8787/oauth2/token', tokens.id_token ?? '');
    expect(refused).toMatchObject({
      status: 400,
      body: { error_description: "Missing or non-matching 'iss' claim in subject_token JWT" },
    });
  }
});

test('an assertion is for the environment that it was made for', async () => {
  const [issuer] = sandpit;
  const shown = async (tokenUrl: string) => {
    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      code: 'none',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await makeAssertion({ ...signer, apiKey, tokenUrl }),
    });
    return ((await (await fetch(`${issuer}/token`, { method: 'POST', body })).json()) as { error: string }).error;
  };
  expect(await shown('https://auth.sandpit.signin.nhs.uk/token')).toBe('invalid_grant');
  for (const other of ['https://auth.login.nhs.uk/token', 'http://localhost:8787/nhs-login/token', `${sandpit[0]}/nhs-login/token`])
    expect(await shown(other)).toBe('invalid_client');
});

test('CIS2 logs its user out at the address of the real one, and the platform hears of it', async () => {
  const [issuer, user, algorithm] = integration;
  const { config, tokens } = await signIn(issuer, user, algorithm);
  const logout = client.buildEndSessionUrl(config, { id_token_hint: tokens.id_token ?? '' });
  expect(`${logout}`).toContain('https://am.nhsint.auth-ptl.cis2.spineservices.nhs.uk/openam/');
  expect((await fetch(logout)).status).toBe(204);
  await expect(client.fetchUserInfo(config, tokens.access_token, user)).rejects.toMatchObject({ status: 401 });
});

test('the page of a log-in leads on at the host that showed it', async () => {
  const asked = new URLSearchParams({
    client_id: apiKey,
    redirect_uri: callback,
    response_type: 'code',
    scope: 'openid',
    state: '1',
    nonce: '2',
  });
  const page = await (await fetch(`https://auth.sandpit.signin.nhs.uk/authorize?${asked}`)).text();
  expect(page).toContain('action="https://auth.sandpit.signin.nhs.uk/authorize"');
});

test.each([
  'https://auth.sandpit.signin.nhs.uk:8443/authorize',
  'https://auth.sandpit.signin.nhs.uk/nhs-login/authorize',
  'https://www.sandpit.signin.nhs.uk/authorize',
  'https://am.nhsint.auth-ptl.cis2.spineservices.nhs.uk/authorize',
  'https://am.nhsint.auth-ptl.cis2.spineservices.nhs.uk/openam/oauth2/realms/root/realms/other/authorize',
  'https://am.nhsint.auth-ptl.cis2.spineservices.nhs.uk/openam/json/realms/root/realms/oidc/authenticate',
])('nothing answers at %s, where the real one has nothing either or nothing that is known', async (address) => {
  expect((await fetch(address)).status).toBe(404);
});

test('an application that leaves its log-in to the platform signs in at the address of the platform', async () => {
  const at = 'https://int.api.service.nhs.uk/oauth2';
  const asked = { client_id: 'nhs-api-sandbox-demo', redirect_uri: callback, response_type: 'code', state: '1', scope: 'nhs-login' };
  const sent = await fetch(`${at}/authorize?${new URLSearchParams({ ...asked, login_hint: 'patient-p9' })}`, { redirect: 'manual' });
  const atProvider = await fetch(sent.headers.get('location') ?? '', { redirect: 'manual' });
  const atPlatform = await fetch(atProvider.headers.get('location') ?? '', { redirect: 'manual' });
  const back = new URL(atPlatform.headers.get('location') ?? '');
  const { client_id, redirect_uri } = asked;
  const client_secret = 'nhs-api-sandbox-demo-secret';
  const code = back.searchParams.get('code') ?? '';
  const given = await fetch(`${at}/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ grant_type: 'authorization_code', client_id, client_secret, redirect_uri, code }).toString(),
  });
  expect(await given.json()).toMatchObject({ expires_in: '599', refresh_count: '0' });
});
