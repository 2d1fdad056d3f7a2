/**
 * The bounded ring of exchanges of a workspace. The newest are in memory; they reach the store in batches, so that a read costs no write.
 * A crash loses at most the batch that had not been stored yet.
 */
import type { AnsweredBy, Fault, ProblemKind } from '../mock.ts';
import type { Clock } from './clock.ts';
import type { Store } from './store/store.ts';

/** One request and its answer, with the reason for the answer. Never a body, a token or a value that was sent. */
export interface Exchange {
  readonly number: number;
  readonly id: string;
  /** Milliseconds, workspace clock. */
  readonly at: number;
  readonly method: string;
  /** Path and query as sent, redacted. */
  readonly url: string;
  api?: string;
  operation?: string;
  status: number;
  /** Which step answered. */
  answeredBy?: AnsweredBy;
  problem?: ProblemKind;
  message?: string;
  faults?: readonly Fault[];
  notes?: string[];
  /** Ways in which our own answer breaks the contract: a defect of ours, or of a published example. */
  defects?: readonly string[];
  headers?: Readonly<Record<string, string>>;
}

/** Exchanges kept; the oldest are dropped. */
export const journalLimit = 1_000;
const batchSize = 50;
const batchAge = 1_000;
const collection = 'journal';

export interface Journal {
  /** The next exchange's number; counting goes on after a restart. */
  next(): number;
  add(exchange: Exchange): void;
  /** Stores what is still only in memory. Called with every write, by the runtime's timer, and at shutdown. */
  flush(): void;
  find(id: string): Exchange | undefined;
  /** Newest first. */
  list(limit: number): readonly Exchange[];
  clear(): void;
}

export function openJournal(store: Store, clock: Clock): Journal {
  let next = storedCount(store);
  let pending: Exchange[] = [];
  /** Keys of the stored batches, oldest first. */
  let batches = store.list(collection).map(([key]) => key);
  let pendingSince = 0;

  function flush(): void {
    const first = pending[0];
    if (!first) return;
    const batch = pending;
    pending = [];
    batches.push(batchKey(first.number));
    // A batch has left the ring once the one after it begins at or before the oldest exchange of the ring.
    const kept = batches.findIndex((_, i) => Number(batches[i + 1] ?? Infinity) > next - journalLimit);
    const surplus = batches.slice(0, kept);
    store.transaction(() => {
      store.put(collection, batchKey(first.number), JSON.stringify(batch));
      for (const key of surplus) store.delete(collection, key);
    });
    batches = batches.slice(surplus.length);
  }

  function all(): Exchange[] {
    const stored = store.list(collection).flatMap(([, text]): Exchange[] => JSON.parse(text));
    return [...stored, ...pending].slice(-journalLimit);
  }

  return {
    next: () => next++,
    add(exchange) {
      const now = clock.now();
      if (pending.length === 0) pendingSince = now;
      pending.push(exchange);
      if (pending.length >= batchSize || now - pendingSince > batchAge) flush();
    },
    flush,
    find: (id) => all().find((exchange) => exchange.id === id),
    list: (limit) => all().reverse().slice(0, limit),
    clear() {
      pending = [];
      batches = [];
      for (const [key] of store.list(collection)) store.delete(collection, key);
    },
  };
}

const batchKey = (number: number): string => String(number).padStart(12, '0');

function storedCount(store: Store): number {
  const last = store.list(collection).at(-1);
  if (!last) return 0;
  const batch: Exchange[] = JSON.parse(last[1]);
  return (batch.at(-1)?.number ?? -1) + 1;
}
