/** A workspace's own time. Nothing else in the product reads the time. */

export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
}

export const realClock: Clock = { now: () => Date.now() };

/** A clock that stands still at an instant until it is moved. */
export function frozenClock(at: number): Clock & { set(to: number): void } {
  let time = at;
  return {
    now: () => time,
    set: (to) => {
      time = to;
    },
  };
}
