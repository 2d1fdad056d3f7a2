/** What a deployment answers where no workspace is named: every API, read-only, out of nothing that is stored. */
import { controlPath } from '../../gateway/reserved.ts';
import { anyone } from '../../mock/caller.ts';
import type { Gateway } from '../../gateway/gateway.ts';
import { readUrl } from '../../gateway/request/incoming.ts';
import type { Population } from '../../population.ts';
import { realClock } from '../../workspace/time/clock.ts';
import { readOnlyStore } from '../../workspace/store/guarded-store.ts';
import { createMemoryStore } from '../../workspace/store/memory-store.ts';
import { openWorkspace } from '../../workspace/workspace.ts';
import { defaultSeed } from '../../world/world.ts';

export function answerInDemonstration(request: Request, gateway: Gateway, population: Population): Response | Promise<Response> {
  const { origin } = readUrl(request.url, '');
  const workspace = openWorkspace({
    id: 'demonstration',
    secret: 'demonstration',
    seed: defaultSeed,
    clock: realClock,
    store: createMemoryStore(),
    population,
  });
  const store = readOnlyStore(workspace.store, {
    problem: 'forbidden',
    said: { status: 403 },
    message: `This is the read-only demonstration: it keeps nothing. Make a workspace of your own with POST ${origin}${controlPath}/workspaces and send the same request below the baseUrl it answers with.`,
  });
  return gateway.fetch(request, { workspace: { ...workspace, store }, prefix: '', caller: anyone });
}
