/** Workspaces of one process in memory, whose time and stores a test holds in its hands. */
import { nobody } from '../../src/population.ts';
import { createMemoryStore } from '../../src/workspace/store/memory-store.ts';
import type { Store } from '../../src/workspace/store/store.ts';
import { frozenClock } from '../../src/workspace/time/clock.ts';
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts';
import type { WorkspaceFacts } from '../../src/workspaces/facts.ts';
import { workspacesInProcess, type ProcessOptions } from '../../src/workspaces/local/local-workspaces.ts';
import { isProblem } from '../../src/mock/problem.ts';
import type { Wishes } from '../../src/workspaces/wishes.ts';
import type { Minted } from '../../src/workspaces/workspaces.ts';

export const hour = 3_600_000;

export interface HeldInHand {
  /** What lies where a disk would be, by the id of the workspace. */
  readonly disk: Map<string, Store>;
  readonly registry: Store;
  /** Stores that are open now. */
  readonly open: Set<string>;
  readonly time: { now: number };
  readonly bugs: unknown[];
}

/** Every store passes through `through` when it is opened: the registry as `registry`, others by their id. */
export function premises(
  given: Partial<ProcessOptions> & {
    readonly through?: (store: Store, id: string) => Store;
    readonly held?: HeldInHand;
    readonly dropping?: () => void;
  } = {},
) {
  const held: HeldInHand = given.held ?? {
    disk: new Map(),
    registry: createMemoryStore(),
    open: new Set(),
    time: { now: 1_000_000 },
    bugs: [],
  };
  const { disk, open, time, bugs } = held;
  const { through = (store) => store } = given;
  const openOne = (facts: WorkspaceFacts, store: Store): Workspace =>
    openWorkspace({
      id: facts.id,
      secret: facts.secret,
      seed: facts.seed,
      clock: frozenClock(0),
      store,
      population: nobody,
      onBug: (error) => void bugs.push(error),
    });
  const facts: WorkspaceFacts = { id: 'default', keys: [], secret: 's', seed: 42, clock: 'real', made: time.now };
  const registry = through(held.registry, 'registry');
  const workspaces = workspacesInProcess({
    registry: (isToBeMade) => (isToBeMade || held.registry.collections().length > 0 ? registry : undefined),
    stores: {
      open({ id }) {
        if (open.has(id)) throw new Error('this store is open already');
        const store = disk.get(id) ?? createMemoryStore();
        disk.set(id, store);
        open.add(id);
        return { ...through(store, id), close: () => void open.delete(id) };
      },
      drop(id) {
        given.dropping?.();
        if (open.has(id)) throw new Error('this store is still open');
        disk.delete(id);
      },
    },
    byDefault: { facts, workspace: openOne(facts, createMemoryStore()) },
    openWorkspace: openOne,
    bringing: async () => (workspace, name, text) =>
      text === 'bad' ? { problem: 'unprocessable', message: 'This is no contract.' } : workspace.contracts.put(name, text, 1),
    now: () => time.now,
    pause: async () => {},
    onBug: (error) => void bugs.push(error),
    openAtMost: 3,
    namedAtMost: 3,
    ...given,
  });
  return { ...held, workspaces };
}

export const wishes = (more: Partial<Wishes> = {}): Wishes => ({
  count: 1,
  seed: 42,
  clock: 'real',
  hours: 24,
  settings: {},
  contracts: [],
  repeatable: false,
  ...more,
});

export async function minted(
  { workspaces }: Pick<ReturnType<typeof premises>, 'workspaces'>,
  more: Partial<Wishes> = {},
): Promise<readonly Minted[]> {
  const made = await workspaces.mint(wishes(more));
  if (isProblem(made)) throw new Error(made.message);
  return made;
}

export async function mintedOne(premise: Pick<ReturnType<typeof premises>, 'workspaces'>, more: Partial<Wishes> = {}): Promise<Minted> {
  const [one] = await minted(premise, more);
  if (!one) throw new Error('none was made');
  return one;
}
