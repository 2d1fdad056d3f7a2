/** The key pair of an issuer of one workspace: made when it is first needed, kept where no export and no snapshot reaches, never told. */
import type { JWK, JWTPayload } from 'jose';
import type { AnyCall } from '../../mock/any-call.ts';

/** RS512 as the identity service and NHS login sign; CIS2's default is RS256 (OpenID Connect Core §3.1.3.7). */
export type SigningAlgorithm = 'RS256' | 'RS512';

export interface Issuer {
  /** Under which its key is kept. */
  readonly name: string;
  readonly alg: SigningAlgorithm;
}

/** The public half, as a key set tells it (RFC 7517). */
export interface PublicJwk {
  readonly kty: 'RSA';
  readonly n: string;
  readonly e: string;
  readonly kid: string;
  readonly alg: SigningAlgorithm;
  readonly use: 'sig';
}

export interface SigningKey {
  readonly publicJwk: PublicJwk;
  readonly alg: SigningAlgorithm;
  /** Signs claims as a token that says what it is: none of ours can be taken for a real one. */
  sign(claims: JWTPayload): Promise<string>;
}

const collection = '~identity-keys';

export async function signingKeyOf({ store }: Pick<AnyCall, 'store'>, { name, alg }: Issuer): Promise<SigningKey> {
  const { importJWK, SignJWT } = await import('jose');
  const jwk = keptKey(store, name) ?? keepFirst(store, name, await newKey(alg));
  const key = await importJWK(jwk, alg);
  const { n = '', e = '', kid = name } = jwk; // an RSA key has them
  return {
    alg,
    publicJwk: { kty: 'RSA', n, e, kid, alg, use: 'sig' },
    sign: (claims) => new SignJWT({ ...claims, mock: true }).setProtectedHeader({ alg, typ: 'JWT', kid }).sign(key),
  };
}

type Store = AnyCall['store'];

function keptKey(store: Store, name: string): JWK | undefined {
  const kept = store.get(collection, name);
  return kept === undefined ? undefined : (JSON.parse(kept) as JWK); // as it was put there
}

/** Two requests may have made one each meanwhile: the first is the issuer's. */
function keepFirst(store: Store, name: string, made: JWK): JWK {
  const first = keptKey(store, name);
  if (first) return first;
  store.put(collection, name, JSON.stringify(made));
  return made;
}

async function newKey(alg: SigningAlgorithm): Promise<JWK> {
  const { calculateJwkThumbprint, exportJWK, generateKeyPair } = await import('jose');
  const { privateKey, publicKey } = await generateKeyPair(alg, { modulusLength: 2048, extractable: true });
  const thumbprint = await calculateJwkThumbprint(await exportJWK(publicKey));
  return { ...(await exportJWK(privateKey)), kid: `mock-${thumbprint.slice(0, 16)}` };
}
