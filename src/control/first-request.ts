/** A request that works, for whoever has just opened the sandbox. */
import { firstLine } from '../gateway/works/command-lines.ts';
import type { WireRequest } from '../gateway/works/draft.ts';
import type { BesideControl } from '../gateway/gateway.ts';
import type { Problem } from '../mock/problem.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { elsewhere, type Ask, type Behaviours } from './behaviours.ts';

const none: Problem = { problem: 'not-found', message: 'No request that was tried works. /_sandbox/catalogue says what is served.' };

export function firstRequestBehaviours({ apis, workingRequests }: BesideControl): Behaviours<'first-request'> {
  /** What a workspace brought is its own. */
  const isBrought = ({ target }: WireRequest, { contracts }: Workspace): boolean => {
    const brought = new Set(contracts.list().map(({ slug }) => slug));
    return apis.some(({ slug, mounts: [mount = ''] }) => brought.has(slug) && target.startsWith(`${mount}/`));
  };
  return {
    'first-request': elsewhere({
      reads: async ({ caller, visit: { workspace } }: Ask<'first-request'>): Promise<WireRequest | Problem> => {
        const found = await workingRequests.first(workspace);
        return found && (caller.scopes.has('manage') || !isBrought(found, workspace)) ? found : none;
      },
      turn: ({ origin, visit: { prefix } }, { read }) => ({
        status: 200 as const,
        body: { method: 'GET' as const, target: read.target, headers: { ...read.headers }, curl: firstLine(origin + prefix, read) },
      }),
    }),
  };
}
