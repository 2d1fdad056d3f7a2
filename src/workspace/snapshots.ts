/** Snapshots of a workspace: its overlay, its rules, its settings and its clock as they were, under a name, to come back to. */
import type { Problem } from '../mock/problem.ts';
import type { ChangedSettings, PresentSettings } from './change-settings.ts';
import { restoreRows } from './restore-rows.ts';
import { rowLines } from './row-lines.ts';
import { linesOf, piecesIn, putText } from './store/pieces.ts';
import { isOfSnapshots, type Store } from './store/store.ts';
import type { ClockSetting, WorkspaceClock } from './time/workspace-clock.ts';
import { isSameWorld, otherWorld, type WorldId } from './world-mark.ts';

export const snapshotsAtMost = 10;
const nameShape = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

export interface SnapshotFacts {
  readonly name: string;
  /** Milliseconds, workspace clock. */
  readonly at: number;
  readonly rows: number;
  /** Roughly: characters that it takes to keep them. */
  readonly bytes: number;
}

export interface Snapshots {
  /** One of the same name is replaced. */
  take(name: string): SnapshotFacts | Problem;
  /** Everything is as it was then, but for the journal, the contracts and the snapshots themselves. */
  restore(name: string): SnapshotFacts | Problem;
  /** True where there was one. */
  delete(name: string): boolean;
  /** In order of their names. */
  list(): readonly SnapshotFacts[];
}

const collection = '~snapshot';
const rowsOf = (name: string): string => `${collection}/${name}`;

interface Kept extends Omit<SnapshotFacts, 'name'> {
  /** Whose people it is about; absent where an earlier release took it. */
  readonly world?: WorldId;
  readonly settings: ChangedSettings;
  /** Absent where an earlier release took it. */
  readonly clock?: ClockSetting;
}

interface SnapshotsOptions {
  readonly store: Store;
  readonly world: WorldId;
  readonly clock: WorkspaceClock;
  readonly settings: PresentSettings;
  /** Told before everything is as it was. */
  readonly restoring: () => void;
  /** Told once it is, in the same transaction. */
  readonly restored: () => void;
}

export function openSnapshots({ store, world, clock, settings, restoring, restored }: SnapshotsOptions): Snapshots {
  function read(name: string): Kept | undefined {
    const text = store.get(collection, name);
    return text === undefined ? undefined : (JSON.parse(text) as Kept); // as `take` wrote it
  }

  return {
    take(name) {
      if (!nameShape.test(name)) return wrongName;
      if (store.get(collection, name) === undefined && store.count(collection) >= snapshotsAtMost) return tooMany;
      return store.transaction(() => {
        const collections = store.collections().filter(isOfSnapshots);
        const facts = {
          at: clock.now(),
          rows: collections.reduce((sum, each) => sum + store.count(each), 0),
          bytes: putText(store, rowsOf(name), rowLines(store, collections)),
        };
        const kept: Kept = { ...facts, world, settings: settings.changed(), clock: clock.setting() };
        store.put(collection, name, JSON.stringify(kept));
        return { name, ...facts };
      });
    },
    restore(name) {
      const kept = read(name);
      if (!kept) return unknownName;
      if (!kept.world || !isSameWorld(kept.world, world)) return otherWorld('The snapshot is', kept.world, world);
      restoring();
      const { settings: changed, clock: set, world: _, ...facts } = kept;
      store.transaction(() => {
        const rows = restoreRows(store, linesOf(piecesIn(store, rowsOf(name))));
        if (rows !== kept.rows) throw new Error(`a snapshot of ${kept.rows} rows has ${rows}`);
        settings.replace(changed);
        restored();
        if (set) clock.set(set);
      });
      return { name, ...facts };
    },
    delete: (name) =>
      store.transaction(() => {
        store.clear([rowsOf(name)]);
        return store.delete(collection, name);
      }),
    list: () =>
      store.list(collection).map(([name, text]) => {
        const { at, rows, bytes } = JSON.parse(text) as Kept; // as `take` wrote it
        return { name, at, rows, bytes };
      }),
  };
}

const wrongName: Problem = {
  problem: 'invalid-value',
  message: 'The name of a snapshot has 1 to 64 letters, digits, dots, dashes and underscores, and begins with a letter or a digit.',
};
const tooMany: Problem = {
  problem: 'conflict',
  message: `A workspace keeps at most ${snapshotsAtMost} snapshots; delete one first, or take this one under the name of another.`,
};
const unknownName: Problem = { problem: 'not-found', message: 'This workspace has no snapshot of this name.' };
