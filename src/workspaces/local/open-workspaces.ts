/** The workspaces of one process that are open: so many at most. The one that was used longest ago is closed for another, but never while a request is in it. */
import type { Store } from '../../workspace/store/store.ts';
import type { CountedNow, Workspace } from '../../workspace/workspace.ts';
import type { WorkspaceFacts } from '../facts.ts';
import { storeUntil } from './until-ended.ts';

/** Where a home keeps what is stored in its workspaces. */
export interface Stores {
  /** The store of a workspace, made where nothing is stored in it yet. */
  open(facts: WorkspaceFacts): Store;
  /** Deletes whatever is stored of it; nothing where nothing is. */
  drop(id: string): void;
}

export interface HeldWorkspace {
  readonly workspace: Workspace;
  /** The workspace was ended, while it was held at that. */
  hasEnded(): boolean;
  /** To be called once. */
  release(): void;
}

export interface OpenWorkspaces {
  hold(facts: WorkspaceFacts): HeldWorkspace;
  /** Does something in it, now. */
  within<T>(facts: WorkspaceFacts, work: (workspace: Workspace) => T): T;
  /** What was done in it. It is opened for that once at most, and is as idle as before. */
  counted(facts: WorkspaceFacts): CountedNow;
  /** Deletes what is stored in it, and lets nobody who is in it store any more. */
  end(id: string): void;
  /** Closes it, unless somebody is in it. */
  shut(id: string): void;
  /** Closes those that nobody has used since. */
  closeIdle(since: number): void;
  /** All that are open now. */
  each(work: (workspace: Workspace) => void): void;
  close(): void;
  count(): number;
}

/** So many of those that are closed are remembered. */
const restingAtMost = 1_000;

interface Options {
  readonly stores: Stores;
  readonly atMost: number;
  readonly now: () => number;
  readonly openWorkspace: (facts: WorkspaceFacts, store: Store) => Workspace;
}

interface Open {
  readonly workspace: Workspace;
  readonly store: Store;
  holders: number;
  used: number;
  isEnded: boolean;
}

export function openWorkspaces({ stores, atMost, now, openWorkspace }: Options): OpenWorkspaces {
  /** Those that were used longest ago stand first. */
  const open = new Map<string, Open>();
  /** What was done in some of those that are closed: nothing changes it until they are opened. */
  const atRest = new Map<string, CountedNow>();

  function enter(facts: WorkspaceFacts): Open {
    const { id } = facts;
    const known = open.get(id);
    const entered = known ?? opened(facts);
    if (known) open.delete(id);
    open.set(id, entered);
    atRest.delete(id);
    entered.used = now();
    entered.holders++;
    if (!known) makeRoom();
    return entered;
  }

  function opened(facts: WorkspaceFacts): Open {
    const store = stores.open(facts);
    const state = { holders: 0, used: 0, isEnded: false };
    const untilEnded = storeUntil(() => state.isEnded, store);
    try {
      return Object.assign(state, { store, workspace: openWorkspace(facts, untilEnded) });
    } catch (error) {
      store.close();
      throw error;
    }
  }

  function makeRoom(): void {
    for (const id of open.keys()) {
      if (open.size <= atMost) return;
      shut(id);
    }
  }

  function shut(id: string): void {
    const known = open.get(id);
    if (!known || known.holders > 0) return;
    open.delete(id);
    rest(id, known.workspace.counted());
    known.workspace.close();
  }

  function rest(id: string, counted: CountedNow): void {
    atRest.set(id, counted);
    const [oldest] = atRest.keys();
    if (oldest !== undefined && atRest.size > restingAtMost) atRest.delete(oldest);
  }

  function leave(entered: Open): void {
    entered.holders--;
    if (open.size > atMost) makeRoom();
  }

  function within<T>(facts: WorkspaceFacts, work: (workspace: Workspace) => T): T {
    const entered = enter(facts);
    try {
      return work(entered.workspace);
    } finally {
      leave(entered);
    }
  }

  return {
    hold(facts) {
      const entered = enter(facts);
      return { workspace: entered.workspace, hasEnded: () => entered.isEnded, release: () => leave(entered) };
    },
    within,
    counted(facts) {
      const { id } = facts;
      return open.get(id)?.workspace.counted() ?? atRest.get(id) ?? within(facts, (workspace) => workspace.counted());
    },
    end(id) {
      atRest.delete(id);
      const known = open.get(id);
      if (known) {
        open.delete(id);
        known.isEnded = true;
        known.store.close();
      }
      stores.drop(id);
    },
    shut,
    closeIdle(since) {
      for (const [id, { used }] of open) {
        if (used > since) return;
        shut(id);
      }
    },
    each(work) {
      // Whoever holds one moves it to the end.
      const those = [...open.values()];
      for (const { workspace } of those) work(workspace);
    },
    close() {
      for (const { workspace } of open.values()) workspace.close();
      open.clear();
    },
    count: () => open.size,
  };
}
