/** What somebody tries who wants another's log-in: addresses that are nearly registered, tokens that are nearly signed, and what is left lying about. */
import { decodeJwt, importJWK, type JWK } from 'jose';
import { expect, test } from 'vitest';
import { signingKeyOf } from '../../src/identity/keys/signing-keys.ts';
import { patientProvider } from '../../src/identity/providers/patient-provider.ts';
import { staffProvider } from '../../src/identity/providers/staff-provider.ts';
import type { Provider } from '../../src/identity/providers/provider.ts';
import { origin } from '../sandbox.ts';
import { forgedExpiries, forgedTokens, type ForgedTokens, type RightToken } from './forged-tokens.ts';
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
import { part, signText } from './token-office.ts';

const sandbox = await signingIn({ handsOverTo: ['Ward board'] });
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

test.each(places)('/%s/authorize sends nobody to an address that is not registered, letter by letter (JWT-6)', async (place) => {
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

test('what was sent stands on a log-in page as text, and its form leads to the application and nowhere else (JWT-6, XSS-6)', async () => {
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

const jwtBearer = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
let made = 0;

/** What a provider of this workspace signs by, which nothing tells but its store. */
async function providersKey({ name, alg }: Provider): Promise<Pick<RightToken, 'alg' | 'jwk' | 'key'>> {
  const { publicJwk } = await signingKeyOf(sandbox.workspace, { name, alg });
  const kept = JSON.parse(sandbox.workspace.store.get('~identity-keys', name) ?? '{}') as JWK;
  return { alg, jwk: publicJwk, key: (await importJWK(kept, alg)) as CryptoKey };
}

const ofClient = (): Pick<RightToken, 'alg' | 'jwk' | 'key'> => ({
  alg: 'RS512',
  jwk: { kty: 'RSA', n: sandbox.jwk.n ?? '', e: sandbox.jwk.e ?? '', kid: sandbox.jwk.kid },
  key: sandbox.privateKey,
});

interface Shown {
  readonly right: () => RightToken | Promise<RightToken>;
  /** Whether it runs out. */
  readonly expires: boolean;
  /** 200 where the token was taken. */
  readonly ask: (jwt: string) => Promise<number>;
}

const asClientOf = (provider: Provider, user: string): Shown => ({
  right: () => ({
    ...ofClient(),
    claims: (more) => ({
      iss: sandbox.apiKey,
      sub: sandbox.apiKey,
      aud: `${origin}/${provider.name}`,
      jti: `shown ${made++}`,
      exp: now + 60,
      ...more,
    }),
  }),
  expires: true,
  ask: async (client_assertion) => {
    const { back } = await providerCode(sandbox, provider, user);
    const fields = { grant_type: 'authorization_code', code: back?.get('code') ?? '', redirect_uri: callback, client_assertion };
    return (await form(sandbox, `/${provider.name}${provider.tokenPath}`, { ...fields, client_assertion_type: jwtBearer })).status;
  },
});

const exchanged = (provider: Provider, who: object): Shown => ({
  right: async () => ({
    ...(await providersKey(provider)),
    claims: (more) => ({ iss: `${origin}/${provider.name}`, aud: sandbox.apiKey, sid: 'x', exp: now + 60, ...who, ...more }),
  }),
  expires: true,
  ask: async (subject_token) =>
    (
      await form(sandbox, '/oauth2/token', {
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
        subject_token,
        ...(await assertionFor(sandbox, `${origin}/oauth2/token`)),
      })
    ).status,
});

const shown: Readonly<Record<string, Shown>> = {
  'the assertion of a client of NHS login': asClientOf(patientProvider, 'patient-p9'),
  'the assertion of a client of CIS2': asClientOf(staffProvider, '656005750104'),
  'the ID token of CIS2 that is exchanged': exchanged(staffProvider, { sub: '656005750104', authentication_assurance_level: '3' }),
  'the ID token of NHS login that is exchanged': exchanged(patientProvider, {
    sub: 'somebody',
    nhs_number: '9912003071',
    identity_proofing_level: 'P9',
  }),
  'the token that logs somebody out': {
    right: async () => {
      const { id_token: idToken = '' } = await providerTokens(sandbox, staffProvider, '656005750104');
      const { sid } = decodeJwt(idToken);
      const events = { 'http://schemas.openid.net/event/backchannel-logout': {} };
      return {
        ...(await providersKey(staffProvider)),
        claims: (more) => ({ iss: `${origin}/cis2`, aud: 'nhs-api-platform', sid, events, ...more }),
      };
    },
    expires: false,
    ask: async (logout_token) => (await form(sandbox, '/oauth2/backchannel_logout', { logout_token })).status,
  },
  'the assertion that hands a user over': {
    right: async () => {
      const { id_token: idToken = '' } = await providerTokens(sandbox, patientProvider, 'patient-p9');
      const { jti: code } = decodeJwt(idToken);
      return { ...ofClient(), claims: (more) => ({ iss: sandbox.apiKey, jti: `over ${made++}`, iat: now, exp: now + 60, code, ...more }) };
    },
    expires: true,
    ask: async (asserted_login_identity) => {
      const { back } = await providerCode(sandbox, patientProvider, '', { login_hint: undefined, asserted_login_identity });
      return back?.has('code') ? 200 : 400;
    },
  },
};

test.each(Object.entries(shown))('no forgery is taken for %s, and the right one is (JWT-1)', async (_, { right, expires, ask }) => {
  const token = await right();
  const forged: ForgedTokens = { ...forgedTokens(token), ...(expires && forgedExpiries(token, now)) };
  const taken: string[] = [];
  for (const [kind, jwt] of Object.entries(forged)) {
    const status = await ask(await jwt);
    if (status !== 400 && status !== 401) taken.push(`${kind}: ${status}`);
  }
  expect(taken).toEqual([]);
  expect(Object.keys(forged).length).toBeGreaterThan(85);
  const whole = `${part({ alg: token.alg, typ: 'JWT', kid: token.jwk.kid })}.${part(token.claims())}`;
  expect(await ask(await signText(whole, token.key))).toBe(200);
});

test.each(['/oauth2/userinfo', '/nhs-login/userinfo', '/cis2/userinfo'])(
  'no signed token, right or forged, is an access token at %s (JWT-1)',
  async (path) => {
    const token = await exchanged(staffProvider, { sub: '656005750104' }).right();
    const { id_token: whole = '' } = await providerTokens(sandbox, staffProvider, '656005750104');
    const taken: string[] = [];
    for (const [kind, jwt] of Object.entries({ ...forgedTokens(token), whole })) {
      const { status } = await sandbox.request(path, {
        headers: { Authorization: `Bearer ${(await jwt).replaceAll(/[^\x21-\x7e]/g, '')}` },
      });
      if (status !== 401) taken.push(`${kind}: ${status}`);
    }
    expect(taken).toEqual([]);
  },
);

test('of twenty requests with one assertion at once, one is heard, by a provider as by the platform (JWT-4)', async () => {
  const assertion = await assertionFor(sandbox, `${origin}/cis2`);
  const fields = { grant_type: 'refresh_token', refresh_token: 'made-up', ...assertion };
  const answers = await Promise.all(Array.from({ length: 20 }, () => form(sandbox, '/cis2/access_token', fields)));
  const heard = answers.filter(({ body }) => body['error'] === 'invalid_grant');
  expect([heard.length, answers.filter(({ body }) => body['error'] === 'invalid_client').length]).toEqual([1, 19]);
});

test('an application that was revoked hands nobody over', async () => {
  const one = await signingIn({ handsOverTo: ['Other'] });
  const { id_token: idToken = '' } = await providerTokens(one, patientProvider, 'patient-p9');
  const claims = { iss: one.apiKey, jti: 'handed over', iat: now, exp: now + 60, code: decodeJwt(idToken).jti };
  const jwt = await signText(`${part({ alg: 'RS512', typ: 'JWT', kid: one.jwk.kid })}.${part(claims)}`, one.privateKey);
  const other = (await (await one.send('POST', '/_sandbox/applications', { name: 'Other', callbackUrls: [callback] })).json()) as {
    readonly apiKey: string;
  };
  await one.send('PATCH', `/_sandbox/applications/${one.id}`, { status: 'revoked' });
  const asked = { client_id: other.apiKey, login_hint: undefined, asserted_login_identity: jwt };
  const { back } = await providerCode(one, patientProvider, '', asked);
  expect(back?.has('code')).toBeUndefined();
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
