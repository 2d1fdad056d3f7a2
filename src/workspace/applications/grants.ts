/** Who shows a token or a key. Tokens that were asked for lately are held, since most come again with the next request. */
import type { Application } from '../../mock/access.ts';
import type { Applications, RegisteredApplication } from './applications.ts';
import type { TokenRecord, Tokens } from './tokens.ts';

export interface Grants {
  /** The application that has a token, and whoever is signed in to it. `api` is the slug of what is asked. */
  byToken(token: string, api: string): Application | 'unknown' | 'expired' | 'no-product';
  /** A key stands for its application alone, with nobody signed in. */
  byKey(key: string, api: string): Application | 'unknown-key' | 'no-product';
  /** Whether it is a token that was given out here, as far as that is known without looking it up. */
  isHeld(token: string): boolean;
  /** Something else may stand there by now. */
  forget(): void;
}

interface Held {
  readonly application: Application;
  readonly products: RegisteredApplication['products'];
  readonly expires: number;
}

const mostHeld = 500;

/** An application that is gone or revoked takes its tokens with it. */
export function openGrants(tokens: Tokens, applications: Applications, now: () => number): Grants {
  const held = new Map<string, Held>();

  function read(token: string): Held | 'unknown' | 'expired' {
    const record = tokens.find(token);
    if (typeof record === 'string') return record;
    const registered = applications.find(record.application);
    if (!registered || registered.status === 'revoked') return 'unknown';
    const one = { application: asGranted(record, registered), products: registered.products, expires: record.expires };
    if (held.size >= mostHeld) held.clear();
    held.set(token, one);
    return one;
  }

  return {
    byToken(token, api) {
      const known = held.get(token);
      const found = known && known.expires > now() ? known : read(token);
      if (typeof found === 'string') return found;
      return isSubscribed(found, api) ? found.application : 'no-product';
    },
    byKey(key, api) {
      const registered = applications.byApiKey(key);
      if (!registered || registered.status === 'revoked') return 'unknown-key';
      return isSubscribed(registered, api) ? { ...applicationOf(registered), mode: 'application-restricted' } : 'no-product';
    },
    isHeld: (token) => held.has(token),
    forget: () => held.clear(),
  };
}

/** To every API, where nothing is said. */
const isSubscribed = ({ products }: { readonly products?: readonly string[] | undefined }, api: string): boolean =>
  products?.includes(api) ?? true;

function asGranted(record: TokenRecord, registered: RegisteredApplication): Application {
  const { proofing, nhsNumber, roles } = record.user ?? {};
  return {
    ...applicationOf(registered),
    mode: record.mode,
    // What a contract calls its own scopes, an application has that was given none by name.
    scopes: [...record.scopes, ...(registered.scopes ?? ['*'])],
    ...(proofing && { proofing }),
    ...(nhsNumber !== undefined && { nhsNumber }),
    ...(roles && { roles }),
  };
}

function applicationOf({ id, name, asid, mayUpdate, limits, odsCode, permissions }: RegisteredApplication): Omit<Application, 'mode'> {
  return {
    id,
    name,
    ...(asid === null && { hasAsid: false }),
    ...(mayUpdate && { mayUpdate }),
    ...(limits && { limits }),
    ...(odsCode !== undefined && { odsCode }),
    ...(permissions && { permissions }),
  };
}
