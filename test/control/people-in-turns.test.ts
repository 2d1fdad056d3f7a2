/** Searching long for somebody keeps nobody else waiting. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startNode, type NodeSandbox } from '../../src/runtimes/node/node.ts';
import { ownApis } from '../../src/runtimes/own-apis.ts';
import { frozenClock } from '../../src/workspace/time/clock.ts';
import { createWorld } from '../../src/world/world.ts';

let sandbox: NodeSandbox;
beforeAll(async () => {
  sandbox = await startNode({
    apis: await ownApis(['personal-demographics']),
    population: createWorld(),
    clock: frozenClock(Date.UTC(2026, 0, 1)),
    seed: 1,
    host: '127.0.0.1',
    port: 0,
  });
});
afterAll(() => sandbox.close());

test('others are answered while somebody who is rare is looked for', async () => {
  const order: string[] = [];
  const said = async (name: string, path: string) => {
    const answer = await fetch(`${sandbox.url}${path}`);
    order.push(`${name} ${answer.status}`);
    await answer.body?.cancel();
  };
  // Few need an interpreter of sign language, so the records of many are read for it.
  const search = said('search', '/_sandbox/people?adjustment=bsl&age=20..30&limit=50');
  await new Promise((resolve) => setTimeout(resolve, 50));
  await said('health', '/_sandbox/health');
  await search;
  expect(order).toEqual(['health 200', 'search 200']);
});
