/** Writes `dist/`: the command and the package's entries, bundled with what they need, so that starting reads a few files and not hundreds. */
import { build } from 'esbuild';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeDeclarations } from './declarations.ts';
import { bundleWorker } from './worker-bundle.ts';

const root = resolve(import.meta.dirname, '../../..');

/** The command, and the entries of package.json's `exports`. */
const entries: Readonly<Record<string, string>> = {
  cli: 'src/cli/launch.ts',
  msw: 'src/runtimes/msw.ts',
  vitest: 'src/runtimes/vitest.ts',
  client: 'src/runtimes/client.ts',
};

/** Tools that must be the user's own, and those that only one command needs. */
const outside = ['msw', 'vitest', 'openapi-fetch', 'openapi-typescript'];

/** Replaces what is in the folder. */
export async function bundle(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    external: outside,
    chunkNames: 'chunks/[name]-[hash]',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'linked',
    sourcemap: false,
    logLevel: 'warning',
  });
  await bundleWorker(folder);
  writeDeclarations(join(folder, 'types'));
}

if (import.meta.main) await bundle(join(root, 'dist'));
