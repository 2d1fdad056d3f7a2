/** Bundles a worker of the tests' own, to stand where the product's stands. */
import { build } from 'esbuild';
import { join } from 'node:path';

export const bundleTestWorker =
  (file: string, alias: Readonly<Record<string, string>> = {}) =>
  async (outdir: string): Promise<void> => {
    await build({
      entryPoints: { worker: join(import.meta.dirname, file) },
      outdir,
      bundle: true,
      format: 'esm',
      platform: 'browser',
      conditions: ['workerd', 'worker', 'browser'],
      target: 'es2024',
      external: ['cloudflare:workers'],
      alias: Object.fromEntries(Object.entries(alias).map(([name, to]) => [name, join(import.meta.dirname, to)])),
      logLevel: 'warning',
    });
  };
