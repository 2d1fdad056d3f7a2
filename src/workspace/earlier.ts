/**
 * What rows of the overlay were before they were last written: kept while a fault asks for stale reads, so that a read can be answered as by
 * a replica that lags behind.
 */
import type { Clock } from './time/clock.ts';
import { isOverlay, type Store, type StoredRow } from './store/store.ts';

export interface Earlier {
  /** Whether there is anything that was something else before. */
  readonly isKnown: boolean;
  /** What `work` makes of rows as they were before their last write, of those that were written at this instant or later. What it writes is undone. */
  within<T>(work: () => T, since: number): T;
  /** Only within a transaction. */
  forget(): void;
}

export interface KeepingEarlier {
  /** The store, with a memory. */
  readonly store: Store;
  readonly earlier: Earlier;
}

interface EarlierOptions {
  readonly clock: Clock;
  /** Asked before every write. */
  readonly isAskedFor: () => boolean;
}

interface Kept {
  readonly collection: string;
  readonly key: string;
  readonly at: number;
  /** Left out where there was none. */
  readonly row?: StoredRow;
  readonly definition?: string | undefined;
}

const kept = '~earlier';
const rowsAtMost = 200;
/** A row that is longer is not kept, and is read as it is. */
const longest = 50_000;
/** What all of them have: by it the oldest is found. */
const all = { name: 'kept', value: '' };

export function keepingEarlier(inner: Store, { clock, isAskedFor }: EarlierOptions): KeepingEarlier {
  let depth = 0;
  /** What the open transaction has written: what was before it counts, and nothing in between. */
  const written = new Set<string>();

  function keep(collection: string, key: string): void {
    const place = `${collection}\0${key}`;
    if (written.has(place)) return;
    written.add(place);
    inner.whenUndone(() => written.delete(place));
    const row = inner.row(collection, key);
    const was: Kept = { collection, key, at: clock.now(), ...(row && { row, definition: inner.definition(collection) }) };
    const text = JSON.stringify(was);
    inner.delete(kept, place);
    if (text.length > longest) return;
    if (inner.count(kept) >= rowsAtMost)
      for (const oldest of inner.find(kept, [{ name: all.name, anyOf: [all.value] }], { limit: 1 })) inner.delete(kept, oldest.key);
    inner.put(kept, place, text, [all]);
  }

  function transaction<T>(work: () => T): T {
    depth++;
    try {
      return inner.transaction(work);
    } finally {
      depth--;
      if (depth === 0) written.clear();
    }
  }

  function keeping<T>(collection: string, key: string, write: () => T): T {
    if (!isAskedFor() || !isOverlay(collection)) return write();
    return transaction(() => {
      keep(collection, key);
      return write();
    });
  }

  return {
    store: {
      ...inner,
      transaction,
      put: (collection, key, document, entries) => keeping(collection, key, () => inner.put(collection, key, document, entries)),
      delete: (collection, key) => keeping(collection, key, () => inner.delete(collection, key)),
    },
    earlier: {
      get isKnown() {
        return inner.count(kept) > 0;
      },
      within(work, since) {
        let seen: { readonly value: ReturnType<typeof work> } | undefined;
        try {
          return transaction(() => {
            for (const [, text] of inner.list(kept)) goBack(inner, JSON.parse(text) as Kept, since); // as `keep` wrote it
            seen = { value: work() };
            throw new Seen();
          });
        } catch (thrown) {
          if (thrown instanceof Seen && seen) return seen.value;
          throw thrown;
        }
      },
      forget: () => inner.clear([kept]),
    },
  };
}

function goBack(store: Store, { collection, key, at, row, definition }: Kept, since: number): void {
  if (at < since) return;
  if (row) store.putRow(collection, row, definition);
  else store.delete(collection, key);
}

/** Ends a transaction of which nothing is to stay. */
class Seen extends Error {}
