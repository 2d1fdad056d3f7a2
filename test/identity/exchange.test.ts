/** Separate authentication: an application signs its user in at a mock provider itself, and exchanges the ID token. Rows are those of the platform's checks. */
import { decodeJwt, SignJWT, type JWTHeaderParameters, type JWTPayload } from 'jose';
import { expect, test } from 'vitest';
import { patientProvider } from '../../src/identity/providers/patient-provider.ts';
import { staffProvider } from '../../src/identity/providers/staff-provider.ts';
import { signingKeyOf, type Issuer } from '../../src/identity/keys/signing-keys.ts';
import { origin } from '../sandbox.ts';
import { assertionFor, byRefresh, form, providerTokens, signingIn, type SigningIn } from './signing-in.ts';

const sandbox = await signingIn();
const tokenUrl = `${origin}/oauth2/token`;
const now = Math.floor(sandbox.clock.now() / 1000);
const idTokenType = 'urn:ietf:params:oauth:token-type:id_token';
const grant = 'urn:ietf:params:oauth:grant-type:token-exchange';

const exchange = async (changes: Readonly<Record<string, string | undefined>>, at: SigningIn = sandbox) =>
  form(at, '/oauth2/token', { grant_type: grant, subject_token_type: idTokenType, ...(await assertionFor(at, tokenUrl)), ...changes });

/** As the provider of this workspace would sign it. */
async function signedBy(issuer: Issuer, claims: JWTPayload): Promise<string> {
  const { sign } = await signingKeyOf(sandbox.workspace, issuer);
  return sign({ iss: `${origin}/${issuer.name}`, aud: sandbox.apiKey, exp: now + 600, iat: now, ...claims });
}

const worker = { sub: '656005750104', sid: 'a log-in', authentication_assurance_level: '3' };
const patient = { sub: 'somebody', nhs_number: '9912003071', identity_proofing_level: 'P9' };

/** Signed by nobody whom anybody trusts, for checks that come before the signature. */
const unsigned = (claims: JWTPayload, header: Record<string, unknown> = {}): Promise<string> =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS512', typ: 'JWT', kid: 'key-1', ...header } as JWTHeaderParameters)
    .sign(sandbox.privateKey);

test('an ID token of CIS2 is exchanged for an access token that can be refreshed', async () => {
  const { id_token: idToken } = await providerTokens(sandbox, staffProvider, '656005750106');
  const { status, body } = await exchange({ subject_token: idToken });
  expect({ status, body }).toEqual({
    status: 200,
    body: {
      access_token: expect.any(String),
      expires_in: '599',
      token_type: 'Bearer',
      issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      refresh_token: expect.any(String),
      refresh_token_expires_in: '3599',
      refresh_count: '0',
    },
  });
  expect(sandbox.workspace.tokens.find(body['access_token'] ?? '')).toMatchObject({
    mode: 'user-restricted',
    user: { id: '656005750106', roles: ['656014452105'] },
  });
  expect((await form(sandbox, '/oauth2/token', byRefresh(sandbox, body['refresh_token'] ?? ''))).body).toMatchObject({
    refresh_count: '1',
  });
  const userinfo = await sandbox.request('/oauth2/userinfo', { headers: { Authorization: `Bearer ${body['access_token']}` } });
  expect(userinfo.status).toBe(400);
});

test('an ID token of NHS login is exchanged, with as much proved as it says', async () => {
  const exchanged = async (user: string, vtr: string) => {
    const { id_token: idToken } = await providerTokens(sandbox, patientProvider, user, { vtr });
    const { body } = await exchange({ subject_token: idToken });
    const record = sandbox.workspace.tokens.find(body['access_token'] ?? '');
    return typeof record === 'string' ? record : record.user;
  };
  expect(await exchanged('patient-p9', '["P9.Cp.Cd"]')).toMatchObject({ nhsNumber: '9912003071', proofing: 'P9' });
  expect(await exchanged('patient-p5', '["P5.Cp.Cd"]')).toMatchObject({ nhsNumber: '9990000336', proofing: 'P5' });
  expect(await exchanged('patient-p0', '["P0.Cp"]')).toMatchObject({ proofing: 'P0' });
});

test('a child is signed in by a parent, whose own token is in act.sub', async () => {
  const { id_token: idToken } = await providerTokens(sandbox, patientProvider, 'patient-child-with-proxy');
  const { act, nhs_number: child } = decodeJwt<{ act: { sub: string }; nhs_number: string }>(idToken ?? '');
  expect([child, decodeJwt(act.sub)]).toEqual([
    '9990000379',
    expect.objectContaining({ nhs_number: '9990000387', mock: true, iss: `${origin}/nhs-login` }),
  ]);
  const { body } = await exchange({ subject_token: idToken });
  expect(sandbox.workspace.tokens.find(body['access_token'] ?? '')).toMatchObject({ user: { nhsNumber: '9990000379' } });
});

