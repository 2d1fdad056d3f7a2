/** Runs plain workerd on a free port of this machine, with a worker bundled from the sources as they are. */
import { spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { bundleWorker, workerFiles } from '../../src/cli/build/worker-bundle.ts';
import { folderVariable, madeOnce } from '../made-once.ts';

const root = resolve(import.meta.dirname, '../..');
const binary = join(dirname(createRequire(import.meta.url).resolve('workerd/package.json')), 'bin/workerd');

export const testSecret = 'a secret for tests';
export const operatorKey = 'operates-a-deployment-for-tests';

export interface Workerd {
  readonly url: string;
  readonly port: number;
  /** Where the objects' databases are. */
  readonly storage: string;
  readonly process: ChildProcess;
  /** What workerd has written to its error output, the worker's console among it. */
  log(): string;
  /** Ends the process, without warning unless asked otherwise. */
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** A new process on the same storage. */
  restart(): Promise<Workerd>;
}

export interface Place {
  /** Holds `workerd.capnp` and the worker it embeds. */
  readonly folder: string;
  readonly storage: string;
  remove(): void;
}

/** A folder with the edge runtime in it; `bundle` writes another worker to `<folder>/dist/worker`. */
export async function workerdPlace(
  bundle: (folder: string) => Promise<unknown> = copyWorker,
  config = join(root, 'workerd.capnp'),
): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-workerd-'));
  const storage = join(folder, 'storage');
  mkdirSync(join(folder, 'dist/worker'), { recursive: true });
  mkdirSync(storage);
  copyFileSync(config, join(folder, 'workerd.capnp'));
  // A worker of a test's own has no texts.
  writeFileSync(join(folder, 'dist/worker', workerFiles.texts), '');
  await bundle(join(folder, 'dist/worker'));
  return { folder, storage, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Measurements are in no run of the tests, and bundle for themselves. */
async function copyWorker(folder: string): Promise<void> {
  if (process.env[folderVariable] === undefined) await bundleWorker(folder);
  else cpSync(await madeOnce('worker', bundleWorker), folder, { recursive: true });
}

/** `settings` are variables of the deployment. Tests make more workspaces in a minute than one caller may, so the brake is loose unless they say. */
export async function startWorkerd(
  place: Place,
  settings: Readonly<Record<string, string>> = { MINTING_PER_MINUTE: '10000', OPERATOR_KEY: operatorKey },
): Promise<Workerd> {
  const { folder, storage } = place;
  const child = spawn(
    binary,
    ['serve', join(folder, 'workerd.capnp'), '--socket-addr=http=127.0.0.1:0', `--directory-path=workspaces=${storage}`, '--control-fd=3'],
    { stdio: ['ignore', 'pipe', 'pipe', 'pipe'], env: { ...process.env, WORKSPACE_SECRET: testSecret, ...settings } },
  );
  const exited = new Promise<void>((done) => child.once('exit', () => done()));
  const lines: string[] = [];
  for (const output of [child.stdout, child.stderr]) output?.on('data', (chunk: Buffer) => lines.push(chunk.toString()));
  const port = await portOf(child, () => lines.join(''));
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    storage,
    process: child,
    log: () => lines.join(''),
    async stop(signal = 'SIGKILL') {
      child.kill(signal);
      await exited;
    },
    restart: () => startWorkerd(place, settings),
  };
}

/** workerd tells on its control descriptor which port it was given. */
function portOf(child: ChildProcess, log: () => string): Promise<number> {
  return new Promise((done, fail) => {
    let told = '';
    child.stdio[3]?.on('data', (chunk: Buffer) => {
      told += chunk.toString();
      const [, port] = /"event":\s*"listen"[^\n]*"port":\s*(\d+)/.exec(told) ?? [];
      if (port !== undefined) done(Number(port));
    });
    child.once('exit', (code) => fail(new Error(`workerd ended with code ${String(code)}: ${log()}`)));
  });
}
