/** Where time goes, by V8's own sampling: the functions that ran longest themselves, and the files. */
import { Session, type Profiler } from 'node:inspector/promises';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(import.meta.dirname, '..');
/** `work` gives µs of CPU time per request; the samples share that out, whatever else the machine was doing meanwhile. */
export async function profileOf(work: () => Promise<number>): Promise<string> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 100 });
  await session.post('Profiler.start');
  const cost = await work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return [
    'µs a request, by file, without what it calls in others',
    ...table(profile, cost, placeOf, 25),
    'µs a request, by function, without what it calls',
    ...table(profile, cost, (frame) => `${frame.functionName || '(anonymous)'} ${placeOf(frame)}:${frame.lineNumber + 1}`, 40),
  ].join('\n');
}

type Frame = Profiler.ProfileNode['callFrame'];

/** Not the work of anybody measured. */
const isApart = ({ functionName, url }: Frame): boolean =>
  url === 'node:inspector' || ['(idle)', '(program)', '(root)'].includes(functionName);

function table({ nodes, samples = [] }: Profiler.Profile, cost: number, nameOf: (frame: Frame) => string, most: number): readonly string[] {
  const names = new Map(nodes.filter(({ callFrame }) => !isApart(callFrame)).map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const counts = new Map<string, number>();
  const counted = samples.flatMap((id) => names.get(id) ?? []);
  for (const name of counted) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([name, count]) => `${((cost * count) / counted.length).toFixed(2).padStart(8)}  ${name}`);
}

function placeOf({ url, functionName }: Frame): string {
  if (url === '') return functionName;
  if (!url.startsWith('file:')) return url;
  return relative(root, fileURLToPath(url)).replace(/^.*node_modules\//, '');
}
