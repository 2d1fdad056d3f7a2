/** Where time and memory go, by V8's own sampling: the functions, and the files, that took most themselves. */
import { Session, type HeapProfiler, type Profiler } from 'node:inspector/promises';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(import.meta.dirname, '..');
/** `work` sends so many requests and gives µs of CPU time of each; the samples share that out, whatever else the machine was doing meanwhile. */
export async function profileOf(work: () => Promise<number>, requests: number): Promise<string> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 100 });
  await session.post('Profiler.start');
  const cost = await work();
  const times = (await session.post('Profiler.stop')).profile;
  // What lived for a moment only is what makes the collector run; the types do not know of these two.
  const momentary = { includeObjectsCollectedByMajorGC: true, includeObjectsCollectedByMinorGC: true };
  await session.post('HeapProfiler.startSampling', { samplingInterval: 8_192, ...momentary });
  await work();
  const heap = (await session.post('HeapProfiler.stopSampling')).profile;
  session.disconnect();

  const timed = sampled(times, cost);
  const allocated = allocations(heap.head).map(([frame, bytes]) => [frame, bytes / requests] as const);
  const total = allocated.reduce((sum, [, bytes]) => sum + bytes, 0);
  return [
    'µs a request, by file, without what it calls in others',
    ...table(timed, placeOf, 25, 2),
    'µs a request, by function, without what it calls',
    ...table(timed, functionOf, 40, 2),
    `Bytes allocated a request, by function: ${total.toFixed(0)} in all`,
    ...table(allocated, functionOf, 25, 0),
  ].join('\n');
}

type Frame = Profiler.ProfileNode['callFrame'] | HeapProfiler.SamplingHeapProfileNode['callFrame'];

/** Not the work of anybody measured. */
const isApart = ({ functionName, url }: Frame): boolean =>
  url === 'node:inspector' || ['(idle)', '(program)', '(root)'].includes(functionName);

type Share = readonly [frame: Frame, amount: number];

function sampled({ nodes, samples = [] }: Profiler.Profile, cost: number): readonly Share[] {
  const counts = new Map<number, number>();
  for (const id of samples) counts.set(id, (counts.get(id) ?? 0) + 1);
  const measured = nodes.filter(({ callFrame }) => !isApart(callFrame));
  const total = measured.reduce((sum, { id }) => sum + (counts.get(id) ?? 0), 0);
  return measured.map(({ id, callFrame }) => [callFrame, (cost * (counts.get(id) ?? 0)) / total]);
}

const allocations = ({ callFrame, selfSize, children }: HeapProfiler.SamplingHeapProfileNode): readonly Share[] => [
  [callFrame, selfSize],
  ...children.flatMap(allocations),
];

function table(shares: readonly Share[], nameOf: (frame: Frame) => string, most: number, digits: number): readonly string[] {
  const sums = new Map<string, number>();
  for (const [frame, amount] of shares) sums.set(nameOf(frame), (sums.get(nameOf(frame)) ?? 0) + amount);
  return [...sums]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([name, amount]) => `${amount.toFixed(digits).padStart(8)}  ${name}`);
}

const functionOf = (frame: Frame): string => `${frame.functionName || '(anonymous)'} ${placeOf(frame)}:${frame.lineNumber + 1}`;

function placeOf({ url, functionName }: Frame): string {
  if (url === '') return functionName;
  if (!url.startsWith('file:')) return url;
  return relative(root, fileURLToPath(url)).replace(/^.*node_modules\//, '');
}
