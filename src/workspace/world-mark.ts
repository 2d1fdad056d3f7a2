/** Which people a workspace is about: written down when it is made, so that what is stored is never opened over others. */
import type { Problem } from '../mock/problem.ts';
import type { IsoDate } from '../population.ts';
import { worldVersion } from '../world/reach.ts';
import { StoreRefusal } from './store/guarded-store.ts';
import { isOverlay, type Store } from './store/store.ts';

/** The same three have the same people. */
export interface WorldId {
  readonly version: number;
  readonly seed: number;
  readonly size: number;
}

interface WorldMark extends WorldId {
  /** The day on which the workspace was made, which the test people who are an age are born relative to. */
  readonly made: IsoDate;
}

export const worldIdOf = (seed: number, { size }: { readonly size: number }): WorldId => ({ version: worldVersion, seed, size });

/** Its own, like its settings: a reset leaves it alone, and a fork is given it. */
const collection = '~world';
const key = 'is';

/** Data of another world than that of whoever opens them. */
export class OtherWorld extends StoreRefusal {}

/** Contracts, settings and the like are about nobody. */
const isAboutPeople = (name: string): boolean => isOverlay(name) || /^~(?:person|snapshot)(?:$|\/)/.test(name);

/** Gives the day on which the workspace was made: `today`, where nothing about anybody is stored in it yet. */
export function claimWorld(store: Store, world: WorldId, today: () => IsoDate): IsoDate {
  const text = store.get(collection, key);
  if (text !== undefined) {
    const { made, ...kept } = JSON.parse(text) as WorldMark; // as it is written below
    if (!isSameWorld(kept, world)) throw new OtherWorld(otherWorld('The data are', kept, world));
    return made;
  }
  if (store.collections().some(isAboutPeople)) throw new OtherWorld(otherWorld('The data are', undefined, world));
  const mark: WorldMark = { ...world, made: today() };
  store.put(collection, key, JSON.stringify(mark));
  return mark.made;
}

export const isSameWorld = (one: WorldId, other: WorldId): boolean =>
  one.version === other.version && one.seed === other.seed && one.size === other.size;

/** In one sentence. What was kept before anything was written down is of the first version. */
export function otherWorld(what: string, kept: WorldId | undefined, world: WorldId): Problem {
  const theirs = kept ? inWords(kept) : 'world/1, whose people no release since has';
  return {
    problem: 'conflict',
    message: `${what} of ${theirs}, and this is ${inWords(world)}: what is written there is about other people.`,
  };
}

const inWords = ({ version, seed, size }: WorldId): string => `world/${version} of seed ${seed} with ${size} people`;
