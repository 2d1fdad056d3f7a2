/**
 * The package as a stranger has it: packed, then installed into an empty project outside the repository, with nothing from the network.
 * Installed once in a run; every test file has a copy.
 */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { bundle } from '../../src/cli/build/bundle.ts';
import { madeOnce } from '../made-once.ts';

const root = resolve(import.meta.dirname, '../..');

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Installed {
  readonly folder: string;
  write(file: string, text: string): void;
  /** Runs Node in the project; the first word is a script, from the project's folder. */
  node(...words: string[]): Promise<Ran>;
  remove(): void;
}

/** Tools that a user of the package has of their own. */
const tools = ['msw', 'vitest', 'openapi-typescript', 'typescript', '@types/node'];

export async function installPackage(): Promise<Installed> {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-project-'));
  cpSync(join(await madeOnce('package', install), 'project'), folder, { recursive: true, verbatimSymlinks: true });
  return {
    folder,
    write: (file, text) => writeFileSync(join(folder, file), text),
    node: (...words) => run(folder, process.execPath, words),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function install(temporary: string): Promise<void> {
  const source = join(temporary, 'source');
  await bundle(join(source, 'dist'));
  for (const file of ['package.json', 'README.md', 'LICENCE', 'NOTICE']) cpSync(join(root, file), join(source, file));
  const npm = (folder: string, ...words: string[]) =>
    run(folder, 'npm', [...words, '--offline', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error']);
  must(await npm(source, 'pack', '--pack-destination', temporary));
  const tarball = readdirSync(temporary).find((name) => name.endsWith('.tgz')) ?? '';

  const folder = join(temporary, 'project');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'a-project', private: true, type: 'module' }));
  must(await npm(folder, 'install', join(temporary, tarball)));
  for (const tool of tools) {
    mkdirSync(dirname(join(folder, 'node_modules', tool)), { recursive: true });
    symlinkSync(join(root, 'node_modules', tool), join(folder, 'node_modules', tool), 'dir');
  }
}

function must({ code, stderr }: Ran): void {
  if (code !== 0) throw new Error(stderr);
}

function run(cwd: string, command: string, words: readonly string[]): Promise<Ran> {
  return new Promise((done) => {
    execFile(command, words, { cwd, encoding: 'utf8' }, (error, stdout, stderr) => {
      done({ code: error ? (typeof error.code === 'number' ? error.code : 1) : 0, stdout, stderr });
    });
  });
}
