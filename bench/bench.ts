/**
 * `npm run bench [-- --quick] [--only words]`: how soon the sandbox is ready, what memory it takes, and its CPU time per request as a ratio to
 * a bare Hono server that sends the same bytes and headers. Both run at the same time and take turns in short slices, so that whatever else
 * the machine does falls on both. The load comes from this process, over keep-alive sockets. `--in-process` is the short way, and `--reading`
 * measures something else: see there.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { compare, median, type Comparison } from './compare.ts';
import { broughtScenarios, growthScenarios, sizeScenarios } from './brought.ts';
import { report, reportShort, type Results } from './report.ts';
import { populationSize, scenarios, type Place, type Scenario } from './scenarios.ts';
import { startServer, type RunningServer } from './server.ts';
import { tokenAt } from './strict.ts';
import { ask, bytesOf, cannedAnswer, madeAt } from './wire.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    'in-process': { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
    reading: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    json: { type: 'string', default: 'results/bench.json' },
  },
});
const inProcess = values['in-process'] || values.profile;
const effort = inProcess
  ? { people: 500, registrations: 20_000, rows: [10, 1_000, 5_000] }
  : values.quick
    ? { people: 1_000, registrations: 40_000, rows: [10, 1_000, 20_000] }
    : { people: 5_000, registrations: 120_000, rows: [10, 1_000, 20_000] };
const pace = values.quick
  ? { starts: 3, warmUp: 10_000, pairs: 6, milliseconds: 300 }
  : { starts: 9, warmUp: 40_000, pairs: 10, milliseconds: 1_000 };

/** Those whose name has all the words; the first of a growth is measured with each of the others. */
function chosen(): readonly Scenario[] {
  const all = [...scenarios(effort), ...broughtScenarios(effort), ...sizeScenarios(), ...growthScenarios(effort)];
  const words = values.only.toLowerCase().split(' ');
  const named = all.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)));
  const origins = new Set(named.map(({ growth }) => growth?.from));
  return all.filter((scenario) => named.includes(scenario) || origins.has(scenario.name));
}

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'sandbox-bench-'));
const running: RunningServer[] = [];

const sandboxWords = [join(root, 'dist/cli.js'), 'start', '--port', '{port}', '--size', String(populationSize)];
const places = new Map<string, RunningServer>();

/** The sandbox of a place, from the first time that it is asked for. */
async function sandboxOf({ name, contracts = [], onFile }: Place): Promise<RunningServer> {
  const known = places.get(name);
  if (known) return known;
  const place = mkdtempSync(join(folder, 'place-'));
  for (const contract of contracts) writeFileSync(join(place, contract.name), contract.text);
  const files = contracts.map((contract) => join(place, contract.name));
  const keeping = onFile ? ['--data', join(place, 'data.sqlite')] : ['--ephemeral'];
  const started = await start([...sandboxWords, ...files, ...keeping], {
    ready: bytesOf('GET', { path: '/_sandbox/health' }, 'application/json'),
  });
  places.set(name, started);
  return started;
}

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

async function measure(scenario: Scenario): Promise<Comparison> {
  const { method, media, rows = [] } = scenario;
  const server = await sandboxOf(scenario.place);
  const made: string[] = [];
  for (const row of rows) made.push(madeAt(await ask(server.port, bytesOf('POST', row, media))));
  const [first, ...others] = scenario.requests(made);
  if (!first) throw new RangeError(`${scenario.name} has no requests`);
  if (scenario.isStrict) {
    const token = await tokenAt(server.port);
    const [requests, controlRequests] = [[bytesOf(method, { ...first, token }, media)], [bytesOf(method, first, media)]];
    return compare(scenario, { server, control: { ...server }, requests, controlRequests, effort: pace });
  }
  const file = join(folder, 'canned.json');
  writeFileSync(file, JSON.stringify(await cannedAnswer(server.port, scenario, first)));
  const control = await start([join(root, 'bench/control.ts'), '{port}', file], { ready: bytesOf('GET', { path: '/' }) });
  // The first request has just been sent for the control's sake.
  const requests = (others.length > 0 ? others : [first]).map((request) => bytesOf(method, request, media));
  const comparison = await compare(scenario, { server, control, requests, effort: pace });
  await control.stop();
  return comparison;
}

async function bench(): Promise<Results> {
  const measured = chosen();
  const load = [loadavg()[0] ?? NaN];
  const [own] = scenarios(effort);
  if (!own) throw new RangeError('nothing to measure');
  const [request = { path: '/' }] = own.requests([]);
  const times: number[] = [];
  for (let i = 0; i < pace.starts; i++) times.push(await timeToReady(bytesOf('GET', request)));

  const server = await sandboxOf(own.place);
  const atStart = (await server.usage()).memory;
  const comparisons: Comparison[] = [];
  let afterReads = atStart;
  for (const scenario of measured) {
    comparisons.push(await measure(scenario));
    if (scenario.method === 'GET') afterReads = (await server.usage()).memory;
  }
  load.push(loadavg()[0] ?? NaN);
  return {
    machine: { node: process.versions.node, processors: cpus().length, load },
    ready: median(times),
    memory: { atStart, afterReads },
    comparisons,
  };
}

async function benchShort(): Promise<string> {
  const { benchInProcess } = await import('./in-process.ts');
  // Where access is strict needs a server, to have the token from.
  const those = chosen().filter(({ isStrict }) => isStrict === undefined);
  return reportShort(await benchInProcess(those, { profile: values.profile }));
}

try {
  if (values.reading) {
    const { benchReading } = await import('./reading.ts');
    if (!benchReading(values.only, (line) => console.log(line))) process.exitCode = 1;
  } else if (inProcess) console.log(await benchShort());
  else {
    const results = await bench();
    console.log(report(results));
    const file = resolve(root, values.json);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  }
} finally {
  await Promise.all(running.map((server) => server.stop()));
  rmSync(folder, { recursive: true, force: true });
}
