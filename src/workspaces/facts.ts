/** How a workspace was made: everything that must be remembered of it besides what is in it. */

export interface WorkspaceFacts {
  readonly id: string;
  /** For people; never unique. */
  readonly name?: string;
  /** SHA-256 of each key that opens it, newest first; one that was replaced says until when, in milliseconds. */
  readonly keys: readonly KeyHash[];
  /** Behind the ids of exchanges. */
  readonly secret: string;
  readonly seed: number;
  /** People of the population; the whole of it where nothing is said. */
  readonly population?: number;
  /** `real`, or the instant at which its clock stands, in milliseconds. */
  readonly clock: 'real' | number;
  /** Milliseconds. */
  readonly made: number;
  readonly expires: number;
  /** The event that it belongs to. */
  readonly event?: string;
  /** It was named by its user on a server of their own, and opens to whoever says its name. */
  readonly isOpen?: true;
}

export interface KeyHash {
  readonly hash: string;
  readonly until?: number;
}
