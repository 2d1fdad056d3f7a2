/** What a strict workspace asks of its callers, by the security requirements of a contract that somebody brought. */
import { SignJWT, importJWK } from 'jose';
import { describe, expect, test } from 'vitest';
import { anyone } from '../../src/mock/caller.ts';
import { given, type Given } from '../given.ts';
import { demoPrivateKey } from '../../src/identity/assertion/demo-key.ts';
import { origin, sandboxOf, type Sandbox } from '../sandbox.ts';
import type { WrittenApplication } from '../../src/workspace/applications/applications.ts';
import type { Settings } from '../../src/workspace/settings.ts';

const text = `
openapi: 3.1.0
info: { title: Library, version: 1.0.0 }
servers: [{ url: http://localhost:8787/library }]
security: [{ member: [] }]
paths:
  /books: { get: { operationId: list-books, responses: &ok { '200': { description: ok, content: { application/json: { schema: { type: object } } } } } } }
  /opening-hours: { get: { operationId: hours, security: [], responses: *ok } }
  /shelves: { get: { operationId: shelves, security: [{}, { member: [] }], responses: *ok } }
  /loans: { get: { operationId: loans, security: [{ oauth: [loans.read] }], responses: *ok } }
  /desk: { get: { operationId: desk, security: [{ headerKey: [] }], responses: *ok } }
  /kiosk: { get: { operationId: kiosk, security: [{ queryKey: [] }], responses: *ok } }
  /screen: { get: { operationId: screen, security: [{ cookieKey: [] }], responses: *ok } }
  /vault: { get: { operationId: vault, security: [{ member: [], headerKey: [] }, { wire: [] }], responses: *ok } }
  /cellar: { get: { operationId: cellar, security: [{ wire: [] }], responses: *ok } }
  /counter: { get: { operationId: counter, security: [{ member: [] }, { headerKey: [] }], responses: *ok } }
  /notes: { post: { operationId: note, requestBody: { content: { application/json: { schema: { type: object } } } }, responses: *ok } }
components:
  securitySchemes:
    member: { type: http, scheme: bearer }
    oauth: { type: oauth2, flows: { clientCredentials: { tokenUrl: https://example.org/token, scopes: { loans.read: '' } } } }
    headerKey: { type: apiKey, in: header, name: X-Library-Key }
    queryKey: { type: apiKey, in: query, name: key }
    cookieKey: { type: apiKey, in: cookie, name: key }
    wire: { type: mutualTLS }
`;

const strict = (): Sandbox => sandboxOf(text, { settings: { access: 'strict' } });

/** Status, and the fault's own words where there is one. */
async function said(response: Response): Promise<string> {
  const { fault } = (await response.json()) as {
    readonly fault?: { readonly faultstring: string; readonly detail: { readonly errorcode: string } };
  };
  return fault ? `${response.status} ${fault.detail.errorcode}: ${fault.faultstring}` : String(response.status);
}

