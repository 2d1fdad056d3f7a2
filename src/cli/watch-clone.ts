/**
 * `start --watch` in a clone: builds and starts the sandbox again whenever a contract, a mock or the source has changed. This process holds
 * the port and hands each connection to the one that serves, so that requests wait, and none fails, while one server makes room for the next.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { dirname, join } from 'node:path';
import { askedToStop } from './asked-to-stop.ts';
import { Failure } from './failure.ts';
import type { Terminal } from './terminal.ts';
import { buildCopies } from './watch/build-copies.ts';
import type { HeldPort } from './watch/hold-port.ts';
import { startServing, type Serving } from './watch/serving.ts';
import { quiet } from './watch-files.ts';

const folders = ['openapi', 'mocks', 'src'];

export async function superviseClone(held: HeldPort, terminal: Terminal): Promise<number> {
  const root = cloneRoot();
  const copies = buildCopies(root);
  let copy = copies.take();
  let server: Serving | undefined;
  let isOver = false;

  async function serve(build: string): Promise<boolean> {
    const started = await startServing(build, held.port);
    if (!started) return false;
    server = started;
    held.handTo((connection) => started.take(connection));
    noticeEnd(started).catch(failed);
    return true;
  }

  /** By itself, that is: nobody asked it to. */
  async function noticeEnd(started: Serving): Promise<void> {
    await started.ended;
    if (server !== started || isOver) return;
    server = undefined;
    held.turnAway();
    terminal.error('The sandbox has ended; it is started again with the next change.');
  }

  async function begin(): Promise<void> {
    held.keepWaiting();
    if (await serve(copy)) return;
    held.turnAway();
    terminal.error('It is started again with the next change.');
  }

  async function makeRoom(): Promise<void> {
    held.keepWaiting();
    const last = server;
    server = undefined;
    await last?.end();
  }

  async function rebuild(): Promise<void> {
    terminal.out('Changed: building …');
    for (const step of ['generate', 'bundle']) {
      if ((await finished(node(root, `src/cli/build/${step}.ts`))) !== 0)
        return terminal.error('The build failed; still serving what was there before.');
    }
    const next = copies.take();
    await makeRoom();
    if (await serve(next)) {
      copies.drop(copy);
      copy = next;
      return;
    }
    copies.drop(next);
    terminal.error('What was built does not start; serving what was there before.');
    if (!(await serve(copy))) held.turnAway();
  }

  const failed = (error: unknown): void => terminal.error(error instanceof Error ? error.message : String(error));
  // Changes during a build ask for one more build after it, however many they are.
  let isAsked = false;
  let work = begin().catch(failed);
  const changed = () => {
    if (isAsked) return;
    isAsked = true;
    work = work
      .then(() => {
        isAsked = false;
        return rebuild();
      })
      .catch(failed);
  };

  let timer: NodeJS.Timeout | undefined;
  const watchers = folders.map((folder) =>
    watch(join(root, folder), { recursive: true }, (_, name) => {
      if (folder === 'src' && name?.startsWith('generated')) return;
      clearTimeout(timer);
      timer = setTimeout(changed, quiet);
    }).on('error', failed),
  );
  await askedToStop();
  isOver = true;
  clearTimeout(timer);
  for (const watcher of watchers) watcher.close();
  await work;
  await makeRoom();
  held.close();
  copies.drop(copy);
  return 0;
}

const node = (root: string, ...words: string[]): ChildProcess => spawn(process.execPath, words, { cwd: root, stdio: 'inherit' });

function finished(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once('exit', resolve).once('error', () => resolve(1)));
}

/** The folder that holds both the sources and what is built of them. */
function cloneRoot(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'src/cli/build/bundle.ts'))) return folder;
  }
  throw new Failure('--watch without a contract watches the catalogue, which only a clone of the project can change; name a contract file');
}
