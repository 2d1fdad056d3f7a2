/** Bundles the edge runtime into what goes to Cloudflare and to plain workerd alike: one file of code, and one of packed texts beside it. */
import { build, type Metafile, type Plugin } from 'esbuild';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { minify } from 'rolldown/utils';
import { generatedContracts } from '../../generated/catalogue.ts';
import { fidelity } from '../../generated/fidelity.ts';
import { packed, unpackingModule } from './packed-texts.ts';

const root = resolve(import.meta.dirname, '../../..');
const target = 'es2024';

/** The names of the files. */
export const workerFiles = { code: 'worker.js', texts: 'texts.bin' } as const;

/** Writes both into the folder; gives what went into the code. */
export async function bundleWorker(folder: string): Promise<Metafile> {
  const texts = await packedApart();
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { worker: 'src/runtimes/edge/worker.ts' },
    outdir: folder,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['workerd', 'worker', 'browser'],
    target,
    external: ['cloudflare:workers', 'node:zlib', `./${workerFiles.texts}`],
    minify: true,
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [texts.plugin],
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, workerFiles.texts), texts.bytes);
  await shorten(join(folder, workerFiles.code));
  return metafile;
}

/** esbuild chooses its short names before it joins the files; chosen once more for the whole, they take a twenty-fourth less room in gzip. */
async function shorten(file: string): Promise<void> {
  const { code, errors } = await minify(file, readFileSync(file, 'utf8'), { module: true, compress: { target } });
  if (errors.length > 0) throw new Error(`The worker could not be made shorter: ${errors.map(({ message }) => message).join('; ')}`);
  writeFileSync(file, code);
}

const parts = ['document', 'examples'] as const;
const unpacking = 'packed-texts';

/** Contracts, and what is known of rules, are texts that most requests never need. */
async function packedApart(): Promise<{ readonly bytes: Uint8Array; readonly plugin: Plugin }> {
  const lines: string[] = [];
  /** Expressions for them, by what they are of. */
  const places = new Map<string, string>();
  const put = (place: string, line: string): void => {
    places.set(place, `lineAt(${lines.length})`);
    lines.push(line);
  };
  for (const [slug, load] of Object.entries(generatedContracts)) {
    const contract = await load();
    for (const part of parts) put(`${slug} ${part}`, contract[part]);
  }
  for (const [slug, load] of Object.entries(fidelity)) put(`${slug} fidelity`, JSON.stringify((await load()).default));
  const importing = `import { lineAt } from '${unpacking}';\n`;
  return {
    bytes: packed(lines),
    plugin: {
      name: 'packed-texts',
      setup({ onResolve, onLoad }) {
        onResolve({ filter: new RegExp(`^${unpacking}$`) }, ({ path }) => ({ path, namespace: unpacking }));
        onLoad({ filter: /.*/, namespace: unpacking }, () => ({ contents: unpackingModule(`./${workerFiles.texts}`), loader: 'js' }));
        onLoad({ filter: /[/\\]generated[/\\][^/\\]+\.contract\.ts$/ }, ({ path }) => {
          const slug = basename(path, '.contract.ts');
          const contents = readFileSync(path, 'utf8').replace(
            /^ {2}(document|examples): '.*',$/gm,
            (_, part: (typeof parts)[number]) => `  get ${part}() { return ${places.get(`${slug} ${part}`)}; },`,
          );
          return { contents: importing + contents, loader: 'ts' };
        });
        onLoad({ filter: /[/\\]mocks[/\\][^/\\]+[/\\]fidelity\.ts$/ }, ({ path }) => ({
          contents: `${importing}export default JSON.parse(${places.get(`${basename(dirname(path))} fidelity`)});\n`,
          loader: 'js',
        }));
      },
    },
  };
}
