/**
 * `npm run bench -- --in-process [--only words] [--profile]`: the same scenarios in this one process, in half a minute: µs of CPU time per
 * request, ours and a bare Hono app's that sends the same bytes and headers, both behind Node's own HTTP classes with no sockets between.
 * The kernel's share is missing on both sides and guessed for the ratios, which are for finding out what to mend.
 * `--profile` adds where ours spends its time, and what it allocates, function by function.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadContract } from '../src/contract/load.ts';
import { anyone } from '../src/mock/caller.ts';
import { createGateway } from '../src/gateway/gateway.ts';
import { openNodeStore } from '../src/runtimes/node/file-store.ts';
import { ownApis } from '../src/runtimes/own-apis.ts';
import { populationOf } from '../src/runtimes/population.ts';
import { realClock } from '../src/workspace/time/clock.ts';
import { createMemoryStore } from '../src/workspace/store/memory-store.ts';
import { openWorkspace, type Workspace } from '../src/workspace/workspace.ts';
import { median, type Comparison } from './compare.ts';
import { controlApp } from './control.ts';
import { profileOf } from './profile.ts';
import { populationSize, type Place, type Scenario, type SentRequest } from './scenarios.ts';
import { canned, headersOf, madeAt } from './wire.ts';
import { withoutNetwork, type Received, type SentMessage } from './without-network.ts';

const rounds = 9;
const perRound = 300;
const warmUp = 9_000;
const profiled = 3_000;
const seed = 42;

type Send = (message: SentMessage) => Promise<Received>;

interface Opened {
  readonly send: Send;
  readonly workspace: Workspace;
}

export async function benchInProcess(
  scenarios: readonly Scenario[],
  { profile }: { readonly profile: boolean },
): Promise<readonly Comparison[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-bench-'));
  const places = new Map<string, Opened>();
  const population = populationOf(seed, populationSize);

  async function open({ contracts, onFile }: Place): Promise<Opened> {
    const apis = contracts?.map((contract) => ({ contract: loadContract(contract) })) ?? (await ownApis());
    const store = onFile ? openNodeStore(join(folder, `${places.size}.sqlite`)) : createMemoryStore();
    const workspace = openWorkspace({ id: 'default', secret: 'bench', seed, clock: realClock, store, population });
    const gateway = createGateway({
      own: () => Promise.reject(new Error('nothing asks for it here')),
      apis,
      onBug: (error) => {
        throw error;
      },
    });
    return { workspace, send: withoutNetwork((request) => gateway.fetch(request, { workspace, prefix: '', caller: anyone })) };
  }

  async function measure(scenario: Scenario): Promise<Comparison> {
    const { name, method, media, status, rows = [], target, growth } = scenario;
    const place = places.get(scenario.place.name) ?? (await open(scenario.place));
    places.set(scenario.place.name, place);
    const messageOf = (of: string, request: SentRequest): SentMessage => ({
      method: of,
      path: request.path,
      headers: headersOf(of, request, media),
      body: request.body === undefined ? undefined : Buffer.from(request.body),
    });
    const made: string[] = [];
    for (const row of rows) made.push(madeAt((await place.send(messageOf('POST', row))).bytes));
    const requests = scenario.requests(made).map((request) => messageOf(method, request));
    let next = 0;
    const nextRequest = (): SentMessage => {
      const request = requests[next++ % requests.length];
      if (!request) throw new RangeError(`${name} has no requests`);
      return request;
    };
    const first = await place.send(nextRequest());
    const control = withoutNetwork(controlApp(canned(first.bytes, scenario)).fetch);

    const slice = async (send: Send, count: number): Promise<number> => {
      // Neither is to pay for what the other left behind.
      globalThis.gc?.();
      const messages = Array.from({ length: count }, nextRequest);
      const start = process.cpuUsage();
      for (const message of messages) {
        const answer = await send(message);
        if (answer.status !== status) throw new Error(`${name}: wanted ${status}, got ${answer.bytes.toString().slice(0, 2_000)}`);
      }
      const { user, system } = process.cpuUsage(start);
      return (user + system) / count;
    };

    for (const send of [place.send, control]) for (let i = 0; i < warmUp; i += perRound) await slice(send, perRound);
    const pairs: { sandbox: number; control: number }[] = [];
    for (let i = 0; i < rounds; i++) pairs.push({ sandbox: await slice(place.send, perRound), control: await slice(control, perRound) });
    if (profile) console.log(`${name}\n${await profileOf(() => slice(place.send, profiled), profiled)}\n`);
    return {
      name,
      target,
      ...(growth && { growth }),
      answers: warmUp + rounds * perRound,
      sandbox: median(pairs.map((pair) => pair.sandbox)),
      control: median(pairs.map((pair) => pair.control)),
      ratio: median(pairs.map((pair) => pair.control / pair.sandbox)),
    };
  }

  try {
    const comparisons: Comparison[] = [];
    for (const scenario of scenarios) {
      const comparison = await measure(scenario);
      console.log(`${comparison.sandbox.toFixed(1).padStart(8)} against ${comparison.control.toFixed(1).padStart(5)} µs  ${scenario.name}`);
      comparisons.push(comparison);
    }
    console.log();
    return comparisons;
  } finally {
    for (const { workspace } of places.values()) workspace.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
