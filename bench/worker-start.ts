/**
 * `npm run check:worker`: the size of the worker as it is uploaded, and the CPU time it takes to start, beside an empty worker's.
 * Ends with exit code 1 where either is over its ceiling.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundleWorker, workerFiles } from '../src/cli/build/worker-bundle.ts';
import { startWorkerd, workerdPlace, type Place } from '../test/runtimes/workerd.ts';
import { usageOf } from './usage-of.ts';

/** Bytes, gzip; and milliseconds of CPU time (design of the project). */
const ceilings = { size: 1_500_000, start: 300 };
const starts = 7;

/** CPU time of a process from its birth until it listens, in milliseconds: by then every worker has run its top level. */
async function timeToStart(place: Place): Promise<number> {
  const workerd = await startWorkerd(place);
  const { cpu } = usageOf(workerd.process.pid ?? 0);
  await workerd.stop();
  return cpu / 1_000;
}

/** The least of several: whatever else the machine does can only add to what a start costs. */
async function leastStart(place: Place): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < starts; i++) times.push(await timeToStart(place));
  return Math.min(...times);
}

const empty = `import { DurableObject } from 'cloudflare:workers';
export class WorkspaceObject extends DurableObject {}
export class RegistryObject extends DurableObject {}
export default { fetch: () => new Response() };
`;

const places = [
  await workerdPlace(bundleWorker),
  await workerdPlace(async (folder) => writeFileSync(join(folder, workerFiles.code), empty)),
] as const;
try {
  const files = Object.values(workerFiles).map((name) => readFileSync(join(places[0].folder, 'dist/worker', name)));
  const size = gzipSync(Buffer.concat(files), { level: 9 }).byteLength;
  const [ours, bare] = [await leastStart(places[0]), await leastStart(places[1])];
  const start = ours - bare;
  console.log(
    `worker: ${Math.round(size / 1_000)} kB gzip (at most ${ceilings.size / 1_000}), start-up ${start.toFixed(0)} ms CPU (at most ${ceilings.start}; the process ${ours.toFixed(0)} ms, with an empty worker ${bare.toFixed(0)} ms)`,
  );
  if (size > ceilings.size || start > ceilings.start) process.exitCode = 1;
} finally {
  for (const place of places) place.remove();
}
