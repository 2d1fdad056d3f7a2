/**
 * The bounded ring of exchanges of a workspace. The newest are in memory; they reach the store in batches, so that a read costs no write.
 * A crash loses at most the batch that had not been stored yet. Whatever goes wrong here, no request fails of it.
 */
import type { Clock } from '../time/clock.ts';
import type { Store } from '../store/store.ts';
import { batchBounds, ringBounds, type RingBounds } from './bounds.ts';
import { bytesOf, exchangeText } from './bounded-exchange.ts';
import type { Exchange } from './exchange.ts';
import { batchesIn, newBatch, type Batch } from './batches.ts';

export interface Journal {
  /** The next exchange's number; counting goes on after a restart. */
  next(): number;
  /** Takes the exchange as it is now, within its bounds; nothing of it is held on to. */
  add(exchange: Exchange): void;
  /** Stores what is still only in memory. Called by the runtime's timer, and at shutdown. */
  flush(): void;
  find(id: string): Exchange | undefined;
  /** Newest first. */
  list(limit: number): readonly Exchange[];
  /** The same, read as far as is asked for. Of those that are numbered `above` or less, whole rows are left unread. */
  newest(above?: number): Iterable<Exchange>;
  /** Bytes that are stored. */
  bytes(): number;
  clear(): void;
}

interface Waiting {
  readonly id: string;
  readonly number: number;
  readonly text: string;
}

export interface JournalOptions {
  readonly collection?: string;
  readonly ring?: RingBounds;
  /** Told when exchanges could not be stored, once until they could again. They wait in memory, as many as the ring may hold. */
  readonly failed?: ((error: unknown) => void) | undefined;
  /** Run in the transaction in which exchanges are stored. */
  readonly beside?: () => void;
}

export function openJournal(store: Store, clock: Clock, options: JournalOptions = {}): Journal {
  const { collection = '~journal', ring = ringBounds, failed = () => {}, beside = () => {} } = options;
  let batches = batchesIn(store, collection);
  let next = Math.max(0, ...batches.map(({ highest }) => highest + 1));
  let waiting: Waiting[] = [];
  let characters = 0;
  let since = 0;
  let hasFailed = false;

  function flush(): void {
    try {
      while (waiting.length > 0) storeOldest();
      hasFailed = false;
    } catch (error) {
      since = clock.now();
      if (!hasFailed) failed(error);
      hasFailed = true;
    }
  }

  /** Puts a batch away first, and forgets it then. */
  function storeOldest(): void {
    const together = waiting.slice(0, countOf(waiting, batchBounds));
    const text = `[${together.map((one) => one.text).join(',')}]`;
    const batch = newBatch(
      batches.at(-1),
      together.map(({ number }) => number),
      bytesOf(text),
    );
    const left = leftBeside(batch);
    store.transaction(() => {
      store.put(collection, batch.key, text);
      for (const { key } of batches.slice(0, batches.length - left.length)) store.delete(collection, key);
      beside();
      const before = batches;
      store.whenUndone(() => {
        batches = before;
        waitAgain(together);
      });
      batches = [...left, batch];
      forget(together.length);
    });
  }

  /** Before all that came since. */
  function waitAgain(those: readonly Waiting[]): void {
    waiting.unshift(...those);
    for (const { text } of those) characters += text.length;
  }

  /** The batches that the ring still holds beside a new one: a batch leaves when the ring is full without it. */
  function leftBeside({ exchanges, bytes }: Batch): readonly Batch[] {
    let left = 0;
    for (const batch of batches.toReversed()) {
      bytes += batch.bytes;
      if (exchanges >= ring.exchanges || bytes > ring.bytes) break;
      exchanges += batch.exchanges;
      left++;
    }
    return batches.slice(batches.length - left);
  }

  function forget(count: number): void {
    for (const { text } of waiting.splice(0, count)) characters -= text.length;
  }

  function take(exchange: Exchange): void {
    const { id, number } = exchange;
    const text = exchangeText(exchange);
    const now = clock.now();
    if (waiting.length === 0) since = now;
    waiting.push({ id, number, text });
    characters += text.length;
    const isFull = waiting.length >= batchBounds.exchanges || characters >= batchBounds.bytes;
    if ((isFull && !hasFailed) || now - since > batchBounds.age) flush();
    // Where nothing can be stored, memory is the ring.
    while (waiting.length > ring.exchanges || characters > ring.bytes) forget(1);
  }

  const read = ({ key }: Batch): string => store.get(collection, key) ?? '[]';

  function* newest(above = -1): Generator<Exchange> {
    for (const { text } of waiting.toReversed()) yield JSON.parse(text) as Exchange; // as `take` wrote it
    // The oldest batch may begin before the ring does.
    let room = ring.exchanges - waiting.length;
    for (const batch of batches.toReversed()) {
      if (room <= 0) return;
      if (batch.highest > above) yield* exchangesIn(read(batch)).toReversed().slice(0, room);
      room -= batch.exchanges;
    }
  }

  return {
    next: () => next++,
    add(exchange) {
      try {
        take(exchange);
      } catch (error) {
        failed(error);
      }
    },
    flush,
    find(id) {
      const held = waiting.find((one) => one.id === id);
      if (held) return JSON.parse(held.text) as Exchange; // as `take` wrote it
      // The oldest batch may begin before the ring does.
      let room = ring.exchanges - waiting.length;
      for (const batch of batches.toReversed()) {
        const text = read(batch);
        const found =
          text.includes(JSON.stringify(id)) &&
          exchangesIn(text)
            .slice(-room)
            .find((exchange) => exchange.id === id);
        if (found) return found;
        room -= batch.exchanges;
        if (room <= 0) break;
      }
      return undefined;
    },
    list(limit) {
      const found: Exchange[] = [];
      for (const exchange of newest()) if (found.push(exchange) >= limit) break;
      return found;
    },
    newest,
    bytes: () => batches.reduce((sum, { bytes }) => sum + bytes, 0),
    clear() {
      store.transaction(() => {
        store.clear([collection]);
        const before = batches;
        const forgotten = waiting;
        store.whenUndone(() => {
          batches = before;
          waitAgain(forgotten);
        });
        batches = [];
        waiting = [];
        characters = 0;
      });
    },
  };
}

/** How many of the oldest fit into one batch; always one. */
function countOf(waiting: readonly Waiting[], { exchanges, bytes }: typeof batchBounds): number {
  let count = 0;
  for (let size = 0; count < Math.min(waiting.length, exchanges); count++) {
    size += waiting[count]?.text.length ?? 0;
    if (size > bytes && count > 0) break;
  }
  return count;
}

const exchangesIn = (text: string): readonly Exchange[] => JSON.parse(text) as readonly Exchange[]; // as `storeOldest` wrote them
