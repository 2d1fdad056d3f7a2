/** A request to each API that works, for the documentation: as the catalogue of a new sandbox shows it. */
import type { Served } from '../../gateway/announced.ts';
import { createGateway } from '../../gateway/gateway.ts';
import { curlLine } from '../../gateway/works/command-lines.ts';
import { populationOf } from '../../runtimes/population.ts';
import { createMemoryStore } from '../../workspace/store/memory-store.ts';
import { frozenClock } from '../../workspace/time/clock.ts';
import { openWorkspace } from '../../workspace/workspace.ts';
import { defaultSeed } from '../../world/world.ts';

const origin = 'http://localhost:8787';
const now = Date.UTC(2026, 0, 1, 9);

/** Lines of a shell, by the slugs of the APIs; none where nothing that was tried succeeds. */
export async function callsOf(apis: readonly Served[]): Promise<ReadonlyMap<string, string>> {
  const gateway = createGateway({ apis, own: () => Promise.reject(new Error('nothing asks for it here')) });
  const like = { id: 'call', secret: '', seed: defaultSeed, clock: frozenClock(now), population: populationOf(defaultSeed) };
  const first = await gateway.workingRequests.each(openWorkspace({ ...like, store: createMemoryStore() }));
  return new Map([...first].map(([slug, request]) => [slug, curlLine(origin, request)]));
}
