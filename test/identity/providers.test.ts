/** The mock providers as applications meet them that sign their users in themselves: what is asked, what comes back, and what is refused. */
import { createHash } from 'node:crypto';
import { createRemoteJWKSet, customFetch, decodeJwt, decodeProtectedHeader, jwtVerify, SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { patientProvider } from '../../src/identity/providers/patient-provider.ts';
import { staffProvider } from '../../src/identity/providers/staff-provider.ts';
import { origin } from '../sandbox.ts';
import { assertionFor, browse, callback, form, providerCode, providerTokens, query, signingIn } from './signing-in.ts';

const sandbox = await signingIn();
const providers = [patientProvider, staffProvider];
const later = (milliseconds: number) => sandbox.clock.set(sandbox.clock.now() + milliseconds);
const bearer = (token: string | undefined) => ({ Authorization: `Bearer ${token}` });
const userinfo = async (at: string, token: string | undefined) => {
  const response = await sandbox.request(`/${at}/userinfo`, { headers: bearer(token) });
  return {
    status: response.status,
    challenge: response.headers.get('www-authenticate'),
    body: (await response.json()) as Record<string, unknown>,
  };
};

test.each(providers)('$title says where everything is, and its tokens are checked by its published keys (JWT-2)', async (provider) => {
  const issuer = `${origin}/${provider.name}`;
  const found = (await (await sandbox.request(`${issuer}/.well-known/openid-configuration`)).json()) as Record<string, string>;
  expect(found).toMatchObject({
    issuer,
    token_endpoint: issuer + provider.tokenPath,
    id_token_signing_alg_values_supported: [provider.alg],
    mock: true,
  });
  const { id_token: idToken = '' } = await providerTokens(sandbox, provider, provider === staffProvider ? '656005750104' : 'patient-p9');
  const keys = createRemoteJWKSet(new URL(found['jwks_uri'] ?? ''), {
    [customFetch]: (url, init) => sandbox.request(url, init as RequestInit),
  });
  const { payload, protectedHeader } = await jwtVerify(idToken, keys, {
    issuer,
    audience: sandbox.apiKey,
    currentDate: new Date(sandbox.clock.now()),
  });
  expect(protectedHeader).toMatchObject({ alg: provider.alg, typ: 'JWT', kid: expect.stringMatching(/^mock-/) });
  expect(payload).toMatchObject({ nonce: 'the nonce', mock: true, jti: expect.any(String) });
});

test('every workspace signs by keys of its own, which stay through a reset (JWT-2)', async () => {
  const kidOf = async (at: typeof sandbox) =>
    decodeProtectedHeader((await providerTokens(at, staffProvider, '656005750104'))['id_token'] ?? '').kid;
  const before = await kidOf(sandbox);
  await sandbox.send('POST', '/_sandbox/reset');
  expect([await kidOf(sandbox), (await kidOf(await signingIn())) === before]).toEqual([before, false]);
});

test('an ID token of CIS2 says who, how strongly and in which role', async () => {
  const claims = async (user: string, more: Record<string, string> = {}) =>
    decodeJwt((await providerTokens(sandbox, staffProvider, user, more))['id_token'] ?? '');
  expect(await claims('656005750104')).toMatchObject({
    sub: '656005750104',
    acr: 'AAL3_ANY',
    amr: ['N3_SMARTCARD'],
    authentication_assurance_level: '3',
    id_assurance_level: '3',
    sid: expect.any(String),
    at_hash: expect.any(String),
    auth_time: expect.any(Number),
    selected_roleid: '656014452101',
  });
  expect(await claims('999000000110')).toMatchObject({ acr: 'AAL2_ANY', authentication_assurance_level: '2' });
  expect(await claims('999000000109')).not.toHaveProperty('selected_roleid');
  expect(await claims('656005750104', { scope: 'openid' })).not.toHaveProperty('selected_roleid');
});

test('CIS2 userinfo tells what the scopes are for, and nothing more', async () => {
  const told = async (scope: string) =>
    (await userinfo('cis2', (await providerTokens(sandbox, staffProvider, '656005750106', { scope }))['access_token'])).body;
  expect(Object.keys(await told('openid'))).toEqual(['sub', 'uid']);
  expect(Object.keys(await told('openid nationalrbacaccess'))).toEqual(['sub', 'uid', 'nhsid_nrbac_roles']);
  expect(await told('openid nhsperson professionalmemberships email')).toMatchObject({
    nhsid_useruid: '656005750106',
    gphc_id: '9000106',
    email: 'lark.siskin@example.org',
  });
  expect((await told('openid associatedorgs'))['nhsid_user_orgs']).toEqual([
    { org_name: 'Woodsorrel Pharmacy, Newcastle upon Tyne', org_code: 'FZ001' },
  ]);
});

test('NHS login tells of a patient what is proved and what was asked for', async () => {
  const everything = patientProvider.scopes.filter((scope) => scope !== 'basic_demographics').join(' ');
  const told = async (user: string, vtr: string, scope = everything) => {
    const tokens = await providerTokens(sandbox, patientProvider, user, { vtr, scope });
    return { id: decodeJwt(tokens['id_token'] ?? ''), info: (await userinfo('nhs-login', tokens['access_token'])).body };
  };
  const p9 = await told('patient-p9', '["P9.Cp.Cd"]');
  expect(p9.id).toMatchObject({
    vot: 'P9.Cp.Cd',
    vtm: expect.any(String),
    identity_proofing_level: 'P9',
    nhs_number: '9912003071',
    family_name: 'Curlew',
    birthdate: '1985-07-02',
  });
  expect(p9.info).toMatchObject({
    nhs_number: '9912003071',
    given_name: 'Maya',
    email: 'maya.curlew@example.org',
    email_verified: true,
    phone_number_pds_matched: true,
    gp_registration_details: { gp_ods_code: expect.any(String) },
    gp_integration_credentials: { gp_user_id: expect.any(String), gp_linkage_key: expect.any(String), gp_ods_code: expect.any(String) },
  });
  expect((await told('patient-p9-other-phone', '["P9.Cp.Cd"]')).info).toMatchObject({ phone_number_pds_matched: false });
  const p5 = await told('patient-p5', '["P5.Cp.Cd"]');
  expect(p5.info).toMatchObject({ nhs_number: '9990000336', identity_proofing_level: 'P5', gp_registration_details: {} });
  expect(p5.info).not.toHaveProperty('gp_integration_credentials');
  const p0 = await told('patient-p0', '["P0.Cp"]');
  expect(Object.keys(p0.info).toSorted()).toEqual([
    'email',
    'email_verified',
    'landline_number',
    'landline_number_verified',
    'phone_number',
    'phone_number_verified',
    'sub',
  ]);
  expect(p0.id).not.toHaveProperty('nhs_number');
  const basic = await told('patient-p9', '["P9.Cp.Cd"]', 'openid basic_demographics');
  expect([basic.info['family_name'], basic.info['nhs_number'], basic.info['email']]).toEqual(['Curlew', undefined, undefined]);
});

test.each([
  ['the usual vectors', undefined, 'patient-p9', 'P9.Cm'],
  ['vectors of which one is reached', '["P5.Cp.Cd","P9.Cp.Cd"]', 'patient-p5', 'P5.Cp.Cd'],
  ['a vector of which a part is left out', '["P9.Ck"]', 'patient-p9', 'P9.Cp.Ck'],
  ['a higher vector than was proved so far', '["P9.Cp.Ck"]', 'patient-step-up', 'P9.Cp.Ck'],
  ['a lower vector than was proved', '["P5.Cp.Ck"]', 'patient-p9', 'P5.Cp.Ck'],
])('vtr: %s', async (_, vtr, user, vot) => {
  const { back } = await providerCode(sandbox, patientProvider, user, { vtr });
  const assertion = await assertionFor(sandbox, `${origin}/nhs-login/token`);
  const { body } = await form(sandbox, '/nhs-login/token', {
    grant_type: 'authorization_code',
    code: back?.get('code') ?? '',
    redirect_uri: callback,
    ...assertion,
  });
  expect(decodeJwt(body['id_token'] ?? '')['vot']).toBe(vot);
});

test.each<[string, Record<string, string | undefined>, string]>([
  ['response_type missing', { response_type: undefined }, 'invalid_request'],
  ['response_type another', { response_type: 'id_token' }, 'unsupported_response_type'],
  ['state missing', { state: undefined }, 'invalid_request'],
  ['nonce missing', { nonce: undefined }, 'invalid_request'],
  ['scope without openid', { scope: 'profile' }, 'invalid_scope'],
  ['vtr no JSON', { vtr: 'P9' }, 'invalid_request'],
  ['vtr of vectors that there are not', { vtr: '["P7.Cx"]' }, 'invalid_request'],
  ['vtr of parts that never go together', { vtr: '["P0.Cm"]' }, 'invalid_request'],
  ['display of a kind that it has not', { display: 'popup' }, 'invalid_request'],
  ['prompt of a kind that it has not', { prompt: 'consent' }, 'invalid_request'],
  ['prompt=none, and nobody is signed in', { prompt: 'none' }, 'sso_login_required'],
  ['consent refused', { login_hint: 'patient-refuses-consent' }, 'access_denied'],
  ['a request object', { request: 'eyJhbGciOiJub25lIn0.e30.' }, 'request_not_supported'],
  ['a request object elsewhere', { request_uri: 'https://example.org/request' }, 'request_uri_not_supported'],
  ['PKCE by plain', { code_challenge: 'x'.repeat(43), code_challenge_method: 'plain' }, 'invalid_request'],
  ['PKCE without a method', { code_challenge: 'x'.repeat(43) }, 'invalid_request'],
])('NHS login tells the application: %s', async (_, changes, error) => {
  const { back, to } = await providerCode(sandbox, patientProvider, 'patient-p9', changes);
  expect([to?.split('?')[0], back?.get('error'), back?.has('code'), back?.get('state')]).toEqual([
    callback,
    error,
    false,
    'state' in changes ? null : 'the state',
  ]);
});

test('NHS login sends nobody to an address that is not registered, and says so as JSON', async () => {
  const { response } = await providerCode(sandbox, patientProvider, 'patient-p9', { redirect_uri: 'https://elsewhere.example.org/' });
  expect([response.status, await response.json()]).toEqual([400, expect.objectContaining({ error: 'invalid_redirect_uri' })]);
});

test('CIS2 refuses prompt=none, and a level that the user does not reach', async () => {
  const error = async (user: string, more: Record<string, string>) =>
    (await providerCode(sandbox, staffProvider, user, more)).back?.get('error');
  expect(await error('656005750104', { prompt: 'none' })).toBe('login_required');
  expect(await error('999000000110', { acr_values: 'AAL3_ANY' })).toBe('access_denied');
});

test.each(providers)(
  '$title: a code is bound to its client, its address and its verifier, lasts a minute and is good for one use (JWT-5)',
  async (provider) => {
    const user = provider === staffProvider ? '656005750104' : 'patient-p9';
    const verifier = 'v'.repeat(43);
    const code_challenge = createHash('sha256').update(verifier).digest('base64url');
    const code = async (more: Record<string, string> = {}) => (await providerCode(sandbox, provider, user, more)).back?.get('code') ?? '';
    const ask = async (fields: Record<string, string | undefined>) => {
      const assertion = await assertionFor(sandbox, `${origin}/${provider.name}`);
      return form(sandbox, `/${provider.name}${provider.tokenPath}`, {
        grant_type: 'authorization_code',
        redirect_uri: callback,
        ...assertion,
        ...fields,
      });
    };
    const refused = async (fields: Record<string, string | undefined>) => (await ask(fields)).body['error'];
    const pkce = { code_challenge, code_challenge_method: 'S256' };
    expect((await ask({ code: await code(pkce), code_verifier: verifier })).status).toBe(200);
    expect(await refused({ code: await code(pkce) })).toBe('invalid_grant');
    expect(await refused({ code: await code(pkce), code_verifier: 'w'.repeat(43) })).toBe('invalid_grant');
    expect(await refused({ code: await code(), code_verifier: verifier })).toBe('invalid_grant');
    expect(await refused({ code: await code(), redirect_uri: `${callback}?` })).toBe('invalid_grant');
    expect(await refused({ code: 'made-up' })).toBe('invalid_grant');
    expect(await refused({})).toBe('invalid_request');
    expect(await refused({ grant_type: undefined })).toBe('invalid_request');
    expect(await refused({ grant_type: 'password' })).toBe('unsupported_grant_type');
    const twice = await code();
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask({ code: twice })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const won = answers.find(({ status }) => status === 200);
    expect(await userinfo(provider.name, won?.body['access_token'])).toMatchObject({
      status: 401,
      challenge: expect.stringContaining('error="invalid_token"'),
    });
    const late = await code();
    later(60_000);
    expect(await refused({ code: late })).toBe('invalid_grant');
  },
);

test.each(providers)('$title: tokens are numbers that count, kept by nobody, and refreshed once each', async (provider) => {
  const user = provider === staffProvider ? '656005750104' : 'patient-p9';
  const assertion = () => assertionFor(sandbox, `${origin}/${provider.name}`);
  const first = await providerTokens(sandbox, provider, user);
  const refresh = async (refresh_token = '') =>
    form(sandbox, `/${provider.name}${provider.tokenPath}`, { grant_type: 'refresh_token', refresh_token, ...(await assertion()) });
  const next = await refresh(first['refresh_token']);
  expect(next.body).toMatchObject({ token_type: 'Bearer', expires_in: 3600, access_token: expect.any(String) });
  expect([next.headers.get('cache-control'), next.headers.get('pragma'), next.body['id_token']]).toEqual([
    'no-store',
    'no-cache',
    undefined,
  ]);
  expect((await userinfo(provider.name, next.body['access_token'])).status).toBe(200);
  expect((await refresh(first['refresh_token'])).body['error']).toBe('invalid_grant');
  expect((await refresh(next.body['refresh_token'])).body['error']).toBe('invalid_grant');
  const { access_token: old } = await providerTokens(sandbox, provider, user);
  later(3_600_000);
  expect(await userinfo(provider.name, old)).toMatchObject({ status: 401, challenge: expect.stringContaining('expired') });
});

test('a client proves who it is by an assertion for this provider, once; a secret is for CIS2 alone', async () => {
  const ask = async (path: string, fields: Record<string, string>) =>
    (await form(sandbox, path, { grant_type: 'refresh_token', refresh_token: 'made-up', ...fields })).body['error'];
  const used = await assertionFor(sandbox, `${origin}/nhs-login`);
  const secret = { client_id: sandbox.apiKey, client_secret: sandbox.secret };
  const known = 'invalid_grant';
  expect([await ask('/nhs-login/token', used), await ask('/nhs-login/token', used)]).toEqual([known, 'invalid_client']);
  expect(await ask('/nhs-login/token', await assertionFor(sandbox, `${origin}/nhs-login/token`))).toBe(known);
  expect(await ask('/nhs-login/token', await assertionFor(sandbox, `${origin}/cis2`))).toBe('invalid_client');
  expect(
    await ask('/nhs-login/token', await assertionFor(sandbox, `${origin}/nhs-login`, { exp: Math.floor(sandbox.clock.now() / 1000) - 60 })),
  ).toBe('invalid_client');
  expect(await ask('/nhs-login/token', secret)).toBe('invalid_client');
  expect([await ask('/cis2/access_token', secret), await ask('/cis2/access_token', { ...secret, client_secret: 'guessed' })]).toEqual([
    known,
    'invalid_client',
  ]);
});

test('an application keeps a note of its user, and reads it again at the next log-in', async () => {
  const tokens = () => providerTokens(sandbox, patientProvider, 'patient-p9');
  const note = async (token: string | undefined, client_user_metadata: string) =>
    (await sandbox.send('PATCH', '/nhs-login/userinfo', { client_user_metadata }, bearer(token))).status;
  const { access_token: token } = await tokens();
  expect([await note(token, 'large print'), await note(token, 'x'.repeat(1_025))]).toEqual([204, 400]);
  const { access_token: again } = await tokens();
  expect((await userinfo('nhs-login', again)).body['client_user_metadata']).toBe('large print');
  expect(await note(again, '')).toBe(204);
  expect((await userinfo('nhs-login', again)).body).not.toHaveProperty('client_user_metadata');
  const { access_token: other } = await providerTokens(sandbox, patientProvider, 'patient-p9', { scope: 'openid' });
  expect(await note(other, 'x')).toBe(403);
});

let handed = 0;

test('an application hands its user over to another that it is paired with, which signs them in without a page', async () => {
  const names = { callbackUrls: [callback], vectors: ['P5.Cp.Cd', 'P9.Cp.Cd'] };
  const partner = await sandbox.send('POST', '/_sandbox/applications', { name: 'Partner', ...names, jwks: { keys: [sandbox.jwk] } });
  const { apiKey } = (await partner.json()) as { apiKey: string };
  const pair = (handsOverTo: readonly string[] | null) => sandbox.send('PATCH', `/_sandbox/applications/${sandbox.id}`, { handsOverTo });
  const idTokenOf = async (user: string, vtr: string) => (await providerTokens(sandbox, patientProvider, user, { vtr }))['id_token'] ?? '';
  const idToken = await idTokenOf('patient-p9', '["P9.Cp.Cd"]');
  const hand = async (claims: Record<string, unknown> = {}) => {
    const iat = Math.floor(sandbox.clock.now() / 1000);
    return new SignJWT({ iss: sandbox.apiKey, code: decodeJwt(idToken).jti, jti: `handed over ${handed++}`, iat, exp: iat + 60, ...claims })
      .setProtectedHeader({ alg: 'RS512', kid: 'key-1' })
      .sign(sandbox.privateKey);
  };
  const over = async (asserted_login_identity: string, more: Record<string, string> = {}) => {
    const asked = { client_id: apiKey, login_hint: undefined, prompt: 'none', asserted_login_identity, vtr: '["P9.Cp.Cd"]', ...more };
    const { back, response } = await providerCode(sandbox, patientProvider, '', asked);
    const trace = await (await sandbox.request(response.headers.get('x-sandbox-trace') ?? '')).text();
    return { said: back?.get('error') ?? (back?.has('code') ? 'a code' : await response.text()), trace };
  };
  const unpaired = await over(await hand());
  expect([unpaired.said, unpaired.trace]).toEqual(['sso_login_required', expect.stringContaining('names it in handsOverTo')]);

  for (const name of ['Partner', apiKey]) {
    await pair([name]);
    const good = await hand();
    expect((await over(good)).said).toBe('a code');
    expect(await over(good)).toMatchObject({ said: 'sso_login_required', trace: expect.stringContaining('it was used before') });
  }
  const iat = Math.floor(sandbox.clock.now() / 1000);
  for (const [assertion, why] of [
    [await hand({ exp: iat + 61 }), 'it may live for 60 s'],
    [await hand({ code: 'made-up' }), 'its code is the jti of no ID token'],
    ['not.a.jwt', 'it cannot be read: Its signature is not base64url'],
    [await hand({ iss: 'nobody' }), 'its iss is the API key of no approved application'],
  ] as const)
    expect(await over(assertion)).toMatchObject({ said: 'sso_login_required', trace: expect.stringContaining(why) });

  // Without prompt=none whoever is not taken chooses on the page, and so does whoever is asked to log in.
  expect((await over(await hand({ code: 'made-up' }), { prompt: '' })).said).toContain('Who signs in?');
  expect((await over(await hand(), { prompt: 'login' })).said).toContain('Who signs in?');

  // Who has to prove more is shown a page, or cannot be without one. What the page sends goes on without the assertion.
  const ofStepUp = decodeJwt(await idTokenOf('patient-p5', '["P5.Cp.Cd"]')).jti;
  expect((await over(await hand({ code: ofStepUp }))).said).toBe('sso_login_required');
  const { said: page } = await over(await hand({ code: ofStepUp }), { prompt: '' });
  expect(page).toContain('Prove who you are');
  const fields = [...page.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]);
  const posted = Object.fromEntries(fields.map(([name, value = '']) => [name, value.replaceAll('&quot;', '"')])) as Record<string, string>;
  expect(posted).toMatchObject({ user: 'patient-p5' });
  expect(posted).not.toHaveProperty('asserted_login_identity');
  const gone = await form(sandbox, '/nhs-login/authorize', { ...posted, answer: 'go-on' });
  expect(gone.headers.get('location')).toContain('code=');

  // Whoever is handed over and has no account here is chosen anew.
  const ofAnybody = decodeJwt(await idTokenOf('9000000009', '["P9.Cp.Cd"]')).jti;
  await sandbox.send('PATCH', '/_sandbox/settings', { extras: '-any-patient' });
  const { said: choosing } = await over(await hand({ code: ofAnybody }), { prompt: '' });
  await sandbox.send('PATCH', '/_sandbox/settings', { extras: null });
  expect(choosing).toContain('Who signs in?');
  expect(choosing).not.toContain('type="hidden" name="user"');
});

