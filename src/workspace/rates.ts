/** How often something was asked or sent lately, by the clock of whoever counts. In memory, since a request that is undone was asked all the same. */

export interface Rates {
  /** Counts one more in this window of time. What is left of it is negative where that is one too many. */
  count(key: string, window: Window): CountedRate;
  /** The milliseconds until one more may come, where they have to be so far apart; 0 where it may, and then it has. */
  space(key: string, apart: number, now: number): number;
  forget(): void;
}

interface Window {
  readonly most: number;
  /** Milliseconds. */
  readonly length: number;
  readonly now: number;
}

export interface CountedRate {
  readonly left: number;
  /** The end of the window. */
  readonly until: number;
}

/** Applications times APIs, of one workspace. */
const mostKept = 2_000;

export function openRates(): Rates {
  const counts = new Map<string, { readonly until: number; asked: number }>();
  const last = new Map<string, number>();

  return {
    count(key, { most, length, now }) {
      const until = (Math.floor(now / length) + 1) * length;
      const known = counts.get(key);
      // A clock may be set back, so a window that has not begun yet is another one too.
      const current = known?.until === until ? known : kept(counts, key, { until, asked: 0 });
      current.asked++;
      return { left: most - current.asked, until };
    },
    space(key, apart, now) {
      const before = last.get(key);
      const wait = before === undefined || now < before ? 0 : before + apart - now;
      if (wait > 0) return wait;
      kept(last, key, now);
      return 0;
    },
    forget() {
      counts.clear();
      last.clear();
    },
  };
}

/** Whoever has not asked for longest is forgotten for it. */
function kept<V>(map: Map<string, V>, key: string, value: V): V {
  map.delete(key);
  const [oldest] = map.size >= mostKept ? map.keys() : [];
  if (oldest !== undefined) map.delete(oldest);
  map.set(key, value);
  return value;
}
