/** Stores that refuse some writes. A refusal carries the problem, which the gateway writes in the words of the API that was asked. */
import type { Problem } from '../../mock.ts';
import type { Store } from './store.ts';

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
  return { ...store, put: refuse, delete: refuse, clear: refuse };
}

/** Most characters of one stored document (a row of a Durable Object holds 2 MB, UTF-8 at most three bytes a character). */
const documentLimit = 1_500_000;
/** Most bytes of a workspace. */
const workspaceLimit = 50_000_000;

/** Writes between two looks at the size, which takes about as long as a write. */
const betweenLooks = 32;

/** A store with room for a prototype's data and no more; `size` tells the bytes it holds. */
export function boundedStore(store: Store, size: () => number): Store {
  let isFull = false;
  let writes = 0;
  return {
    ...store,
    put(collection, key, document, entries) {
      if (utf8Length(document) > documentLimit) {
        throw new StoreRefusal({ problem: 'too-large', message: `What would be stored is larger than ${documentLimit} bytes.` });
      }
      if (isFull || writes++ % betweenLooks === 0) isFull = size() > workspaceLimit;
      if (isFull) {
        const message = `This workspace holds ${workspaceLimit} bytes, which is all it may hold. Reset it or delete something first.`;
        throw new StoreRefusal({ problem: 'rate-limited', message });
      }
      store.put(collection, key, document, entries);
    },
  };
}

function utf8Length(text: string): number {
  if (text.length * 3 <= documentLimit) return text.length;
  return new TextEncoder().encode(text).byteLength;
}
