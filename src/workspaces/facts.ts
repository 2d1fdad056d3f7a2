/** How a workspace was made: everything that must be remembered of it besides what is in it. */
import { defaultHours, hour } from './limits.ts';

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
  /** Absent where it never ends. */
  readonly expires?: number;
  /** The event that it belongs to. */
  readonly event?: string;
  /** What its organiser has to say to whoever uses it. */
  readonly announcement?: string;
  /** It was named by its user on a server of their own, and opens to whoever says its name. */
  readonly isOpen?: true;
}

export interface KeyHash {
  readonly hash: string;
  readonly until?: number;
}

/** Facts as an earlier release kept them: one key, and not when the workspace was made. */
export interface EarlierFacts extends Omit<WorkspaceFacts, 'keys' | 'made'> {
  readonly keyHash: string;
  readonly expires: number;
}

/** What an earlier release kept is told from what this one does by its members; when it was made is guessed from how long most live. */
export function currentFacts(kept: WorkspaceFacts | EarlierFacts): WorkspaceFacts {
  if (!('keyHash' in kept)) return kept;
  const { keyHash, ...facts } = kept;
  return { ...facts, keys: [{ hash: keyHash }], made: kept.expires - defaultHours * hour };
}
