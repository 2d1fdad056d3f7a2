/** Measures workspaces of a server on Node that keeps them on disk. Linux only: it asks /proc. */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openAtMost } from '../../src/workspaces/limits.ts';
import { median } from '../compare.ts';
import { load } from '../load.ts';
import { scenarios, type SentRequest } from '../scenarios.ts';
import { startServer, type RunningServer } from '../server.ts';
import { ask, bytesOf } from '../wire.ts';
import type { NodeFigures } from './figures.ts';
import { aMonth } from './use.ts';

/** Workspaces that are used for a month. */
const written = 3;
const root = resolve(import.meta.dirname, '../..');

export async function measureNode(): Promise<NodeFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-scale-'));
  const start = (): Promise<RunningServer> =>
    startServer([join(root, 'dist/cli.js'), 'start', '--port', '{port}', '--data', join(folder, 'data.sqlite'), '--auto-workspaces'], {
      ready: bytesOf('GET', { path: '/_sandbox/health' }, 'application/json'),
    });
  try {
    const sizes = await measureSizes(await start(), folder);
    return { ...sizes, ...(await measureWakeUp(await start())), ...(await measureTimes(await start())) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [read, , , , write] = scenarios({ people: 50, registrations: 60_000 });
if (!read || !write) throw new RangeError('nothing to measure with');
const reads = read.requests([]);
const writes = write.requests([]);
const [first = { path: '/' }] = reads;

const within = (name: string, request: SentRequest): SentRequest => ({ ...request, path: `/w/${name}${request.path}` });
const nameOf = (i: number): string => `team-${i}`;

async function send(server: RunningServer, method: 'GET' | 'POST', request: SentRequest): Promise<void> {
  const answer = (await ask(server.port, bytesOf(method, request))).toString('latin1', 0, 2_000);
  if (!answer.startsWith('HTTP/1.1 20')) throw new Error(`${method} ${request.path}: ${answer}`);
}

const descriptors = ({ pid }: RunningServer): number => readdirSync(`/proc/${pid}/fd`).length;

async function measureSizes(server: RunningServer, folder: string) {
  for (let i = 0; i < 50; i++) await send(server, 'GET', first);
  const before = { memory: (await server.usage()).memory, descriptors: descriptors(server) };
  for (let i = 0; i < openAtMost; i++) await send(server, 'GET', within(nameOf(i), first));
  const after = { memory: (await server.usage()).memory, descriptors: descriptors(server) };
  for (let i = 0; i < written; i++)
    for (let n = 0; n < aMonth.writes; n++) await send(server, 'POST', within(nameOf(i), writes[i * aMonth.writes + n] ?? first));
  await server.stop();
  const onDisk = bytesOfEach(folder).toSorted((a, b) => b - a);
  return {
    megabytesAtStart: before.memory / 1_000_000,
    kilobytesOpen: (after.memory - before.memory) / openAtMost / 1_000,
    descriptorsOpen: (after.descriptors - before.descriptors) / openAtMost,
    kilobytesOnDisk: median(onDisk) / 1_000,
    kilobytesAfterAMonth: median(onDisk.slice(0, written)) / 1_000,
  };
}

/** Each workspace's files together. */
function bytesOfEach(folder: string): readonly number[] {
  const bytes = new Map<string, number>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const [, workspace] = /\.workspaces[/\\](.+)\.sqlite(?:-wal|-shm)?$/.exec(name) ?? [];
    if (workspace !== undefined) bytes.set(workspace, (bytes.get(workspace) ?? 0) + statSync(join(folder, name)).size);
  }
  return [...bytes.values()];
}

/** The first request of each workspace, less a second one. */
async function measureWakeUp(server: RunningServer) {
  const cost = async (from: number): Promise<number> => {
    const { cpu } = await server.usage();
    for (let i = 0; i < 50; i++) await send(server, 'GET', within(nameOf(from + i), first));
    return (await server.usage()).cpu - cpu;
  };
  for (let i = 0; i < 200; i++) await send(server, 'GET', first);
  await cost(100);
  const waking = await cost(200);
  const again = await cost(200);
  await server.stop();
  return { wakeMilliseconds: (waking - again) / 50 / 1_000 };
}

/** Of one process, its load over eight workspaces. */
async function measureTimes(server: RunningServer) {
  const measure = async (method: 'GET' | 'POST', requests: readonly SentRequest[]): Promise<number> => {
    const bytes = requests.map((request, i) => bytesOf(method, within(nameOf(i % 8), request)));
    let from = 0;
    const slice = async (milliseconds: number): Promise<number> => {
      const { cpu } = await server.usage();
      const { answers } = await load(server.port, bytes, { sockets: 8, milliseconds, from });
      from += answers;
      return ((await server.usage()).cpu - cpu) / answers;
    };
    await slice(5_000);
    const costs: number[] = [];
    for (let i = 0; i < 5; i++) costs.push(await slice(1_000));
    return median(costs);
  };
  const figures = {
    readMicroseconds: await measure('GET', reads),
    writeMicroseconds: await measure('POST', writes.slice(written * aMonth.writes)),
  };
  await server.stop();
  return figures;
}
