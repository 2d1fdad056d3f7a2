/** A process of its own that serves two small contracts on a free port of loopback and says where; the hostile requests are sent to it. */
import { readFileSync } from 'node:fs';
import { loadContract } from '../../src/contract/load.ts';
import { nobody } from '../../src/population.ts';
import { startNode } from '../../src/runtimes/node.ts';
import { realClock } from '../../src/workspace/clock.ts';

const apis = ['clinic.yaml', 'notebook.yaml'].map((name) => ({
  contract: loadContract({ name, text: readFileSync(new URL(`../gateway/${name}`, import.meta.url), 'utf8') }),
}));
const onBug = (error: unknown): void => console.error(error);
const { url } = await startNode({ apis, population: nobody, clock: realClock, seed: 1, host: '127.0.0.1', port: 0, onBug });
console.log(url);
