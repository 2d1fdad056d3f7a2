/** What somebody tries who wants another's log-in: addresses that are nearly registered, tokens that are nearly signed, and what is left lying about. */
import { exportJWK, exportSPKI, generateKeyPair, importJWK, SignJWT } from 'jose';
import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { signingKeyOf } from '../../src/identity/keys/signing-keys.ts';
import { patientProvider } from '../../src/identity/providers/patient-provider.ts';
import { staffProvider } from '../../src/identity/providers/staff-provider.ts';
import { origin } from '../sandbox.ts';
import {
  assertionFor,
  byCode,
  byRefresh,
  callback,
  combinedTokens,
  form,
  providerCode,
  providerTokens,
  query,
  signingIn,
} from './signing-in.ts';

const sandbox = await signingIn();
const now = Math.floor(sandbox.clock.now() / 1000);
const places = ['oauth2', 'nhs-login', 'cis2'];

const nearly = [
  `${callback}/`,
  `${callback}/../evil`,
  `${callback}?next=https://evil.example`,
  `${callback}#evil`,
  `${callback}.evil.example`,
  `${callback}%2f`,
  `${callback} `,
  ` ${callback}`,
  `${callback}\n`,
  callback.toUpperCase(),
  callback.replace('localhost', 'LOCALHOST'),
  callback.replace('localhost', 'localhost.evil.example'),
  callback.replace('localhost', 'localhost@evil.example'),
  callback.replace('localhost:3000', 'evil.example:3000'),
  callback.replace('localhost', '127.0.0.1'),
  callback.replace('http:', 'https:'),
  callback.replace('http:', ''),
  callback.replace('http://', 'http:\\\\'),
  callback.replace(':3000', ''),
  callback.replace(':3000', ':3001'),
  callback.replace('/callback', '/call%62ack'),
  'http://localhost:3000',
  '//evil.example/callback',
  'javascript:alert(1)//localhost:3000/callback',
  'data:text/html,<script>alert(1)</script>',
  `${origin}/oauth2/callback`,
];

test.each(places)('/%s/authorize sends nobody to an address that is not registered, letter by letter', async (place) => {
  for (const redirect_uri of nearly) {
    const asked = {
      client_id: sandbox.apiKey,
      redirect_uri,
      response_type: 'code',
      scope: 'openid nhs-login',
      state: 's',
      nonce: 'n',
      login_hint: 'patient-p9',
    };
    const response = await sandbox.request(`/${place}/authorize?${query(asked)}`);
    expect([redirect_uri, response.status, response.headers.get('location')]).toEqual([redirect_uri, 400, null]);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(await response.text()).not.toContain('evil');
  }
});

test.each(places)('/%s/authorize has no use for a second address', async (place) => {
  const asked = {
    client_id: sandbox.apiKey,
    redirect_uri: callback,
    response_type: 'code',
    scope: 'openid',
    state: 's',
    nonce: 'n',
    login_hint: '656005750104',
  };
  for (const url of [`${query(asked)}&redirect_uri=https://evil.example`, `redirect_uri=https://evil.example&${query(asked)}`]) {
    const response = await sandbox.request(`/${place}/authorize?${url}`);
    expect([response.status, response.headers.get('location')]).toEqual([400, null]);
  }
});

test('what was sent stands on a log-in page as text, and its form leads to the application and nowhere else', async () => {
  const hostile = '"><script>alert(1)</script><form action=https://evil.example>';
  const asked = {
    client_id: sandbox.apiKey,
    redirect_uri: callback,
    response_type: 'code',
    scope: `openid ${hostile}`,
    state: hostile,
    nonce: hostile,
    [hostile]: hostile,
  };
  for (const name of ['nhs-login', 'cis2']) {
    const response = await sandbox.request(`/${name}/authorize?${query(asked)}`);
    const page = await response.text();
    expect([response.status, page.includes('<script'), page.includes('<form action'), page.match(/<form /g)?.length]).toEqual([
      200,
      false,
      false,
      name === 'cis2' ? 1 : 2,
    ]);
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'; img-src data:; base-uri 'none'; form-action 'self' http:\/\/localhost:3000; frame-ancestors 'none'/,
    );
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  }
});

