/** `start --watch` in a clone: builds and starts the sandbox again whenever a contract, a mock or the source has changed. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { dirname, join } from 'node:path';
import { askedToStop } from './asked-to-stop.ts';
import { Failure } from './failure.ts';
import type { Terminal } from './terminal.ts';
import { quiet } from './watch-files.ts';

const folders = ['openapi', 'mocks', 'src'];

export async function superviseClone(terminal: Terminal): Promise<number> {
  const root = cloneRoot();
  if (!root)
    throw new Failure(
      '--watch without a contract watches the catalogue, which only a clone of the project can change; name a contract file',
    );
  let server = serve(root);

  async function rebuild(): Promise<void> {
    terminal.out('Changed: building …');
    for (const step of ['generate', 'bundle']) {
      if ((await finished(node(root, `src/cli/build/${step}.ts`))) !== 0)
        return terminal.error('The build failed; still serving what was there before.');
    }
    server.kill('SIGTERM');
    await finished(server);
    server = serve(root);
  }

  const failed = (error: unknown): void => terminal.error(error instanceof Error ? error.message : String(error));

  // Changes during a build ask for one more build after it, however many they are.
  let waiting = false;
  let work = Promise.resolve();
  const changed = () => {
    if (waiting) return;
    waiting = true;
    work = work
      .then(() => {
        waiting = false;
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
  clearTimeout(timer);
  for (const watcher of watchers) watcher.close();
  await work;
  server.kill('SIGTERM');
  await finished(server);
  return 0;
}

const node = (root: string, ...words: string[]): ChildProcess => spawn(process.execPath, words, { cwd: root, stdio: 'inherit' });

function serve(root: string): ChildProcess {
  const typed = process.argv.slice(2).filter((word) => word !== '--watch');
  return spawn(process.execPath, [join(root, 'dist/cli.js'), ...typed], { stdio: 'inherit' });
}

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
