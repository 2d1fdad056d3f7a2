/** Time, as everything asks for it. Nothing else in the product reads the time. */

export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
}

export const realClock: Clock = { now: () => Date.now() };

/** A clock that stands still at an instant. */
export const frozenClock = (at: number): Clock => ({ now: () => at });

/** The clock of a workspace that was made with this one. */
export const clockOf = (madeWith: 'real' | number): Clock => (madeWith === 'real' ? realClock : frozenClock(madeWith));
