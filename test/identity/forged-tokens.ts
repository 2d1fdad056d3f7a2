/**
 * What has broken readers of signed tokens elsewhere (RFC 8725), made of a token that would be taken as it stands: wherever a token is shown,
 * each of these is refused.
 */
import { createHmac, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { part, signText, type Members } from './token-office.ts';

/** A token as it would be taken, and the key that it is to be signed by. */
export interface RightToken {
  /** Others each time, where they may be used once. */
  readonly claims: (more?: Members) => Members;
  readonly alg: 'RS256' | 'RS512';
  readonly jwk: { readonly kty: string; readonly n: string; readonly e: string; readonly kid: string };
  readonly key: CryptoKey;
}

export type ForgedTokens = Readonly<Record<string, string | Promise<string>>>;

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const attackers = pair.publicKey.export({ format: 'jwk' });

const hashOf = { RS256: 'SHA-256', RS512: 'SHA-512' } as const;

export function forgedTokens({ claims, alg: rightAlg, jwk, key }: RightToken): ForgedTokens {
  const { kid: rightKid } = jwk;
  const header = (more: Members = {}) => ({ alg: rightAlg, typ: 'JWT', kid: rightKid, ...more });
  const unsigned = (head: unknown, body: unknown = claims()): string => `${part(head)}.${part(body)}`;
  /** Rightly, whatever stands in it. */
  const signed = (head: unknown, body?: unknown): Promise<string> => signText(unsigned(head, body), key);
  const changed = async (change: (parts: Parts) => string | Promise<string>): Promise<string> => {
    const good = await signed(header());
    const [head = '', body = '', signature = ''] = good.split('.');
    return change({ head, body, signature, good });
  };
  const attackersKey = crypto.subtle.importKey(
    'pkcs8',
    pair.privateKey.export({ type: 'pkcs8', format: 'der' }),
    { name: 'RSASSA-PKCS1-v1_5', hash: hashOf[rightAlg] },
    false,
    ['sign'],
  );
  const byAttacker = async (more: Members): Promise<string> => signText(unsigned(header(more)), await attackersKey);
  const byHmac = (alg: string, secret: string | Buffer): string => {
    const text = unsigned(header({ alg }));
    return `${text}.${createHmac(alg.replace('HS', 'sha'), secret).update(text).digest('base64url')}`;
  };
  const each = <T>(kinds: readonly T[], entry: (kind: T) => readonly [name: string, token: string | Promise<string>]): ForgedTokens =>
    Object.fromEntries(kinds.map(entry));

  return {
    ...each(['none', 'None', 'NONE', 'nOnE'], (alg) => [`alg ${alg}, and no signature`, `${unsigned(header({ alg }))}.`]),
    ...each(['none', 'None', 'NONE', 'nOnE'], (alg) => [
      `alg ${alg}, and a signature of something else`,
      `${unsigned(header({ alg }))}.${'A'.repeat(342)}`,
    ]),
    ...each(
      ['HS256', 'HS384', 'HS512'].flatMap((alg) => Object.entries(secretsOf(jwk)).map((secret) => [alg, ...secret] as const)),
      ([alg, name, secret]) => [`${alg} with the public key as ${name}`, byHmac(alg, secret)],
    ),
    ...each(
      ['RS256', 'RS384', 'RS512', 'PS512', 'ES256', 'ES512', 'EdDSA', 'rs512', 'rs256', `${rightAlg} `, '', 'dir'].filter(
        (alg) => alg !== rightAlg,
      ),
      (alg) => [`alg ${JSON.stringify(alg)}`, signed(header({ alg }))],
    ),
    ...each([512, null, true, [rightAlg], { alg: rightAlg }], (alg) => [`alg ${JSON.stringify(alg)}`, signed({ ...header(), alg })]),
    'the signature stripped': changed(({ head, body }) => `${head}.${body}.`),
    'the signature and its dot stripped': changed(({ head, body }) => `${head}.${body}`),
    'the signature cut short': changed(({ head, body, signature }) => `${head}.${body}.${signature.slice(0, -4)}`),
    'the signature and more': changed(({ good }) => `${good}AAAA`),
    'a signature of zeros': changed(({ head, body }) => `${head}.${body}.${'A'.repeat(342)}`),
    'ES256 with r and s of zero': `${unsigned(header({ alg: 'ES256' }))}.${'A'.repeat(86)}`,
    'the last letter of the signature written otherwise': changed(
      ({ head, body, signature }) => `${head}.${body}.${signature.slice(0, -1)}${signature.endsWith('A') ? 'B' : 'A'}`,
    ),
    'the claims changed after they were signed': changed(({ head, signature }) => `${head}.${part(claims({ more: 1 }))}.${signature}`),
    'the header changed after it was signed': changed(({ body, signature }) => `${part(header({ x: 1 }))}.${body}.${signature}`),
    'a key of the attacker': byAttacker({}),
    'a key of the attacker in the header': byAttacker({ jwk: attackers }),
    'a key of the attacker under the kid of another': byAttacker({ jwk: { ...attackers, kid: rightKid } }),
    'jku of the attacker': byAttacker({ jku: 'https://attacker.example/jwks.json' }),
    'x5u of the attacker': byAttacker({ x5u: 'https://attacker.example/cert.pem' }),
    'x5c of the attacker': byAttacker({ x5c: ['MIIB'] }),
    'x5t of the attacker': byAttacker({ x5t: 'AAAA', 'x5t#S256': 'AAAA' }),
    'crit with an extension that nobody knows': signed(header({ crit: ['http://example.org/x'], 'http://example.org/x': 1 })),
    'crit of b64': signed(header({ crit: ['b64'], b64: true })),
    'crit of nothing': signed(header({ crit: [] })),
    'b64 false and critical': signed(header({ crit: ['b64'], b64: false })),
    'b64 false, and not critical': signed(header({ b64: false })),
    ...each(
      [
        '../../etc/passwd',
        "' OR 1=1 --",
        '__proto__',
        'constructor',
        'k'.repeat(10_000),
        `${rightKid}\u0000`,
        ` ${rightKid}`,
        `${rightKid}x`,
        rightKid.toUpperCase(),
      ],
      (kid) => [`the kid ${JSON.stringify(kid.slice(0, 30))}`, signed(header({ kid }))],
    ),
    ...each([1, [rightKid], { kid: rightKid }, true], (kid) => [`the kid ${JSON.stringify(kid)}`, signed({ ...header(), kid })]),
    'the kid twice': signed(`{"alg":"${rightAlg}","typ":"JWT","kid":"x","kid":"${rightKid}"}`),
    'alg twice': signed(`{"alg":"none","alg":"${rightAlg}","typ":"JWT","kid":"${rightKid}"}`),
    'iss twice': signed(header(), JSON.stringify(claims()).replace('{', '{"iss":"x",')),
    'a member twice, once escaped': signed(header(), JSON.stringify(claims()).replace('{', '{"\\u0069ss":"x",')),
    'an encrypted token': `${part({ alg: 'RSA-OAEP', enc: 'A256GCM' })}.AAAA.AAAA.AAAA.AAAA`,
    'in the JSON serialisation': changed(({ head, body, signature }) => JSON.stringify({ payload: body, protected: head, signature })),
    'in the general JSON serialisation': changed(({ head, body, signature }) =>
      JSON.stringify({ payload: body, signatures: [{ protected: head, signature }] }),
    ),
    'a token in a token': changed(({ good }) => signText(`${part({ ...header(), cty: 'JWT' })}.${part(good)}`, key)),
    'claims that are a list': signed(header(), [claims()]),
    'claims of null': signed(header(), null),
    'a header that is a list': signText(`${part([header()])}.${part(claims())}`, key),
    'padded base64': changed(({ head, body, signature }) => `${head}==.${body}.${signature}`),
    'base64 of the other alphabet': changed(
      ({ head, body, signature }) => `${head}.${body}.${signature.replaceAll('-', '+').replaceAll('_', '/')}+`,
    ),
    'white space within': changed(({ head, body, signature }) => `${head}. ${body}.${signature}`),
    'a byte order mark': signText(`${part(`\ufeff${JSON.stringify(header())}`)}.${part(claims())}`, key),
    'bytes that are no UTF-8': signText(
      `${part(header())}.${Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]).toString('base64url')}`,
      key,
    ),
    'sixteen thousand characters and more': signed(header(), claims({ more: 'x'.repeat(16_000) })),
    'depth without end': signText(`${part(header())}.${part('['.repeat(5_000))}`, key),
    'nothing but dots': '..',
    'a thousand dots': '.'.repeat(1_000),
  };
}

/** Of a token that runs out: what is no time that it may run out at. */
export function forgedExpiries({ claims, alg, jwk: { kid }, key }: RightToken, now: number): ForgedTokens {
  const kinds = ['1e400', '-1', '0', 'null', '"soon"', '[99999999999]', '{}', 'true', String(now - 61)];
  return Object.fromEntries(
    kinds.map((exp) => [
      `exp ${exp}`,
      signText(`${part({ alg, typ: 'JWT', kid })}.${part(JSON.stringify(claims({ exp: 'EXP' })).replace('"EXP"', exp))}`, key),
    ]),
  );
}

interface Parts {
  readonly head: string;
  readonly body: string;
  readonly signature: string;
  readonly good: string;
}

/** The public key, which everybody knows, in every form that a careless server could take for a shared secret. */
function secretsOf(jwk: RightToken['jwk']): Readonly<Record<string, string | Buffer>> {
  const publicKey = createPublicKey({ key: { kty: jwk.kty, n: jwk.n, e: jwk.e }, format: 'jwk' });
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  return {
    PEM: pem,
    'PEM without its last line end': pem.trim(),
    'PEM of PKCS 1': publicKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
    DER: publicKey.export({ type: 'spki', format: 'der' }),
    JWK: JSON.stringify(jwk),
    modulus: Buffer.from(jwk.n, 'base64url'),
    nothing: '',
  };
}
