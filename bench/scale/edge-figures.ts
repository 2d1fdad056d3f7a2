/** Measures workspaces on plain workerd. Rows are counted as the platform counts them; times are of this machine. */
import { build } from 'esbuild';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { startWorkerd, workerdPlace, type Place, type Workerd } from '../../test/runtimes/workerd.ts';
import { load } from '../load.ts';
import { median } from '../compare.ts';
import { base, scenarios } from '../scenarios.ts';
import { usageOf } from '../usage-of.ts';
import { wakeUpOfNothingBrought } from '../wake-up.ts';
import { bytesOf } from '../wire.ts';
import type { EdgeFigures } from './figures.ts';
import { aMonth, use } from './use.ts';

export async function measureEdge(): Promise<EdgeFigures> {
  return { ...(await rowsAndBytes()), ...(await times()), wakeMilliseconds: (await wakeUpOfNothingBrought()).milliseconds };
}

const workspaces = 20;
/** Of them, those that are used for a month. */
const used = 3;

async function onWorkerd<T>(
  bundle: ((folder: string) => Promise<unknown>) | undefined,
  work: (workerd: Workerd, place: Place) => Promise<T>,
): Promise<T> {
  const place = await workerdPlace(bundle);
  const workerd = await startWorkerd(place);
  try {
    return await work(workerd, place);
  } finally {
    await workerd.stop();
    place.remove();
  }
}

interface Made {
  readonly id: string;
  readonly managementKey: string;
}

async function mint({ url }: Workerd): Promise<Made> {
  return (await (await fetch(`${url}/_sandbox/workspaces`, { method: 'POST' })).json()) as Made; // as its contract says
}

const of = (registrations: number) => {
  const [read, , , write] = scenarios({ people: 50, registrations });
  if (!read || !write) throw new RangeError('nothing to measure with');
  return { reads: read.requests([]), writes: write.requests([]) };
};

