/**
 * The one clock of a workspace: it goes as it was made to, until somebody sets it. What it is set to is the workspace's own, like its
 * settings: a reset leaves it alone, and a snapshot and a fork have it with them.
 */
import type { Store } from '../store/store.ts';
import { realClock, type Clock } from './clock.ts';

/** Real time, an instant at which time stands still, or so many milliseconds ahead of real time: behind it, where they are fewer than none. */
export type ClockSetting =
  | { readonly mode: 'real' }
  | { readonly mode: 'frozen'; readonly at: number }
  | { readonly mode: 'offset'; readonly by: number };

export interface WorkspaceClock extends Clock {
  setting(): ClockSetting;
  /** Sets it forth or back. What is due by then is for others to do. */
  set(setting: ClockSetting): void;
  /** Back to what the workspace was made with. */
  unset(): void;
  /** A clock that stands still stands at the instant from now on; one that goes goes on from there. */
  moveTo(instant: number): void;
  /** When it will be this instant, in real time; undefined where it never will by itself. */
  realTimeOf(instant: number): number | undefined;
}

const collection = '~clock';
const key = 'set';

/** With what the workspace was made with then: where it is opened with another clock now, that is the later word. */
interface Kept {
  readonly setting: ClockSetting;
  readonly over: 'real' | number;
}

export function openWorkspaceClock(store: Store, madeWith: Clock): WorkspaceClock {
  const over = madeWith === realClock ? 'real' : madeWith.now();
  let set = storedIn(store, over);

  function keep(next: ClockSetting | undefined): void {
    const before = set;
    store.transaction(() => {
      if (next) store.put(collection, key, JSON.stringify({ setting: next, over } satisfies Kept));
      else store.delete(collection, key);
      store.whenUndone(() => {
        set = before;
      });
      set = next;
    });
  }

  function setting(): ClockSetting {
    return set ?? (madeWith === realClock ? { mode: 'real' } : { mode: 'frozen', at: madeWith.now() });
  }

  function now(): number {
    if (set === undefined) return madeWith.now();
    if (set.mode === 'frozen') return set.at;
    return realClock.now() + (set.mode === 'offset' ? set.by : 0);
  }

  return {
    now,
    setting,
    set: keep,
    unset: () => keep(undefined),
    moveTo: (instant) =>
      keep(setting().mode === 'frozen' ? { mode: 'frozen', at: instant } : { mode: 'offset', by: Math.round(instant) - realClock.now() }),
    realTimeOf(instant) {
      const present = setting();
      if (present.mode === 'frozen') return undefined;
      return present.mode === 'offset' ? instant - present.by : instant;
    },
  };
}

function storedIn(store: Store, over: Kept['over']): ClockSetting | undefined {
  const text = store.get(collection, key);
  const kept = text === undefined ? undefined : (JSON.parse(text) as Kept); // as `keep` wrote it
  return kept?.over === over ? kept.setting : undefined;
}
