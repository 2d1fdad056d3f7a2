/** The stored batches of exchanges. Their keys say what is in them, so that none is read to know which there are. */
import type { Store } from '../store/store.ts';

export interface Batch {
  readonly key: string;
  readonly ordinal: number;
  /** The lowest and the highest number of its exchanges: they are in the order of their answers. */
  readonly lowest: number;
  readonly highest: number;
  readonly exchanges: number;
  readonly bytes: number;
}

/** An earlier release did not say the lowest. */
const keyShape = /^(\d{12})\.(\d+)\.(\d+)\.(\d+)(?:\.(\d+))?$/;

export function newBatch(last: Batch | undefined, numbers: readonly number[], bytes: number): Batch {
  const ordinal = (last?.ordinal ?? -1) + 1;
  const lowest = Math.min(...numbers);
  const highest = Math.max(...numbers);
  const key = `${String(ordinal).padStart(12, '0')}.${highest}.${numbers.length}.${bytes}.${lowest}`;
  return { key, ordinal, lowest, highest, exchanges: numbers.length, bytes };
}

/** Oldest first. The first release bounded no exchange, and its keys told nothing: what it left is thrown away unread. */
export function batchesIn(store: Store, collection: string): readonly Batch[] {
  return store.keys(collection).flatMap((key): readonly Batch[] => {
    const [, ordinal, highest, exchanges, bytes, lowest = 0] = keyShape.exec(key) ?? [];
    if (ordinal !== undefined) {
      const [first, last] = [Number(lowest), Number(highest)];
      return [{ key, ordinal: Number(ordinal), lowest: first, highest: last, exchanges: Number(exchanges), bytes: Number(bytes) }];
    }
    store.delete(collection, key);
    return [];
  });
}
