/**
 * Contracts and requests that mean harm, drawn by the hundred and served on Node and on workerd: the process lives, no answer is a failure of ours,
 * another workspace of the same process is answered as if nothing were, memory comes back, and no row of a database is without a bound.
 */
import { fork } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { hostileContract, soundContract } from '../fuzz/hostile/mutate-contract.ts';
import { requestsOf, type HostileRequest } from '../fuzz/hostile/requests-of.ts';
import { brought } from './conversation.ts';
import { controlClient, type Made } from '../workspaces/control-client.ts';
import { startWorkerd, workerdPlace } from './workerd.ts';

/** `npm run test:soak` asks for more. */
const contracts = Number(process.env['HOSTILE_CONTRACTS'] ?? 20);
const isSoak = contracts > 1_000;
/** Milliseconds after which silence is called a hang. */
const patience = 10_000;
/** Most bytes that may be held at the end beyond what was held at the beginning. */
const memoryBound = 128 * 1024 * 1024;
/** A row of a Durable Object's database may have 2 MB. */
const rowBound = 2_000_000;
/** Milliseconds within which a neighbour is answered; only looked at where nothing else runs beside the test. */
const neighbourly = 250;

vi.setConfig({ testTimeout: 120_000 + contracts * 1_000, hookTimeout: 60_000 });

const seeds = Array.from({ length: contracts }, (_, i) => i + 1);

interface Tally {
  served: number;
  refused: number;
  requests: number;
  readonly wrong: string[];
}

/** Sends one request and says what is wrong with its answer. */
async function faultOf(base: string, { method, path, headers, body }: HostileRequest): Promise<string | undefined> {
  try {
    const answer = await fetch(base + path, {
      method,
      headers,
      signal: AbortSignal.timeout(patience),
      ...(body !== undefined && { body }),
    });
    const text = await answer.text();
    // A contract may document a 5xx; a failure of ours says that it is one.
    if (answer.status >= 500 && /The sandbox failed on this request|internal error/i.test(text))
      return `${answer.status} ${text.slice(0, 200)}`;
    if (answer.headers.get('x-sandbox-data') !== 'synthetic') return `${answer.status} without X-Sandbox-Data`;
    return undefined;
  } catch (error) {
    return String(error instanceof Error ? (error.cause ?? error.message) : error);
  }
}

/** Most characters of what the sandbox tells of itself, however hostile what it tells of. */
const toldBound = 8_000_000;

/** What the sandbox tells of itself stays short, and tells it. */
async function askOfItself(base: string, headers: Readonly<Record<string, string>>, tally: Tally): Promise<void> {
  for (const path of ['/_sandbox/catalogue', '/_sandbox/exchanges?limit=1000']) {
    const answer = await fetch(base + path, { headers, signal: AbortSignal.timeout(patience) });
    const { length } = await answer.text();
    if (answer.status !== 200 || length > toldBound) tally.wrong.push(`${path}: ${answer.status}, ${length} characters`);
  }
}

async function attack(base: string, seed: number, document: ReturnType<typeof hostileContract>, tally: Tally): Promise<void> {
  for (const request of requestsOf(document, seed)) {
    tally.requests++;
    const fault = await faultOf(base, request);
    if (fault !== undefined) tally.wrong.push(`seed ${seed}: ${request.method} ${request.path.slice(0, 80)}: ${fault}`);
  }
}

