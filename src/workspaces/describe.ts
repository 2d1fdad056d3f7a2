/** What is told of a workspace; its key, on the one occasion when that is shown, goes beside it. */
import type { WorkspaceFacts } from './facts.ts';

export function describeWorkspace(facts: WorkspaceFacts, origin: string): Readonly<Record<string, string | number>> {
  const { id, name, seed, population, clock, made, expires, event } = facts;
  return {
    id,
    ...(name !== undefined && { name }),
    baseUrl: `${origin}/w/${id}`,
    seed,
    ...(population !== undefined && { population }),
    clock: clock === 'real' ? clock : new Date(clock).toISOString(),
    made: new Date(made).toISOString(),
    ...(expires !== undefined && { expires: new Date(expires).toISOString() }),
    ...(event !== undefined && { event }),
    data: 'synthetic',
  };
}
