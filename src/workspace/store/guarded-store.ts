/** Stores that refuse some writes. A refusal carries the problem, which the gateway writes in the words of the API that was asked. */
import { bytesOf } from '../../contract/bytes-of.ts';
import type { Problem } from '../../mock/problem.ts';
import type { IndexEntry, Store } from './store.ts';

export class StoreRefusal extends Error {
  override readonly name = 'StoreRefusal';
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** Reads as `store` does, and answers every write with `problem`. */
export function readOnlyStore(store: Store, problem: Problem): Store {
  const refuse = (): never => {
    throw new StoreRefusal(problem);
  };
  return { ...store, put: refuse, delete: refuse, putRow: refuse, clear: refuse };
}

/** Most bytes of one stored document (a row of a Durable Object holds 2 MB). */
export const documentLimit = 1_500_000;

/** Bytes of a row beside what is stored in it. */
const rowOverhead = 100;

/** A store with room for a prototype's data and no more: `take` is asked for the bytes of every write, and throws where there are none left. */
export function boundedStore(store: Store, take: (bytes: number) => void): Store {
  function admit(key: string, document: string, entries: readonly IndexEntry[]): void {
    const bytes = roughBytesOf(document);
    if (bytes > documentLimit)
      throw new StoreRefusal({ problem: 'too-large', message: `What would be stored is larger than ${documentLimit} bytes.` });
    take(entries.reduce((sum, { name, value }) => sum + name.length + value.length, bytes + key.length + rowOverhead));
  }
  return {
    ...store,
    put(collection, key, document, entries = []) {
      admit(key, document, entries);
      store.put(collection, key, document, entries);
    },
    putRow(collection, row, definition) {
      admit(row.key, row.document, row.entries);
      store.putRow(collection, row, definition);
    },
  };
}

/** Short texts are not worth counting letter by letter. */
const roughBytesOf = (text: string): number => (text.length < 200 ? text.length : bytesOf(text));
