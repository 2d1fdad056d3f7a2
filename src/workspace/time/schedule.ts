/**
 * What is to be done later in a workspace: written down in the transaction that asks for it, and done once its time has come. It is part
 * of the overlay, like everything else that mocks write: a reset forgets it; a snapshot, a fork and an export have it with them.
 */
import type { Later } from '../../mock/event.ts';
import type { Store } from '../store/store.ts';

export interface Deferred extends Pick<Later, 'do' | 'about'> {
  /** The API that does it. */
  readonly api: string;
}

export interface Schedule {
  /** Whether the time of anything has come: one comparison, where it has not. */
  isDue(now: number): boolean;
  put(deferred: Deferred, due: number): void;
  /**
   * Does what is due, in order of time and then of writing, each in a transaction of its own together with being struck off. What fails is
   * undone, told, and not tried again. Of more than a thousand the rest is left for the next time.
   */
  run(now: number, act: (deferred: Deferred, due: number) => void): void;
  /** The store has become another: nothing is known of it any more. */
  forget(): void;
}

/** A name that no API's collection has: theirs have a slash. */
const collection = 'schedule';
/** The number that the next entry gets. Stands behind every key that begins with a digit. */
const counter = 'next';
const mostAtOnce = 1_000;

/** Milliseconds until the year 9999. */
const digits = 15;
const latest = 253_402_300_799_999;

export function openSchedule(store: Store, onBug: (error: unknown) => void = () => {}): Schedule {
  /** Nothing is due before; undefined where nobody has looked yet. */
  let earliest: number | undefined;

  const pending = (): readonly string[] => store.keys(collection).filter((key) => key !== counter);

  function isDue(now: number): boolean {
    if (earliest === undefined) {
      const [first] = pending();
      earliest = first === undefined ? Infinity : dueOf(first);
    }
    return earliest <= now;
  }

  /** False where it could not even be struck off. */
  function runOne(key: string, act: (deferred: Deferred, due: number) => void): boolean {
    const strikeOff = (work: () => void): void =>
      store.transaction(() => {
        work();
        store.delete(collection, key);
      });
    try {
      strikeOff(() => {
        const document = store.get(collection, key);
        if (document !== undefined) act(JSON.parse(document) as Deferred, dueOf(key)); // as `put` wrote it
      });
      return true;
    } catch (error) {
      onBug(error);
    }
    try {
      strikeOff(() => {});
      return true;
    } catch (error) {
      onBug(error);
      return false;
    }
  }

  return {
    isDue,
    put(deferred, due) {
      if (!Number.isFinite(due)) throw new RangeError('what is to be done later needs an instant');
      const at = Math.min(Math.max(0, Math.round(due)), latest);
      const number = Number(store.get(collection, counter) ?? 0);
      store.put(collection, counter, String(number + 1));
      store.put(collection, `${String(at).padStart(digits, '0')}/${String(number).padStart(digits, '0')}`, JSON.stringify(deferred));
      if (earliest !== undefined && at < earliest) earliest = at;
    },
    run(now, act) {
      let left = mostAtOnce;
      while (left > 0 && isDue(now)) {
        const due = pending().filter((key) => dueOf(key) <= now);
        earliest = Infinity;
        for (const key of due) {
          // Something that was put meanwhile comes first.
          if (left === 0 || earliest < dueOf(key)) break;
          left -= 1;
          if (!runOne(key, act)) left = 0;
        }
        earliest = undefined;
      }
    },
    forget() {
      earliest = undefined;
    },
  };
}

const dueOf = (key: string): number => Number(key.slice(0, digits));
