/**
 * Messages on their way to receivers. Each attempt is written down before it is made: what was being sent when a process ended is sent
 * again by the next one, so that a message arrives at least once. Waiting is by the workspace's clock, in its schedule.
 */
import { after } from '../time/duration.ts';
import type { Store } from '../store/store.ts';
import type { Schedule } from '../time/schedule.ts';
import { backOff } from './back-off.ts';
import { gone, isTaken, type AttemptResult, type DeliveryState, type MessageDelivery } from './delivery.ts';
import { messageKey, type Message } from './inbox.ts';
import type { Subscription } from './subscriptions.ts';

export interface Deliveries {
  /** Of one message, to the next receiver of it. */
  add(message: Message, to: { readonly url: string; readonly subscription?: Subscription; readonly refusal?: string }): MessageDelivery;
  find(id: string): MessageDelivery | undefined;
  /** Newest first. */
  list(): readonly MessageDelivery[];
  of(message: Pick<Message, 'number'>): readonly MessageDelivery[];
  /** Whether any are: nothing is read, but where nobody has looked yet. */
  isOutgoing(): boolean;
  /** Those that are to be sent now, in the order of their messages, but for addresses that have something on its way. None is read before it is asked for. */
  outgoing(isBusy: (url: string) => boolean): Iterable<MessageDelivery>;
  /** The time has come for what was put off. */
  due(id: string): void;
  /** What came of an attempt. */
  ended(id: string, result: AttemptResult): void;
  /** Sends it once more, from now on. */
  again(id: string): MessageDelivery | undefined;
  /** The store has become another. */
  forget(): void;
  /** A message is gone. */
  drop(keyOfMessage: string): void;
}

/** Stands in the schedule where APIs have their names: none of them has a slash. */
export const deliverer = '/_sandbox';
export const toDeliver = 'deliver';

const collection = 'deliveries';
const outgoingCollection = 'outgoing';
const counters = '~callbacks/counter';
const attemptsShown = 20;

interface Options {
  readonly schedule: Schedule;
  readonly now: () => number;
  /** Told that something is to be sent: what told it may still be undone. */
  readonly onOutgoing: () => void;
}