describe('a strict workspace', () => {
  const sandbox = strict();
  const { token, key } = given(sandbox);
  const bearer = { Authorization: `Bearer ${token}` };
  const late = { Authorization: `Bearer ${given(sandbox, {}, { expires: sandbox.clock.now() - 1 }).token}` };
  const elsewhere = { Authorization: `Bearer ${given(sandbox, { products: ['museum'] }).token}` };
  const unscoped = { Authorization: `Bearer ${given(sandbox, { scopes: ['urn:nhsd:apim:app:level3:library'] }).token}` };
  const revoked = { Authorization: `Bearer ${given(sandbox, { status: 'revoked' }).token}` };
  const missing = '401 oauth.v2.InvalidAccessToken: Missing Authorization header';
  const invalid = '401 keymanagement.service.invalid_access_token: Invalid Access Token';
  const noKey = (where: string) => `401 steps.oauth.v2.FailedToResolveAPIKey: Failed to resolve API Key variable request.${where}`;

  test.for<readonly [why: string, path: string, headers: Record<string, string>, answer: string]>([
    ['without a header', '/books', {}, missing],
    ['with an empty one', '/books', { Authorization: '' }, '401 oauth.v2.InvalidAccessToken: Empty Authorization header'],
    ['with one word', '/books', { Authorization: 'Bearer' }, '401 oauth.v2.InvalidAccessToken: Missing access token'],
    [
      'of another scheme',
      '/books',
      { Authorization: 'Basic YQ==' },
      "401 keymanagement.service.invalid_access_token: Invalid token type 'Basic', must be 'Bearer'",
    ],
    ['with a token of nobody', '/books', { Authorization: 'Bearer abc123' }, invalid],
    ['with two words', '/books', { Authorization: `Bearer ${token} x` }, invalid],
    ['with an expired token', '/books', late, '401 keymanagement.service.access_token_expired: Access Token expired'],
    ['with the token of a revoked application', '/books', revoked, invalid],
    [
      'not subscribed to the API',
      '/books',
      elsewhere,
      '401 keymanagement.service.InvalidAPICallAsNoApiProductMatchFound: Invalid API call as no apiproduct match found',
    ],
    ['with a token', '/books', bearer, '200'],
    ['at a path that is not there', '/nowhere', {}, missing],
    ['with another credential than is wanted', '/desk', bearer, noKey('header.X-Library-Key')],
    ['of what is for everybody', '/opening-hours', {}, '200'],
    ['of what wants a token of nobody', '/shelves', {}, '200'],
    ['with a wrong token, of that', '/shelves', { Authorization: 'Bearer abc123' }, invalid],
    ['with all scopes', '/loans', bearer, '200'],
    [
      'without a scope',
      '/loans',
      unscoped,
      '403 keymanagement.service.InvalidAPICallAsNoApiProductMatchFound: The access token was not granted the scope loans.read, which this operation wants.',
    ],
    ['with a key in a header', '/desk', { 'X-Library-Key': key }, '200'],
    ['with a wrong key', '/desk', { 'X-Library-Key': 'abc123' }, '401 oauth.v2.InvalidApiKey: Invalid ApiKey'],
    ['without a key in the query', '/kiosk', {}, noKey('queryparam.key')],
    ['with a key in the query', `/kiosk?key=${key}`, {}, '200'],
    ['with a key in a cookie', '/screen', { Cookie: `key=${key}` }, '200'],
    ['with a wrong key in a cookie', '/screen', { Cookie: 'key=abc123' }, '401 oauth.v2.InvalidApiKey: Invalid ApiKey'],
    ['with the one of two that is wrong', '/counter', { 'X-Library-Key': 'abc123' }, '401 oauth.v2.InvalidApiKey: Invalid ApiKey'],
    ['with either of two', '/counter', { 'X-Library-Key': key }, '200'],
    ['of what mutual TLS alone opens', '/cellar', {}, '200'],
    ['of what it opens too', '/vault', {}, missing],
    ['with one of two that go together', '/vault', bearer, noKey('header.X-Library-Key')],
    ['with both', '/vault', { ...bearer, 'X-Library-Key': key }, '200'],
  ])('answers who asks %s: %s', async ([, path, headers, answer]) => {
    expect(await said(await sandbox.request(`/library${path}`, { headers }))).toBe(answer);
  });
});

test('a body that cannot be read is looked at after the token, and so is a method that is not there', async () => {
  const sandbox = strict();
  const { token } = given(sandbox);
  const post = (headers: Record<string, string>) => sandbox.send('POST', '/library/notes', '{"broken', headers);
  const remove = (headers: Record<string, string>) => sandbox.request('/library/books', { method: 'DELETE', headers });
  const bearer = { Authorization: `Bearer ${token}` };
  expect([(await post({})).status, (await post(bearer)).status]).toEqual([401, 400]);
  expect([(await remove({})).status, (await remove(bearer)).status]).toEqual([401, 405]);
});

test('what cannot be looked at is taken as shown, and the trace says so', async () => {
  const sandbox = strict();
  const { headers } = await sandbox.request('/library/cellar');
  const trace = await (await sandbox.request(headers.get('x-sandbox-trace') ?? '')).text();
  expect(trace).toContain('The contract wants mutualTLS of its callers, which is not looked at here');
});

