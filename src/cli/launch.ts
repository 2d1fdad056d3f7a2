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

/** `node:sqlite` and TypeScript files without a flag; the same as `engines` in package.json says. */
const oldest = [22, 18] as const;

if (isNewEnough(process.versions.node)) {
  module.enableCompileCache();
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv.slice(2));
} else {
  handOver();
}

function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}

function handOver(): void {
  const node = newerNode();
  if (node === undefined) {
    process.stderr.write(
      `nhs-sandbox needs Node ${oldest.join('.')} or later and this is Node ${process.versions.node}: ` +
        'install a newer one from https://nodejs.org, or run it in a clone of the project, where `npm ci` brings one along.\n',
    );
    process.exitCode = 1;
    return;
  }
  // The channel lets the other process notice that this one has gone, however it went.
  const child = spawn(node, process.argv.slice(1), { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
}

/** The binary of the npm package `node`, where it is installed beside this one. One that is too old itself would hand over for ever. */
function newerNode(): string | undefined {
  try {
    const require = module.createRequire(import.meta.url);
    const { version = '0' } = require('node/package.json') as { version?: string };
    const binary = join(dirname(require.resolve('node/package.json')), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return isNewEnough(version) && existsSync(binary) ? binary : undefined;
  } catch {
    return undefined;
  }
}
