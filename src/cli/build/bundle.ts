/** Writes `dist/`: the command and the package's entries, bundled with what they need, so that starting reads a few files and not hundreds. */
import { build } from 'esbuild';
import { globSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundleWorker } from './worker-bundle.ts';

const root = resolve(import.meta.dirname, '../../..');

/** Entries of package.json's `exports` that need a platform or a tool of the user's keep those outside. */
const entries: Readonly<Record<string, string>> = {
  cli: 'src/cli/launch.ts',
  msw: 'src/runtimes/msw.ts',
  vitest: 'src/runtimes/vitest.ts',
};

rmSync(join(root, 'dist'), { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: Object.fromEntries(Object.entries(entries).filter(([, file]) => globSync(file, { cwd: root }).length > 0)),
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  external: ['msw', 'vitest'],
  // yaml's build for Node is CommonJS, which cannot require a built-in from inside an ES module; the other one is the same code.
  alias: { yaml: join(root, 'node_modules/yaml/browser/index.js') },
  chunkNames: 'chunks/[name]-[hash]',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'linked',
  sourcemap: false,
  logLevel: 'warning',
});

await bundleWorker(join(root, 'dist'));
