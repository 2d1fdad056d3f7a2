/** The same on plain workerd: whatever stands in a contract that a workspace brings, its answers can be sent, and what is ours is as we say it. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load.ts';
import { startWorkerd, type Workerd, workerdPlace, type Place } from '../runtimes/workerd.ts';
import { hostileContracts } from './hostile-contract.ts';
import { initOf, outgoingFaults, requestsTo } from './outgoing-requests.ts';

let place: Place;
let workerd: Workerd;
beforeAll(async () => {
  place = await workerdPlace();
  workerd = await startWorkerd(place);
}, 60_000);
afterAll(async () => {
  await workerd.stop();
  place.remove();
});

test('no text of a contract keeps an answer from being sent', { timeout: 600_000 }, async () => {
  const minted = await fetch(`${workerd.url}/_sandbox/workspaces`, { method: 'POST', body: '{}' });
  const { baseUrl, managementKey } = (await minted.json()) as { readonly baseUrl: string; readonly managementKey: string };
  const at = `${baseUrl}/_sandbox/contracts/hostile`;
  const headers = { Authorization: `Bearer ${managementKey}`, 'Content-Type': 'application/json' };
  for (const { text } of fc.sample(hostileContracts, { numRuns: 150, seed: 7 })) {
    const put = await fetch(at, { method: 'PUT', headers, body: text });
    if (put.status === 422) continue;
    expect([put.status, (await put.text()).length < 60_000]).toEqual([200, true]);
    for (const asked of requestsTo(loadContract({ name: 'hostile', text }))) {
      const answer = await fetch(baseUrl + asked.path, { ...initOf(asked), signal: AbortSignal.timeout(10_000) });
      expect({ asked, faults: outgoingFaults(answer) }).toEqual({ asked, faults: [] });
      expect(await answer.text()).not.toContain('The sandbox failed');
    }
  }
  expect((await fetch(at, { method: 'DELETE', headers })).status).toBe(204);
  expect(workerd.process.exitCode).toBeNull();
});
