/** One workspace and no others. */
import type { Workspace } from '../workspace/workspace.ts';
import type { WorkspaceFacts } from './facts.ts';
import type { Tenant, Workspaces } from './workspaces.ts';
import type { Problem } from '../mock/problem.ts';

const none: Problem = { problem: 'not-implemented', message: 'This sandbox has one workspace.' };

export function aloneIn(workspace: Workspace): Workspaces {
  const facts: WorkspaceFacts = { id: workspace.id, keys: [], secret: '', seed: workspace.seed, clock: 'real', made: 0 };
  const tenant: Tenant = {
    facts,
    counters: async () => workspace.counters(),
    change: async () => facts,
    rotateKey: async () => '',
    reset: async () => workspace.reset(),
    fork: async () => none,
    bringContract: async () => none,
    removeContract: async () => false,
    announce: async () => {},
    end: async () => {},
  };
  return { ...noWorkspaces, find: async (id) => (id === workspace.id ? tenant : undefined), list: async () => ({ workspaces: [facts] }) };
}

export const noWorkspaces: Workspaces = {
  find: async () => undefined,
  mint: async () => none,
  list: async () => ({ workspaces: [] }),
  events: {
    make: async () => ({ facts: { id: '', name: '', codeHash: '', workspaces: 0, made: 0, expires: 0 }, code: '' }),
    find: async () => undefined,
    list: async () => [],
    change: async () => undefined,
    contracts: async () => [],
    putContract: async () => none,
    removeContract: async () => false,
    remove: async () => false,
  },
  deployment: {
    numbers: async () => ({ workspaces: 1, made: 1, ended: 0, events: 0 }),
    signUp: async () => 'closed',
    setSignUp: async () => {},
  },
};
