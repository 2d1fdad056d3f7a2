/** How much is kept: of one exchange, and of all together. Every bound of the journal stands here. */

import { SHOWN_FAULTS, SHOWN_PLACE } from '../../contract/limits.ts';

/** Of one exchange: entries of its lists, and characters of its texts. */
export const exchangeBounds = {
  method: 40,
  url: 8_192,
  /** Slugs and ids of operations. */
  name: 200,
  /** JSON pointers, and names of parameters. */
  place: SHOWN_PLACE,
  /** What a fault, a note or a defect says. */
  sentence: 500,
  /** What a problem says of all its faults. */
  message: 1_000,
  faults: SHOWN_FAULTS,
  notes: 20,
  defects: 20,
  /** The whole, as JSON. */
  bytes: 32_000,
};

/** Of a ring. The oldest leave it first, some at a time. */
export interface RingBounds {
  readonly exchanges: number;
  readonly bytes: number;
}

/** Of the ring of a client's exchanges, and of those with the sandbox's own API. */
export const ringBounds: RingBounds = { exchanges: 1_000, bytes: 4_000_000 };
export const controlRingBounds: RingBounds = { exchanges: 200, bytes: 800_000 };

/** Of one row of the ring, and how long exchanges may wait for theirs, in milliseconds. */
export const batchBounds = {
  exchanges: 50,
  bytes: 128_000,
  age: 1_000,
};
