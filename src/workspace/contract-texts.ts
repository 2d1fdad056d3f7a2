/** The contracts that a workspace brought, as texts: a reset leaves them alone. Whoever serves them understands them when they are asked for. */
import { bytesOf } from '../contract/bytes-of.ts';
import { WORKSPACE_READING_STEPS } from '../contract/limits.ts';
import type { Problem } from '../mock/problem.ts';
import { piecesIn, putText } from './store/pieces.ts';
import type { Store } from './store/store.ts';

export const contractsAtMost = 10;

export interface KeptContract {
  readonly slug: string;
  readonly bytes: number;
  /** What it takes to read it, as counted when it was brought. */
  readonly steps: number;
}

export interface ContractTexts {
  /** Another number after every change: by it homes know that what they serve is out of date. */
  version(): number;
  /** In order of their slugs. */
  list(): readonly KeptContract[];
  text(slug: string): string | undefined;
  /** Brings one, or replaces the one of this slug. */
  put(slug: string, text: string, steps: number): Problem | undefined;
  /** True when there was something to delete. */
  delete(slug: string): boolean;
}

const collection = '~contract';
const textOf = (slug: string): string => `${collection}/${slug}`;

/** `changing` is told before a change. */
export function openContractTexts(store: Store, changing: () => void = () => {}): ContractTexts {
  let version = 0;

  const list = (): readonly KeptContract[] =>
    store.list(collection).map(([slug, text]) => ({ slug, ...(JSON.parse(text) as Omit<KeptContract, 'slug'>) })); // as `put` wrote it

  function change<T>(work: () => T): T {
    changing();
    return store.transaction(() => {
      const done = work();
      store.whenUndone(() => version++);
      version++;
      return done;
    });
  }

  return {
    version: () => version,
    list,
    text: (slug) => (store.get(collection, slug) === undefined ? undefined : [...piecesIn(store, textOf(slug))].join('')),
    put(slug, text, steps) {
      const others = list().filter((other) => other.slug !== slug);
      if (others.length >= contractsAtMost) return tooMany;
      const beside = others.reduce((sum, other) => sum + other.steps, 0);
      if (beside + steps > WORKSPACE_READING_STEPS) return tooManySteps(steps, beside);
      change(() => {
        putText(store, textOf(slug), [text]);
        store.put(collection, slug, JSON.stringify({ bytes: bytesOf(text), steps }));
      });
      return undefined;
    },
    delete(slug) {
      if (store.get(collection, slug) === undefined) return false;
      return change(() => {
        store.clear([textOf(slug)]);
        return store.delete(collection, slug);
      });
    },
  };
}

const tooMany: Problem = {
  problem: 'unprocessable',
  message: `A workspace holds at most ${contractsAtMost} contracts; delete one first.`,
};

const tooManySteps = (steps: number, beside: number): Problem => ({
  problem: 'unprocessable',
  message:
    `Reading the contracts of a workspace may take ${WORKSPACE_READING_STEPS} steps in all. ` +
    `This one takes ${steps}, and those that are there take ${beside}; delete one first.`,
});
