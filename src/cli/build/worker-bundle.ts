/** Bundles the edge runtime into the one file that goes to Cloudflare and to plain workerd alike. */
import { build, type Metafile } from 'esbuild';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');

/** Writes `<folder>/worker.js`; gives what went into it. */
export async function bundleWorker(folder: string): Promise<Metafile> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { worker: 'src/runtimes/edge/worker.ts' },
    outdir: folder,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['workerd', 'worker', 'browser'],
    target: 'es2024',
    external: ['cloudflare:workers'],
    minify: true,
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  return metafile;
}
