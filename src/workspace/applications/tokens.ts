/** Access tokens of a workspace, of which only a hash is kept, and ids of assertions that were used. A reset forgets them. */
import type { AccessMode } from '../../mock/access.ts';
import { hashOfSecret, secretBytes } from '../secret.ts';
import { sortableInstant } from '../store/sortable-instant.ts';
import type { Store } from '../store/store.ts';

/** What an access token stands for. */
export interface TokenRecord {
  /** The id of the application that it was given to. */
  readonly application: string;
  readonly mode: AccessMode;
  /** What it is for; `*` at the end of one stands for any API. */
  readonly scopes: readonly string[];
  /** Who is signed in. */
  readonly user?: TokenUser;
  /** The log-in that it belongs to. */
  readonly session?: string;
  /** The platform signed the user in itself, and can say who it is. */
  readonly isCombined?: true;
  /** Milliseconds, by the workspace's clock. */
  readonly expires: number;
}

export interface TokenUser {
  readonly id: string;
  readonly nhsNumber?: string;
  readonly proofing?: 'P0' | 'P5' | 'P9';
  /** Authentication assurance level: 1 to 3. */
  readonly aal?: number;
  /** Ids of the roles that may be acted in. */
  readonly roles?: readonly string[];
}

export interface Tokens {
  /** The token itself, which is shown this once. */
  mint(record: TokenRecord): string;
  find(token: string): TokenRecord | 'unknown' | 'expired';
  /** Takes all tokens of a log-in away: whether there were any. */
  endSession(session: string): boolean;
  /** Whether an assertion's id was used, and has not run out since. */
  isUsed(id: string): boolean;
  /** Takes it as used until then. */
  use(id: string, until: number): void;
}

/** Milliseconds that one lives, where nobody asks for less. */
export const accessTokenLife = 600_000;

const tokens = 'oauth2/token';
const used = 'oauth2/used';
/** Bytes of chance in a token. */
const tokenBytes = 32;
/** More than a log-in can be given while the first of them is told expired. */
const tokensOfSession = 100_000;
/** Of what has gone by, so much is forgotten whenever something is added. */
const forgottenAtOnce = 20;
/** Milliseconds for which an expired token is told from one that was never given. */
const toldExpired = 86_400_000;

/** `changing` is told before what stands for a token is no longer so. */
export function openTokens(store: Store, now: () => number, changing: () => void = () => {}): Tokens {
  function add(collection: string, key: string, document: string, until: number, session?: string): void {
    const over = store.find(collection, [{ name: 'until', to: sortableInstant(now()) }], { limit: forgottenAtOnce });
    for (const { key: gone } of over) store.delete(collection, gone);
    store.put(collection, key, document, [
      { name: 'until', value: sortableInstant(until) },
      ...(session === undefined ? [] : [{ name: 'session', value: session }]),
    ]);
  }

  return {
    mint(record) {
      const token = opaque(secretBytes(tokenBytes));
      add(tokens, hashOfSecret(token), JSON.stringify(record), record.expires + toldExpired, record.session);
      return token;
    },
    find(token) {
      const document = store.get(tokens, hashOfSecret(token));
      if (document === undefined) return 'unknown';
      const record = JSON.parse(document) as TokenRecord; // as `mint` wrote it
      return record.expires <= now() ? 'expired' : record;
    },
    endSession(session) {
      changing();
      const those = store.find(tokens, [{ name: 'session', anyOf: [session] }], { limit: tokensOfSession });
      for (const { key } of those) store.delete(tokens, key);
      return those.length > 0;
    },
    isUsed: (id) => Number(store.get(used, hashOfSecret(id)) ?? 0) > now(),
    use: (id, until) => add(used, hashOfSecret(id), String(until), until),
  };
}

/**
 * Small letters and one digit at the end: what the platform's open sandboxes take for a token, and nothing that could be base64, into
 * which every request that shows it would be looked for numbers of patients.
 */
const opaque = (bytes: Uint8Array): string =>
  `${[...bytes].map((byte) => letters.charAt(byte >> 4) + letters.charAt(byte & 15)).join('')}1`;
const letters = 'abcdefghijklmnop';