async function rowsAndBytes() {
  return onWorkerd(bundleCounting, async (workerd, place) => {
    const rows = async (): Promise<{ readonly read: number; readonly written: number }> =>
      (await (await fetch(`${workerd.url}/rows`)).json()) as { read: number; written: number }; // counting.worker.ts says so
    const perEach = async (
      work: (i: number) => Promise<unknown>,
      times: number,
      settle = 0,
    ): Promise<{ read: number; written: number }> => {
      await rows();
      for (let i = 0; i < times; i++) await work(i);
      await new Promise((resolve) => setTimeout(resolve, settle));
      const { read, written } = await rows();
      return { read: read / times, written: written / times };
    };
    const { reads, writes } = of(used * aMonth.writes);
    const ask = async ({ id }: Made, method: string, { path, body, id: exchange = crypto.randomUUID() }: (typeof writes)[number]) => {
      const headers = {
        'X-Request-ID': exchange,
        Accept: 'application/fhir+json',
        ...(body !== undefined && { 'Content-Type': 'application/fhir+json' }),
      };
      const answer = await fetch(`${workerd.url}/w/${id}${path}`, { method, headers, ...(body !== undefined && { body }) });
      await answer.arrayBuffer();
      if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status}`);
    };
    // The first pays for what is made once in a deployment, and the first request of each for what is made once in a workspace.
    await mint(workerd);
    const made: Made[] = [];
    const read = reads[0] ?? { path: base };
    const minting = await perEach(
      async () => {
        const each = await mint(workerd);
        made.push(each);
        await ask(each, 'GET', read);
      },
      3 * workspaces,
      1_500,
    );
    const [untouched, written, ended] = [made.slice(0, workspaces), made.slice(workspaces, workspaces + used), made.slice(2 * workspaces)];
    const turn = (i: number, those: readonly Made[]): Made => those[i % those.length] ?? { id: '', managementKey: '' };
    const reading = await perEach((i) => ask(turn(i, untouched), 'GET', read), workspaces * 50, 1_500);
    const writing = await perEach((i) => ask(turn(i, written), 'POST', writes[i] ?? read), used * aMonth.writes, 1_500);
    const ending = await perEach(
      async (i) => {
        const { id, managementKey } = turn(i, ended);
        const headers = { Authorization: `Bearer ${managementKey}` };
        await fetch(`${workerd.url}/w/${id}/_sandbox/workspace`, { method: 'DELETE', headers });
      },
      workspaces,
      500,
    );
    await workerd.stop();
    const sizes = sizesOf(place);
    return {
      rowsPerMint: minting.written,
      rowsReadPerMint: minting.read,
      rowsPerRead: reading.written,
      rowsReadPerRequest: (1 - use.writes) * reading.read + use.writes * writing.read,
      rowsPerWrite: writing.written,
      rowsPerEnd: ending.written,
      kilobytesOfWorkspace: sizes.fresh,
      kilobytesAfterAMonth: sizes.written,
      kilobytesOfTombstone: sizes.ended,
    };
  });
}

/** Kilobytes of a workspace's database: of those that only read, of those that wrote, and of what has ended, which has no documents. */
function sizesOf({ storage }: Place): { readonly fresh: number; readonly written: number; readonly ended: number } {
  const sizes = { fresh: [] as number[], written: [] as number[], ended: [] as number[] };
  for (const name of readdirSync(storage, { recursive: true, encoding: 'utf8' })) {
    if (!/workspace\/[0-9a-f]+\.sqlite$/.test(name)) continue;
    const database = new DatabaseSync(join(storage, name));
    const number = (statement: string): number => Number(Object.values(database.prepare(statement).get() ?? {})[0]);
    const kilobytes = (number('PRAGMA page_count') * number('PRAGMA page_size')) / 1_000;
    const isEnded = number("SELECT count(*) FROM sqlite_master WHERE name = 'document'") === 0;
    const kind = isEnded ? 'ended' : number('SELECT count(*) FROM document') < aMonth.writes ? 'fresh' : 'written';
    sizes[kind].push(kilobytes);
    database.close();
  }
  return { fresh: median(sizes.fresh), written: median(sizes.written), ended: median(sizes.ended) };
}

async function times() {
  return onWorkerd(undefined, async (workerd) => {
    const usage = (): number => usageOf(workerd.process.pid ?? 0).cpu;
    const { reads, writes } = of(60_000);
    const prefixes: string[] = [];
    const before = usage();
    const mints = 200;
    for (let i = 0; i < mints; i++) prefixes.push(`/w/${(await mint(workerd)).id}`);
    const minting = (usage() - before) / mints / 1_000;
    const moved = (requests: typeof reads) => requests.map((request, i) => ({ ...request, path: (prefixes[i % 8] ?? '') + request.path }));
    const slice = async (requests: readonly Buffer[], from: number, milliseconds: number): Promise<{ cpu: number; answers: number }> => {
      const start = usage();
      const { answers } = await load(workerd.port, requests, { sockets: 8, milliseconds, from });
      return { cpu: (usage() - start) / answers, answers };
    };
    const measure = async (requests: readonly Buffer[]): Promise<number> => {
      let from = (await slice(requests, 0, 5_000)).answers;
      const costs: number[] = [];
      for (let i = 0; i < 5; i++) {
        const { cpu, answers } = await slice(requests, from, 1_000);
        costs.push(cpu);
        from += answers;
      }
      return median(costs);
    };
    return {
      mintMilliseconds: minting,
      readMicroseconds: await measure(moved(reads).map((request) => bytesOf('GET', request))),
      writeMicroseconds: await measure(moved(writes).map((request) => bytesOf('POST', request))),
    };
  });
}

async function bundleCounting(outdir: string): Promise<void> {
  await build({
    entryPoints: { worker: join(import.meta.dirname, 'counting.worker.ts') },
    outdir,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['workerd', 'worker', 'browser'],
    target: 'es2024',
    external: ['cloudflare:workers'],
    logLevel: 'warning',
  });
}
