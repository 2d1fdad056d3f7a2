/** What is told of a workspace; its key, on the one occasion when that is shown, goes beside it. */
import { defaultWorkspace } from './limits.ts';
import type { WorkspaceFacts } from './facts.ts';

export interface DescribedWorkspace {
  readonly id: string;
  readonly name?: string;
  readonly baseUrl: string;
  readonly seed: number;
  readonly population?: number;
  readonly clock: string;
  readonly made: string;
  readonly expires?: string;
  readonly event?: string;
  readonly data: 'synthetic';
}

/** `root` is where addresses of workspaces begin; the default one stands there itself. */
export function describeWorkspace(facts: WorkspaceFacts, root: string): DescribedWorkspace {
  const { id, name, seed, population, clock, made, expires, event } = facts;
  return {
    id,
    ...(name !== undefined && { name }),
    baseUrl: id === defaultWorkspace ? root : `${root}/w/${id}`,
    seed,
    ...(population !== undefined && { population }),
    clock: clock === 'real' ? clock : new Date(clock).toISOString(),
    made: new Date(made).toISOString(),
    ...(expires !== undefined && { expires: new Date(expires).toISOString() }),
    ...(event !== undefined && { event }),
    data: 'synthetic',
  };
}
