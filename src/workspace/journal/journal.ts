/**
 * The bounded ring of exchanges of a workspace. The newest are in memory; they reach the store in batches, so that a read costs no write.
 * A crash loses at most the batch that had not been stored yet. Whatever goes wrong here, no request fails of it.
 */
import { openArrivals, type Arrivals } from '../arrivals.ts';
import type { Clock } from '../time/clock.ts';
import type { Store } from '../store/store.ts';
import type { AtHand } from './at-hand.ts';
import { batchText, exchangesIn, type HeldExchange } from './batch-text.ts';
import { batchBounds, type RingBounds } from './bounds.ts';
import { exchangeText } from './bounded-exchange.ts';
import type { Exchange } from './exchange.ts';
import { batchesIn, newBatch, type Batch } from './batches.ts';
import { bodyKeeper, shortened } from './kept-body.ts';
import { headerKeeper, type Fingerprint } from './kept-headers.ts';
import { openMeasure } from './measure.ts';
import { openWaiting, sizeOf } from './waiting.ts';

export interface Journal extends Arrivals {
  /** The next exchange's number; counting goes on after a restart. */
  next(): number;
  /** Takes the exchange as it is now, within its bounds. What is at hand of its sides is held on to until it is stored. */
  add(exchange: Exchange, atHand?: AtHand): void;
  /** Stores what is still only in memory. Called by the runtime's timer, and at shutdown. */
  flush(): void;
  find(id: string): Exchange | undefined;
  /** Newest first. */
  list(limit: number): readonly Exchange[];
  /** The same, read as far as is asked for. Of those that are numbered `above` or less, whole rows are left unread. */
  newest(above?: number): Iterable<Exchange>;
  /** Whether it holds everything since it was cleared: nothing has left the ring yet. */
  isWhole(): boolean;
  /** Bytes that are stored. */
  bytes(): number;
  clear(): void;
}

export interface JournalOptions {
  readonly collection?: string;
  /** Asked each time, since they may be set otherwise. */
  readonly ring: () => RingBounds;
  /** Bytes of each body that are kept. */
  readonly body: () => number;
  readonly fingerprint: Fingerprint;
  /** The id of the exchange with this number. */
  readonly idOf: (number: number) => string;
  /** Told when exchanges could not be stored, once until they could again. They wait in memory, as many as the ring may hold. */
  readonly failed?: ((error: unknown) => void) | undefined;
  /** Run in the transaction in which exchanges are stored. */
  readonly beside?: () => void;
}

