/** The workspaces of this machine: the default one in the file that it always had, and whichever are made beside it. */
import { setImmediate as pause } from 'node:timers/promises';
import type { Population } from '../../population.ts';
import type { Settings } from '../../workspace/settings.ts';
import { StoreRefusal } from '../../workspace/store/guarded-store.ts';
import { createMemoryStore } from '../../workspace/store/memory-store.ts';
import type { Store } from '../../workspace/store/store.ts';
import { clockOf, realClock, type Clock } from '../../workspace/time/clock.ts';
import { openQuota, type Quota } from '../../workspace/quota.ts';
import { openWorkspace, type Workspace, type WorkspaceOptions } from '../../workspace/workspace.ts';
import type { WorkspaceFacts } from '../../workspaces/facts.ts';
import { ended } from '../../workspaces/local/until-ended.ts';
import { workspacesInProcess, type DefaultWorkspace, type WorkspacesInProcess } from '../../workspaces/local/local-workspaces.ts';
import { namedAtMost, openAtMost } from '../../workspaces/limits.ts';
import { memoryPlaces } from '../../workspaces/local/in-memory.ts';
import { bringing } from '../bringing.ts';
import { populationOf } from '../population.ts';
import type { Sending } from './sending.ts';
import { openNodeStore } from './file-store.ts';
import type { CallbacksOptions } from '../../workspace/callbacks/callbacks.ts';
import { workspaceFiles } from './workspace-files.ts';

interface Options {
  /** The file of the default workspace; without one everything is forgotten at the end. */
  readonly data: string | undefined;
  readonly clock: Clock;
  readonly seed: number;
  readonly population: Population;
  readonly settings: Partial<Settings>;
  readonly onBug: (error: unknown) => void;
  readonly sending: Pick<Sending, 'reach' | 'send' | 'ask'>;
  readonly notesOf: WorkspaceOptions['notesOf'];
}

/** Bytes on disk below which nobody need look closer: what lies there twice, and what was deleted, counts with the rest. */
const farFromFull = 25_000_000;

export function openOwnWorkspaces({
  data,
  clock,
  seed,
  population,
  settings,
  onBug,
  sending: { reach, send, ask },
  notesOf,
}: Options): WorkspacesInProcess {
  /** What is left to be put away of a workspace that has ended is nobody's loss. */
  const unlessEnded = (error: unknown): void => {
    if (!(error instanceof StoreRefusal && error.problem === ended)) onBug(error);
  };
  function open(facts: WorkspaceFacts, store: Store, given: Pick<WorkspaceOptions, 'clock' | 'population' | 'take'>): Workspace {
    const { id, secret, seed: own } = facts;
    const sending: CallbacksOptions = { reach, onOutgoing: () => send(workspace), ask: (handed) => ask(workspace, handed) };
    const workspace: Workspace = openWorkspace({
      id,
      secret,
      seed: own,
      store,
      ...given,
      settings,
      sending,
      hasDemo: true,
      ...(notesOf && { notesOf }),
      onBug: unlessEnded,
    });
    return workspace;
  }

  const files = data === undefined ? undefined : workspaceFiles(data);

  /** Of workspaces with keys, which may be anybody's; what whoever sits at the machine does to its disk is their own affair. */
  function quotaOf(facts: WorkspaceFacts, workspace: () => Workspace): Quota | undefined {
    if (facts.keys.length === 0) return undefined;
    return openQuota(() => {
      const onDisk = files?.bytes(facts.id) ?? Infinity;
      return onDisk < farFromFull ? onDisk : workspace().counters().bytes;
    });
  }

  function openOne(facts: WorkspaceFacts, store: Store): Workspace {
    const quota = quotaOf(facts, () => workspace);
    const workspace: Workspace = open(facts, store, {
      clock: clockOf(facts.clock),
      population: facts.seed === seed && facts.population === undefined ? population : populationOf(facts.seed, facts.population),
      ...(quota && { take: quota.take }),
    });
    return workspace;
  }

  const standing = openDefault();
  try {
    return workspacesInProcess({
      ...(files ?? memoryPlaces()),
      byDefault: standing,
      openWorkspace: openOne,
      bringing,
      now: () => realClock.now(),
      pause,
      onBug,
      openAtMost,
      namedAtMost,
    });
  } catch (error) {
    standing.workspace.close();
    throw error;
  }

  function openDefault(): DefaultWorkspace {
    const facts: WorkspaceFacts = {
      id: 'default',
      keys: [],
      // The secret hides a tenant's traces from other tenants; a server on one's own machine has one tenant, and repeatable ids are worth more.
      secret: `seed ${seed}`,
      seed,
      clock: clock === realClock ? 'real' : clock.now(),
      made: realClock.now(),
    };
    const store = data === undefined ? createMemoryStore() : openNodeStore(data);
    return { facts, workspace: open(facts, store, { clock, population }) };
  }
}
