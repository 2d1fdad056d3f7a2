/** A standard client, unmodified, signs users in at both mock providers: by discovery, with PKCE, an assertion, userinfo and refresh. */
import * as client from 'openid-client';
import { expect, test } from 'vitest';
import { patientProvider } from '../../src/identity/providers/patient-provider.ts';
import { staffProvider } from '../../src/identity/providers/staff-provider.ts';
import { origin } from '../sandbox.ts';
import { callback, signingIn } from './signing-in.ts';

const sandbox = await signingIn();
// The client goes by the time of day.
sandbox.clock.set(Date.now());

/** The sandbox in the place of the network, which has no certificate. */
const options = {
  execute: [client.allowInsecureRequests],
  [client.customFetch]: (url: string, init: object) => sandbox.request(url, init as RequestInit),
};

const { privateKey: key } = sandbox;
const ways = [
  {
    provider: patientProvider,
    user: 'patient-p9',
    by: 'private_key_jwt',
    authentication: client.PrivateKeyJwt({ key, kid: 'key-1' }),
    more: { vtr: '["P9.Cp.Cd"]' },
  },
  {
    provider: staffProvider,
    user: '656005750105',
    by: 'private_key_jwt',
    authentication: client.PrivateKeyJwt({ key, kid: 'key-1' }),
    more: { acr_values: 'AAL3_ANY' },
  },
  {
    provider: staffProvider,
    user: '656005750104',
    by: 'client_secret_post',
    authentication: client.ClientSecretPost(sandbox.secret),
    more: {},
  },
] as const;

test.each(ways)('openid-client signs $user in at $provider.title by $by', async ({ provider, user, authentication, more }) => {
  const metadata = { id_token_signed_response_alg: provider.alg };
  const config = await client.discovery(new URL(`${origin}/${provider.name}`), sandbox.apiKey, metadata, authentication, options);
  // Checks the signature of the ID token as well, by the published keys.
  client.enableNonRepudiationChecks(config);
  const [verifier, state, nonce] = [client.randomPKCECodeVerifier(), client.randomState(), client.randomNonce()];
  const asked = client.buildAuthorizationUrl(config, {
    redirect_uri: callback,
    scope: provider.scopes.join(' '),
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    login_hint: user,
    ...more,
  });
  const back = new URL((await sandbox.request(asked.href)).headers.get('location') ?? '');
  const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true };
  const tokens = await client.authorizationCodeGrant(config, back, checks);
  const subject = tokens.claims()?.sub ?? '';
  expect(tokens.claims()).toMatchObject({ iss: `${origin}/${provider.name}`, aud: sandbox.apiKey, mock: true });
  expect(await client.fetchUserInfo(config, tokens.access_token, subject)).toMatchObject({ sub: subject });
  const next = await client.refreshTokenGrant(config, tokens.refresh_token ?? '');
  expect(await client.fetchUserInfo(config, next.access_token, subject)).toMatchObject({ sub: subject });
});
