/** A request to each API that works, for the documentation: read where something can be read, else the first that succeeds. */
import { renderRequest } from '../../answer/sample/render-request.ts';
import { sampleRequest } from '../../answer/sample/sample-request.ts';
import type { Served } from '../../gateway/api.ts';
import { createGateway } from '../../gateway/gateway.ts';
import { curlLine } from '../../gateway/works/command-lines.ts';
import type { WireRequest } from '../../gateway/works/draft.ts';
import { anyone } from '../../mock/caller.ts';
import { planApi } from '../../plan/api-plan.ts';
import { populationOf } from '../../runtimes/population.ts';
import { createMemoryStore } from '../../workspace/store/memory-store.ts';
import { frozenClock } from '../../workspace/time/clock.ts';
import { openWorkspace } from '../../workspace/workspace.ts';
import { defaultSeed } from '../../world/world.ts';

const origin = 'http://localhost:8787';
const now = Date.UTC(2026, 0, 1, 9);
const population = populationOf(defaultSeed);

/** A line of a shell; undefined where nothing that was tried succeeds. */
export async function callOf(served: Served): Promise<string | undefined> {
  const gateway = createGateway({ apis: [served], own: () => Promise.reject(new Error('nothing asks for it here')) });
  const workspace = (): ReturnType<typeof openWorkspace> =>
    openWorkspace({ id: 'call', secret: '', seed: defaultSeed, clock: frozenClock(now), store: createMemoryStore(), population });
  const first = await gateway.firstRequest(workspace());
  if (first) return curlLine(origin, { method: 'GET', target: first.target, headers: first.headers });
  for (const request of samplesOf(served)) {
    const { method, target, headers, body } = request;
    const answer = await gateway.fetch(new Request(origin + target, { method, headers, ...(body !== undefined && { body }) }), {
      workspace: workspace(),
      prefix: '',
      caller: anyone,
    });
    if (answer.ok) return curlLine(origin, request);
  }
  return undefined;
}

/** Reads first, and short before long. */
function samplesOf({ contract }: Served): readonly WireRequest[] {
  const { generator } = planApi(contract);
  const base = contract.basePath || `/${contract.slug}`;
  return contract.operations
    .map((operation) => renderRequest(operation, sampleRequest(generator, operation, { key: 'call', now })))
    .flatMap(({ method, target, headers, body }): WireRequest[] =>
      body === undefined || typeof body === 'string'
        ? [{ method, target: base + target, headers, ...(body !== undefined && { body }) }]
        : [],
    )
    .toSorted((a, b) => Number(a.method !== 'GET') - Number(b.method !== 'GET') || (a.body ?? '').length - (b.body ?? '').length);
}
