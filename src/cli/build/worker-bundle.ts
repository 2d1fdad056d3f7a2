/** Bundles the edge runtime into the one file that goes to Cloudflare and to plain workerd alike. */
import { build, type Metafile, type Plugin } from 'esbuild';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { minify } from 'rolldown/utils';
import { generatedContracts } from '../../generated/catalogue.ts';
import { shareTexts } from './shared-texts.ts';

const root = resolve(import.meta.dirname, '../../..');
const target = 'es2024';

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
    target,
    external: ['cloudflare:workers'],
    minify: true,
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [await sharingTexts()],
  });
  await shorten(join(folder, 'worker.js'));
  return metafile;
}

/** esbuild chooses its short names before it joins the files; chosen once more for the whole, they take a twenty-fourth less room in gzip. */
async function shorten(file: string): Promise<void> {
  const { code, errors } = await minify(file, readFileSync(file, 'utf8'), { module: true, compress: { target } });
  if (errors.length > 0) throw new Error(`The worker could not be made shorter: ${errors.map(({ message }) => message).join('; ')}`);
  writeFileSync(file, code);
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
