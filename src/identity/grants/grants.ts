/** What was handed out and is shown again later, as codes and tokens are: found by a hash of it, never by itself, and gone with a reset. */
import type { AnyCall } from '../../mock/any-call.ts';
import { hashOfSecret } from '../../workspace/secret.ts';
import { sortableInstant } from '../../workspace/store/sortable-instant.ts';

export type GrantKind = 'code' | 'access' | 'refresh' | 'login' | 'id-token' | 'platform-code' | 'platform-refresh';

type Store = AnyCall['store'];
type Within = Pick<AnyCall, 'store' | 'clock'>;

interface Bounded {
  /** By the clock of the workspace. */
  readonly expires: number;
  /** The log-in that it came of: all that came of one is found by it. */
  readonly sid?: string;
}

const collectionOf = (kind: GrantKind): string => `identity/${kind}`;

/** For as long after its end, so that one which is shown too late, or twice, is told from one that never was. */
const kept = 86_400_000;
/** Taken away at a time. */
const swept = 20;

export function keepGrant<G extends Bounded>({ store, clock }: Within, kind: GrantKind, secret: string, grant: G): void {
  const collection = collectionOf(kind);
  for (const { key } of store.find(collection, [{ name: 'expires', from: '', to: sortableInstant(clock.now() - kept) }], { limit: swept }))
    store.delete(collection, key);
  store.put(collection, hashOfSecret(secret), JSON.stringify(grant), [
    { name: 'expires', value: sortableInstant(grant.expires) },
    ...(grant.sid === undefined ? [] : [{ name: 'sid', value: grant.sid }]),
  ]);
}

/** One of this kind, whether it has expired or not; its maker knows its type. */
export function findGrant<G extends Bounded>(store: Store, kind: GrantKind, secret: string): G | undefined {
  const found = store.get(collectionOf(kind), hashOfSecret(secret));
  return found === undefined ? undefined : (JSON.parse(found) as G); // as `keepGrant` put it there
}

/** Whether anything was there to be taken away. */
export function forgetSession(store: Store, sid: string): boolean {
  let ended = false;
  for (const kind of ['code', 'access', 'refresh', 'platform-code', 'platform-refresh'] as const)
    for (const { key } of store.find(collectionOf(kind), [{ name: 'sid', anyOf: [sid] }], { limit: 1_000 }))
      ended = store.delete(collectionOf(kind), key) || ended;
  return ended;
}

export function forgetGrant(store: Store, kind: GrantKind, secret: string): void {
  store.delete(collectionOf(kind), hashOfSecret(secret));
}
