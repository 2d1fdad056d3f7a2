/** What was acknowledged outlives the death of the process: servers are killed without warning under a load of writes, and asked again. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { brought } from './conversation.ts';
import { startWorkerd, workerdPlace } from './workerd.ts';

/** `npm run test:soak` asks for more. */
const kills = Number(process.env['KILLS'] ?? 2);
const writers = 12;

vi.setConfig({ testTimeout: 60_000 + kills * 10_000, hookTimeout: 60_000 });

interface Server {
  /** Where the library's API begins. */
  readonly base: string;
  kill(): Promise<void>;
  /** Forgets what was written. */
  reset(): Promise<Response>;
}

/** Rounds after which what was written is forgotten: a workspace of a deployment has a quota. */
const roundsKept = 10;

interface Acknowledged {
  readonly path: string;
  readonly body: string;
}

/** Milliseconds before each kill: never the same moment of a write twice, and the same every time the test is run. */
const momentOf = (round: number): number => 150 + ((round * 97) % 350);

/** Writes until the server is gone; gives what it acknowledged. `begun` is told of every write, so that a slow start is not all there is. */
async function writeUntilGone({ base }: Server, round: number, begun: () => void): Promise<readonly Acknowledged[]> {
  const acknowledged: Acknowledged[] = [];
  const write = async (writer: number): Promise<void> => {
    for (let i = 0; ; i++) {
      const title = `round ${round}, writer ${writer}, loan ${i}, ${'long '.repeat(200)}`;
      try {
        const answer = await fetch(`${base}/loans`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ title, borrower: 'harriet', status: 'out' }),
        });
        const body = await answer.text();
        if (answer.status !== 201) throw new Error(`a write was answered with ${answer.status}: ${body}`);
        const { pathname } = new URL(answer.headers.get('location') ?? '');
        acknowledged.push({ path: pathname.slice(pathname.lastIndexOf('/loans/')), body });
        begun();
      } catch (error) {
        if (error instanceof TypeError) return; // the connection broke: the server is gone
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  return acknowledged;
}

/** Acknowledged writes that are missing, or that read otherwise than they were acknowledged. */
async function lostOrTorn({ base }: Server, acknowledged: readonly Acknowledged[]): Promise<readonly string[]> {
  const wrong: string[] = [];
  const left = [...acknowledged];
  const read = async (): Promise<void> => {
    for (let one = left.pop(); one; one = left.pop()) {
      const answer = await fetch(base + one.path);
      const body = await answer.text();
      if (answer.status !== 200) wrong.push(`lost: ${one.path} answers ${answer.status}`);
      else if (body !== one.body) wrong.push(`torn: ${one.path}`);
    }
  };
  await Promise.all(Array.from({ length: writers }, read));
  return wrong;
}

async function killOverAndOver(start: () => Promise<Server>): Promise<number> {
  let count = 0;
  let server = await start();
  try {
    for (let round = 0; round < kills; round++) {
      const first = Promise.withResolvers<void>();
      const writing = writeUntilGone(server, round, first.resolve);
      await Promise.race([first.promise, writing]);
      await new Promise((done) => setTimeout(done, momentOf(round)));
      await server.kill();
      const acknowledged = await writing;
      server = await start();
      expect(await lostOrTorn(server, acknowledged)).toEqual([]);
      count += acknowledged.length;
      if (round % roundsKept === roundsKept - 1) expect((await server.reset()).status).toBe(204);
    }
  } finally {
    await server.kill();
  }
  console.info(`${count} writes acknowledged over ${kills} kills, 0 lost, 0 torn`);
  return count;
}

const folder = mkdtempSync(join(tmpdir(), 'sandbox-kills-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test(`a Node server loses nothing that it acknowledged, killed ${kills} times`, async () => {
  const contract = join(folder, brought.name);
  writeFileSync(contract, brought.text);
  const command = resolve(import.meta.dirname, '../../src/cli/launch.ts');
  const count = await killOverAndOver(async () => {
    const child = spawn(process.execPath, [command, 'start', contract, '--port', '0', '--data', join(folder, 'data.sqlite')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit');
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const url = await vi.waitFor(() => {
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
      if (found === undefined) throw new Error('the server has not said its address yet');
      return found;
    }, 30_000);
    return {
      base: `${url}/lending/v2`,
      async kill() {
        child.kill('SIGKILL');
        await ended;
      },
      reset: () => fetch(`${url}/_sandbox/reset`, { method: 'POST' }),
    };
  });
  expect(count).toBeGreaterThan(kills * 10);
});

test(`workerd loses nothing that it acknowledged, killed ${kills} times`, async () => {
  const place = await workerdPlace();
  try {
    const first = await startWorkerd(place);
    const minted = await fetch(`${first.url}/_sandbox/workspaces`, { method: 'POST' });
    const { id, managementKey } = (await minted.json()) as { readonly id: string; readonly managementKey: string };
    await fetch(`${first.url}/w/${id}/_sandbox/contracts/${brought.name}`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${managementKey}` },
      body: brought.text,
    });
    await first.stop();
    const count = await killOverAndOver(async () => {
      const workerd = await startWorkerd(place);
      const base = `${workerd.url}/w/${id}`;
      return {
        base: `${base}/lending/v2`,
        kill: () => workerd.stop(),
        reset: () => fetch(`${base}/_sandbox/reset`, { method: 'POST', headers: { Authorization: `Bearer ${managementKey}` } }),
      };
    });
    expect(count).toBeGreaterThan(kills * 10);
  } finally {
    place.remove();
  }
});
