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

/** Of the headers of one side, in characters; and how many lines of them are remembered. */
export const headerBounds = { name: 100, value: 500, all: 8_192, known: 500 };

/** Of a body, in characters; what a client keeps of one is set. */
export const bodyBounds = {
  /** Looked at beyond what is kept, so that nothing that must not be is cut in two and looks like something else. */
  margin: 600,
  /** A text this long is not held on to for the sake of its beginning. */
  long: 65_536,
  /** Names of members of which it is remembered whether they are a secret's. */
  known: 1_000,
};

/** Of a ring. The oldest leave it first, some at a time. */
export interface RingBounds {
  readonly exchanges: number;
  readonly bytes: number;
}

/** Of the ring of exchanges with the sandbox's own API; that of a client's is set. */
export const controlRingBounds: RingBounds = { exchanges: 200, bytes: 800_000 };

/** Of one row of the ring, and how long exchanges may wait for theirs, in milliseconds. */
export const batchBounds = {
  exchanges: 50,
  /** Of what is kept of them. */
  bytes: 256_000,
  /** Characters that are at hand, of which more may be held on to until then than is kept. */
  held: 2_000_000,
  age: 1_000,
};
