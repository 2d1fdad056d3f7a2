/** Public keys as they are registered: a JWKS, PEM, or a pair that is made here. Nothing private is kept, or even taken. */
import { isObject } from '../../contract/json.ts';
import type { Json, JsonObject } from '../../contract/contract.ts';
import type { PublicKey } from '../../workspace/applications/applications.ts';

export interface SentKeys {
  readonly jwks?: { readonly keys: readonly unknown[] } | undefined;
  readonly publicKey?: string | undefined;
  readonly kid?: string | undefined;
  readonly generateKey?: boolean | undefined;
}

export interface ReadKeys {
  /** Undefined where none were sent. */
  readonly keys?: readonly PublicKey[];
  /** In PEM, of the pair that was made. */
  readonly privateKey?: string;
}

interface KeyFault {
  readonly pointer: string;
  /** A predicate of what stands there. */
  readonly message: string;
}

export const isKeyFault = (read: ReadKeys | KeyFault): read is KeyFault => 'pointer' in read;

/** Bits of the shortest that signs with RS512 (RFC 7518 §3.3), and of one that is made here. */
const shortest = 2048;
/** Bytes of the longest modulus, which bounds what it costs to verify. */
const longestBytes = 1024;

export async function readKeys({ jwks, publicKey, kid, generateKey = false }: SentKeys): Promise<ReadKeys | KeyFault> {
  const ways = [jwks, publicKey, generateKey || undefined].filter((way) => way !== undefined);
  if (ways.length > 1) return { pointer: '', message: 'has keys in more than one way: send jwks, publicKey or generateKey' };
  if (generateKey) return makePair(kid);
  if (publicKey !== undefined) return readPem(publicKey, kid);
  return jwks ? readSet(jwks.keys as readonly Json[]) : {};
}

async function makePair(kid: string | undefined): Promise<ReadKeys> {
  const { calculateJwkThumbprint, exportJWK, exportPKCS8, generateKeyPair } = await import('jose');
  const pair = await generateKeyPair('RS512', { modulusLength: shortest, extractable: true });
  const jwk = await exportJWK(pair.publicKey);
  const key = publicPart({ ...jwk, kid: kid ?? (await calculateJwkThumbprint(jwk)) });
  return { keys: [key], privateKey: await exportPKCS8(pair.privateKey) };
}

async function readPem(pem: string, kid: string | undefined): Promise<ReadKeys | KeyFault> {
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(pem)) return { pointer: '/publicKey', message: aPrivateOne };
  const { calculateJwkThumbprint, exportJWK, importSPKI } = await import('jose');
  try {
    const jwk = await exportJWK(await importSPKI(pem.trim(), 'RS512', { extractable: true }));
    return readSet([{ ...jwk, kid: kid ?? (await calculateJwkThumbprint(jwk)) } as Json], () => '/publicKey');
  } catch {
    return { pointer: '/publicKey', message: 'is not an RSA public key in PEM, which begins with -----BEGIN PUBLIC KEY-----' };
  }
}

function readSet(keys: readonly Json[], placeOf = (index: number): string => `/jwks/keys/${index}`): ReadKeys | KeyFault {
  const kids = new Set<string>();
  const known: PublicKey[] = [];
  for (const [index, key] of keys.entries()) {
    const message = isObject(key) ? faultIn(key, kids) : 'is no key';
    if (message !== undefined || !isObject(key)) return { pointer: placeOf(index), message: message ?? '' };
    known.push(publicPart(key));
  }
  return { keys: known };
}

const aPrivateOne = 'is a private key, which nobody else should ever see: make a new pair, and send the public key only';

function faultIn(key: JsonObject, kids: Set<string>): string | undefined {
  const { kty, kid, n, e, alg = 'RS512', use = 'sig' } = key;
  if (['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'].some((name) => name in key)) return aPrivateOne;
  if (kty !== 'RSA') return 'is of another kind than RSA, which RS512 signs with';
  if (typeof kid !== 'string' || kid === '') return 'has no kid, by which assertions name it';
  if (kid.length > 200) return 'has a kid of more than 200 characters';
  if (kids.has(kid)) return 'has the kid of one before it';
  if (alg !== 'RS512') return 'says that it is for another algorithm than RS512';
  if (use !== 'sig') return 'says that it is not for signatures';
  kids.add(kid);
  if (typeof n !== 'string' || typeof e !== 'string' || !/^[\w-]+$/.test(n) || !/^[\w-]{1,8}$/.test(e))
    return 'has no n and e in base64url';
  const bits = bitsOf(n);
  if (bits < shortest) return `has ${bits} bits: RS512 wants at least ${shortest}, and the platform asks for 4096`;
  return bits > longestBytes * 8 ? `has ${bits} bits, more than the ${longestBytes * 8} that are taken here` : undefined;
}

const bitsOf = (n: string): number => Math.floor((n.replace(/^A+/, '').length * 6) / 8) * 8;

/** Nothing of it is kept that is not used. */
function publicPart(key: object): PublicKey {
  const { kid, n, e } = key as PublicKey; // as it was read
  return { kty: 'RSA', kid, alg: 'RS512', use: 'sig', n, e };
}
