/** Bundles the edge runtime into the one file that goes to Cloudflare and to plain workerd alike. */
import { build, type Metafile, type Plugin } from 'esbuild';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { generatedContracts } from '../../generated/catalogue.ts';
import { shareTexts } from './shared-texts.ts';

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
    plugins: [await sharingTexts()],
  });
  return metafile;
}

const parts = ['document', 'examples'] as const;

/** The worker has all contracts in one file, of which the size is limited: what they have in common stands there once. */
async function sharingTexts(): Promise<Plugin> {
  const slugs = Object.keys(generatedContracts);
  const contracts = await Promise.all(Object.values(generatedContracts).map((load) => load()));
  const { module, expressions } = shareTexts(
    contracts.flatMap((contract) => parts.map((part) => contract[part])),
    'shared',
  );
  return {
    name: 'sharing-texts',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^shared-texts$/ }, ({ path }) => ({ path, namespace: 'shared-texts' }));
      onLoad({ filter: /.*/, namespace: 'shared-texts' }, () => ({ contents: module, loader: 'js' }));
      onLoad({ filter: /[/\\]generated[/\\][^/\\]+\.contract\.ts$/ }, ({ path }) => {
        const at = slugs.indexOf(basename(path, '.contract.ts')) * parts.length;
        const contents = readFileSync(path, 'utf8').replace(
          /^ {2}(document|examples): '.*',$/gm,
          (_, part: (typeof parts)[number]) => `  ${part}: ${expressions[at + parts.indexOf(part)]},`,
        );
        return { contents: `import * as shared from 'shared-texts';\n${contents}`, loader: 'ts' };
      });
    },
  };
}
