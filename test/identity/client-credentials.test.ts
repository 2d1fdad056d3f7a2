/** `client_credentials` as an application meets it: an assertion in, a token or the platform's own words out. Rows are those of the platform's own checks. */
import { describe, expect, test } from 'vitest';
import { demo, getToken } from '../../src/runtimes/browser/auth.ts';
import { createMemoryStore } from '../../src/workspace/store/memory-store.ts';
import {
  askForToken,
  assertionAt,
  formWith,
  jwtBearer,
  part,
  secondsAt,
  signText,
  tokenOffice,
  tokenUrl,
  type Wanted,
} from './token-office.ts';

const sandbox = tokenOffice();
const assertion = assertionAt(sandbox);
const now = secondsAt(sandbox);
const { applications, tokens } = sandbox.workspace;

/** Why an exchange was answered as it was. */
async function traceOf(response: Response): Promise<string> {
  const trace = await sandbox.request(response.headers.get('x-sandbox-trace') ?? '', { headers: { Accept: 'application/json' } });
  return trace.text();
}

test('an application signs an assertion and is given a token, in which every number is a text', async () => {
  const { status, body } = await askForToken(sandbox, formWith(await assertion()));
  expect({ status, body }).toEqual({
    status: 200,
    body: { access_token: expect.stringMatching(/^[a-p]{64}1$/), expires_in: '599', token_type: 'Bearer', issued_at: String(now * 1000) },
  });
  expect(tokens.find(body['access_token'] ?? '')).toEqual({
    application: 'demo',
    mode: 'application-restricted',
    scopes: ['urn:nhsd:apim:app:level3:*'],
    expires: now * 1000 + 600_000,
  });
});

const good = await assertion();
const invalid = 'invalid_request';
const description = {
  alg: "Invalid 'alg' header in client_assertion JWT - unsupported JWT algorithm - must be 'RS512'",
  typ: "Invalid 'typ' header in client_assertion JWT - must be 'JWT'",
  expired: "Invalid 'exp' claim in client_assertion JWT - JWT has expired",
  integer: "Invalid 'exp' claim in client_assertion JWT - must be an integer",
  noExp: "Missing 'exp' claim in client_assertion JWT",
  subject: "Missing or non-matching 'iss'/'sub' claims in client_assertion JWT",
  noJti: "Missing 'jti' claim in client_assertion JWT",
  far: "Invalid 'exp' claim in client_assertion JWT - more than 5 minutes in future",
  key: "Invalid 'iss'/'sub' claims in client_assertion JWT",
  aud: "Missing or invalid 'aud' claim in client_assertion JWT",
  kid: "Invalid 'kid' header in client_assertion JWT - no matching public key",
  malformed: 'Malformed JWT in client_assertion',
  type: `Missing or invalid client_assertion_type - must be '${jwtBearer}'`,
};

describe('of a form', () => {
  test.each([
    ['3', {}, 400, invalid, 'grant_type is missing'],
    ['3', { grant_type: '' }, 400, invalid, 'grant_type is missing'],
    ['4', { grant_type: 'password' }, 400, 'unsupported_grant_type', 'grant_type is invalid'],
    ['4', 'grant_type=client_credentials&grant_type=client_credentials', 400, 'unsupported_grant_type', 'grant_type is invalid'],
    ['5', { grant_type: 'client_credentials' }, 400, invalid, description.type],
    ['5', { ...formWith(good), client_assertion_type: 'jwt-bearer' }, 400, invalid, description.type],
    ['6', { ...formWith(''), client_assertion: '' }, 400, invalid, 'Missing client_assertion'],
    ['7', formWith('not a JWT'), 400, invalid, description.malformed],
    ['7', formWith('e30.e30'), 400, invalid, description.malformed],
    ['7', formWith(`${good}, ${good}`), 400, invalid, description.malformed],
  ] as const)('row %s: %j', async (_, form, status, error, text) => {
    const answer = await askForToken(sandbox, form);
    expect([answer.status, answer.body]).toEqual([
      status,
      { error, error_description: text, message_id: expect.stringMatching(/^rrt-\w+$/) },
    ]);
  });

  test.each(['application/json', 'application/x-www-form-urlencoded; charset=utf-8', 'text/plain'])('row 2: sent as %s', async (type) => {
    const answer = await askForToken(sandbox, formWith(await assertion()), type);
    const text = 'Content-Type header must be application/x-www-form-urlencoded';
    expect([answer.status, answer.body]).toMatchObject([415, { error: invalid, error_description: text }]);
  });

  test.each(['GET', 'PUT', 'DELETE'])('row 1: by %s', async (method) => {
    const response = await sandbox.request('/oauth2/token', { method });
    expect([response.status, response.headers.get('allow'), await response.text()]).toEqual([405, 'OPTIONS, POST', '']);
  });

  test('anything else below its base is not found, in its words', async () => {
    const response = await sandbox.request('/oauth2/tokens', { method: 'POST' });
    expect([response.status, await response.json()]).toMatchObject([404, { error: invalid, error_description: 'Not Found' }]);
    expect((await sandbox.request('/oauth2/_ping')).status).toBe(200);
    expect((await sandbox.request('/oauth2/_status')).status).toBe(200);
  });
});

