/** Somebody logs out at CIS2: every token of that log-in stops working. Rows are those of the platform's checks. */
import type { JWTPayload } from 'jose';
import { SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { signingKeyOf } from '../../src/identity/keys/signing-keys.ts';
import { patientProvider } from '../../src/identity/providers/patient-provider.ts';
import { staffProvider } from '../../src/identity/providers/staff-provider.ts';
import { origin } from '../sandbox.ts';
import { assertionFor, byRefresh, combinedTokens, form, providerTokens, signingIn } from './signing-in.ts';

const sandbox = await signingIn();
const events = { 'http://schemas.openid.net/event/backchannel-logout': {} };
const good = { iss: `${origin}/cis2`, aud: 'nhs-api-platform', sid: 'nobody', events };
const signed = async (claims: JWTPayload) => (await signingKeyOf(sandbox.workspace, staffProvider)).sign(claims);
const tell = (logout_token: string | undefined) => form(sandbox, '/oauth2/backchannel_logout', { logout_token });
const find = (token: string | undefined) => sandbox.workspace.tokens.find(token ?? '');
const sessionOf = (token: string | undefined): string => {
  const record = find(token);
  return typeof record === 'string' ? record : (record.session ?? '');
};

test.each<[string, JWTPayload, string]>([
  ['aud', { ...good, aud: 'another' }, 'Missing/invalid aud claim in JWT'],
  ['iss', { ...good, iss: `${origin}/nhs-login` }, 'Missing/invalid iss claim in JWT'],
  ['sid', { iss: good.iss, aud: good.aud, events }, 'Missing sid claim in JWT'],
  ['events', { ...good, events: { 'http://example.org/event': {} } }, 'Missing/invalid events claim in JWT'],
  ['nonce', { ...good, nonce: 'x' }, 'Prohibited nonce claim in JWT'],
])('%s', async (_, claims, error_description) => {
  expect(await tell(await signed(claims))).toMatchObject({ status: 400, body: { error: 'invalid_request', error_description } });
});

test('a token that cannot be read, that somebody else signed, or of a log-in that there is not', async () => {
  const malformed = { status: 400, body: { error: 'invalid_request', error_description: 'Malformed JWT in logout_token' } };
  for (const text of ['x', undefined]) expect(await tell(text)).toMatchObject(malformed);
  const { publicJwk } = await signingKeyOf(sandbox.workspace, staffProvider);
  const forged = await new SignJWT(good).setProtectedHeader({ alg: 'RS512', typ: 'JWT', kid: publicJwk.kid }).sign(sandbox.privateKey);
  expect(await tell(forged)).toMatchObject({ status: 400, body: { error: 'bad_request', error_description: 'Unable to verify JWT' } });
  expect(await tell(await signed(good))).toMatchObject({
    status: 501,
    body: { error: 'not_implemented', error_description: 'SID not found' },
  });
});

test('all tokens of the log-in stop working, refreshed ones among them, and those of others go on', async () => {
  const { body: first } = await combinedTokens(sandbox, '656005750104');
  const { body: second } = await form(sandbox, '/oauth2/token', byRefresh(sandbox, first['refresh_token'] ?? ''));
  const { body: other } = await combinedTokens(sandbox, '656005750104');
  const answer = await tell(await signed({ ...good, sid: sessionOf(first['access_token']) }));
  expect(answer.status).toBe(200);
  expect([find(first['access_token']), find(second['access_token'])]).toEqual(['unknown', 'unknown']);
  expect((await form(sandbox, '/oauth2/token', byRefresh(sandbox, second['refresh_token'] ?? ''))).status).toBe(401);
  expect(find(other['access_token'])).toMatchObject({ user: { id: '656005750104' } });
});

test('a log-in ends at CIS2 by its ID token: what it was exchanged for stops working too', async () => {
  const { id_token: idToken = '', access_token: token } = await providerTokens(sandbox, staffProvider, '656005750104');
  const exchanged = await form(sandbox, '/oauth2/token', {
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
    subject_token: idToken,
    ...(await assertionFor(sandbox, `${origin}/oauth2/token`)),
  });
  const end = async (hint: string) => (await sandbox.request(`/cis2/connect/endSession?id_token_hint=${hint}`)).status;
  const { id_token: ofPatient = '' } = await providerTokens(sandbox, patientProvider, 'patient-p9');
  expect([await end('x'), await end(ofPatient), await end(idToken)]).toEqual([400, 400, 204]);
  const userinfo = await sandbox.request('/cis2/userinfo', { headers: { Authorization: `Bearer ${token}` } });
  expect([userinfo.status, find(exchanged.body['access_token'])]).toEqual([401, 'unknown']);
});
