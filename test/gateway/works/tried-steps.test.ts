/** However many requests are tried for one explanation, they take so much work together and no more. */
import { expect, test } from 'vitest';
import { REQUEST_STEPS, TRIED_STEPS } from '../../../src/contract/limits.ts';
import { tryOutIn } from '../../../src/gateway/works/try-out.ts';
import { anyone } from '../../../src/mock/caller.ts';
import { nobody } from '../../../src/population.ts';
import { frozenClock } from '../../../src/workspace/time/clock.ts';
import { createMemoryStore } from '../../../src/workspace/store/memory-store.ts';
import { openWorkspace } from '../../../src/workspace/workspace.ts';

test('each trial may take what those before it left, and what comes after the last of it is not tried', async () => {
  const workspace = openWorkspace({ id: 'w', secret: 's', seed: 1, clock: frozenClock(0), store: createMemoryStore(), population: nobody });
  const allowed: number[] = [];
  const tryOut = tryOutIn({ workspace, prefix: '', caller: anyone }, 'http://sandbox.test/shelf', async () => (most) => {
    allowed.push(most);
    return { response: new Response('{}'), steps: Math.min(most, 0.9 * REQUEST_STEPS) };
  });
  const statuses: number[] = [];
  for (let times = 0; times < 24; times++) statuses.push((await tryOut({ method: 'GET', target: '/books', headers: {} })).status);
  expect(allowed).toEqual([TRIED_STEPS, TRIED_STEPS - 0.9 * REQUEST_STEPS, TRIED_STEPS - 1.8 * REQUEST_STEPS]);
  expect(statuses.slice(0, 4)).toEqual([200, 200, 200, 400]);
});