describe('of an assertion', () => {
  const rows: readonly (readonly [row: string, wanted: Wanted, status: number, error: string, description: string])[] = [
    ['8', { header: { alg: undefined } }, 400, invalid, description.alg],
    ['8', { header: { alg: 'RS256' } }, 400, invalid, description.alg],
    ['9', { claims: { exp: now - 1 } }, 400, invalid, description.expired],
    ['9', { claims: { exp: String(now - 1) } }, 400, invalid, description.expired],
    ['10', { header: { kid: undefined } }, 400, invalid, "Missing 'kid' header in client_assertion JWT"],
    ['11', { header: { typ: undefined } }, 400, invalid, description.typ],
    ['11', { header: { typ: ['JWT'] } }, 400, invalid, description.typ],
    ['11', { header: { typ: 'at+jwt' } }, 400, invalid, description.typ],
    ['12', { claims: { exp: undefined } }, 400, invalid, description.noExp],
    ['13', { claims: { exp: String(now + 60) } }, 400, invalid, description.integer],
    ['14', { claims: { iss: undefined } }, 400, invalid, description.subject],
    ['14', { claims: { sub: undefined } }, 400, invalid, description.subject],
    ['14', { claims: { sub: 'somebody else' } }, 400, invalid, description.subject],
    ['15', { claims: { jti: undefined } }, 400, invalid, description.noJti],
    [
      '16',
      { claims: { jti: 12 } },
      400,
      invalid,
      "Invalid 'jti' claim in client_assertion JWT - must be a unique string value such as a GUID",
    ],
    ['18', { claims: { exp: now + 311 } }, 400, invalid, description.far],
    ['18', { claims: { exp: (now + 300) * 1000 } }, 400, invalid, description.far],
    ['20', { claims: { iss: 'nobody', sub: 'nobody' } }, 401, invalid, description.key],
    ['26', { header: { kid: 'another' } }, 401, invalid, description.kid],
    ['28', { claims: { aud: undefined } }, 401, invalid, description.aud],
    ['28', { claims: { aud: [tokenUrl] } }, 401, invalid, description.aud],
    ['28', { claims: { aud: `${tokenUrl}/` } }, 401, invalid, description.aud],
    ['28', { claims: { aud: 'https://int.api.service.nhs.uk/oauth2/token' } }, 401, invalid, description.aud],
  ];
  test.each(rows)('row %s: %j', async (_, wanted, status, error, text) => {
    const answer = await askForToken(sandbox, formWith(await assertion(wanted)));
    expect([answer.status, answer.body]).toMatchObject([status, { error, error_description: text }]);
  });

  test('the first broken rule of several answers: an algorithm before an expiry, an expiry before a kid', async () => {
    const worst = { header: { alg: 'HS256', kid: undefined, typ: undefined }, claims: { exp: now - 1, iss: undefined } };
    const said: unknown[] = [];
    for (const wanted of [worst, { ...worst, header: { ...worst.header, alg: 'RS512' } }])
      said.push((await askForToken(sandbox, formWith(await assertion(wanted)))).body['error_description']);
    expect(said).toEqual([description.alg, description.expired]);
  });

  test.each([now, now + 1, now + 310])('one that runs out at %d is in time', async (exp) => {
    expect((await askForToken(sandbox, formWith(await assertion({ claims: { exp } })))).status).toBe(200);
  });

  test('row 27: a signature of another key, under the right kid', async () => {
    const [head = '', claims = ''] = (await assertion()).split('.');
    const { privateKey } = (await crypto.subtle.generateKey(
      { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-512' },
      true,
      ['sign'],
    )) as CryptoKeyPair;
    const answer = await askForToken(sandbox, formWith(await signText(`${head}.${claims}`, privateKey)));
    expect([answer.status, answer.body]).toMatchObject([
      401,
      { error: 'public_key error', error_description: 'JWT signature verification failed' },
    ]);
  });
});

const publicKey = applications.find('demo')?.keys ?? [];

test.each([
  [
    '21',
    { status: 'revoked' },
    publicKey,
    401,
    'access_denied',
    'The developer app associated with the API key is not approved or revoked',
  ],
  ['22', { products: [] }, publicKey, 401, 'access_denied', /^API Key supplied does not have access to this resource\. /],
  ['24', {}, [], 403, 'public_key error', /^You need to register a public key to use this authentication method/],
  ['25', { keysUnreachable: true }, publicKey, 403, 'public_key error', "The JWKS endpoint, for your client_assertion can't be reached"],
  [
    '29',
    { scopes: ['urn:nhsd:apim:user-nhs-login:P9:x'] },
    publicKey,
    401,
    'unauthorized_client',
    /^you have tried to request authorization but/,
  ],
] as const)('row %s: an application with %j', async (row, written, keys, status, error, text) => {
  const added = applications.add({ name: `of row ${row}`, ...written }, keys);
  if ('problem' in added) throw new Error(added.message);
  const answer = await askForToken(sandbox, formWith(await assertion({ claims: { iss: added.apiKey, sub: added.apiKey } })));
  expect([answer.status, answer.body['error']]).toEqual([status, error]);
  expect(answer.body['error_description']).toMatch(text);
});

test('rows 17 and 19: an assertion is good for one request, also where that was refused late; one refused early may be mended', async () => {
  const used = "Non-unique 'jti' claim in client_assertion JWT";
  const said = async (text: string) => (await askForToken(sandbox, formWith(text))).body['error_description'];
  const late = await assertion({ claims: { jti: 'late', aud: 'elsewhere' } });
  expect([await said(late), await said(late)]).toEqual([description.aud, used]);
  expect(await said(await assertion({ claims: { jti: 'late' } }))).toBe(used);
  expect(await said(await assertion({ claims: { jti: 'late', exp: now + 900 } }))).toBe(used);
  expect(await said(await assertion({ claims: { jti: 'early', exp: now + 900 } }))).toBe(description.far);
  expect(await said(await assertion({ claims: { jti: 'early' } }))).toBeUndefined();
});

test('of fifty requests with one assertion at once, one is given a token (JWT-4)', async () => {
  const text = await assertion();
  const answers = await Promise.all(Array.from({ length: 50 }, () => askForToken(sandbox, formWith(text))));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 400]));
});