test.each<[string, Readonly<Record<string, string | undefined>>, number, string]>([
  [
    'client_assertion_type, before the grant',
    { client_assertion_type: 'another', grant_type: 'another' },
    400,
    "Missing or invalid client_assertion_type - must be 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'",
  ],
  ['another grant_type', { grant_type: 'client_credentials' }, 400, 'grant_type is invalid'],
  [
    'subject_token_type missing',
    { subject_token_type: undefined },
    400,
    `missing or invalid subject_token_type - must be '${idTokenType}'`,
  ],
  [
    'subject_token_type wrong',
    { subject_token_type: 'urn:ietf:params:oauth:token-type:jwt' },
    400,
    `missing or invalid subject_token_type - must be '${idTokenType}'`,
  ],
  [
    'the assertion, before the subject token',
    { client_assertion: 'not.a.jwt', subject_token: 'x' },
    400,
    'Malformed JWT in client_assertion',
  ],
  ['subject_token missing', {}, 400, 'Missing subject_token'],
  ['subject_token undecodable', { subject_token: 'x' }, 400, 'Malformed JWT in subject_token'],
])('%s', async (_, changes, status, description) => {
  const answer = await exchange(changes);
  expect([answer.status, answer.body['error'], answer.body['error_description']]).toEqual([status, 'invalid_request', description]);
});

const iss = `${origin}/cis2`;
const whole = { iss, aud: 'x', exp: now + 60 };

test.each<[string, JWTPayload, Record<string, unknown>, number, string]>([
  ['kid', whole, { kid: undefined }, 400, "Missing 'kid' header in subject_token JWT"],
  ['typ', whole, { typ: 'at+jwt' }, 400, "Invalid 'typ' header in subject_token JWT - must be 'JWT'"],
  ['exp missing', { iss, aud: 'x' }, {}, 400, "Missing 'exp' claim in subject_token JWT"],
  ['exp passed', { ...whole, exp: now - 1 }, {}, 400, "Invalid 'exp' claim in subject_token JWT - JWT has expired"],
  ['iss missing', { aud: 'x', exp: now + 60 }, {}, 400, "Missing 'iss' claim in subject_token JWT"],
  ['aud missing', { iss, exp: now + 60 }, {}, 401, "Missing 'aud' claim in subject_token JWT"],
  ['another issuer', { ...whole, iss: 'https://login.example.org' }, {}, 400, "Missing or non-matching 'iss' claim in subject_token JWT"],
  ['another key', whole, {}, 401, "Invalid 'kid' header in subject_token JWT - no matching public key"],
  [
    'act.sub no JWT',
    { ...whole, iss: `${origin}/nhs-login`, nhs_number: '9912003071', act: { sub: 'x' } },
    {},
    400,
    'Malformed JWT in act.sub',
  ],
])('subject token: %s', async (_, claims, header, status, description) => {
  const answer = await exchange({ subject_token: await unsigned(claims, header) });
  expect([answer.status, answer.body['error_description']]).toEqual([status, description]);
});

test.each<[string, JWTPayload, Record<string, unknown>, string]>([
  ['kid', { ...whole, nhs_number: '9990000387' }, { kid: undefined }, "Missing 'kid' header in act.sub JWT"],
  ['exp', { iss, aud: 'x', nhs_number: '9990000387' }, {}, "Missing 'exp' claim in act.sub JWT"],
  ['iss', { aud: 'x', exp: now + 60, nhs_number: '9990000387' }, {}, "Missing 'iss' claim in act.sub JWT"],
  ['aud', { iss, exp: now + 60, nhs_number: '9990000387' }, {}, "Missing 'aud' claim in act.sub JWT"],
  ['nhs_number', whole, {}, "Missing 'nhs_number' claim in act.sub JWT"],
])('act.sub without %s', async (_, claims, header, description) => {
  const subject = await signedBy(patientProvider, { ...patient, act: { sub: await unsigned(claims, header) } });
  const answer = await exchange({ subject_token: subject });
  expect([answer.status, answer.body['error_description']]).toEqual([400, description]);
});

test('an ID token that somebody else signed is refused, and so are exp as a text, the key of the other provider and an actor of nobody’s', async () => {
  const { publicJwk } = await signingKeyOf(sandbox.workspace, staffProvider);
  const refused = async (token: string) => {
    const { status, body } = await exchange({ subject_token: token });
    return [status, body['error_description']];
  };
  expect(await refused(await unsigned({ ...whole, ...worker }, { kid: publicJwk.kid }))).toEqual([
    401,
    'JWT signature verification failed',
  ]);
  expect(await refused(await signedBy(patientProvider, { ...worker, iss }))).toEqual([
    401,
    "Invalid 'kid' header in subject_token JWT - no matching public key",
  ]);
  const actor = await unsigned({ ...whole, nhs_number: '9990000387' });
  expect(await refused(await signedBy(patientProvider, { ...patient, act: { sub: actor } }))).toEqual([
    401,
    'JWT signature verification failed',
  ]);
  const [header, , signature] = (await unsigned(whole)).split('.');
  const text = `${header}.${Buffer.from(JSON.stringify({ ...whole, exp: String(now + 60) })).toString('base64url')}.${signature}`;
  expect(await refused(text)).toEqual([400, "Invalid 'exp' claim in subject_token JWT - must be an integer"]);
});

test('a user at a level that the application has no scope for is refused', async () => {
  const only = await signingIn({ scopes: ['urn:nhsd:apim:user-nhs-login:P9:any'] });
  const { id_token: idToken } = await providerTokens(only, patientProvider, 'patient-p5', { vtr: '["P5.Cp.Cd"]' });
  expect(await exchange({ subject_token: idToken }, only)).toMatchObject({ status: 401, body: { error: 'unauthorized_client' } });
});

test('an ID token of another workspace opens nothing here', async () => {
  const elsewhere = await signingIn();
  const { id_token: idToken } = await providerTokens(elsewhere, staffProvider, '656005750104');
  const answer = await exchange({ subject_token: idToken });
  expect([answer.status, answer.body['error_description']]).toEqual([
    401,
    "Invalid 'kid' header in subject_token JWT - no matching public key",
  ]);
});
