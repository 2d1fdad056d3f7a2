/**
 * Bundles with fewer files: esbuild writes one for every set of entries that share something, and among thirty APIs these are many sets of
 * a few lines each. What is small and shared by some, the rules of all APIs import, and so it is one file.
 */
import { build, type BuildOptions, type Metafile, type Plugin } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** Rules of an API are read when it is first asked. */
const entry = /^mocks\/[^/]+\/mock\.ts$/;

/** What is larger, with all that it needs, stays where it is: it would be read for nothing. */
const smallBytes = 50_000;

export async function bundleInFewChunks(options: BuildOptions & { readonly absWorkingDir: string }): Promise<Metafile> {
  const { metafile: apart } = await build({ ...options, metafile: true, write: false });
  const { metafile } = await build({
    ...options,
    metafile: true,
    plugins: [importedByEvery(sharedModules(apart).map((module) => resolve(options.absWorkingDir, module)))],
    // Of a package that promises that nothing comes of it: such a module stays where it is.
    logOverride: { 'ignored-bare-import': 'silent' },
  });
  return metafile;
}

function sharedModules({ outputs }: Metafile): readonly string[] {
  const entries = Object.keys(outputs).filter((file) => entry.test(outputs[file]?.entryPoint ?? ''));
  const loaded = new Set(entries.flatMap((file) => [...loadedWith(file, outputs)]));
  const modules = [...loaded].flatMap((file) => {
    const chunk = outputs[file];
    if (!chunk || chunk.entryPoint !== undefined || bytesLoadedWith(file, outputs) > smallBytes) return [];
    return Object.entries(chunk.inputs).flatMap(([module, { bytesInOutput }]) => (bytesInOutput > 0 ? [module] : []));
  });
  return modules.sort();
}

/** The file itself, and what has to be there before it runs. */
function loadedWith(file: string, outputs: Metafile['outputs'], known = new Set<string>()): ReadonlySet<string> {
  if (known.has(file)) return known;
  known.add(file);
  for (const { path, kind } of outputs[file]?.imports ?? []) if (kind === 'import-statement') loadedWith(path, outputs, known);
  return known;
}

const bytesLoadedWith = (file: string, outputs: Metafile['outputs']): number =>
  [...loadedWith(file, outputs)].reduce((sum, each) => sum + (outputs[each]?.bytes ?? 0), 0);

const importedByEvery = (modules: readonly string[]): Plugin => ({
  name: 'imported-by-every-mock',
  setup({ onLoad }) {
    const imports = modules.map((module) => `import ${JSON.stringify(module)};\n`).join('');
    onLoad({ filter: /[/\\]mocks[/\\][^/\\]+[/\\]mock\.ts$/ }, async ({ path }) => ({
      contents: `${await readFile(path, 'utf8')}\n${imports}`,
      loader: 'ts',
      resolveDir: dirname(path),
    }));
  },
});
