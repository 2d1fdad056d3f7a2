/**
 * What it costs to wake a workspace at the edge that nobody has asked for a while: rows for `npm run bench:edge`, or alone with
 * `node bench/wake-up.ts`. workerd is started again on the same storage, and each of several workspaces is asked once; what a second question
 * costs is taken off. Linux counts a process's time in hundredths of a second, so it takes several of them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWorker } from '../src/cli/build/worker-bundle.ts';
import { startWorkerd, workerdPlace } from '../test/runtimes/workerd.ts';
import { contractOf } from './brought.ts';
import { median } from './compare.ts';
import { mint } from './edge-workspace.ts';
import { usageOf } from './usage-of.ts';

const workspaces = 12;
const starts = 5;

interface Sleeper {
  readonly name: string;
  readonly contract?: { readonly name: string; readonly text: string };
  /** What is asked of it, below its prefix. */
  readonly path: string;
}

const nothing: Sleeper = { name: 'nothing brought', path: '/personal-demographics/FHIR/R4/Patient/9000000009' };

const sleepers: readonly Sleeper[] = [
  nothing,
  {
    name: 'a contract of 5 operations brought',
    contract: { name: 'record-pointers.yaml', text: readFileSync(join(import.meta.dirname, 'contracts/record-pointers.yaml'), 'utf8') },
    path: '/record-pointers/FHIR/R4/DocumentReference/nobody',
  },
  {
    name: 'a contract of 480 operations brought',
    contract: { name: 'things.json', text: contractOf(480) },
    path: '/things/things-7/00000000-0000-4000-8000-000000000000',
  },
];

export interface WakeUp {
  readonly name: string;
  /** Milliseconds of CPU time, the median over several starts. */
  readonly milliseconds: number;
}

async function measure({ name, contract, path }: Sleeper): Promise<WakeUp> {
  const place = await workerdPlace(bundleWorker);
  try {
    const first = await startWorkerd(place);
    // The first workspace of all also pays for what the isolate does only once.
    const earlier = await mint(first, contract);
    const prefixes: string[] = [];
    for (let i = 0; i < workspaces; i++) prefixes.push(await mint(first, contract));
    await first.stop('SIGTERM');
    const costs: number[] = [];
    for (let i = 0; i < starts; i++) {
      const workerd = await startWorkerd(place);
      const cost = async (): Promise<number> => {
        const before = usageOf(workerd.process.pid ?? 0).cpu;
        for (const prefix of prefixes) await (await fetch(`${workerd.url}${prefix}${path}`)).text();
        return usageOf(workerd.process.pid ?? 0).cpu - before;
      };
      await (await fetch(`${workerd.url}${earlier}${path}`)).text();
      const waking = await cost();
      costs.push((waking - (await cost())) / prefixes.length / 1_000);
      await workerd.stop();
    }
    return { name, milliseconds: median(costs) };
  } finally {
    place.remove();
  }
}

export const wakeUpOfNothingBrought = (): Promise<WakeUp> => measure(nothing);

export async function benchWakeUp(): Promise<readonly WakeUp[]> {
  const measured: WakeUp[] = [];
  for (const sleeper of sleepers) measured.push(await measure(sleeper));
  return measured;
}

export const reportWakeUp = (measured: readonly WakeUp[]): string =>
  measured.map(({ name, milliseconds }) => `Waking a workspace with ${name}: ${milliseconds.toFixed(1)} ms`).join('\n');

if (import.meta.main) console.log(reportWakeUp(await benchWakeUp()));
