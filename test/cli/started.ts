/** Runs `nhs-sandbox start` as a process, and sees to it that none outlives its test. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';

export const launch = join(import.meta.dirname, '../../src/cli/launch.ts');
const pages = pathToFileURL(join(import.meta.dirname, '../pages-from-source.ts')).href;
export const parcels = join(import.meta.dirname, '../runtimes/parcels.yaml');

/** Said of each process by itself: a hook of this module would hold only in the first of the files that share a worker. */
export function endsWithTest(child: ChildProcess): void {
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  });
}

export interface Started {
  readonly child: ChildProcess & { readonly stdout: Readable; readonly stderr: Readable };
  output(): string;
  /** Its standard output alone. */
  out(): string;
  /** Waits until the output holds what is looked for, or the process has ended. */
  until(pattern: RegExp): Promise<string>;
  ended(): Promise<{ readonly code: number | null; readonly output: string }>;
}

interface How {
  readonly cwd: string;
  /** Options of Node itself. */
  readonly node?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export function start(words: readonly string[], { cwd, node = [], env = {} }: How): Started {
  const child = spawn(process.execPath, [...node, '--import', pages, launch, 'start', ...words], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  endsWithTest(child);
  let output = '';
  let out = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part: string) => (output += part));
  child.stdout.on('data', (part: string) => (out += part));
  const exited = once(child, 'close');
  return {
    child,
    output: () => output,
    out: () => out,
    async until(pattern) {
      while (!pattern.test(output)) {
        const ended = await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data'), exited.then(() => 'ended')]);
        if (ended === 'ended' && !pattern.test(output)) throw new Error(`ended without printing ${pattern}: ${output}`);
      }
      return output;
    },
    async ended() {
      await exited;
      return { code: child.exitCode, output };
    },
  };
}