test('an assertion stays used over a restart, and its token stays good; a reset forgets both, and no application (JWT-4)', async () => {
  const store = createMemoryStore();
  const before = tokenOffice({ store });
  const text = await assertion();
  const { body } = await askForToken(before, formWith(text));
  before.workspace.applications.add({ name: 'Ward board' }, []);
  const { workspace } = tokenOffice({ store });
  expect(workspace.tokens.find(body['access_token'] ?? '')).toMatchObject({ application: 'demo' });
  expect((await askForToken(tokenOffice({ store }), formWith(text))).status).toBe(400);
  workspace.reset();
  expect(workspace.tokens.find(body['access_token'] ?? '')).toBe('unknown');
  expect(workspace.applications.list().map(({ name }) => name)).toEqual(['Demo application', 'Ward board']);
});

test('a token of one workspace is unknown in another, and runs out by the clock of its own', async () => {
  const own = tokenOffice();
  const { body } = await askForToken(own, formWith(await assertion(), { _access_token_expiry_ms: '5000' }));
  expect(body['expires_in']).toBe('4');
  const token = body['access_token'] ?? '';
  expect(tokens.find(token)).toBe('unknown');
  own.clock.set(own.clock.now() + 4_999);
  expect(own.workspace.tokens.find(token)).toMatchObject({ application: 'demo' });
  own.clock.set(own.clock.now() + 1);
  expect(own.workspace.tokens.find(token)).toBe('expired');
  expect((await askForToken(sandbox, formWith(await assertion(), { _access_token_expiry_ms: '9999999' }))).body['expires_in']).toBe('599');
});

test.each<readonly [what: string, wanted: Wanted, lines: readonly RegExp[]]>([
  [
    'another environment',
    { claims: { aud: 'https://int.api.service.nhs.uk/oauth2/token' } },
    [/aud is the token URL of another environment/, /runs out in 300 s/],
  ],
  ['a clock that stands', { claims: { exp: now + 20_000_000 } }, [/clock of this workspace is far from/, /2026-01-01T00:00:00\.000Z/]],
  ['milliseconds', { claims: { exp: (now + 60) * 1000 } }, [/looks like milliseconds/]],
  ['an expired one', { claims: { exp: now - 90 } }, [/ran out 90 s ago/]],
  ['a key of elsewhere', { claims: { iss: 'of elsewhere', sub: 'of elsewhere' } }, [/iss of 12 characters, sub the same,/]],
  [
    'an unknown kid',
    { header: { kid: 'test-9' } },
    [/"test-9\\" is none of the application's, which are \\"demo-1/, /Send \\"kid\\": \\"demo-1/],
  ],
])('the trace says what would mend %s', async (_, wanted, lines) => {
  const { response } = await askForToken(sandbox, formWith(await assertion(wanted)));
  const trace = await traceOf(response);
  for (const line of lines) expect(trace).toMatch(line);
});

test('neither the token nor the assertion is kept in the journal, nor what a claim says of a patient', async () => {
  const text = await assertion({ claims: { sub: demo.apiKey, nhs: '9434765919', jti: '943 476 5919' } });
  const { body, response } = await askForToken(sandbox, formWith(text));
  const trace = await traceOf(response);
  for (const secret of [body['access_token'] ?? 'none', text, text.split('.')[2] ?? 'none', '4765919']) expect(trace).not.toContain(secret);
});

test('the helper of the package gets a token in one call, and says why it did not', async () => {
  const ask = (request: Request) => sandbox.request(request.url, request);
  const options = { ...demo, tokenUrl, now: sandbox.clock.now(), fetch: ask };
  expect(await getToken(options)).toMatchObject({ token_type: 'Bearer', expires_in: '599' });
  await expect(getToken({ ...options, kid: 'another' })).rejects.toThrow(/answers with 401: .*no matching public key/);
  expect(part({})).toBe('e30');
});
