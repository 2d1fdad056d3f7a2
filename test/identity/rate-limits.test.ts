/** How often an application may ask the authorization server: counted where access is strict, each way to ask on the same counter. */
import { beforeEach, expect, test } from 'vitest';
import { origin } from '../sandbox.ts';
import { assertionFor, byCode, byRefresh, callback, form, query, signingIn } from './signing-in.ts';

const sandbox = await signingIn({ limits: { perMinute: 2 } });
const strict = { 'X-Sandbox-Access': 'strict' };
beforeEach(() => sandbox.clock.set((Math.floor(sandbox.clock.now() / 60_000) + 1) * 60_000));

const token = async (fields: Record<string, string | undefined>, headers: Record<string, string> = strict) => {
  const answer = await form(sandbox, '/oauth2/token', fields, headers);
  return { ...answer, said: `${answer.status} ${answer.body['error_description']}` };
};
const asserted = async (more: Record<string, string> = {}) => ({
  grant_type: 'client_credentials',
  ...(await assertionFor(sandbox, `${origin}/oauth2/token`)),
  ...more,
});
const authorize = async () => {
  const asked = { client_id: sandbox.apiKey, redirect_uri: callback, response_type: 'code', state: 'x' };
  const { status, headers } = await sandbox.request(`/oauth2/authorize?${query(asked)}`, { headers: strict });
  return { status, headers };
};
const exchange = async () => ({
  ...(await asserted()),
  grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
  subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
  subject_token: 'x',
});

test.for<readonly [string, () => Promise<{ readonly status: number; readonly headers: Headers }>]>([
  ['a token for an assertion', async () => token(await asserted())],
  ['a token for a code', () => token({ ...byCode(sandbox, 'made-up'), client_secret: 'guessed' })],
  ['a refresh', () => token(byRefresh(sandbox, 'made-up'))],
  ['a token exchange', async () => token(await exchange())],
  ['a log-in', authorize],
])('the third of a minute is refused: %s', async ([, ask]) => {
  const first = await ask();
  expect(first.status).not.toBe(429);
  await authorize();
  const refused = await ask();
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
  sandbox.clock.set(sandbox.clock.now() + 60_000);
  expect((await ask()).status).not.toBe(429);
});

test('whoever is not known is refused as such and not counted, and a key that is wrong comes after the count', async () => {
  const wrongKey = { client_assertion: 'x.y.z' };
  for (let times = 0; times < 3; times++) expect((await token(await asserted(wrongKey))).status).toBe(400);
  const other = await assertionFor(sandbox, `${origin}/elsewhere`);
  const asked = { grant_type: 'client_credentials', ...other };
  expect((await token(asked)).said).toBe("401 Missing or invalid 'aud' claim in client_assertion JWT");
  expect((await token(asked)).said).toBe("400 Non-unique 'jti' claim in client_assertion JWT");
  expect((await token(await asserted())).status).toBe(200);
  expect(await token(await asserted())).toMatchObject({
    said: '429 Rate limit quota violation. Quota limit exceeded.',
    body: { error: 'invalid_request', message_id: expect.stringMatching(/^rrt-/) },
  });
});

test('an open workspace counts nobody', async () => {
  for (let times = 0; times < 4; times++) expect((await token(await asserted(), {})).status).toBe(200);
});
