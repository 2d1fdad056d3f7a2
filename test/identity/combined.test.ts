/** Combined authentication: the platform signs an application's users in, and gives it tokens for them. Rows are those of the platform's own checks, in their order. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { browse, byCode, byRefresh, callback, combinedCode, combinedTokens, form, query, signingIn } from './signing-in.ts';

const sandbox = await signingIn();
const good = { client_id: sandbox.apiKey, redirect_uri: callback, response_type: 'code', state: 'a state' };
const later = (milliseconds: number) => sandbox.clock.set(sandbox.clock.now() + milliseconds);
const find = (token: string | undefined) => sandbox.workspace.tokens.find(token ?? '');
const said = (error: string, error_description: string) => ({ error, error_description, message_id: expect.stringMatching(/^rrt-/) });
const newSandbox = () => signingIn({ name: 'Of its own' });

test('a member of staff signs in, and the application gets tokens in which every number is a string', async () => {
  const { back } = await browse(sandbox, `/oauth2/authorize?${query({ ...good, login_hint: '656005750104' })}`);
  expect(back?.get('state')).toBe('a state');
  const { status, body } = await form(sandbox, '/oauth2/token', byCode(sandbox, back?.get('code') ?? ''));
  expect({ status, body }).toEqual({
    status: 200,
    body: {
      access_token: expect.stringMatching(/^[a-p]{64}1$/),
      expires_in: '599',
      refresh_token: expect.stringMatching(/^[\w-]{43}$/),
      refresh_token_expires_in: '3599',
      refresh_count: '0',
      token_type: 'Bearer',
    },
  });
  expect(find(body['access_token'])).toMatchObject({
    mode: 'user-restricted',
    scopes: ['urn:nhsd:apim:user-nhs-id:aal3:*', 'urn:nhsd:apim:user-nhs-cis2:aal3:*'],
    user: { id: '656005750104', aal: 3, roles: ['656014452101'] },
  });
});

test('a patient signs in with as much of their identity proved as they have', async () => {
  const proved = async (user: string) => {
    const record = find((await combinedTokens(sandbox, user)).body['access_token']);
    return typeof record === 'string' ? record : { mode: record.mode, scopes: record.scopes, ...record.user };
  };
  const scopes = (level: string) => [`urn:nhsd:apim:user-nhs-login:${level}:*`];
  expect(await proved('patient-p9')).toEqual({
    mode: 'patient-access',
    scopes: scopes('P9'),
    id: 'patient-p9',
    nhsNumber: '9912003071',
    proofing: 'P9',
  });
  expect(await proved('patient-p5')).toMatchObject({ scopes: scopes('P5'), nhsNumber: '9990000336', proofing: 'P5' });
  expect(await proved('patient-p0')).toEqual({ mode: 'patient-access', scopes: scopes('P0'), id: 'patient-p0', proofing: 'P0' });
});

test.each([
  ['client_id missing', { client_id: undefined }, 401, said('invalid_request', 'client_id is missing')],
  [
    'client_id sent twice',
    { client_id: undefined, more: '&client_id=a&client_id=b' },
    401,
    said('invalid_request', 'client_id is missing'),
  ],
  ['client_id unknown', { client_id: 'nobody' }, 401, said('invalid_request', 'client_id is invalid')],
  ['redirect_uri missing', { redirect_uri: undefined }, 400, said('invalid_request', 'redirect_uri is missing')],
  ['redirect_uri another', { redirect_uri: 'http://localhost:3000/other' }, 400, said('invalid_request', 'redirect_uri is invalid')],
])('authorize: %s', async (_, { more = '', ...changes }: Record<string, string | undefined>, status, body) => {
  const response = await sandbox.request(`/oauth2/authorize?${query({ ...good, ...changes })}${more}`);
  expect({ status: response.status, body: await response.json(), location: response.headers.get('location') }).toEqual({
    status,
    body,
    location: null,
  });
});

test.each([
  ['state missing', { state: undefined }, { error: 'invalid_request', error_description: 'state is missing' }],
  [
    'response_type missing',
    { response_type: undefined },
    { error: 'invalid_request', error_description: 'response_type is missing', state: 'a state' },
  ],
  [
    'response_type another',
    { response_type: 'token' },
    { error: 'unsupported_response_type', error_description: 'response_type is invalid', state: 'a state' },
  ],
])('authorize tells the application: %s', async (_, changes: Record<string, string | undefined>, expected) => {
  const response = await sandbox.request(`/oauth2/authorize?${query({ ...good, ...changes })}`);
  expect(response.status).toBe(302);
  const { origin, pathname, searchParams } = new URL(response.headers.get('location') ?? '');
  expect({ at: origin + pathname, ...Object.fromEntries(searchParams) }).toEqual({ at: callback, ...expected });
});

test('authorize: application revoked, or subscribed to nothing', async () => {
  const { apiKey, id, request, send } = await newSandbox();
  const ask = async () => (await request(`/oauth2/authorize?${query({ ...good, client_id: apiKey })}`)).json();
  await send('PATCH', `/_sandbox/applications/${id}`, { status: 'revoked' });
  expect(await ask()).toEqual(said('access_denied', 'The developer app associated with the API key is not approved or revoked'));
  await send('PATCH', `/_sandbox/applications/${id}`, { status: 'approved', products: [] });
  expect(await ask()).toMatchObject({ error: 'access_denied', error_description: expect.stringContaining('sufficient access') });
});

test('authorize goes to NHS login for the scope nhs-login and to CIS2 otherwise, with a state of its own', async () => {
  const go = async (scope?: string) =>
    new URL((await sandbox.request(`/oauth2/authorize?${query({ ...good, scope })}`)).headers.get('location') ?? '');
  const [patients, staff] = [await go('nhs-login'), await go()];
  expect([patients.pathname, staff.pathname]).toEqual(['/nhs-login/authorize', '/cis2/authorize']);
  expect(patients.searchParams.get('scope')).not.toContain('nhs-login');
  expect(patients.searchParams.get('state')).not.toBe('a state');
});

test('callback: a state that nobody was given, or that was used, is refused', async () => {
  const unknown = { status: 400, body: said('invalid_request', 'Invalid state parameter.') };
  const ask = async (path: string) => {
    const response = await sandbox.request(path);
    return { status: response.status, body: response.status === 302 ? {} : await response.json() };
  };
  expect(await ask('/oauth2/callback?state=made-up&code=made-up')).toEqual(unknown);
  const provider =
    (await sandbox.request(`/oauth2/authorize?${query({ ...good, login_hint: '656005750104' })}`)).headers.get('location') ?? '';
  const back = (await sandbox.request(provider)).headers.get('location') ?? '';
  expect((await ask(back)).status).toBe(302);
  expect(await ask(back)).toEqual(unknown);
});

test('callback: whoever has no scope for the level of its user is refused, at the log-in and not at an API', async () => {
  const only = await signingIn({
    scopes: ['urn:nhsd:apim:user-nhs-login:P9:personal-demographics-service', 'urn:nhsd:apim:user-nhs-cis2:aal3:any'],
  });
  const refused = async (user: string) => {
    const scope = user.startsWith('patient') ? 'nhs-login' : undefined;
    const { response } = await browse(only, `/oauth2/authorize?${query({ ...good, client_id: only.apiKey, scope, login_hint: user })}`);
    return response.status === 302 ? 302 : { status: response.status, ...((await response.json()) as object) };
  };
  const none = {
    status: 401,
    error: 'unauthorized_client',
    message_id: expect.anything(),
    error_description: expect.stringContaining('not configured to use this authorization grant type'),
  };
  expect([await refused('patient-p5'), await refused('patient-p0'), await refused('999000000110')]).toEqual([none, none, none]);
  expect([await refused('patient-p9'), await refused('656005750104')]).toEqual([302, 302]);
});

test('a patient who refuses consent comes back without a code', async () => {
  const { back } = await browse(
    sandbox,
    `/oauth2/authorize?${query({ ...good, scope: 'nhs-login', login_hint: 'patient-refuses-consent' })}`,
  );
  expect(Object.fromEntries(back ?? [])).toEqual({ error: 'access_denied', error_description: 'ConsentNotGiven', state: 'a state' });
});

test.each([
  ['client_id missing', { client_id: undefined }, 401, 'invalid_request', 'client_id is missing'],
  ['client_id unknown', { client_id: 'nobody' }, 401, 'invalid_client', 'client_id or client_secret is invalid'],
  ['client_secret missing', { client_secret: undefined }, 401, 'invalid_request', 'client_secret is missing'],
  ['client_secret wrong', { client_secret: 'guessed' }, 401, 'invalid_client', 'client_id or client_secret is invalid'],
  ['redirect_uri missing', { redirect_uri: undefined }, 400, 'invalid_request', 'redirect_uri is missing'],
  ['redirect_uri different', { redirect_uri: `${callback}/` }, 400, 'invalid_request', 'redirect_uri is invalid'],
  ['code missing', { code: undefined }, 400, 'invalid_request', 'authorization_code is missing'],
  ['code unknown', { code: 'made-up' }, 400, 'invalid_grant', 'authorization_code is invalid'],
])('token by code: %s', async (_, changes: Record<string, string | undefined>, status, error, description) => {
  const code = await combinedCode(sandbox, '656005750104');
  const answer = await form(sandbox, '/oauth2/token', { ...byCode(sandbox, code), ...changes });
  expect({ status: answer.status, body: answer.body }).toEqual({ status, body: said(error, description) });
});

test('a code is good for one use, and whoever shows it again ends what was given for it (JWT-5)', async () => {
  const code = await combinedCode(sandbox, '656005750104');
  const won = await form(sandbox, '/oauth2/token', byCode(sandbox, code));
  const again = await form(sandbox, '/oauth2/token', byCode(sandbox, code));
  expect([won.status, again.body, find(won.body['access_token'])]).toEqual([
    200,
    said('invalid_grant', 'authorization_code is invalid'),
    'unknown',
  ]);
  const refreshed = await form(sandbox, '/oauth2/token', byRefresh(sandbox, won.body['refresh_token'] ?? ''));
  expect(refreshed.body).toEqual(said('invalid_grant', 'refresh_token is invalid'));
});

test('a code that is shown ten times at once gives nobody a token that works', async () => {
  const code = await combinedCode(sandbox, '656005750104');
  const answers = await Promise.all(Array.from({ length: 10 }, () => form(sandbox, '/oauth2/token', byCode(sandbox, code))));
  const given = answers.filter(({ status }) => status === 200);
  expect(given.length).toBeLessThanOrEqual(1);
  expect(given.filter(({ body }) => typeof find(body['access_token']) !== 'string')).toEqual([]);
});

test('a code that is a minute old is refused, and so is the code of another application', async () => {
  const other = await sandbox.send('POST', '/_sandbox/applications', { name: 'Another', callbackUrls: [callback] });
  const { apiKey, clientSecret } = (await other.json()) as Record<string, string>;
  const code = await combinedCode(sandbox, '656005750104');
  const stolen = await form(sandbox, '/oauth2/token', { ...byCode(sandbox, code), client_id: apiKey, client_secret: clientSecret });
  expect(stolen.body).toEqual(said('invalid_grant', 'authorization_code is invalid'));
  later(60_000);
  expect((await form(sandbox, '/oauth2/token', byCode(sandbox, code))).body).toEqual(
    said('invalid_grant', 'authorization_code is invalid'),
  );
});

const verifier = 'a verifier of forty-three characters or more';
const challenge = createHash('sha256').update(verifier.replaceAll(' ', '-')).digest('base64url');

test('a log-in that began with PKCE ends with its verifier and no other (JWT-5)', async () => {
  const by = (code: string, code_verifier?: string) => form(sandbox, '/oauth2/token', { ...byCode(sandbox, code), code_verifier });
  const begun = () => combinedCode(sandbox, 'patient-p9', { code_challenge: challenge, code_challenge_method: 'S256' });
  expect((await by(await begun(), verifier.replaceAll(' ', '-'))).status).toBe(200);
  expect((await by(await begun())).status).toBe(400);
  expect((await by(await begun(), challenge)).status).toBe(400);
  expect((await by(await combinedCode(sandbox, 'patient-p9'), verifier.replaceAll(' ', '-'))).status).toBe(400);
});

test.each([
  ['plain', { code_challenge: verifier, code_challenge_method: 'plain' }],
  ['no method, which means plain', { code_challenge: challenge }],
  ['a challenge that no S256 gives', { code_challenge: 'short', code_challenge_method: 'S256' }],
])('authorize refuses PKCE by %s', async (_, changes) => {
  const { back } = await browse(sandbox, `/oauth2/authorize?${query({ ...good, ...changes })}`);
  expect([back?.get('error'), back?.has('code')]).toEqual(['invalid_request', false]);
});

test.each([
  ['client_secret wrong', { client_secret: 'guessed' }, 401, 'invalid_client', 'client_id or client_secret is invalid'],
  ['refresh_token missing', { refresh_token: undefined }, 400, 'invalid_request', 'refresh_token is missing'],
  ['refresh_token unknown', { refresh_token: 'made-up' }, 401, 'invalid_grant', 'refresh_token is invalid'],
])('refresh: %s', async (_, changes: Record<string, string | undefined>, status, error, description) => {
  const { body } = await combinedTokens(sandbox, '656005750104');
  const answer = await form(sandbox, '/oauth2/token', { ...byRefresh(sandbox, body['refresh_token'] ?? ''), ...changes });
  expect({ status: answer.status, body: answer.body }).toEqual({ status, body: said(error, description) });
});

test('a log-in goes on by refresh tokens, each good for one use, for twelve hours of staff', async () => {
  let { body } = await combinedTokens(sandbox, '656005750104');
  const lives: (string | undefined)[] = [];
  for (let n = 1; n <= 12; n += 1) {
    later(3_590_000);
    ({ body } = await form(sandbox, '/oauth2/token', byRefresh(sandbox, body['refresh_token'] ?? '')));
    expect([body['refresh_count'], body['expires_in']]).toEqual([String(n), '599']);
    lives.push(body['refresh_token_expires_in']);
  }
  // Twelve hours less 12 × 3,590 seconds are two minutes.
  expect([lives[0], lives.at(-1)]).toEqual(['3599', '119']);
  later(121_000);
  const over = await form(sandbox, '/oauth2/token', byRefresh(sandbox, body['refresh_token'] ?? ''));
  expect({ status: over.status, body: over.body }).toEqual({
    status: 401,
    body: said('invalid_grant', 'refresh token refresh period has expired'),
  });
});

test('the log-in of a patient lasts an hour, and hooks for tests shorten it, never lengthen it', async () => {
  const { body } = await combinedTokens(sandbox, 'patient-p9', {
    _refresh_token_expiry_ms: '99999999',
    _refresh_tokens_validity_ms: '99999999',
  });
  expect(body['refresh_token_expires_in']).toBe('3599');
  const short = await combinedTokens(sandbox, 'patient-p9', { _refresh_token_expiry_ms: '5000', _access_token_expiry_ms: '2000' });
  expect([short.body['refresh_token_expires_in'], short.body['expires_in']]).toEqual(['4', '1']);
  later(5_000);
  expect((await form(sandbox, '/oauth2/token', byRefresh(sandbox, short.body['refresh_token'] ?? ''))).status).toBe(401);
  later(3_600_000);
  expect((await form(sandbox, '/oauth2/token', byRefresh(sandbox, body['refresh_token'] ?? ''))).status).toBe(401);
});

test('a refresh token that is shown again ends the whole log-in (JWT-5)', async () => {
  const { body: first } = await combinedTokens(sandbox, '656005750104');
  const { body: second } = await form(sandbox, '/oauth2/token', byRefresh(sandbox, first['refresh_token'] ?? ''));
  const again = await form(sandbox, '/oauth2/token', byRefresh(sandbox, first['refresh_token'] ?? ''));
  expect(again.body).toEqual(said('invalid_grant', 'refresh_token is invalid'));
  const next = await form(sandbox, '/oauth2/token', byRefresh(sandbox, second['refresh_token'] ?? ''));
  expect([next.status, find(first['access_token']), find(second['access_token'])]).toEqual([401, 'unknown', 'unknown']);
});

test('userinfo tells the application which member of staff is signed in', async () => {
  const { body } = await combinedTokens(sandbox, '656005750105');
  const ask = async (token: string) => {
    const response = await sandbox.request('/oauth2/userinfo', { headers: { Authorization: `Bearer ${token}` } });
    return { status: response.status, body: await response.json() };
  };
  const { status, body: told } = await ask(body['access_token'] ?? '');
  expect(status).toBe(200);
  expect(told).toMatchObject({
    sub: '656005750105',
    nhsid_useruid: '656005750105',
    uid: '656005750105',
    gmc_id: 'C9000105',
    nhsid_nrbac_roles: [
      { person_roleid: '656014452102', org_code: 'RZ0', role_code: 'S8000:G8000:R8000' },
      { person_roleid: '656014452103', org_code: 'RZ1' },
      { person_roleid: '656014452104', org_code: 'Y90001', role_name: '"Support":"Support":"Admin/Clinical Support Access Role"' },
    ],
    nhsid_user_orgs: [
      { org_code: 'RZ0' },
      { org_code: 'RZ1' },
      { org_code: 'Y90001', org_name: 'Woodsorrel Health Centre, Newcastle upon Tyne' },
    ],
  });
  const patient = await combinedTokens(sandbox, 'patient-p9');
  expect(await ask(patient.body['access_token'] ?? '')).toMatchObject({
    status: 400,
    body: { error_description: expect.stringContaining('only supported for Combined Auth integrations') },
  });
  expect((await ask('made-up')).status).toBe(401);
});

test('a test gets a token without a log-in: for the application itself, or with somebody signed in', async () => {
  const mint = async (body: object) => {
    const response = await sandbox.send('POST', '/_sandbox/tokens', body);
    return { status: response.status, body: (await response.json()) as Record<string, string> };
  };
  const { status, body } = await mint({ application: 'Ward board', as: '656005750104' });
  expect([status, body['mode'], find(body['token'])]).toEqual([
    201,
    'user-restricted',
    expect.objectContaining({ user: expect.objectContaining({ aal: 3 }) }),
  ]);
  expect(find((await mint({ application: sandbox.id, as: '9000000009' })).body['token'])).toMatchObject({
    user: { nhsNumber: '9000000009', proofing: 'P9' },
  });
  expect(find((await mint({ application: sandbox.id, as: 'patient-p0' })).body['token'])).toMatchObject({
    user: { id: 'patient-p0', proofing: 'P0' },
  });
  expect(find((await mint({ application: sandbox.id })).body['token'])).toMatchObject({
    mode: 'application-restricted',
    scopes: ['urn:nhsd:apim:app:level3:*'],
  });
  expect([(await mint({ application: 'nobody' })).status, (await mint({ application: sandbox.id, as: 'nobody' })).status]).toEqual([
    404, 404,
  ]);
  const only = await signingIn({ scopes: ['urn:nhsd:apim:user-nhs-login:P9:any'] });
  expect((await only.send('POST', '/_sandbox/tokens', { application: only.id, as: 'patient-p5' })).status).toBe(422);
});

test('a reset forgets log-ins and keeps applications', async () => {
  const one = await newSandbox();
  const { body } = await combinedTokens(one, '656005750104');
  await one.send('POST', '/_sandbox/reset');
  expect(one.workspace.tokens.find(body['access_token'] ?? '')).toBe('unknown');
  expect((await combinedTokens(one, '656005750104')).status).toBe(200);
});
