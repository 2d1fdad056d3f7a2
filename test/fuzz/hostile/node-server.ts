/**
 * A Node server of its own process whose contracts are changed while it runs. Told `{ text }` it serves that contract and says whether it took it;
 * told `{ memory: true }` it says where it is and how much it holds, garbage apart.
 */
// oxlint-disable-next-line import/no-unassigned-import -- it only says how pages are loaded
import '../../pages-from-source.ts';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { loadContract } from '../../../src/contract/load.ts';
import { nobody } from '../../../src/population.ts';
import { startNode } from '../../../src/runtimes/node/node.ts';
import { realClock } from '../../../src/workspace/time/clock.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void; // what the flag above puts there

const sandbox = await startNode({
  apis: [],
  population: nobody,
  clock: realClock,
  seed: 1,
  host: '127.0.0.1',
  port: 0,
  ...(process.argv[2] !== undefined && { data: process.argv[2] }),
  onBug: (error) => console.error('bug:', error instanceof Error ? error.stack : error),
});

process.on('message', (told: { readonly text?: string; readonly memory?: boolean }) => {
  if (told.text === undefined) {
    collectGarbage();
    const { heapUsed, external } = process.memoryUsage();
    process.send?.({ url: sandbox.url, bytes: heapUsed + external });
    return;
  }
  try {
    sandbox.serve([{ contract: loadContract({ name: 'hostile.json', text: told.text }) }]);
    process.send?.({ served: true });
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ContractError') throw error;
    process.send?.({ refused: error.message });
  }
});
