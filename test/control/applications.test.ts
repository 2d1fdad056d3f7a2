/** Applications over the sandbox's own API: what may be registered, what of it is shown, and what is refused with its reason. */
import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { tokenOffice } from '../identity/token-office.ts';

const sandbox = tokenOffice();

async function ask(method: string, path: string, body?: unknown) {
  const response = await sandbox.send(method, `/_sandbox/applications${path}`, body);
  const text = await response.text();
  return {
    status: response.status,
    body: (text === '' ? {} : JSON.parse(text)) as Readonly<Record<string, never>>,
    location: response.headers.get('location'),
  };
}

const jwk = (bits: number) => generateKeyPairSync('rsa', { modulusLength: bits });
const pair = jwk(2048);
const key = { ...pair.publicKey.export({ format: 'jwk' }), kid: 'one' };
const ecKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });

test('an application is registered with a pair that is made here: its private half is shown once, and is nowhere afterwards', async () => {
  const added = await ask('POST', '', {
    name: 'Ward board',
    generateKey: true,
    odsCode: 'Y90001',
    limits: { perMinute: 60 },
    attributes: { team: 'blue' },
  });
  expect([added.status, added.location]).toEqual([201, 'http://sandbox.test/_sandbox/applications/1']);
  expect(added.body).toMatchObject({
    id: '1',
    name: 'Ward board',
    apiKey: expect.stringMatching(/^[0-9a-f]{32}$/),
    privateKey: expect.stringMatching(/^-----BEGIN PRIVATE KEY-----/),
  });
  const read = await ask('GET', '/1');
  expect(read.body).toMatchObject({
    odsCode: 'Y90001',
    limits: { perMinute: 60 },
    attributes: { team: 'blue' },
    keys: [{ kty: 'RSA', alg: 'RS512' }],
  });
  const { store } = sandbox.workspace;
  const stored = store.collections().flatMap((name) => [...store.rows(name)].map(({ document }) => document));
  expect(JSON.stringify([read.body, stored])).not.toMatch(/PRIVATE|"(?:d|p|q|dp|dq|qi)":/);
});

test('it is changed member by member, listed in order beside the demo, and deleted', async () => {
  expect((await ask('PATCH', '/1', { status: 'revoked', odsCode: null, asid: null, jwks: { keys: [key] } })).body).toMatchObject({
    status: 'revoked',
    asid: null,
    keys: [{ kid: 'one' }],
  });
  expect((await ask('GET', '/1')).body).not.toHaveProperty('odsCode');
  expect((await ask('GET', '')).body).toMatchObject({
    tokenUrl: 'http://sandbox.test/oauth2/token',
    applications: [{ id: 'demo', isDemo: true }, { id: '1' }],
  });
  expect((await ask('DELETE', '/1')).status).toBe(204);
  for (const method of ['GET', 'DELETE']) expect((await ask(method, '/1')).status).toBe(404);
  expect((await ask('PATCH', '/1', { status: 'revoked' })).status).toBe(404);
});

test('the demo application stays as it is', async () => {
  expect((await ask('DELETE', '/demo')).status).toBe(409);
  expect((await ask('PATCH', '/demo', { status: 'revoked' })).status).toBe(409);
});

test.each<readonly [what: string, sent: object, said: RegExp]>([
  ['a private JWK', { jwks: { keys: [{ ...pair.privateKey.export({ format: 'jwk' }), kid: 'x' }] } }, /jwks\/keys\/0 is a private key/],
  ['a private PEM', { publicKey: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }) }, /publicKey is a private key/],
  ['a shared secret', { jwks: { keys: [{ kty: 'oct', k: 'c2VjcmV0', kid: 'x' }] } }, /is a private key/],
  ['a key without a kid', { jwks: { keys: [{ ...key, kid: undefined }] } }, /keys\/0 has no kid/],
  ['two of one kid', { jwks: { keys: [key, key] } }, /keys\/1 has the kid of one before it/],
  ['a key of another kind', { jwks: { keys: [{ ...ecKey, kid: 'x' }] } }, /of another kind than RSA/],
  ['a key for another algorithm', { jwks: { keys: [{ ...key, alg: 'RS256' }] } }, /another algorithm than RS512/],
  ['a key to encrypt with', { jwks: { keys: [{ ...key, use: 'enc' }] } }, /not for signatures/],
  [
    'a short key',
    { jwks: { keys: [{ ...jwk(1024).publicKey.export({ format: 'jwk' }), kid: 'x' }] } },
    /has 1024 bits: RS512 wants at least 2048/,
  ],
  ['a modulus that is no base64url', { jwks: { keys: [{ ...key, n: 'no!' }] } }, /no n and e in base64url/],
  ['what is no PEM', { publicKey: 'ssh-rsa AAAA' }, /publicKey is not an RSA public key in PEM/],
  ['two ways at once', { generateKey: true, jwks: { keys: [key] } }, /more than one way/],
])('%s is refused, and the refusal says where it stands and why', async (_, sent, said) => {
  const { status, body } = await ask('POST', '', { name: 'Refused', ...sent });
  expect([status, body['detail']]).toEqual([400, expect.stringMatching(said)]);
});

test('two of one name are told apart before they are confused', async () => {
  expect((await ask('POST', '', { name: 'Twice' })).status).toBe(201);
  expect((await ask('POST', '', { name: 'Twice' })).status).toBe(409);
});

test('a sandbox for others has no demo application', async () => {
  const { workspace } = tokenOffice({ hasDemo: false });
  expect([workspace.applications.list(), workspace.applications.byApiKey('nhs-api-sandbox-demo')]).toEqual([[], undefined]);
});
