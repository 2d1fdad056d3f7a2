/**
 * A process of its own that serves two small contracts on a free port of loopback and says where; the hostile requests are sent to it.
 * Asked by a message, it says for how many milliseconds one turn of its event loop has held the processor at most.
 */
// oxlint-disable-next-line import/no-unassigned-import -- it only says how pages are loaded
import '../pages-from-source.ts';
import { readFileSync } from 'node:fs';
import { loadContract } from '../../src/contract/load.ts';
import { nobody } from '../../src/population.ts';
import { startNode } from '../../src/runtimes/node/node.ts';
import { realClock } from '../../src/workspace/time/clock.ts';

const apis = ['clinic.yaml', 'notebook.yaml'].map((name) => ({
  contract: loadContract({ name, text: readFileSync(new URL(`../gateway/${name}`, import.meta.url), 'utf8') }),
}));
let longest = 0;
let before = process.cpuUsage();
setInterval(() => {
  const { user, system } = process.cpuUsage(before);
  longest = Math.max(longest, (user + system) / 1_000);
  before = process.cpuUsage();
}, 20);
process.on('message', () => process.send?.(longest));

const onBug = (error: unknown): void => console.error(error);
const { url } = await startNode({ apis, population: nobody, clock: realClock, seed: 1, host: '127.0.0.1', port: 0, onBug });
process.send?.(url);
