/**
 * `npm run bench:edge [-- --quick]`: CPU time per request of a workspace on plain workerd, as a ratio to a bare Durable Object that reads or
 * writes one row and sends the same bytes and headers; `--bodies`: to workspaces whose journals keep no bodies. Both run at the same time and take turns in short slices.
 */
import { build } from 'esbuild';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { brought } from '../test/runtimes/conversation.ts';
import { startWorkerd, workerdPlace, type Place, type Workerd } from '../test/runtimes/workerd.ts';
import { compare, type Comparison } from './compare.ts';
import { mint } from './edge-workspace.ts';
import { scenarios, type Scenario, type SentRequest } from './scenarios.ts';
import type { RunningServer } from './server.ts';
import { usageOf } from './usage-of.ts';
import { benchWakeUp, reportWakeUp } from './wake-up.ts';
import { bytesOf, cannedAnswer } from './wire.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    bodies: { type: 'boolean', default: false },
    json: { type: 'string', default: 'results/bench-edge.json' },
  },
});
const effort = values.quick
  ? { warmUp: 3_000, pairs: 5, milliseconds: 1_000, people: 500, registrations: 60_000 }
  : { warmUp: 10_000, pairs: 10, milliseconds: 1_500, people: 3_000, registrations: 200_000 };

function running({ port, process: { pid = 0 }, stop }: Workerd): RunningServer {
  return { pid, port, readyAfter: NaN, usage: async () => usageOf(pid), stop };
}

async function bundleControl(outdir: string): Promise<void> {
  const entryPoints = { worker: join(import.meta.dirname, 'edge-control.worker.ts') };
  await build({
    entryPoints,
    outdir,
    bundle: true,
    format: 'esm',
    target: 'es2024',
    external: ['cloudflare:workers'],
    logLevel: 'warning',
  });
}

/** The load asks for FHIR, whatever it asks. */
const contract = brought.text.replaceAll(
  /application\/json(?=: \{ schema: \{ \$ref: '#\/components\/schemas\/Loan' \})/g,
  'application/fhir+json',
);

/** What most APIs do: nothing but a contract says how it is answered. */
const inferredPost = (registrations: number): Scenario => ({
  name: 'POST, inferred',
  target: 0.5,
  method: 'POST',
  route: '/lending/v2/loans',
  place: { name: 'at the edge' },
  requests: () =>
    Array.from({ length: registrations }, (_, i) => ({
      path: '/lending/v2/loans',
      body: JSON.stringify({ title: `Title ${i}`, borrower: 'harriet', status: 'out', fee: 1.5 }),
    })),
  status: 201,
});

/** The scenarios that are measured here, and their targets (design of the project). */
const edgeTarget: Readonly<Record<string, number>> = {
  'GET by id, warm': 0.5,
  'GET by id, random ids': 0.5,
  'POST, in memory': 0.5,
  'POST, inferred': 0.5,
};

const workspaces = 8;

/** Gives a request an id of its own, as clients do: a write with an id that was seen before is compared with the first. */
function withId(bytes: Buffer, n: number): Buffer {
  return Buffer.from(bytes.toString().replace(/(X-Request-ID: )\S+/, `$100000000-0000-4000-8000-${String(n).padStart(12, '0')}`));
}

const places: Place[] = [];
const servers: Workerd[] = [];
async function start(bundle?: (folder: string) => Promise<void>): Promise<Workerd> {
  const place = await workerdPlace(bundle);
  places.push(place);
  const server = await startWorkerd(place);
  servers.push(server);
  return server;
}

async function bench(): Promise<readonly Comparison[]> {
  const sandbox = await start();
  // A workspace holds as much as a prototype needs and no more, so the load falls on several.
  const minted = (settings?: { readonly journalBody: number }): Promise<readonly string[]> =>
    Promise.all(Array.from({ length: workspaces }, () => mint(sandbox, { name: brought.name, text: contract }, settings)));
  const prefixes = await minted();
  const against = values.bodies ? await bodiless(await minted({ journalBody: 0 })) : await bare();
  const comparisons: Comparison[] = [];
  for (const scenario of [...scenarios(effort), inferredPost(effort.registrations)].filter(({ name }) => name in edgeTarget)) {
    const target = edgeTarget[scenario.name] ?? NaN;
    const requests = sentTo(prefixes, scenario);
    const name = scenario.name.replace('in memory', 'with rules of its own');
    comparisons.push(
      await compare({ ...scenario, name, target }, { server: running(sandbox), requests, effort, ...(await against(scenario)) }),
    );
  }
  return comparisons;

  /** A Durable Object that sends the same, in the place of every workspace. */
  async function bare(): Promise<Against> {
    const control = await start(bundleControl);
    return async (scenario) => {
      const [first] = moved(prefixes, scenario);
      if (!first) throw new RangeError(`${scenario.name} has no requests`);
      const canned = await cannedAnswer(sandbox.port, scenario, first);
      for (const prefix of prefixes) await fetch(`${control.url}${prefix}/`, { method: 'PUT', body: JSON.stringify(canned) });
      return { control: running(control) };
    };
  }

  /** The same sandbox, in workspaces whose journals keep no bodies. */
  async function bodiless(others: readonly string[]): Promise<Against> {
    return async (scenario) => ({ control: running(sandbox), controlRequests: sentTo(others, scenario) });
  }
}

type Against = (scenario: Scenario) => Promise<{ readonly control: RunningServer; readonly controlRequests?: readonly Buffer[] }>;

const moved = (prefixes: readonly string[], scenario: Scenario): readonly SentRequest[] =>
  scenario.requests([]).map((request, i) => ({ ...request, path: (prefixes[i % workspaces] ?? '') + request.path }));

/** The first of several was asked for an answer that is copied. */
function sentTo(prefixes: readonly string[], scenario: Scenario): readonly Buffer[] {
  const all = moved(prefixes, scenario);
  return all.slice(all.length > 1 ? 1 : 0).map((request, i) => withId(bytesOf(scenario.method, request), i));
}

try {
  const load = loadavg()[0] ?? NaN;
  const comparisons = await bench();
  const other = values.bodies ? 'workspaces whose journals keep no bodies' : 'a bare Durable Object that sends the same bytes and headers';
  console.log(`CPU time per request on plain workerd, against ${other}.`);
  console.log(
    `${cpus().length} processors, load average ${load.toFixed(1)} at the start, ${(loadavg()[0] ?? NaN).toFixed(1)} at the end.\n`,
  );
  for (const { name, sandbox, control, ratio, target } of comparisons) {
    const figures = `${sandbox.toFixed(0)} µs against ${control.toFixed(0)} µs: ${(100 * ratio).toFixed(0)} %`;
    const wanted = `, wanted ≥ ${(100 * target).toFixed(0)} %, ${ratio >= target ? 'met' : 'missed'}`;
    console.log(`${name.padEnd(28)} ${figures}${values.bodies ? '' : wanted}`);
  }
  const wakeUps = values.bodies ? [] : await benchWakeUp();
  if (!values.bodies) console.log(reportWakeUp(wakeUps));
  const file = resolve(import.meta.dirname, '..', values.json);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ load, comparisons, wakeUps }, null, 2)}\n`);
} finally {
  await Promise.all(servers.map((server) => server.stop()));
  for (const place of places) place.remove();
}
