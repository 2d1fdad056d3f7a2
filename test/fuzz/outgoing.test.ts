/** Whatever stands in a contract, its answers can be sent: nothing throws, nothing of ours is replaced, and what the sandbox says of it stays small. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load.ts';
import { nobody } from '../../src/population.ts';
import { startNode, type NodeSandbox } from '../../src/runtimes/node/node.ts';
import { realClock } from '../../src/workspace/time/clock.ts';
import { sandboxOf } from '../sandbox.ts';
import { hostileContracts } from './hostile-contract.ts';
import { initOf, outgoingFaults, requestsTo } from './outgoing-requests.ts';

const runs = Number(process.env['OUTGOING_RUNS'] ?? 30);
const seed = 20_260_101;

let server: NodeSandbox;
const bugs: unknown[] = [];
beforeAll(async () => {
  const options = { population: nobody, clock: realClock, seed: 1, host: '127.0.0.1', port: 0 };
  server = await startNode({ ...options, apis: [], onBug: (error) => bugs.push(error) });
});
afterAll(async () => {
  await server.close();
});

/** A path that is taken for another leads to where no API stands, and whoever asks for HTML there is shown a page of ours. */
const isPage = ({ status, headers }: Response): boolean =>
  status === 404 && headers.get('content-security-policy')?.startsWith("default-src 'none'; script-src 'self';") === true;

test('no text of a contract keeps an answer from being sent, or stands in the place of what is ours', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(hostileContracts, async ({ name, text }) => {
      const contract = loadContract({ name, text });
      expect(contract.slug).toMatch(/^[a-z0-9][a-z0-9._-]{0,63}$/);
      const sandbox = sandboxOf(contract, { tolerateDefects: true });
      server.serve([{ contract }]);
      for (const asked of requestsTo(contract)) {
        for (const answer of [
          await sandbox.request(asked.path, initOf(asked)),
          await fetch(server.url + asked.path, { ...initOf(asked), signal: AbortSignal.timeout(10_000) }),
        ]) {
          const body = await answer.text();
          if (isPage(answer)) continue;
          expect({ asked, faults: outgoingFaults(answer) }).toEqual({ asked, faults: [] });
          expect(body).not.toContain('The sandbox failed');
        }
      }
      expect(bugs).toEqual([]);
      const catalogue = await sandbox.request('/_sandbox/catalogue');
      expect([catalogue.status, (await catalogue.text()).length < 60_000]).toEqual([200, true]);
    }),
    { numRuns: runs, seed },
  );
});