test('an open workspace lets in whoever asks, and one request may ask for strict access', async () => {
  const sandbox = sandboxOf(text);
  const ask = async (headers: Record<string, string>) => (await sandbox.request('/library/books', { headers })).status;
  const { token } = given(sandbox);
  expect(await ask({})).toBe(200);
  expect(await ask({ 'X-Sandbox-Access': 'strict' })).toBe(401);
  expect(await ask({ 'X-Sandbox-Access': 'strict', Authorization: `Bearer ${token}` })).toBe(200);
  expect(await ask({ Authorization: 'Bearer anything' })).toBe(200);
  expect((await sandbox.send('PATCH', '/_sandbox/settings', { access: 'strict' })).status).toBe(200);
  expect(await ask({})).toBe(401);
});

const strictly = { access: 'strict' } as const;
test.for<readonly [why: string, settings: Partial<Settings>, path: string, headers: Record<string, string>, notes: RegExp, works: RegExp]>([
  ['no token', strictly, '/books', {}, /no access token was shown.*token --app demo gets it/, / -H 'Authorization: Bearer <access token>'/],
  ['that, for want of an extra', { extras: '-open-access' }, '/books', {}, /leaves the extra open-access out/, /Bearer <access token>/],
  ['a token of nobody', strictly, '/books', { Authorization: 'Bearer abc123' }, /has granted no such token/, /Bearer <access token>/],
  ['no key in the query', strictly, '/kiosk', {}, /no API key was shown.*apps list tells them/, /kiosk\?key=<API key>'/],
  ['neither of two', strictly, '/vault', {}, /no access token/, /Bearer <access token>' -H 'X-Library-Key: <API key>'/],
])('who is refused for %s is told how to be let in', async ([, settings, path, headers, notes, works]) => {
  const sandbox = sandboxOf(text, { settings });
  const refused = await sandbox.request(`/library${path}`, { headers });
  const told = await sandbox.request(refused.headers.get('x-sandbox-trace') ?? '');
  const explained = (await told.json()) as { readonly notes: readonly string[]; readonly works?: string };
  expect(explained.notes.join(' ')).toMatch(notes);
  expect(explained.works).toMatch(works);
  expect(JSON.stringify(explained)).not.toContain('This sandbox is open');
});

describe('how often an application may ask', () => {
  const asking = (written: Partial<WrittenApplication> = {}) => {
    const sandbox = strict();
    const headersOf = ({ token }: Given) => ({ headers: { Authorization: `Bearer ${token}` } });
    const first = headersOf(given(sandbox, written));
    const ask = (by = first, path = '/library/books') => sandbox.request(path, by);
    return { sandbox, ask, another: () => headersOf(given(sandbox, written)) };
  };

  test('is so many times in each minute of the clock of the workspace, each application for itself', async () => {
    const { sandbox, ask, another } = asking({ limits: { perMinute: 2 } });
    await ask();
    const last = await ask();
    expect([last.status, last.headers.get('x-ratelimit-limit'), last.headers.get('x-ratelimit-remaining')]).toEqual([200, '2', '0']);
    const refused = await ask();
    expect([refused.headers.get('retry-after'), refused.headers.get('x-ratelimit-reset')]).toEqual(['60', '60']);
    expect(await said(refused)).toBe('429 policies.ratelimit.QuotaViolation: Rate limit quota violation. Quota limit exceeded.');
    expect((await ask(another())).status).toBe(200);
    sandbox.clock.set(sandbox.clock.now() + 60_000);
    expect((await ask()).status).toBe(200);
  });

  test('is 300 times where nobody has said otherwise', async () => {
    const { ask } = asking();
    expect((await ask()).headers.get('x-ratelimit-remaining')).toBe('299');
  });

  test('counts what is refused and undone too, and a reset forgets it', async () => {
    const { sandbox, ask } = asking({ limits: { perMinute: 2 } });
    expect((await ask(undefined, '/library/nowhere')).status).toBe(404);
    expect((await ask(undefined, '/library/books?_=%ZZ')).status).toBe(400);
    expect((await ask()).status).toBe(429);
    sandbox.workspace.reset();
    expect((await ask()).status).toBe(401);
  });

  test('is evenly spread where its spikes are arrested', async () => {
    const { sandbox, ask } = asking({ limits: { perSecond: 2 } });
    const after = async (milliseconds: number): Promise<number> => {
      sandbox.clock.set(sandbox.clock.now() + milliseconds);
      return (await ask()).status;
    };
    expect([await after(0), await after(499), await after(1), await after(500), await after(100)]).toEqual([200, 429, 200, 200, 429]);
    const refused = await ask();
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(await said(refused)).toContain('policies.ratelimit.SpikeArrestViolation');
  });
});

test('a token opens no other workspace, and never the sandbox’s own API (JWT-7)', async () => {
  const [one, other] = [strict(), strict()];
  const headers = { Authorization: `Bearer ${given(one).token}` };
  expect((await one.request('/library/books', { headers })).status).toBe(200);
  expect((await other.request('/library/books', { headers })).status).toBe(401);
  for (const access of ['strict', 'open'] as const) {
    const stranger = sandboxOf(text, { settings: { access }, caller: anyone });
    const own = { Authorization: `Bearer ${given(stranger).token}` };
    expect((await stranger.request('/library/books', { headers: own })).status).toBe(200);
    expect((await stranger.send('PATCH', '/_sandbox/settings', { access: 'open' }, own)).status).toBe(401);
  }
});

test('the token that an application was granted for its assertion lets it in', async () => {
  const sandbox = strict();
  const now = Math.floor(sandbox.clock.now() / 1000);
  const apiKey = 'nhs-api-sandbox-demo';
  const assertion = await new SignJWT({ iss: apiKey, sub: apiKey, aud: `${origin}/oauth2/token`, jti: 'once', exp: now + 300 })
    .setProtectedHeader({ alg: 'RS512', typ: 'JWT', kid: 'demo-1' })
    .sign(await importJWK(demoPrivateKey, 'RS512'));
  const granted = await sandbox.request('/oauth2/token', {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    }),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  });
  const { access_token: token } = (await granted.json()) as { readonly access_token: string };
  const ask = async () => (await sandbox.request('/library/books', { headers: { Authorization: `Bearer ${token}` } })).status;
  expect(await ask()).toBe(200);
  sandbox.clock.set(sandbox.clock.now() + 600_000);
  expect(await ask()).toBe(401);
});

