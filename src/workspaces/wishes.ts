/** What whoever makes workspaces may choose of them. */
import type { Settings } from '../workspace/settings.ts';

export interface Wishes {
  /** How many; each is then called by the prefix and its number: `team-07`. */
  readonly count: number;
  readonly name?: string;
  readonly prefix?: string;
  /** What each is called, where that is said: as many as there are to be. */
  readonly names?: readonly string[];
  readonly seed: number;
  /** People of the population; the whole of it where nothing is said. */
  readonly population?: number;
  readonly clock: 'real' | number;
  /** How long each lives; 24 hours where nothing is said, or as long as its event. */
  readonly hours?: number;
  readonly settings: Partial<Settings>;
  readonly contracts: readonly { readonly name: string; readonly text: string }[];
  /** Ids of exchanges that follow from the seed, rather than from a secret. */
  readonly repeatable: boolean;
  readonly event?: string;
  /** Whoever operates the deployment asks: no closed sign-up stops them. */
  readonly byOperator?: true;
}
