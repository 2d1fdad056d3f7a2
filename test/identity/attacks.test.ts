/** What has broken readers of signed tokens elsewhere (RFC 8725): none of it is given a token here, and none of it is a fault of the server. */
import { createHmac, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { demo } from '../../src/runtimes/browser/auth.ts';
import { askForToken, assertionAt, formWith, part, secondsAt, signText, tokenOffice, tokenUrl, type Members } from './token-office.ts';

const sandbox = tokenOffice();
const other = tokenOffice();
const assertion = assertionAt(sandbox);
const now = secondsAt(sandbox);
let made = 0;

const claims = (more: Members = {}): Members => ({
  iss: demo.apiKey,
  sub: demo.apiKey,
  aud: tokenUrl,
  jti: `attack ${made++}`,
  exp: now + 300,
  ...more,
});
const header = (more: Members = {}): Members => ({ alg: 'RS512', typ: 'JWT', kid: demo.kid, ...more });
const unsigned = (head: Members, body: unknown = claims()): string => `${part(head)}.${part(body)}`;

/** The key of the application, which everybody knows, in every form that a careless server could take for a shared secret. */
const jwk = sandbox.workspace.applications.find('demo')?.keys[0];
if (!jwk) throw new Error('there is no demo application');
const publicKey = createPublicKey({ key: { kty: jwk.kty, n: jwk.n, e: jwk.e }, format: 'jwk' });
const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
const secrets: Readonly<Record<string, string | Buffer>> = {
  PEM: pem,
  'PEM without its last line end': pem.trim(),
  'PEM of PKCS 1': publicKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
  DER: publicKey.export({ type: 'spki', format: 'der' }),
  JWK: JSON.stringify(jwk),
  modulus: Buffer.from(jwk.n, 'base64url'),
  nothing: '',
};
const byHmac = (alg: string, secret: string | Buffer): string => {
  const text = unsigned(header({ alg }));
  return `${text}.${createHmac(alg.replace('HS', 'sha'), secret).update(text).digest('base64url')}`;
};

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const attackers = pair.publicKey.export({ format: 'jwk' });
const attackersKey = await crypto.subtle.importKey(
  'pkcs8',
  pair.privateKey.export({ type: 'pkcs8', format: 'der' }),
  { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-512' },
  false,
  ['sign'],
);
const byAttacker = (more: Members): Promise<string> => signText(unsigned(header(more)), attackersKey);

/** A good one, never sent before, taken apart and put together otherwise. */
async function changed(
  change: (parts: {
    readonly head: string;
    readonly body: string;
    readonly signature: string;
    readonly good: string;
  }) => string | Promise<string>,
) {
  const good = await assertion();
  const [head = '', body = '', signature = ''] = good.split('.');
  return change({ head, body, signature, good });
}
const elsewhere = other.workspace.applications.add({ name: 'Elsewhere' }, [{ ...jwk, kid: 'elsewhere' }]);
if ('problem' in elsewhere) throw new Error(elsewhere.message);

const corpus: Readonly<Record<string, string | Promise<string>>> = {
  ...Object.fromEntries(
    ['none', 'None', 'NONE', 'nOnE'].flatMap((alg) => [
      [`alg ${alg}, and no signature`, `${unsigned(header({ alg }))}.`],
      [`alg ${alg}, and a signature of something else`, `${unsigned(header({ alg }))}.${'A'.repeat(342)}`],
    ]),
  ),
  ...Object.fromEntries(
    ['HS256', 'HS384', 'HS512'].flatMap((alg) =>
      Object.entries(secrets).map(([name, secret]) => [`${alg} with the public key as ${name}`, byHmac(alg, secret)]),
    ),
  ),
  ...Object.fromEntries(
    ['RS256', 'RS384', 'PS512', 'ES256', 'ES512', 'EdDSA', 'rs512', 'RS512 ', '', 'dir'].map((alg) => [
      `alg ${JSON.stringify(alg)}`,
      assertion({ header: { alg } }),
    ]),
  ),
  ...Object.fromEntries(
    [512, null, true, ['RS512'], { alg: 'RS512' }].map((alg) => [`alg ${JSON.stringify(alg)}`, signText(unsigned({ ...header(), alg }))]),
  ),
  'the signature stripped': changed(({ head, body }) => `${head}.${body}.`),
  'the signature and its dot stripped': changed(({ head, body }) => `${head}.${body}`),
  'the signature cut short': changed(({ head, body, signature }) => `${head}.${body}.${signature.slice(0, -4)}`),
  'the signature and more': changed(({ good }) => `${good}AAAA`),
  'a signature of zeros': changed(({ head, body }) => `${head}.${body}.${'A'.repeat(342)}`),
  'ES256 with r and s of zero': `${unsigned(header({ alg: 'ES256' }))}.${'A'.repeat(86)}`,
  'the last letter of the signature written otherwise': changed(
    ({ head, body, signature }) => `${head}.${body}.${signature.slice(0, -1)}${signature.endsWith('A') ? 'B' : 'A'}`,
  ),
  'the claims changed after they were signed': changed(({ head, signature }) => `${head}.${part(claims())}.${signature}`),
  'the header changed after it was signed': changed(({ body, signature }) => `${part(header({ x: 1 }))}.${body}.${signature}`),
  'a key of the attacker in the header': byAttacker({ jwk: attackers }),
  'a key of the attacker under the kid of another': byAttacker({ jwk: { ...attackers, kid: demo.kid } }),
  'jku of the attacker': byAttacker({ jku: 'https://attacker.example/jwks.json' }),
  'x5u of the attacker': byAttacker({ x5u: 'https://attacker.example/cert.pem' }),
  'x5c of the attacker': byAttacker({ x5c: ['MIIB'] }),
  'x5t of the attacker': byAttacker({ x5t: 'AAAA', 'x5t#S256': 'AAAA' }),
  'crit with an extension that nobody knows': assertion({ header: { crit: ['http://example.org/x'], 'http://example.org/x': 1 } }),
  'crit of b64': assertion({ header: { crit: ['b64'], b64: true } }),
  'crit of nothing': assertion({ header: { crit: [] } }),
  'b64 false and critical': assertion({ header: { crit: ['b64'], b64: false } }),
  'b64 false, and not critical': assertion({ header: { b64: false } }),
  ...Object.fromEntries(
    [
      '../../etc/passwd',
      "' OR 1=1 --",
      '__proto__',
      'constructor',
      'k'.repeat(10_000),
      elsewhere.keys[0]?.kid ?? '',
      `${demo.kid}\u0000`,
      ` ${demo.kid}`,
      demo.kid.toUpperCase(),
    ].map((kid) => [`the kid ${JSON.stringify(kid.slice(0, 30))}`, assertion({ header: { kid } })]),
  ),
  ...Object.fromEntries(
    [1, ['demo-1'], { kid: 'demo-1' }, true].map((kid) => [`the kid ${JSON.stringify(kid)}`, signText(unsigned({ ...header(), kid }))]),
  ),
  'the kid twice': signText(`${part(`{"alg":"RS512","typ":"JWT","kid":"x","kid":"${demo.kid}"}`)}.${part(claims())}`),
  'alg twice': signText(`${part(`{"alg":"none","alg":"RS512","typ":"JWT","kid":"${demo.kid}"}`)}.${part(claims())}`),
  'iss twice': signText(`${part(header())}.${part(JSON.stringify(claims()).replace('{', '{"iss":"x",'))}`),
  'a member twice, once escaped': signText(`${part(header())}.${part(JSON.stringify(claims()).replace('{', '{"\\u0069ss":"x",'))}`),
  'another application’s, of another workspace': assertion({
    header: { kid: 'elsewhere' },
    claims: { iss: elsewhere.apiKey, sub: elsewhere.apiKey },
  }),
  ...Object.fromEntries(
    [
      `${tokenUrl}/`,
      tokenUrl.slice(0, -1),
      tokenUrl.toUpperCase(),
      'http://sandbox.test/w/another/oauth2/token',
      '',
      1,
      [],
      [tokenUrl],
      { aud: tokenUrl },
      null,
    ].map((aud) => [`aud ${JSON.stringify(aud)}`, assertion({ claims: { aud } })]),
  ),
  ...Object.fromEntries(
    ['1e400', '-1', '0', 'null', '"soon"', '[99999999999]', '{}', 'true', String(now - 1), String(now + 311), '1e18'].map((exp) => [
      `exp ${exp}`,
      signText(`${part(header())}.${part(JSON.stringify(claims({ exp: 'EXP' })).replace('"EXP"', exp))}`),
    ]),
  ),
  ...Object.fromEntries(
    [null, '', 0, [], {}, '__proto__', ['nhs-api-sandbox-demo']].map((iss) => [
      `iss and sub ${JSON.stringify(iss)}`,
      assertion({ claims: { iss, sub: iss } }),
    ]),
  ),
  'an encrypted token': `${part({ alg: 'RSA-OAEP', enc: 'A256GCM' })}.AAAA.AAAA.AAAA.AAAA`,
  'in the JSON serialisation': changed(({ head, body, signature }) => JSON.stringify({ payload: body, protected: head, signature })),
  'in the general JSON serialisation': changed(({ head, body, signature }) =>
    JSON.stringify({ payload: body, signatures: [{ protected: head, signature }] }),
  ),
  'a token in a token': changed(({ good }) => signText(`${part({ ...header(), cty: 'JWT' })}.${part(good)}`)),
  'claims that are no object': signText(unsigned(header(), [claims()])),
  'claims of null': signText(unsigned(header(), null)),
  'a header that is a list': signText(`${part([header()])}.${part(claims())}`),
  'padded base64': changed(({ head, body, signature }) => `${head}==.${body}.${signature}`),
  'base64 of the other alphabet': changed(
    ({ head, body, signature }) => `${head}.${body}.${signature.replaceAll('-', '+').replaceAll('_', '/')}+`,
  ),
  'white space within': changed(({ head, body, signature }) => `${head}. ${body}.${signature}`),
  'a byte order mark': signText(`${part(`\ufeff${JSON.stringify(header())}`)}.${part(claims())}`),
  'bytes that are no UTF-8': signText(`${part(header())}.${Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]).toString('base64url')}`),
  'sixteen thousand characters and more': assertion({ claims: { more: 'x'.repeat(16_000) } }),
  'depth without end': signText(`${part(header())}.${part('['.repeat(5_000))}`),
  'nothing but dots': '..',
  'a thousand dots': '.'.repeat(1_000),
};

test('none of the corpus is given a token, and each is refused in the words of OAuth', async () => {
  const wrong: string[] = [];
  for (const [name, text] of Object.entries(corpus)) {
    const { status, body: told } = await askForToken(sandbox, formWith(await text));
    if (status < 400 || status >= 500 || typeof told['error_description'] !== 'string')
      wrong.push(`${name}: ${status} ${JSON.stringify(told)}`);
  }
  expect(wrong).toEqual([]);
  expect(Object.keys(corpus).length).toBeGreaterThan(110);
});

test('what the corpus was made of is good', async () => {
  const whole = await changed(({ head, body, signature }) => `${head}.${body}.${signature}`);
  for (const text of [whole, await signText(unsigned(header()))]) expect((await askForToken(sandbox, formWith(text))).status).toBe(200);
});

test('none of a hundred changes of one letter is given a token', async () => {
  const { length } = await assertion();
  const statuses = new Set<number>();
  for (let n = 0; n < 100; n++) {
    const at = Math.floor((length * n) / 100);
    const text = await changed(({ good }) => `${good.slice(0, at)}${good[at] === 'A' ? 'B' : 'A'}${good.slice(at + 1)}`);
    statuses.add((await askForToken(sandbox, formWith(text))).status);
  }
  expect([...statuses].every((status) => status >= 400 && status < 500)).toBe(true);
});