test('what is changed of an application counts for the tokens that it has', async () => {
  const sandbox = strict();
  const { token } = given(sandbox, { name: 'Ward board' });
  const ask = async () => (await sandbox.request('/library/books', { headers: { Authorization: `Bearer ${token}` } })).status;
  const change = (body: object) => sandbox.send('PATCH', '/_sandbox/applications/1', body);
  expect(await ask()).toBe(200);
  expect((await change({ status: 'revoked' })).status).toBe(200);
  expect(await ask()).toBe(401);
  await change({ status: null, limits: { perMinute: 0 } });
  expect(await ask()).toBe(429);
  await sandbox.request('/_sandbox/applications/1', { method: 'DELETE' });
  expect(await ask()).toBe(401);
});

test('neither tokens nor keys are kept of a request or said in its answer', async () => {
  const sandbox = strict();
  const { token, key } = given(sandbox);
  const wrong = { token: 'canaryT0kenCanaryT0ken', key: 'canaryK3yCanaryK3yCanary' };
  const answers: string[] = [];
  for (const secret of [{ token, key }, wrong])
    for (const [path, headers] of [
      ['/books', { Authorization: `Bearer ${secret.token}` }],
      ['/books', { Authorization: secret.token }],
      ['/books', { Authorization: `${secret.token} x` }],
      ['/desk', { 'X-Library-Key': secret.key }],
      [`/kiosk?key=${secret.key}`, {}],
      ['/screen', { Cookie: `key=${secret.key}` }],
    ] satisfies [string, Record<string, string>][])
      answers.push(await (await sandbox.request(`/library${path}`, { headers })).text());
  const journal = await (await sandbox.request('/_sandbox/exchanges?limit=100')).text();
  expect(journal).toContain('/library/kiosk');
  for (const secret of [token, key, wrong.token, wrong.key]) expect([...answers, journal].join('\n')).not.toContain(secret);
});