test('an application asks for vectors of trust that it is registered for, and for no other', async () => {
  const allow = (vectors: readonly string[] | null) => sandbox.send('PATCH', `/_sandbox/applications/${sandbox.id}`, { vectors });
  const ask = async (vtr?: string) => {
    const { back, response } = await providerCode(sandbox, patientProvider, 'patient-p9', { vtr });
    const trace = await (await sandbox.request(response.headers.get('x-sandbox-trace') ?? '')).text();
    return [back?.get('error_description') ?? 'a code', trace.includes('changes its vectors')];
  };
  await allow(['P5.Cp.Cd', 'P9.Cp.Ck']);
  expect(await ask('["P5.Cp.Cd"]')).toEqual(['a code', false]);
  expect(await ask('["P9"]')).toEqual(['a code', false]);
  expect(await ask('["P5.Cp.Cd","P9.Cm"]')).toEqual(['the client is not registered for the vector P9.Cm', true]);
  expect(await ask()).toEqual(['the client is not registered for the vector P9.Cp.Cd', true]);
  await allow(null);
  expect(await ask()).toEqual(['a code', false]);
  expect((await allow(['P7.Cx'])).status).toBe(400);
});

test.for(['max_age=60', 'ui_locales=cy', 'id_token_hint=x', 'acr_values=x', 'fido_auth_response=x', 'allow_registration=false'])(
  'NHS login passes %s over, and the trace says so',
  async (parameter) => {
    const [name = '', value = ''] = parameter.split('=');
    const { back, response } = await providerCode(sandbox, patientProvider, 'patient-p9', {
      [name]: value,
      display: 'touch',
      prompt: 'login',
    });
    expect(back?.has('code')).toBe(true);
    const trace = await (await sandbox.request(response.headers.get('x-sandbox-trace') ?? '')).text();
    expect(trace).toContain(`The parameter ${name} was passed over`);
  },
);

