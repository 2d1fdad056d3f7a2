/** A store whose n-th call from now fails, whichever call that is; the end of a transaction, where a disk may turn out to be full, is one, too. */
import type { Store } from '../../src/workspace/store/store.ts';

export class StoreFailure extends Error {}

export interface CountDown {
  /** To be asked by whatever may fail. */
  tick(): void;
  /** Does `work` while the n-th of what is asked fails; tells whether that came to pass. What is thrown of it ends here. */
  failsAt(n: number, work: () => void): boolean;
}

export function countDown(): CountDown {
  let left = Infinity;
  let hasFailed = false;
  return {
    tick() {
      if (hasFailed || --left > 0) return;
      hasFailed = true;
      throw new StoreFailure('database or disk is full');
    },
    failsAt(n, work) {
      left = n;
      hasFailed = false;
      try {
        work();
      } catch (error) {
        if (!(error instanceof StoreFailure)) throw error;
      }
      left = Infinity;
      return hasFailed;
    },
  };
}

export interface FailingStore {
  readonly store: Store;
  readonly failsAt: CountDown['failsAt'];
}

export function failingStore(inner: Store): FailingStore {
  const { tick, failsAt } = countDown();
  return { store: tickingStore(inner, tick), failsAt };
}

/** Asks before every call whether it may fail. */
export function tickingStore(inner: Store, tick: () => void): Store {
  function counted<Args extends unknown[], T>(call: (...args: Args) => T): (...args: Args) => T {
    return (...args) => {
      tick();
      return call(...args);
    };
  }
  const { get, put, list, keys, find, tally, reindex, count, collections, rows, definition, putRow, clear } = inner;
  const reads = { get: counted(get), list: counted(list), keys: counted(keys), find: counted(find), tally: counted(tally) };
  const facts = { count: counted(count), collections: counted(collections), definition: counted(definition) };
  const writes = {
    put: counted(put),
    putRow: counted(putRow),
    delete: counted(inner.delete),
    clear: counted(clear),
    reindex: counted(reindex),
  };
  return {
    ...inner,
    ...reads,
    ...facts,
    ...writes,
    *rows(collection) {
      for (const row of rows(collection)) {
        tick();
        yield row;
      }
    },
    transaction: (work) =>
      inner.transaction(() => {
        const done = work();
        tick();
        return done;
      }),
  };
}
