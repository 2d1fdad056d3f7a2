/** Two workspaces, and everything that can be asked of either with whatever the other has: nothing of one is seen from the other (ISO-1, 2, 3, 9). */
import { expect, test } from 'vitest';
import { announcedApis, ownApis } from '../../src/runtimes/own-apis.ts';
import { loadContract } from '../../src/contract/load.ts';
import { population } from '../answer/every-contract.ts';
import { parcels } from '../control/own-contract.ts';
import { openHome, operatorKey, type Home } from './home.ts';
import { missingIn, probe, routesOf, settle, type Door } from './isolation.ts';

const apis = await ownApis();
const brought = { name: 'parcels', contract: loadContract({ name: 'parcels', text: parcels }) };
const routes = routesOf([...apis.map(({ contract }) => ({ name: contract.slug, contract })), brought]);

const doorOf = ({ fetch }: Home): Door => ({
  operatorKey,
  async send(path, init) {
    const response = await fetch(path, init);
    return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() };
  },
});

test('nothing of a workspace is seen or changed with what belongs to another, was replaced, has ended or never was', async () => {
  const home = openHome({ apis: announcedApis(), population });
  const door = doorOf(home);
  const settled = await settle(door, 2, 2);
  const stored = home.disk.size;
  const { probes, leaks, opened, faults, refusals } = await probe(door, settled, routes, {
    asked: settled.tenants,
    others: (own) => settled.tenants.filter((other) => other !== own),
  });
  expect(probes).toBeGreaterThan(2_000);
  expect({ leaks, opened, faults }).toEqual({ leaks: [], opened: [], faults: [] });
  // A wrong key and an unknown workspace look alike to the byte (ISO-3), and nothing is stored for what nobody has (ISO-4).
  expect([...refusals]).toHaveLength(2);
  expect(home.disk.size).toBe(stored);
  for (const tenant of settled.tenants) expect(await missingIn(door, tenant)).toEqual([]);
});