export function openJournal(store: Store, clock: Clock, options: JournalOptions): Journal {
  const { collection = '~journal', ring, body, fingerprint, failed = () => {}, beside = () => {} } = options;
  const keepHeaders = headerKeeper(fingerprint);
  const measure = openMeasure();
  const keepBody = bodyKeeper(measure);
  let batches = batchesIn(store, collection);
  let next = Math.max(0, ...batches.map(({ highest }) => highest + 1));
  const waiting = openWaiting();
  const { tell, ...arrivals } = openArrivals();
  let since = 0;
  let hasFailed = false;
  /** Some were forgotten before they had been stored. */
  let isCut = false;

  function flush(): void {
    try {
      while (waiting.all.length > 0) storeOldest();
      hasFailed = false;
    } catch (error) {
      since = clock.now();
      if (!hasFailed) failed(error);
      hasFailed = true;
    }
  }

  /** Puts a batch away first, and forgets it then. */
  function storeOldest(): void {
    const together = waiting.batch();
    const text = textOf(together);
    const numbers = together.map(({ number }) => number);
    const batch = newBatch(batches.at(-1), numbers, measure.bytesOf(text));
    const left = leftBeside(batch);
    store.transaction(() => {
      store.put(collection, batch.key, text);
      for (const { key } of batches.slice(0, batches.length - left.length)) store.delete(collection, key);
      beside();
      const before = batches;
      store.whenUndone(() => {
        batches = before;
        waiting.addAgain(together);
      });
      batches = [...left, batch];
      waiting.forget(together.length);
    });
  }

  const textOf = (those: readonly HeldExchange[]): string => batchText(those, { keepHeaders, keepBody, most: body() });

  /** The batches that the ring still holds beside a new one: a batch leaves when the ring is full without it. */
  function leftBeside({ exchanges, bytes }: Batch): readonly Batch[] {
    const most = ring();
    let left = 0;
    for (const batch of batches.toReversed()) {
      bytes += batch.bytes;
      if (exchanges >= most.exchanges || bytes > most.bytes) break;
      exchanges += batch.exchanges;
      left++;
    }
    return batches.slice(batches.length - left);
  }

  function take({ id, number }: Exchange, text: string, atHand: AtHand | undefined): void {
    const now = clock.now();
    if (waiting.all.length === 0) since = now;
    waiting.add({ id, number, text, atHand, ...sizeOf(text, atHand, body()) });
    if ((waiting.isBatch() && !hasFailed) || now - since > batchBounds.age) flush();
    // Where nothing can be stored, memory is the ring.
    if (waiting.forgetBeyond(ring())) isCut = true;
  }

  /** The stored batches, newest first, each with as many of its exchanges as are in the ring: the oldest may begin before the ring does. */
  function* stored(): Generator<Batch & { readonly room: number }> {
    let room = ring().exchanges - waiting.all.length;
    for (const batch of batches.toReversed()) {
      if (room <= 0) return;
      yield { ...batch, room };
      room -= batch.exchanges;
    }
  }

  const read = ({ key, room }: { readonly key: string; readonly room: number }): readonly Exchange[] =>
    exchangesIn(store.get(collection, key) ?? '[]').slice(-room);

  function* newest(above = -1): Generator<Exchange> {
    yield* exchangesIn(textOf(waiting.all)).toReversed();
    for (const batch of stored()) if (batch.highest > above) yield* read(batch).toReversed();
  }

  /** Ids are made of numbers, and which numbers stand in a row its key says: none is read but that which has it. */
  function numberOf(id: string): number | undefined {
    const lowest = Math.min(next, ...batches.map((batch) => batch.lowest));
    for (let number = next - 1; number >= lowest; number--) if (options.idOf(number) === id) return number;
    return undefined;
  }

  return {
    ...arrivals,
    next: () => next++,
    add(exchange, atHand) {
      try {
        take(exchange, exchangeText(exchange), atHand && shortened(atHand, body()));
        tell();
      } catch (error) {
        failed(error);
      }
    },
    flush,
    find(id) {
      const one = waiting.all.find((each) => each.id === id);
      if (one) return exchangesIn(textOf([one]))[0];
      const number = numberOf(id);
      if (number === undefined) return undefined;
      for (const batch of stored()) {
        const found = batch.lowest <= number && number <= batch.highest && read(batch).find((exchange) => exchange.id === id);
        if (found) return found;
      }
      return undefined;
    },
    list(limit) {
      const found: Exchange[] = [];
      for (const exchange of newest()) if (found.push(exchange) >= limit) break;
      return found;
    },
    newest,
    isWhole() {
      // The ordinals of batches begin anew when the ring is cleared.
      const kept = batches.reduce((sum, { exchanges }) => sum + exchanges, waiting.all.length);
      return !isCut && (batches[0]?.ordinal ?? 0) === 0 && kept <= ring().exchanges;
    },
    bytes: () => batches.reduce((sum, { bytes }) => sum + bytes, 0),
    clear() {
      store.transaction(() => {
        store.clear([collection]);
        const before = batches;
        const wasCut = isCut;
        const forgotten = [...waiting.all];
        store.whenUndone(() => {
          batches = before;
          isCut = wasCut;
          waiting.addAgain(forgotten);
        });
        batches = [];
        isCut = false;
        waiting.forget(forgotten.length);
      });
    },
  };
}
