/** What the APIs of a workspace send by themselves: kept in its inbox in the transaction of what made it, and delivered to whoever subscribed. */
import { judge, longestAddress, nowhere, type Judged, type Reach } from '../../outbound/guard.ts';
import type { Handed, Parcel, PostOutcome } from '../../outbound/post.ts';
import type { Relay } from '../../mock/relay.ts';
import { lazily } from '../../contract/lazily.ts';
import type { Settings } from '../settings.ts';
import type { Store } from '../store/store.ts';
import type { Clock } from '../time/clock.ts';
import type { Schedule } from '../time/schedule.ts';
import { openDeliveries, type Deliveries } from './deliveries.ts';
import { gone, type AttemptResult, type MessageDelivery } from './delivery.ts';
import { openInbox, type Inbox, type Message } from './inbox.ts';
import { attemptHeaders, secretFor, signed } from './signature.ts';
import { openSubscriptions, wants, type Subscriptions } from './subscriptions.ts';

export interface Callbacks {
  readonly subscriptions: Subscriptions;
  readonly inbox: Inbox;
  readonly deliveries: Deliveries;
  /**
   * Asks whoever subscribed to messages of just this type for an answer, instead of telling them of it: for an API that passes on what it is
   * sent. Undefined where nobody did, or nothing can be sent there; that is known at once.
   */
  relay(about: Pick<Message, 'api' | 'type'>): Relay | undefined;
  /** Signs what goes to an address that a request to an API named, and what somebody hands on. */
  signingSecret(): string;
  /** Whether something may be sent there as things stand. */
  judged(url: string): Judged;
  /** Writes a message down, and has it sent to whoever subscribed and to the address that a request named. To be called in a transaction. */
  publish(draft: MessageDraft): Message;
  /** What an attempt sends, at this real time; why it sends nothing. */
  parcelOf(delivery: string, now: number): Parcel | { readonly refusal: string };
  /** What asks the receiver of a delivery whether it wants any, by something that it is to echo. */
  challengeOf(delivery: string, challenge: string, now: number): Parcel;
  /** What came of an attempt. */
  ended(delivery: string, result: AttemptResult): void;
  /** When the receiver at an address, whatever its query, echoed a challenge: milliseconds. */
  challenged(url: string): number | undefined;
  keepChallenged(url: string, now: number): void;
  /** The store has become another. */
  forget(): void;
}

/** By the number and the id that the inbox gave. */
export interface MessageDraft extends Message {
  /** Named by a request to an API. */
  readonly url?: string;
}

export interface CallbacksOptions {
  /** What this home can reach; nothing, where nobody says. */
  readonly reach?: Reach | undefined;
  readonly onOutgoing?: (() => void) | undefined;
  /** Sends at once, for whoever waits for the answer; without it nobody can be asked. */
  readonly ask?: ((handed: Handed) => Promise<PostOutcome>) | undefined;
}

interface Beside {
  readonly secret: string;
  readonly clock: Clock;
  readonly schedule: Schedule;
  readonly settings: Settings;
}

const challenges = '~callbacks/challenged';
const challengesAtMost = 100;

export function openCallbacks(store: Store, beside: Beside, { reach = nowhere, onOutgoing = () => {}, ask }: CallbacksOptions): Callbacks {
  const { secret, clock, schedule, settings } = beside;
  const subscriptions = openSubscriptions(store, secret, clock.now);
  const deliveries = openDeliveries(store, { schedule, now: clock.now, onOutgoing });
  const inbox = openInbox(store, secret, deliveries.drop);
  const ownSecret = lazily(() => secretFor(secret, 'of the workspace'));
  const judged = (url: string): Judged => judge(url, reach, settings.callbacks);

  function send(message: Message, url: string, subscription?: ReturnType<Subscriptions['find']>): void {
    const to = judged(url);
    // What is longer is refused, and kept to be seen.
    deliveries.add(message, {
      url: url.slice(0, longestAddress + 1),
      ...(subscription && { subscription }),
      ...('refusal' in to && { refusal: to.refusal }),
    });
  }

  const secretOf = (delivery: MessageDelivery | undefined): string =>
    (delivery?.subscription === undefined ? undefined : subscriptions.find(delivery.subscription)?.secret) ?? ownSecret();

  return {
    subscriptions,
    inbox,
    deliveries,
    signingSecret: ownSecret,
    judged,
    publish({ url, ...message }) {
      inbox.put(message);
      if (message.isShownOnly) return message;
      if (url !== undefined) send(message, url);
      for (const subscription of subscriptions.list()) if (wants(subscription, message)) send(message, subscription.url, subscription);
      return message;
    },
    challengeOf(id, challenge, now) {
      const delivery = deliveries.find(id);
      return challengeTo(delivery?.url ?? '', challenge, { secret: secretOf(delivery), now });
    },
    relay({ api, type }) {
      const subscription = subscriptions
        .list()
        .find((one) => wants(one, { api, type }) && one.types?.includes(type) && !('refusal' in judged(one.url)));
      if (!ask || !subscription) return undefined;
      const { url, secret: own } = subscription;
      return ({ id, contentType, headers, body }) =>
        ask({
          url,
          parcelAt: (now) => {
            const signature = signed(id, body, { secret: own, now });
            return { url, headers: { ...headers, 'Content-Type': contentType, ...signature }, body, wantsAnswer: true };
          },
          challengeOf: (challenge, now) => challengeTo(url, challenge, { secret: own, now }),
        });
    },
    ended(id, result) {
      store.transaction(() => {
        const { subscription, manner } = deliveries.find(id) ?? {};
        deliveries.ended(id, result);
        if ('status' in result && result.status === gone && subscription !== undefined && manner === undefined)
          subscriptions.change(subscription, { enabled: false });
      });
    },
    parcelOf(id, now) {
      const delivery = deliveries.find(id);
      const message = delivery && inbox.find(delivery.message);
      if (!message) return { refusal: 'The message is gone.' };
      const subscription = delivery.subscription === undefined ? undefined : subscriptions.find(delivery.subscription);
      if (delivery.subscription !== undefined && !subscription?.enabled)
        return { refusal: subscription ? 'The subscription is turned off.' : 'The subscription was deleted.' };
      const body = JSON.stringify(message.body);
      const headers = attemptHeaders(message, body, { secret: secretOf(delivery), now });
      return { url: delivery.url, headers, body, ...(message.method !== undefined && { method: message.method }) };
    },
    challenged(url) {
      const known = store.get(challenges, receiverOf(url));
      return known === undefined ? undefined : Number(known);
    },
    keepChallenged(url, now) {
      if (store.count(challenges) >= challengesAtMost) store.clear([challenges]);
      store.put(challenges, receiverOf(url), String(now));
    },
    forget() {
      inbox.forget();
      deliveries.forget();
    },
  };
}

function challengeTo(url: string, challenge: string, signing: { readonly secret: string; readonly now: number }): Parcel {
  const body = JSON.stringify({ type: 'challenge', challenge });
  const signature = signed(`challenge_${challenge}`, body, signing);
  return { url, headers: { 'Content-Type': 'application/json', ...signature }, body, wantsAnswer: true };
}

/** Without its query, which tells a receiver what is sent and not who it is. */
function receiverOf(url: string): string {
  const { origin, pathname } = URL.parse(url) ?? { origin: url, pathname: '' };
  return origin + pathname;
}
