/** Many workspaces in memory, around one that is there from the beginning: for homes that keep nothing. */
import { createMemoryStore } from '../../workspace/store/memory-store.ts';
import type { Store } from '../../workspace/store/store.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { WorkspaceFacts } from '../facts.ts';
import { namedAtMost, openAtMost } from '../limits.ts';
import { workspacesInProcess, type ProcessOptions, type WorkspacesInProcess } from './local-workspaces.ts';
import type { Stores } from './open-workspaces.ts';

type Given = Pick<ProcessOptions, 'bringing' | 'now' | 'onBug' | 'openWorkspace'>;

export function workspacesAround(workspace: Workspace, facts: Pick<WorkspaceFacts, 'secret' | 'clock'>, given: Given): WorkspacesInProcess {
  const { id, seed } = workspace;
  return workspacesInProcess({
    ...given,
    ...memoryPlaces(),
    byDefault: { workspace, facts: { ...facts, id, seed, keys: [], made: given.now() } },
    // Nobody else waits for this process.
    pause: async () => {},
    openAtMost,
    namedAtMost,
  });
}

/** What is stored stays until it is dropped, whether its workspace is open or not. */
export function memoryPlaces(): { readonly registry: () => Store; readonly stores: Stores } {
  const registry = createMemoryStore();
  const held = new Map<string, Store>();
  return {
    registry: () => registry,
    stores: {
      open({ id }) {
        const known = held.get(id) ?? createMemoryStore();
        held.set(id, known);
        return known;
      },
      drop(id) {
        held.delete(id);
      },
    },
  };
}
