/** What was done in a workspace, in numbers, never what was sent. They are counted in memory, and kept when exchanges are. */
import type { Exchange } from './journal/exchange.ts';
import type { Store } from './store/store.ts';
import { realClock } from './time/clock.ts';

/** Exchanges of clients; those with the sandbox's own API are not counted. */
export interface Counted {
  readonly requests: number;
  /** Answered with a status of 400 or more. */
  readonly refused: number;
  /** Of a method that changes something, and not refused; a search by POST is none. */
  readonly changes: number;
  /** Milliseconds of real time, since the clock of a workspace may stand still; absent where nothing was asked yet. */
  readonly lastUsed?: number;
}

export interface CountersOfUse {
  count(exchange: Exchange): void;
  /** Puts away what was counted since the last time. */
  keep(): void;
  read(): Counted;
}

const collection = '~counters';
const key = 'exchanges';
const readers = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);
const searchByPost = /\/_search(?:$|\?)/;

export function openCounters(store: Store): CountersOfUse {
  const stored = store.get(collection, key);
  let counted: Counted = stored === undefined ? { requests: 0, refused: 0, changes: 0 } : JSON.parse(stored);
  let kept = counted;

  return {
    count({ method, status, url }) {
      const isRefused = status >= 400;
      const isChange = !isRefused && !readers.has(method) && !searchByPost.test(url);
      counted = {
        requests: counted.requests + 1,
        refused: counted.refused + Number(isRefused),
        changes: counted.changes + Number(isChange),
        lastUsed: realClock.now(),
      };
    },
    keep() {
      if (kept === counted) return;
      const before = kept;
      store.put(collection, key, JSON.stringify(counted));
      store.whenUndone(() => {
        kept = before;
      });
      kept = counted;
    },
    read: () => counted,
  };
}
