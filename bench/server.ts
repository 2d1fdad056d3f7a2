/** Starts a server in a process of its own and asks it what it uses. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Usage {
  /** Microseconds of user and system time, all threads. */
  readonly cpu: number;
  /** Bytes resident. */
  readonly memory: number;
}

export interface RunningServer {
  readonly pid: number;
  readonly port: number;
  /** Milliseconds from spawning the process to its first 200. */
  readonly readyAfter: number;
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

const probe = join(import.meta.dirname, 'usage-probe.ts');

/** `words` are Node's own, with `{port}` filled in; `ready` is the request that must be answered with 200. */
export async function startServer(
  words: readonly string[],
  { ready, probed = true }: { ready: Buffer; probed?: boolean },
): Promise<RunningServer> {
  const port = await freePort();
  const command = [...(probed ? ['--import', probe] : []), ...words.map((word) => word.replace('{port}', String(port)))];
  const started = performance.now();
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  try {
    await untilReady(child, port, ready);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  return {
    pid: child.pid ?? 0,
    port,
    readyAfter: performance.now() - started,
    async usage() {
      child.send('usage');
      const [answer] = await once(child, 'message');
      return answer as Usage; // sent by usage-probe.ts
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** One that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

async function untilReady(child: ChildProcess, port: number, ready: Buffer): Promise<void> {
  for (let waited = 0; waited < 20_000; waited++) {
    if (child.exitCode !== null) throw new Error(`the server ended with code ${child.exitCode} before it answered`);
    if ((await statusOf(port, ready)) === 200) return;
    await sleep(1);
  }
  throw new Error('the server never answered 200');
}

/** One request on a socket of its own, so that nothing is kept warm for the next attempt. */
function statusOf(port: number, request: Buffer): Promise<number | undefined> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    socket.once('data', (head) => {
      resolve(Number(head.toString('latin1', 9, 12)));
      socket.destroy();
    });
    socket.once('error', () => resolve(undefined));
  });
}