/** A server in a process of its own, told one thing at a time. */
function nodeServer(data: string): {
  ask(told: object): Promise<Readonly<Record<string, unknown>>>;
  readonly complaints: () => string;
  stop(): void;
} {
  const child = fork(join(import.meta.dirname, '../fuzz/hostile/node-server.ts'), [data], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let complaints = '';
  child.stderr?.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  return {
    complaints: () => complaints,
    ask(told) {
      return new Promise((done, fail) => {
        const died = (): void => fail(new Error(`the process is gone: ${complaints.slice(-2_000)}`));
        if (child.exitCode !== null) return died();
        child.once('exit', died);
        child.once('message', (said: Record<string, unknown>) => {
          child.off('exit', died);
          done(said);
        });
        return child.send(told);
      });
    },
    stop: () => void child.kill('SIGKILL'),
  };
}

test(`a Node server outlives ${contracts} hostile contracts and what is asked of them`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-hostile-'));
  const data = join(folder, 'data.sqlite');
  const server = nodeServer(data);
  const tally: Tally = { served: 0, refused: 0, requests: 0, wrong: [] };
  try {
    const { url, bytes: before } = await server.ask({ memory: true });
    for (const seed of seeds) {
      const document = hostileContract(seed);
      const { served } = await server.ask({ text: JSON.stringify(document) }).catch((error: unknown) => {
        throw new Error(`while seed ${seed} was brought, or after the one before it`, { cause: error });
      });
      if (served !== true) tally.refused++;
      else {
        tally.served++;
        await attack(String(url), seed, document, tally);
        if (seed % 10 === 0) await askOfItself(String(url), {}, tally);
      }
    }
    await server.ask({ text: JSON.stringify({ openapi: '3.1.0', info: { title: 'Nothing', version: '1' }, paths: {} }) });
    const { bytes: after } = await server.ask({ memory: true });
    console.info(
      `Node: ${JSON.stringify({ ...tally, wrong: tally.wrong.length })}, ${Math.round((Number(after) - Number(before)) / 1024)} kB more held`,
    );
    expect(tally.wrong).toEqual([]);
    expect(server.complaints()).not.toContain('bug:');
    expect(tally.served).toBeGreaterThan(contracts / 4);
    expect(Number(after) - Number(before)).toBeLessThan(memoryBound);
    server.stop();
    expect(longestValue(data)).toBeLessThan(rowBound);
  } finally {
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** The length of the longest text or the largest bytes in any row of a database. */
function longestValue(file: string): number {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
  let longest = 0;
  for (const { name } of database.prepare("select name from sqlite_master where type = 'table'").all()) {
    const rows = database.prepare(`select * from "${String(name)}"`);
    rows.setReadBigInts(true);
    for (const row of rows.iterate())
      for (const value of Object.values(row))
        if (typeof value === 'string' || value instanceof Uint8Array) longest = Math.max(longest, value.length);
  }
  database.close();
  return longest;
}

/** Kilobytes of the process that are in memory. */
const residentKilobytes = (pid: number | undefined): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);

test(`a workspace of workerd is served while its neighbours bring ${contracts} hostile contracts`, async () => {
  const place = await workerdPlace();
  const workerd = await startWorkerd(place);
  const client = controlClient(() => workerd.url);
  const bring = (workspace: Made, name: string, text: string): Promise<Response> =>
    fetch(`${workspace.baseUrl}/_sandbox/contracts/${name}`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${workspace.managementKey}` },
      body: text,
      signal: AbortSignal.timeout(patience),
    });
  const tally: Tally = { served: 0, refused: 0, requests: 0, wrong: [] };
  const waits: number[] = [];
  /** Who was brought while a neighbour waited for too long. */
  const slow: string[] = [];
  let current = 0;
  const over = new AbortController();
  try {
    const [neighbour, hostile] = [await client.make(), await client.make()];
    await bring(neighbour, brought.name, brought.text);
    // A process that has served nothing has not yet taken the memory that it keeps for its work.
    const idle = residentKilobytes(workerd.process.pid);
    for (const seed of seeds.slice(0, contracts / 10)) {
      const document = soundContract(seed);
      await (await bring(hostile, 'hostile', JSON.stringify(document))).arrayBuffer();
      await attack(hostile.baseUrl, seed, document, tally);
    }
    const before = residentKilobytes(workerd.process.pid);
    const watch = async (): Promise<void> => {
      while (!over.signal.aborted) {
        const asked = performance.now();
        const answer = await fetch(`${neighbour.baseUrl}/lending/v2/loans`, { signal: AbortSignal.timeout(patience) });
        await answer.arrayBuffer();
        const wait = performance.now() - asked;
        waits.push(wait);
        if (wait > neighbourly) slow.push(`seed ${current}: ${Math.round(wait)} ms`);
        if (answer.status !== 200) tally.wrong.push(`the neighbour was answered with ${answer.status}`);
        await new Promise((wait) => setTimeout(wait, 20));
      }
    };
    const watching = watch().catch((error: unknown) => void tally.wrong.push(`the neighbour was not answered: ${String(error)}`));
    for (const seed of seeds) {
      current = seed;
      const document = hostileContract(seed);
      const answer = await bring(hostile, 'hostile', JSON.stringify(document)).catch((error: unknown) => {
        throw new Error(`while seed ${seed} was brought, or after the one before it`, { cause: error });
      });
      await answer.arrayBuffer();
      if (answer.status === 200) {
        tally.served++;
        await attack(hostile.baseUrl, seed, document, tally);
        if (seed % 10 === 0) await askOfItself(hostile.baseUrl, { Authorization: `Bearer ${hostile.managementKey}` }, tally);
      } else {
        tally.refused++;
        if (answer.status !== 422 && answer.status !== 413) tally.wrong.push(`seed ${seed}: brought, and answered with ${answer.status}`);
      }
    }
    const end = await fetch(`${hostile.baseUrl}/_sandbox/workspace`, {
      method: 'DELETE',
      headers: { Authorization: `Bearer ${hostile.managementKey}` },
    });
    expect(end.status).toBe(204);
    over.abort();
    await watching;
    const sorted = waits.toSorted((a, b) => a - b);
    const share = (part: number): number => Math.round(sorted[Math.floor((sorted.length - 1) * part)] ?? 0);
    const more = residentKilobytes(workerd.process.pid) - before;
    console.info(
      `workerd: ${JSON.stringify({ ...tally, wrong: tally.wrong.length })}; the neighbour waited ${share(0.5)}, ${share(0.99)}, at most ${share(1)} ms (half, 99 %, all of ${waits.length}); ${idle} kB held at first, ${before} kB after ordinary work, ${more} kB more at the end`,
    );
    expect(tally.wrong).toEqual([]);
    expect(workerd.log()).not.toContain('bug:');
    if (isSoak) {
      expect(slow).toEqual([]);
      expect(more * 1024).toBeLessThan(memoryBound);
    }
    for (const name of globSync('**/*.sqlite', { cwd: place.storage }))
      expect(longestValue(join(place.storage, name))).toBeLessThan(rowBound);
  } finally {
    over.abort();
    await workerd.stop();
    place.remove();
  }
});
