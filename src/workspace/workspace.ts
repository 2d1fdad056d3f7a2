/** One tenant's life: an isolated copy of everything. Its overlay, clock, settings and journal; the world itself is shared because it is code. */
import type { Population } from '../population.ts';
import type { Clock } from './time/clock.ts';
import { openJournal, type Journal } from './journal/journal.ts';
import { idSequence } from './keyed-hash.ts';
import { openReplyCache, type ReplyCache } from './reply-cache.ts';
import { defaultSettings, type Settings } from './settings.ts';
import type { Store } from './store/store.ts';

export interface Workspace {
  readonly id: string;
  /** What every link made here begins with after the origin: '' for the default workspace, else `/w/{id}`. */
  readonly prefix: string;
  readonly seed: number;
  readonly clock: Clock;
  readonly store: Store;
  readonly population: Population;
  readonly settings: Settings;
  readonly journal: Journal;
  readonly replies: ReplyCache;
  /** The id of the exchange with this number: unguessable without the workspace's secret. */
  exchangeId(number: number): string;
  /** Back to the world as it was: deletes the overlay and the journal. */
  reset(): void;
  /** Stores what is still only in memory. */
  flush(): void;
  close(): void;
}

export interface WorkspaceOptions {
  readonly id: string;
  readonly prefix?: string;
  readonly secret: string;
  readonly seed: number;
  readonly clock: Clock;
  readonly store: Store;
  readonly population: Population;
  readonly settings?: Partial<Settings>;
  /** Told of what went wrong while no request could be told. */
  readonly onBug?: (error: unknown) => void;
}

export function openWorkspace(options: WorkspaceOptions): Workspace {
  const { id, prefix = '', secret, seed, clock, store, population } = options;
  const journal = openJournal(store, clock, options.onBug);
  const replies = openReplyCache();
  return {
    id,
    prefix,
    seed,
    clock,
    store,
    population,
    settings: { ...defaultSettings, ...options.settings },
    journal,
    replies,
    exchangeId: idSequence(secret),
    reset() {
      store.clear();
      journal.clear();
      replies.clear();
    },
    flush: () => journal.flush(),
    close() {
      journal.flush();
      store.close();
    },
  };
}