test('the platform’s own place at the providers is no way in for an application', async () => {
  const asked = {
    client_id: 'nhs-api-platform',
    response_type: 'code',
    scope: 'openid',
    state: 's',
    nonce: 'n',
    login_hint: '656005750104',
  };
  const refused = await sandbox.request(`/cis2/authorize?${query({ ...asked, redirect_uri: callback })}`);
  expect([refused.status, refused.headers.get('location')]).toEqual([400, null]);
  // It begins a log-in that nobody asked the platform for.
  const begun = await sandbox.request(`/cis2/authorize?${query({ ...asked, redirect_uri: `${origin}/oauth2/callback` })}`);
  const ended = await sandbox.request(begun.headers.get('location') ?? '');
  expect([ended.status, ended.headers.get('location')]).toEqual([400, null]);
  const code = new URL(begun.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const shown = await form(sandbox, '/cis2/access_token', {
    grant_type: 'authorization_code',
    code,
    redirect_uri: `${origin}/oauth2/callback`,
    ...(await assertionFor(sandbox, `${origin}/cis2`)),
  });
  expect(shown.body['error']).toBe('invalid_grant');
});

test('a code of one provider is none of the other’s, nor of the platform', async () => {
  const { back } = await providerCode(sandbox, staffProvider, '656005750104');
  const code = back?.get('code') ?? '';
  const elsewhere = await form(sandbox, '/nhs-login/token', {
    grant_type: 'authorization_code',
    code,
    redirect_uri: callback,
    ...(await assertionFor(sandbox, `${origin}/nhs-login`)),
  });
  expect([elsewhere.body['error'], (await form(sandbox, '/oauth2/token', byCode(sandbox, code))).body['error']]).toEqual([
    'invalid_grant',
    'invalid_grant',
  ]);
});

/** Tokens that are signed by nobody who may, for a key whose public half everybody has. */
async function forged(
  claims: Readonly<Record<string, unknown>>,
  publicJwk: Readonly<Record<string, unknown>>,
): Promise<readonly (readonly [string, string])[]> {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const kid = publicJwk['kid'];
  const head = { alg: 'RS512', typ: 'JWT', kid };
  const pem = await exportSPKI((await importJWK(publicJwk, 'RS512', { extractable: true })) as CryptoKey);
  const hmac = (secret: string, alg: 'HS256' | 'HS512') => {
    const text = `${part({ ...head, alg })}.${part(claims)}`;
    return `${text}.${createHmac(alg === 'HS256' ? 'sha256' : 'sha512', secret)
      .update(text)
      .digest('base64url')}`;
  };
  const own = await generateKeyPair('RS512', { extractable: true });
  const ownJwk = await exportJWK(own.publicKey);
  const signed = (header: object) => new SignJWT(claims).setProtectedHeader({ ...head, ...header } as { alg: string }).sign(own.privateKey);
  const good = await signed({});
  const ec = await generateKeyPair('ES256');
  return [
    ...['none', 'None', 'NONE', 'nOnE'].map((alg) => [alg, `${part({ ...head, alg })}.${part(claims)}.`] as const),
    ['HS256 by PEM', hmac(pem, 'HS256')],
    ['HS512 by PEM', hmac(pem, 'HS512')],
    ['HS256 by JWK', hmac(JSON.stringify(publicJwk), 'HS256')],
    ['HS256 by modulus', hmac(String(publicJwk['n']), 'HS256')],
    ['another key', good],
    ['embedded jwk', await signed({ jwk: ownJwk })],
    ['jku', await signed({ jku: 'https://evil.example/jwks' })],
    ['x5u', await signed({ x5u: 'https://evil.example/cert' })],
    ['kid of nobody', await signed({ kid: '../../etc/passwd' })],
    ['kid __proto__', await signed({ kid: '__proto__' })],
    ['no signature', good.replace(/[^.]*$/, '')],
    ['half a signature', good.slice(0, -200)],
    ['crit', `${part({ ...head, crit: ['x'], x: 1 })}.${good.split('.').slice(1).join('.')}`],
    ['b64 false', `${part({ ...head, b64: false, crit: ['b64'] })}.${good.split('.').slice(1).join('.')}`],
    ['ES256', await new SignJWT(claims).setProtectedHeader({ ...head, kid: String(kid), alg: 'ES256' }).sign(ec.privateKey)],
    ['ES256 of zeros', `${part({ ...head, alg: 'ES256' })}.${part(claims)}.${Buffer.alloc(64).toString('base64url')}`],
    ['five parts', `${good}.a.b`],
    ['JSON', JSON.stringify({ payload: part(claims), signatures: [] })],
    ['16 KB', `${good}${'A'.repeat(16_000)}`],
  ];
}

const answers: Readonly<
  Record<
    string,
    {
      readonly claims: Readonly<Record<string, unknown>>;
      readonly key: () => Promise<Readonly<Record<string, unknown>>>;
      readonly ask: (jwt: string) => Promise<number>;
    }
  >
> = {
  'the assertion of a client at a provider': {
    claims: { iss: sandbox.apiKey, sub: sandbox.apiKey, aud: `${origin}/nhs-login`, jti: 'forged', exp: now + 60 },
    key: async () => ({ ...sandbox.jwk }),
    ask: async (client_assertion) => {
      const { back } = await providerCode(sandbox, patientProvider, 'patient-p9');
      const fields = { grant_type: 'authorization_code', code: back?.get('code') ?? '', redirect_uri: callback, client_assertion };
      return (
        await form(sandbox, '/nhs-login/token', {
          ...fields,
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        })
      ).status;
    },
  },
  'the ID token that is exchanged': {
    claims: {
      iss: `${origin}/cis2`,
      aud: sandbox.apiKey,
      sub: '656005750104',
      sid: 'x',
      authentication_assurance_level: '3',
      exp: now + 60,
    },
    key: async () => ({ ...(await signingKeyOf(sandbox.workspace, staffProvider)).publicJwk }),
    ask: async (subject_token) =>
      (
        await form(sandbox, '/oauth2/token', {
          grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
          subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
          subject_token,
          ...(await assertionFor(sandbox, `${origin}/oauth2/token`)),
        })
      ).status,
  },
  'the token that logs somebody out': {
    claims: {
      iss: `${origin}/cis2`,
      aud: 'nhs-api-platform',
      sid: 'x',
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    },
    key: async () => ({ ...(await signingKeyOf(sandbox.workspace, staffProvider)).publicJwk }),
    ask: async (logout_token) => (await form(sandbox, '/oauth2/backchannel_logout', { logout_token })).status,
  },
  'the assertion that hands a user over': {
    claims: { iss: sandbox.apiKey, jti: 'x', iat: now, exp: now + 60 },
    key: async () => ({ ...sandbox.jwk }),
    ask: async (asserted_login_identity) => {
      const { back } = await providerCode(sandbox, patientProvider, '', { login_hint: undefined, asserted_login_identity });
      return back?.has('code') ? 200 : 400;
    },
  },
};

test.each(Object.keys(answers))('no forgery is taken for %s', async (name) => {
  const { claims, key, ask } = answers[name] ?? { claims: {}, key: async () => ({}), ask: async () => 0 };
  for (const [kind, jwt] of await forged(claims, await key()))
    expect([kind, await ask(jwt)]).toEqual([kind, expect.toSatisfy((status: number) => status === 400 || status === 401)]);
});

test('no code, token, secret or assertion of a log-in stays in the journal, or is told by an error', async () => {
  const one = await signingIn();
  const assertion = await assertionFor(one, `${origin}/cis2`);
  const staff = await providerTokens(one, staffProvider, '656005750104');
  const { body: first } = await combinedTokens(one, 'patient-p9');
  const { body: second } = await form(one, '/oauth2/token', byRefresh(one, first['refresh_token'] ?? ''));
  await form(one, '/cis2/access_token', { grant_type: 'refresh_token', refresh_token: 'made-up-and-quite-long-0123456789', ...assertion });
  await one.request('/cis2/userinfo', { headers: { Authorization: `Bearer ${staff['access_token']}` } });
  const { back } = await providerCode(one, staffProvider, '656005750104');
  await form(one, '/oauth2/token', byCode(one, back?.get('code') ?? ''));
  one.workspace.flush();
  const { exchanges } = (await (await one.request('/_sandbox/exchanges?limit=100')).json()) as {
    exchanges: readonly { readonly id: string }[];
  };
  const told = await Promise.all(exchanges.map(async ({ id }) => (await one.request(`/_sandbox/trace/${id}`)).text()));
  const kept = one.workspace.store
    .collections()
    .flatMap((collection) => one.workspace.store.list(collection).map(([, document]) => document));
  const text = [...told, ...kept].join('\n');
  const secrets = [
    one.secret,
    back?.get('code'),
    first['access_token'],
    first['refresh_token'],
    second['access_token'],
    second['refresh_token'],
    staff['access_token'],
    staff['refresh_token'],
    staff['id_token'],
    assertion.client_assertion,
  ];
  expect(secrets.every((secret) => typeof secret === 'string' && secret.length > 20)).toBe(true);
  expect(exchanges.length).toBeGreaterThan(8);
  expect(secrets.filter((secret) => text.includes(secret ?? 'never'))).toEqual([]);
  expect(text).not.toContain('made-up-and-quite-long');
});
