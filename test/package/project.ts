/** A project of a user's: one of the folders of `projects/`, installed from the registry, and then the package into it as anybody would. */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { inject } from 'vitest';

export interface Ran {
  readonly code: number;
  /** What it wrote to both. */
  readonly said: string;
}

export interface Project {
  readonly folder: string;
  /** What npm said when it installed the package. */
  readonly installing: string;
  run(command: string, ...words: string[]): Promise<Ran>;
  /** The same with no network but loopback; undefined where this machine cannot do that. */
  runOffline(command: string, ...words: string[]): Promise<Ran | undefined>;
  write(file: string, text: string): void;
  read(file: string): string;
  remove(): void;
}

const quiet = ['--no-audit', '--no-fund', '--prefer-offline'];

/** Nothing is forced: a peer that does not fit, or a lock that is out of date, fails the test. */
export async function installProject(name: string, ...more: string[]): Promise<Project> {
  const folder = mkdtempSync(join(tmpdir(), `sandbox-${name}-`));
  cpSync(join(import.meta.dirname, 'projects', name), folder, { recursive: true });
  must(await execute(folder, 'npm', ['ci', '--ignore-scripts', ...quiet]));
  const { said } = must(await execute(folder, 'npm', ['install', ...quiet, inject('tarball'), ...more]));
  return projectIn(folder, said);
}

/** An empty one, with the package in it and nothing else; no registry is asked. */
export async function emptyProject(): Promise<Project> {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-empty-'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'a-project', private: true, type: 'module' }));
  const { said } = must(await execute(folder, 'npm', ['install', '--offline', ...quiet, inject('tarball')]));
  return projectIn(folder, said);
}

function projectIn(folder: string, installing: string): Project {
  const run = (command: string, ...words: string[]): Promise<Ran> => execute(folder, command, words);
  return {
    folder,
    installing,
    run,
    async runOffline(command, ...words) {
      const alone = ['-rn', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh'];
      const { code } = await run('unshare', ...alone, 'true');
      return code === 0 ? run('unshare', ...alone, command, ...words) : undefined;
    },
    write: (file, text) => writeFileSync(join(folder, file), text),
    read: (file) => readFileSync(join(folder, file), 'utf8'),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

function must(ran: Ran): Ran {
  if (ran.code !== 0) throw new Error(ran.said);
  return ran;
}

function execute(cwd: string, command: string, words: readonly string[]): Promise<Ran> {
  // The Node of these tests, and nothing of what npm or vitest told them.
  const own = Object.entries(process.env).filter(([variable]) => !/^(?:npm_|VITEST|NODE_(?:ENV|OPTIONS)$)/i.test(variable));
  const path = [dirname(process.execPath), process.env['PATH']].join(delimiter);
  const env = { ...Object.fromEntries(own), PATH: path, NO_COLOR: '1', CI: 'true' };
  return new Promise((done) => {
    const child = execFile(command, words, { cwd, env, encoding: 'utf8', shell: process.platform === 'win32' }, (error, stdout, stderr) => {
      done({ code: error ? (typeof error.code === 'number' ? error.code : 1) : 0, said: stdout + stderr });
    });
    child.stdin?.end(); // nobody is there to be asked
  });
}