test('anybody in the population signs in by NHS number, and nobody by a number that nobody has', async () => {
  const { id_token: idToken } = await providerTokens(sandbox, patientProvider, '9000000009');
  expect(decodeJwt(idToken ?? '')).toMatchObject({ nhs_number: '9000000009', identity_proofing_level: 'P9' });
  const { response } = await providerCode(sandbox, patientProvider, '9111231130');
  expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('Nobody in this sandbox has this number')]);
});

test('the users are listed for whoever tests, and each is somebody in the population', async () => {
  const { users } = (await (await sandbox.request('/_sandbox/users')).json()) as {
    users: { id: string; kind: string; name: string; nhsNumber?: string; roles?: { organisation: { name?: string } }[] }[];
  };
  expect(users.map(({ id }) => id)).toEqual(
    expect.arrayContaining([
      'patient-p9',
      'patient-child-with-proxy',
      '656005750104',
      '656005750105',
      '656005750106',
      '656005750107',
      '999000000109',
    ]),
  );
  const patients = users.filter(({ kind }) => kind === 'patient');
  expect(patients.filter(({ nhsNumber = '' }) => !sandbox.workspace.population.find(nhsNumber))).toEqual([]);
  expect(users.flatMap(({ roles = [] }) => roles).filter(({ organisation }) => organisation.name === undefined)).toEqual([]);
});

test('a log-in starts in a browser where a form was sent as well', async () => {
  const asked = {
    client_id: sandbox.apiKey,
    redirect_uri: callback,
    response_type: 'code',
    scope: 'openid',
    state: 's',
    nonce: 'n',
    login_hint: 'patient-p9',
  };
  const response = await sandbox.request('/nhs-login/authorize', {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: query(asked),
  });
  expect([response.status, new URL(response.headers.get('location') ?? '').searchParams.has('code')]).toEqual([302, true]);
  expect((await browse(sandbox, '/nhs-login/authorize')).response.status).toBe(400);
});
