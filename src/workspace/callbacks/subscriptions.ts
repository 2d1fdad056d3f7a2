/** Who is sent what happens in a workspace. They are its own, like its settings: a reset leaves them alone, and nobody who gets a copy of it gets them. */
import type { Problem } from '../../mock/problem.ts';
import type { Store } from '../store/store.ts';
import { secretFor } from './signature.ts';

export interface WrittenSubscription {
  readonly url: string;
  /** `*` at the end of one stands for any rest; all types, where nothing is said. */
  readonly types?: readonly string[];
  readonly api?: string;
  readonly secret?: string;
  readonly enabled?: boolean;
  /** How often each message is sent again once it has arrived. */
  readonly duplicates?: number;
  /** Durations: what each message waits, and what every other one waits besides. */
  readonly delay?: string;
  readonly reorder?: string;
}

export interface Subscription extends WrittenSubscription {
  readonly id: string;
  readonly secret: string;
  readonly enabled: boolean;
  readonly duplicates: number;
  /** Milliseconds, by the workspace's clock. */
  readonly made: number;
}

/** `null` takes a member away. */
export type SubscriptionChange = { readonly [Name in keyof WrittenSubscription]?: WrittenSubscription[Name] | null };

export const subscriptionsAtMost = 10;

export interface Subscriptions {
  /** In the order in which they were made. */
  list(): readonly Subscription[];
  find(id: string): Subscription | undefined;
  add(written: WrittenSubscription): Subscription | Problem;
  change(id: string, change: SubscriptionChange): Subscription | undefined;
  delete(id: string): boolean;
}

const collection = '~callbacks/subscription';
const counters = '~callbacks/counter';

export function openSubscriptions(store: Store, secret: string, now: () => number): Subscriptions {
  const read = (document: string): Subscription => JSON.parse(document) as Subscription; // as `put` wrote it
  const put = (subscription: Subscription): Subscription => {
    store.put(collection, subscription.id, JSON.stringify(subscription));
    return subscription;
  };
  const find = (id: string): Subscription | undefined => {
    const document = store.get(collection, id);
    return document === undefined ? undefined : read(document);
  };

  return {
    list: () =>
      store
        .list(collection)
        .map(([, document]) => read(document))
        .toSorted((a, b) => Number(a.id) - Number(b.id)),
    find,
    add(written) {
      if (store.count(collection) >= subscriptionsAtMost) return tooMany;
      const id = String(Number(store.get(counters, 'subscription') ?? 0) + 1);
      store.put(counters, 'subscription', id);
      return put({ enabled: true, duplicates: 0, secret: secretFor(secret, `subscription ${id}`), ...written, id, made: now() });
    },
    change(id, change) {
      const known = find(id);
      if (!known) return undefined;
      const members = Object.entries({ ...known, ...change }).filter(([, value]) => value !== null);
      return put(Object.fromEntries(members) as unknown as Subscription); // those that must be there cannot be taken away
    },
    delete: (id) => store.delete(collection, id),
  };
}

const tooMany: Problem = {
  problem: 'unprocessable',
  message: `A workspace has at most ${subscriptionsAtMost} subscriptions; delete one first.`,
};

/** Whether a type is one that `wanted` names. */
export const isOfMessageType = (type: string, wanted: string): boolean =>
  wanted.endsWith('*') ? type.startsWith(wanted.slice(0, -1)) : type === wanted;

export const wants = ({ enabled, types, api }: Subscription, message: { readonly type: string; readonly api: string }): boolean =>
  enabled && (api === undefined || api === message.api) && (types?.some((wanted) => isOfMessageType(message.type, wanted)) ?? true);
