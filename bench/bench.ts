/**
 * `npm run bench [-- --quick]`: how soon the sandbox is ready, what memory it takes, and its CPU time per request as a ratio to a bare
 * Hono server that sends the same bytes and headers. Both run at the same time and take turns in short slices, so that whatever else the
 * machine does falls on both. The load comes from this process, over keep-alive sockets.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { compare, median, type Comparison } from './compare.ts';
import { report, type Results } from './report.ts';
import { populationSize, scenarios, type Scenario } from './scenarios.ts';
import { startServer, type RunningServer } from './server.ts';
import { bytesOf, cannedAnswer } from './wire.ts';

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, json: { type: 'string', default: 'results/bench.json' } },
});
const effort = values.quick
  ? { starts: 3, warmUp: 10_000, pairs: 6, milliseconds: 300, people: 1_000, registrations: 40_000 }
  : { starts: 9, warmUp: 40_000, pairs: 10, milliseconds: 1_000, people: 5_000, registrations: 120_000 };

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'sandbox-bench-'));
const running: RunningServer[] = [];

const sandboxWords = [join(root, 'dist/cli.js'), 'start', '--port', '{port}', '--size', String(populationSize)];
const sandbox = (keeping: readonly string[], ready: Buffer) => start([...sandboxWords, ...keeping], { ready });

async function start(words: readonly string[], where: { ready: Buffer; probed?: boolean }): Promise<RunningServer> {
  const server = await startServer(words, where);
  running.push(server);
  return server;
}

/** Spawn to first 200, with nothing in the process but the sandbox itself. */
async function timeToReady(ready: Buffer): Promise<number> {
  const server = await start([...sandboxWords, '--ephemeral'], { ready, probed: false });
  await server.stop();
  return server.readyAfter;
}

async function measure(scenario: Scenario, server: RunningServer): Promise<Comparison> {
  const canned = join(folder, 'canned.json');
  writeFileSync(canned, JSON.stringify(await cannedAnswer(server.port, scenario)));
  const control = await start([join(root, 'bench/control.ts'), '{port}', canned], { ready: bytesOf('GET', { path: '/' }) });
  // The first request has just been sent for the control's sake.
  const requests = scenario.requests.slice(scenario.requests.length > 1 ? 1 : 0).map((request) => bytesOf(scenario.method, request));
  const comparison = await compare(scenario, { server, control, requests, effort });
  await control.stop();
  return comparison;
}

async function bench(): Promise<Results> {
  const measured = scenarios(effort);
  const ready = bytesOf('GET', measured[0]?.requests[0] ?? { path: '/' });
  const load = [loadavg()[0] ?? NaN];
  const times: number[] = [];
  for (let i = 0; i < effort.starts; i++) times.push(await timeToReady(ready));

  const inMemory = await sandbox(['--ephemeral'], ready);
  const onFile = await sandbox(['--data', join(folder, 'data.sqlite')], ready);
  const atStart = (await inMemory.usage()).memory;
  const comparisons: Comparison[] = [];
  let afterReads = atStart;
  for (const scenario of measured) {
    comparisons.push(await measure(scenario, scenario.onFile ? onFile : inMemory));
    if (scenario.method === 'GET') afterReads = (await inMemory.usage()).memory;
  }
  load.push(loadavg()[0] ?? NaN);
  return {
    machine: { node: process.versions.node, processors: cpus().length, load },
    ready: median(times),
    memory: { atStart, afterReads },
    comparisons,
  };
}

try {
  const results = await bench();
  console.log(report(results));
  const file = resolve(root, values.json);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
} finally {
  await Promise.all(running.map((server) => server.stop()));
  rmSync(folder, { recursive: true, force: true });
}
