/** Where time goes, by V8's own sampling: the functions that ran longest themselves, and the files. */
import { Session, type Profiler } from 'node:inspector/promises';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(import.meta.dirname, '..');
const shown = 40;

export async function profileOf(work: () => Promise<unknown>, requests: number): Promise<string> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 100 });
  await session.post('Profiler.start');
  await work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return [
    'µs a request, by file (with what it calls in libraries and in Node left out)',
    ...table(profile, requests, (frame) => placeOf(frame), 20),
    'µs a request, by function',
    ...table(profile, requests, (frame) => `${frame.functionName || '(anonymous)'} ${placeOf(frame)}:${frame.lineNumber + 1}`, shown),
  ].join('\n');
}

function table(
  { nodes, samples = [], timeDeltas = [] }: Profiler.Profile,
  requests: number,
  nameOf: (frame: Profiler.Profile['nodes'][number]['callFrame']) => string,
  most: number,
): readonly string[] {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const times = new Map<string, number>();
  samples.forEach((id, i) => {
    const name = names.get(id) ?? '';
    times.set(name, (times.get(name) ?? 0) + (timeDeltas[i] ?? 0));
  });
  return [...times]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([name, time]) => `${(time / requests).toFixed(2).padStart(8)}  ${name}`);
}

function placeOf({ url }: { readonly url: string }): string {
  if (!url.startsWith('file:')) return url;
  return relative(root, fileURLToPath(url)).replace(/^.*node_modules\//, '');
}