export function openDeliveries(store: Store, { schedule, now, onOutgoing }: Options): Deliveries {
  /** Undefined where nobody has looked yet. */
  let hasOutgoing: boolean | undefined;

  const put = (delivery: MessageDelivery): MessageDelivery => {
    store.put(collection, keyOfId(delivery.id), JSON.stringify(delivery));
    return delivery;
  };
  const read = (document: string): MessageDelivery => JSON.parse(document) as MessageDelivery; // as `put` wrote it
  const list = (prefix?: string): MessageDelivery[] => store.list(collection, prefix).map(([, document]) => read(document));
  const find = (id: string): MessageDelivery | undefined => {
    const document = store.get(collection, keyOfId(id));
    const delivery = document === undefined ? undefined : read(document);
    return delivery?.id === id && Array.isArray(delivery.attempts) && typeof delivery.url === 'string' ? delivery : undefined;
  };

  function sendNow(delivery: MessageDelivery): MessageDelivery {
    store.put(outgoingCollection, keyOfId(delivery.id), delivery.url);
    hasOutgoing = true;
    onOutgoing();
    return put({ ...delivery, state: 'sending' });
  }

  /** What was brought from elsewhere may speak of what is not there, or of what is not to be sent. */
  function unlist(key: string): void {
    store.transaction(() => store.delete(outgoingCollection, key));
    hasOutgoing = undefined;
  }

  function wait(delivery: MessageDelivery, due: number): MessageDelivery {
    if (due <= delivery.due) return sendNow(delivery);
    return put({ ...delivery, state: 'waiting', due: schedule.put({ api: deliverer, do: toDeliver, about: delivery.id }, due) });
  }

  return {
    find,
    list: () => list().toReversed(),
    of: ({ number }) => list(`${messageKey(number)}/`),
    isOutgoing: () => (hasOutgoing ??= store.count(outgoingCollection) > 0),
    *outgoing(isBusy) {
      const listed = store.list(outgoingCollection);
      hasOutgoing = listed.length > 0;
      for (const [key, url] of listed) {
        if (isBusy(url)) continue;
        const delivery = find(idOfKey(key));
        if (delivery?.state !== 'sending') unlist(key);
        else if (!isBusy(delivery.url)) yield delivery;
      }
    },
    add(message, { url, subscription, refusal }) {
      const { number, id: about, manner } = message;
      const place = store.list(collection, `${messageKey(number)}/`).length;
      const delivery: MessageDelivery = {
        id: `${number}.${place}.${about}`,
        number,
        message: about,
        ...(subscription && { subscription: subscription.id }),
        url,
        ...(manner && { manner }),
        state: 'refused',
        due: now(),
        copies: 1 + (subscription?.duplicates ?? 0),
        failures: 0,
        attempts: refusal === undefined ? [] : [{ at: now(), failure: refusal }],
      };
      return refusal === undefined ? wait(delivery, firstDue(subscription)) : put(delivery);
    },
    due(id) {
      const known = find(id);
      if (known?.state === 'waiting' && known.due <= now()) sendNow(known);
    },
    ended(id, result) {
      store.transaction(() => {
        const known = find(id);
        store.delete(outgoingCollection, keyOfId(id));
        // A reset may have come between, and another copy of it may have been asked for.
        if (known?.state !== 'sending') return;
        const told = 'status' in result ? { status: result.status } : { failure: result.failure };
        const tried = { ...known, attempts: [...known.attempts, { at: now(), ...told }].slice(-attemptsShown) };
        if ('status' in result && isTaken(result.status, known.manner)) arrived(tried);
        else missed(tried, { final: finalAfter(result, known), pause: 'status' in result ? result.pause : undefined });
      });
    },
    again(id) {
      const known = find(id);
      return known && sendNow({ ...known, due: now(), copies: 1, failures: 0 });
    },
    forget() {
      hasOutgoing = undefined;
    },
    drop(keyOfMessage) {
      for (const { id } of list(`${keyOfMessage}/`)) {
        store.delete(collection, keyOfId(id));
        store.delete(outgoingCollection, keyOfId(id));
      }
    },
  };

  function firstDue({ id, delay, reorder }: Partial<Subscription> = {}): number {
    const delayed = delay === undefined ? now() : after(now(), delay);
    if (reorder === undefined) return delayed;
    const turn = Number(store.get(counters, `turn ${id}`) ?? 0);
    store.put(counters, `turn ${id}`, String(1 - turn));
    return turn === 0 ? after(delayed, reorder) : delayed;
  }

  function arrived(delivery: MessageDelivery): void {
    const next = { ...delivery, copies: delivery.copies - 1, failures: 0 };
    if (next.copies > 0) sendNow(next);
    else put({ ...next, state: 'delivered' });
  }

  function missed(delivery: MessageDelivery, { final, pause }: Missed): void {
    const step = (delivery.manner?.retries ?? backOff)[delivery.failures];
    const failed = { ...delivery, failures: delivery.failures + 1 };
    if (final !== undefined || step === undefined) put({ ...failed, state: final ?? 'failed' });
    else wait(failed, Math.max(after(delivery.due, step), pause === undefined ? 0 : now() + pause));
  }
}

interface Missed {
  readonly final: DeliveryState | undefined;
  /** What the receiver asks for; the schedule's own stays the least. */
  readonly pause: number | undefined;
}

/** Where nothing is tried again. */
function finalAfter(result: AttemptResult, { manner }: MessageDelivery): DeliveryState | undefined {
  if ('status' in result) return result.status === gone && manner === undefined ? 'failed' : undefined;
  return result.isRefused ? 'refused' : undefined;
}

const idOfKey = (key: string): string => key.slice(key.lastIndexOf('/') + 1);

/** `{number}.{place}.{id of the message}`: unguessable by its end, found by its beginning. */
function keyOfId(id: string): string {
  const [number = '', place = ''] = id.split('.');
  return `${messageKey(Number(number) || 0)}/${place}/${id}`;
}
