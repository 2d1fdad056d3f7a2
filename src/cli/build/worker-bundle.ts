/** Bundles the edge runtime into the one file that goes to Cloudflare and to plain workerd alike. */
import { build } from 'esbuild';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');

/** Writes `<folder>/worker.js`. */
export async function bundleWorker(folder: string): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: { worker: 'src/runtimes/worker.ts' },
    outdir: folder,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['workerd', 'worker', 'browser'],
    target: 'es2024',
    external: ['cloudflare:workers'],
    minify: true,
    legalComments: 'linked',
    logLevel: 'warning',
  });
}
