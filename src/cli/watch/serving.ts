/** A sandbox in a process of its own, to which another hands its connections. */
import { spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { ending, handing, heldPortVariable, serving } from '../start/handed-connections.ts';

export interface Serving {
  take(connection: Socket): void;
  /** It answers what it has taken, and ends. */
  end(): Promise<void>;
  /** However it comes about. */
  readonly ended: Promise<void>;
}

/** Longer than a server waits for the requests in flight, in milliseconds. */
const patience = 10_000;

/** Serves what was typed from a folder that was built; undefined where it ended before it could serve. */
export async function startServing(build: string, port: number): Promise<Serving | undefined> {
  const typed = process.argv.slice(2).filter((word) => word !== '--watch');
  const child = spawn(process.execPath, [join(build, 'cli.js'), ...typed], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, [heldPortVariable]: String(port) },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()).on('error', () => resolve()));
  const isServing = await Promise.race([
    new Promise<boolean>((resolve) => child.on('message', (message) => message === serving && resolve(true))),
    ended.then(() => false),
  ]);
  if (!isServing) return undefined;
  return {
    ended,
    take(connection) {
      child.send(handing, connection, (error) => {
        if (error) connection.destroy();
      });
    },
    async end() {
      child.send(ending, (error) => {
        if (error) child.kill('SIGTERM');
      });
      const impatient = setTimeout(() => child.kill('SIGKILL'), patience);
      await ended;
      clearTimeout(impatient);
    },
  };
}
