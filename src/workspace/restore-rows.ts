/** Makes the overlay and the rules what they were when their rows were written as lines: only what differs is written, since every row that is written costs. */
import { readLines } from './row-lines.ts';
import { compareKeys } from './store/key-order.ts';
import { isOfSnapshots, type Store, type StoredRow } from './store/store.ts';

/** Tells how many rows there are now. Only within a transaction. */
export function restoreRows(store: Store, lines: Iterable<string>): number {
  const known = new Set<string>();
  let merge: Merge | undefined;
  let rows = 0;
  for (const { collection, definition, row } of readLines(lines)) {
    if (!known.has(collection)) {
      merge?.end();
      merge = openMerge(store, collection, definition);
      known.add(collection);
    }
    merge?.next(row);
    rows++;
  }
  merge?.end();
  store.clear(store.collections().filter((name) => isOfSnapshots(name) && !known.has(name)));
  return rows;
}

interface Merge {
  /** The next row that there was, in order of the key. */
  next(row: StoredRow): void;
  end(): void;
}

/** Walks through the rows that are there beside those that there were, both in order of the key. */
function openMerge(store: Store, collection: string, definition: string | undefined): Merge {
  if (store.definition(collection) !== definition) store.clear([collection]);
  const held = store.rows(collection)[Symbol.iterator]();
  const gone: string[] = [];
  const missing: StoredRow[] = [];
  let step = held.next();

  function passTo(isBefore: (key: string) => boolean): void {
    for (; !step.done && isBefore(step.value.key); step = held.next()) gone.push(step.value.key);
  }

  return {
    next(row) {
      passTo((key) => compareKeys(key, row.key) < 0);
      if (!step.done && step.value.key === row.key) {
        if (!isSame(step.value, row)) {
          gone.push(row.key);
          missing.push(row);
        }
        step = held.next();
      } else missing.push(row);
    },
    end() {
      passTo(() => true);
      // First, since one that came later may stand at the position of one that is to come back.
      for (const key of gone) store.delete(collection, key);
      for (const row of missing) store.putRow(collection, row, definition);
    },
  };
}

function isSame(a: StoredRow, b: StoredRow): boolean {
  return (
    a.position === b.position &&
    a.document === b.document &&
    a.entries.length === b.entries.length &&
    a.entries.every(({ name, value }, i) => name === b.entries[i]?.name && value === b.entries[i]?.value)
  );
}
