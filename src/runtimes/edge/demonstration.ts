/** What a deployment answers where no workspace is named: every API, read-only, out of nothing that is stored, and what workspaces there are. */
import { controlProblem } from '../../control/control-problem.ts';
import type { Visit } from '../../gateway/visit.ts';
import { controlPath } from '../../gateway/places.ts';
import { readUrl } from '../../gateway/request/incoming.ts';
import { realClock } from '../../workspace/time/clock.ts';
import { readOnlyStore } from '../../workspace/store/guarded-store.ts';
import { createMemoryStore } from '../../workspace/store/memory-store.ts';
import { openWorkspace } from '../../workspace/workspace.ts';
import type { WorkspaceFacts } from '../../workspaces/facts.ts';
import { statedDay } from '../../world/reach.ts';
import { defaultSeed } from '../../world/world.ts';
import { gateways, populationFor } from './edge-gateway.ts';

/** It has no key, and so nobody manages it. */
export const demonstration: WorkspaceFacts = {
  id: 'demonstration',
  keys: [],
  secret: 'demonstration',
  seed: defaultSeed,
  clock: 'real',
  made: 0,
};

export function answerInDemonstration(request: Request, { caller, brake }: Pick<Visit, 'caller' | 'brake'>): Response | Promise<Response> {
  const { origin, pathname } = readUrl(request.url, '');
  if (pathname.startsWith(`${controlPath}/trace/`)) return noJournal();
  const { id, secret, seed } = demonstration;
  const workspace = openWorkspace({
    id,
    secret,
    seed,
    clock: realClock,
    store: createMemoryStore(),
    population: populationFor(seed),
    // Nothing is kept that could say when it was made, and nobody may be born anew each day.
    made: statedDay,
  });
  const store = readOnlyStore(workspace.store, {
    problem: 'forbidden',
    said: { status: 403 },
    message: `This is the read-only demonstration: it keeps nothing. Make a workspace of your own with POST ${origin}${controlPath}/workspaces and send the same request below the baseUrl it answers with.`,
  });
  return gateways.common.fetch(request, { workspace: { ...workspace, store }, prefix: '', caller, ...(brake && { brake }) });
}

const noJournal = (): Response =>
  controlProblem({
    status: 404,
    title: 'Not found',
    detail: `The demonstration keeps no journal. Exchanges of a workspace of your own can be looked up: make one with POST ${controlPath}/workspaces.`,
  });
