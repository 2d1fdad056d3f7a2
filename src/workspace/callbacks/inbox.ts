/**
 * What APIs have sent by themselves, whether or not anybody is sent it. Messages are part of the overlay, like what made them: a reset
 * forgets them, and a snapshot has them with it. Their numbers go on, so that whoever asks for what came since misses nothing.
 */
import type { Json } from '../../contract/contract.ts';
import { uuidOfHex } from '../../contract/uuid.ts';
import type { DeliveryManner } from '../../mock/event.ts';
import { openArrivals, type Arrivals } from '../arrivals.ts';
import { idSequence } from '../keyed-hash.ts';
import type { Store } from '../store/store.ts';

export interface Message {
  readonly id: string;
  readonly number: number;
  /** Who sends it. */
  readonly api: string;
  readonly type: string;
  readonly kind: MessageKind;
  readonly subject?: string;
  /** Milliseconds, by the workspace's clock. */
  readonly time: number;
  readonly contentType: string;
  /** The id of the exchange that led to it, at once or later. */
  readonly exchange?: string;
  /** By which it is sent: POST, where there is none. */
  readonly method?: 'PUT' | 'PATCH';
  readonly body: Json;
  readonly byHand?: true;
  readonly isShownOnly?: true;
  /** How it is sent, where that is not as everything is, and on behalf of which application. */
  readonly manner?: DeliveryManner;
  readonly application?: string;
}

/** What a mock tells of, what a contract has sent after an operation, and what it has sent of itself. */
export type MessageKind = 'event' | 'callback' | 'webhook';

export interface Inbox extends Arrivals {
  /** The id and the number of the next message. */
  next(): Pick<Message, 'id' | 'number'>;
  /** Takes it in under the number that was the next; the first of more than a thousand goes. */
  put(message: Message): void;
  find(id: string): Message | undefined;
  /** Oldest first. */
  after(number: number): readonly Message[];
  /** Newest first, of those before this number, where one is given; none is read before it is asked for. */
  before(number?: number): Iterable<Message>;
  /** The number of the last one, if it is still there or not. */
  last(): number;
  /** The store has become another. */
  forget(): void;
}

export const messagesAtMost = 1_000;
export const inboxCollection = 'inbox';
const counters = '~callbacks/counter';
const digits = 12;

/** What the keys of a message, and of what belongs to it, begin with. */
export const messageKey = (number: number): string => String(number).padStart(digits, '0');

/** `dropped` is told of the first, which goes. */
export function openInbox(store: Store, secret: string, dropped: (key: string) => void): Inbox {
  const idAt = idSequence(`${secret} messages`);
  const { tell, ...arrivals } = openArrivals();
  /** Undefined where nobody has looked yet. */
  let latest: number | undefined;

  function last(): number {
    // What was brought from elsewhere has numbers of its own.
    latest ??= Math.max(Number(store.get(counters, 'message') ?? 0), Number(store.keys(inboxCollection).at(-1)?.slice(0, digits) ?? 0));
    return latest;
  }

  const read = (document: string): Message => JSON.parse(document) as Message; // as `put` wrote it

  function* readEach(keys: readonly string[]): Iterable<Message> {
    for (const key of keys) {
      const document = store.get(inboxCollection, key);
      if (document !== undefined) yield read(document);
    }
  }

  return {
    ...arrivals,
    last,
    next() {
      const number = last() + 1;
      // Events of many APIs must have a UUID.
      return { number, id: uuidOfHex(idAt(number), 'a') };
    },
    put(message) {
      const { number } = message;
      store.whenUndone(() => {
        latest = undefined;
      });
      store.put(counters, 'message', String(number));
      store.put(inboxCollection, `${messageKey(number)}/${message.id}`, JSON.stringify(message));
      latest = number;
      const first = messageKey(number - messagesAtMost);
      for (const [key] of number > messagesAtMost ? store.list(inboxCollection, `${first}/`) : []) store.delete(inboxCollection, key);
      if (number > messagesAtMost) dropped(first);
      tell();
    },
    find(id) {
      const key = store.keys(inboxCollection).find((one) => one.endsWith(`/${id}`));
      const document = key === undefined ? undefined : store.get(inboxCollection, key);
      return document === undefined ? undefined : read(document);
    },
    after(number) {
      const from = `${messageKey(number)}0`; // after the slash that follows a number
      return [...readEach(store.keys(inboxCollection).filter((key) => key > from))];
    },
    before(number = Infinity) {
      const keys = store.keys(inboxCollection).toReversed();
      return readEach(Number.isFinite(number) ? keys.filter((key) => key < messageKey(number)) : keys);
    },
    forget() {
      latest = undefined;
    },
  };
}
