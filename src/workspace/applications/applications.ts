/** The client applications of a workspace, by which the authorization server knows who asks. They are its own, like its settings: a reset leaves them alone. */
import { bytesToHex } from '@noble/hashes/utils.js';
import type { JsonObject } from '../../contract/contract.ts';
import type { Problem } from '../../mock/problem.ts';
import { demoSecret } from './demo.ts';
import { hashOfSecret, secretBytes, secretText } from '../secret.ts';
import type { Vector } from './vectors.ts';
import type { Store } from '../store/store.ts';

/** A public key as RFC 7517 writes it. */
export interface PublicKey extends JsonObject {
  readonly kid: string;
  readonly kty: 'RSA';
  readonly n: string;
  readonly e: string;
}

/** What whoever registers an application says of it. */
export interface WrittenApplication {
  readonly name: string;
  /** Names of the APIs that it is subscribed to; all, where nothing is said. */
  readonly products?: readonly string[];
  /** What a token of it may be for; everything, where nothing is said. */
  readonly scopes?: readonly string[];
  readonly callbackUrls?: readonly string[];
  /** The vectors of trust that it may ask of NHS login; all, where nothing is said. */
  readonly vectors?: readonly Vector[];
  /** Applications (ids, names or API keys) to which it may hand over whoever is signed in to it: none, where nothing is said. */
  readonly handsOverTo?: readonly string[];
  readonly status?: 'approved' | 'revoked';
  /** Its keys could not be fetched where the platform looks for them. */
  readonly keysUnreachable?: boolean;
  readonly odsCode?: string;
  /** Null where it has none. */
  readonly asid?: string | null;
  readonly mayUpdate?: boolean;
  /** What it may do, by the name of the API, in words of that API: everything, where nothing is said of it. */
  readonly permissions?: Readonly<Record<string, readonly string[]>>;
  /** Of its own, in the place of those of an API. */
  readonly limits?: { readonly perMinute?: number; readonly perSecond?: number };
  readonly attributes?: Readonly<Record<string, string>>;
}

export interface RegisteredApplication extends WrittenApplication {
  readonly id: string;
  /** By which it names itself: `iss` and `sub` of its assertions. */
  readonly apiKey: string;
  readonly keys: readonly PublicKey[];
  /** Milliseconds, by the workspace's clock. */
  readonly made: number;
  /** It came with the sandbox, and the private half of its key is known to everybody. */
  readonly isDemo?: true;
}

/** `null` takes a member away. */
export type ApplicationChange = { readonly [Name in keyof WrittenApplication]?: WrittenApplication[Name] | null } & {
  readonly keys?: readonly PublicKey[];
};

export const applicationsAtMost = 100;

export interface Applications {
  /** In the order in which they were made. */
  list(): readonly RegisteredApplication[];
  find(id: string): RegisteredApplication | undefined;
  byApiKey(apiKey: string): RegisteredApplication | undefined;
  add(written: WrittenApplication, keys: readonly PublicKey[]): RegisteredApplication | Problem;
  change(id: string, change: ApplicationChange): RegisteredApplication | Problem | undefined;
  /** Whether it was there. */
  delete(id: string): boolean | Problem;
  /** A new one in the place of the last, which is shown this once; undefined where nobody may change the application. */
  newSecret(id: string): string | undefined;
  hasSecret(id: string, secret: string): boolean;
}

const collection = '~application';
const numbers = '~application/number';
/** Hashes of them, by the id of the application. */
const secrets = '~application/secret';

export interface ApplicationsOptions {
  readonly now: () => number;
  /** Comes before those that are registered, and cannot be changed or deleted. */
  readonly demo?: () => RegisteredApplication | undefined;
  /** Told before one is changed or deleted. */
  readonly changing?: () => void;
}

export function openApplications(
  store: Store,
  { now, demo: demoNow = () => undefined, changing = () => {} }: ApplicationsOptions,
): Applications {
  const read = (document: string): RegisteredApplication => JSON.parse(document) as RegisteredApplication; // as `put` wrote it
  const put = (application: RegisteredApplication): RegisteredApplication => {
    store.put(collection, application.id, JSON.stringify(application), [{ name: 'apiKey', value: application.apiKey }]);
    return application;
  };
  const list = (): readonly RegisteredApplication[] => {
    const demo = demoNow();
    return [
      ...(demo ? [demo] : []),
      ...store
        .list(collection)
        .map(([, document]) => read(document))
        .toSorted((a, b) => Number(a.id) - Number(b.id)),
    ];
  };
  const find = (id: string): RegisteredApplication | undefined => {
    const demo = demoNow();
    if (id === demo?.id) return demo;
    const document = store.get(collection, id);
    return document === undefined ? undefined : read(document);
  };
  const isTaken = (name: string, by?: string): boolean => list().some((one) => one.name === name && one.id !== by);

  return {
    list,
    find,
    byApiKey(apiKey) {
      const demo = demoNow();
      if (apiKey === demo?.apiKey) return demo;
      const [found] = store.find(collection, [{ name: 'apiKey', anyOf: [apiKey] }], { limit: 1 });
      return found && read(found.document);
    },
    add(written, keys) {
      if (store.count(collection) >= applicationsAtMost) return tooMany;
      if (isTaken(written.name)) return taken;
      const id = String(Number(store.get(numbers, 'last') ?? 0) + 1);
      store.put(numbers, 'last', id);
      return put({ ...written, id, apiKey: bytesToHex(secretBytes(16)), keys, made: now() });
    },
    change(id, change) {
      const known = find(id);
      if (!known) return undefined;
      if (known.isDemo) return standing;
      if (change.name && isTaken(change.name, id)) return taken;
      changing();
      const members = Object.entries({ ...known, ...change }).filter(([name, value]) => value !== null || name === 'asid');
      return put(Object.fromEntries(members) as unknown as RegisteredApplication); // those that must be there cannot be taken away
    },
    delete(id) {
      if (id === demoNow()?.id) return standing;
      changing();
      store.delete(secrets, id);
      return store.delete(collection, id);
    },
    newSecret(id) {
      if (store.get(collection, id) === undefined) return undefined;
      const secret = secretText(32);
      store.put(secrets, id, hashOfSecret(secret));
      return secret;
    },
    hasSecret: (id, secret) => (id === demoNow()?.id ? secret === demoSecret : store.get(secrets, id) === hashOfSecret(secret)),
  };
}

const tooMany: Problem = {
  problem: 'unprocessable',
  message: `A workspace has at most ${applicationsAtMost} applications; delete one first.`,
};
const taken: Problem = {
  problem: 'conflict',
  message: 'This workspace has an application of this name: take another, or delete that one.',
};
const standing: Problem = {
  problem: 'conflict',
  message: 'The demo application comes with the sandbox and stays as it is: register one of your own.',
};
