#!/usr/bin/env node
/**
 * The `nhs-sandbox` command as any Node can run it: opens the real one, or hands over to the Node that came with the project,
 * or says which Node is needed. Compiled for old Nodes, so nothing newer than Node 18 may stand here.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';

/** `node:sqlite` without a flag, and `isTransaction` on it. */
const oldest = [22, 16] as const;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) {
  module.enableCompileCache();
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv.slice(2));
} else {
  handOver();
}

function handOver(): void {
  const node = newerNode();
  if (node === undefined) {
    process.stderr.write(
      `nhs-sandbox needs Node ${oldest.join('.')} or later; this is Node ${process.versions.node}.\n` +
        'Install a newer Node, or run it inside a clone after `npm ci`, which brings one along.\n',
    );
    process.exitCode = 1;
    return;
  }
  // The channel lets the other process notice that this one has gone, however it went.
  const child = spawn(node, process.argv.slice(1), { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
}

/** The binary of the npm package `node`, where it is installed beside this one. */
function newerNode(): string | undefined {
  try {
    const folder = dirname(module.createRequire(import.meta.url).resolve('node/package.json'));
    const binary = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return existsSync(binary) ? binary : undefined;
  } catch {
    return undefined;
  }
}
