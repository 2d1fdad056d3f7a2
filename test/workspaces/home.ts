/** A whole home in memory: workspaces, keys, events and the sandbox's own API behind one `fetch`, whose stores and time a test holds in its hands. */
import { createGateway } from '../../src/gateway/gateway.ts';
import type { Mountable } from '../../src/gateway/announced.ts';
import { nobody, type Population } from '../../src/population.ts';
import { bringing } from '../../src/runtimes/bringing.ts';
import { gatewaysOf } from '../../src/runtimes/gateways.ts';
import { ourBug, responseOf } from '../../src/runtimes/platform-fault.ts';
import { identityServed } from '../../src/identity/identity.ts';
import { ownControl } from '../../src/runtimes/own-control.ts';
import { openVisits, type Sender } from '../../src/runtimes/visits.ts';
import { createMemoryStore } from '../../src/workspace/store/memory-store.ts';
import type { Store } from '../../src/workspace/store/store.ts';
import { frozenClock } from '../../src/workspace/time/clock.ts';
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts';
import type { WorkspaceFacts } from '../../src/workspaces/facts.ts';
import { workspacesInProcess, type WorkspacesInProcess } from '../../src/workspaces/local/local-workspaces.ts';
import { defects } from '../defects.ts';

export const origin = 'http://sandbox.test';
export const operatorKey = 'the-key-of-whoever-operates-the-tests';

export interface HomeOptions {
  readonly apis?: readonly Mountable[];
  readonly population?: Population;
  /** Every store passes through here when it is opened: the registry as `registry`, the others by the id of their workspace. */
  readonly through?: (store: Store, id: string) => Store;
  readonly opensNames?: boolean;
  /** Lets others go first where much is made; nobody by default. */
  readonly pause?: () => Promise<void>;
  /** Whether whoever asks sits at the machine. */
  readonly isHere?: boolean;
  readonly brake?: Sender['brake'];
  /** Told of bugs; without it they fail the test. */
  readonly onBug?: (error: unknown) => void;
}

export interface Home {
  fetch(path: string, init?: RequestInit): Promise<Response>;
  readonly workspaces: WorkspacesInProcess;
  readonly time: { now: number };
  readonly registry: Store;
  /** What lies where a disk would be, by the id of the workspace. */
  readonly disk: ReadonlyMap<string, Store>;
}

export function openHome(options: HomeOptions = {}): Home {
  const { apis = [], population = nobody, through = (store) => store, opensNames = false, pause = async () => {} } = options;
  const { onBug = (error) => void defects.push(error instanceof Error ? (error.stack ?? error.message) : String(error)) } = options;
  const time = { now: Date.UTC(2026, 0, 1) };
  const now = (): number => time.now;
  /** To receivers on this machine, by nobody. */
  const sending = { reach: { loopback: true, public: false, own: [] } };
  const disk = new Map<string, Store>();
  const registry = through(createMemoryStore(), 'registry');
  const open = ({ id, secret, seed }: WorkspaceFacts, store: Store): Workspace =>
    openWorkspace({ id, secret, seed, clock: frozenClock(time.now), store, population, onBug, sending });
  const facts: WorkspaceFacts = { id: 'default', keys: [], secret: 'a secret for tests', seed: 42, clock: 'real', made: time.now };
  const workspaces = workspacesInProcess({
    registry: () => registry,
    stores: {
      open({ id }) {
        const store = disk.get(id) ?? createMemoryStore();
        disk.set(id, store);
        return through(store, id);
      },
      drop: (id) => void disk.delete(id),
    },
    byDefault: { facts, workspace: open(facts, through(createMemoryStore(), 'default')) },
    openWorkspace: open,
    bringing,
    now,
    pause,
    onBug,
    openAtMost: 100,
    namedAtMost: 1_000,
  });
  const own = ownControl(workspaces);
  const besides = identityServed();
  const gateways = gatewaysOf(apis, (those) =>
    createGateway({ apis: those, besides, own, checkEveryAnswer: true, onDefect: (line) => void defects.push(line), onBug }),
  );
  const visits = openVisits({
    workspaces,
    opensNames,
    operatorKey,
    now,
    serve: async (request, visit) => (await gateways.of(visit.workspace)).fetch(request, visit),
  });
  const sender: Sender = { isHere: options.isHere ?? false, ...(options.brake && { brake: options.brake }) };
  return {
    async fetch(path, init) {
      try {
        return await visits.of(new Request(path.startsWith('http') ? path : origin + path, init), sender);
      } catch (error) {
        // As every server does.
        onBug(error);
        return responseOf(ourBug(now()));
      }
    },
    workspaces,
    time,
    registry,
    disk,
  };
}
