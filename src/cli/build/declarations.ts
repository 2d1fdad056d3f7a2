/** Writes the type declarations of the package's entries, with what they refer to and nothing else. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');
const compiler = join(root, 'node_modules/typescript-7/bin/tsc');

const entries = ['sandbox', 'msw', 'vitest', 'client'].map((name) => `src/runtimes/${name}.d.ts`);

export function writeDeclarations(folder: string): void {
  const everything = mkdtempSync(join(tmpdir(), 'sandbox-declarations-'));
  try {
    const config = join(import.meta.dirname, 'declarations.tsconfig.json');
    // Mistakes in types are the business of `npm run types`; declarations come out all the same.
    const { stdout } = spawnSync(process.execPath, [compiler, '--project', config, '--outDir', everything], { encoding: 'utf8' });
    if (!existsSync(join(everything, 'src/generated'))) throw new Error(`the declarations could not be made:\n${stdout}`);
    const apis = readdirSync(join(everything, 'src/generated')).filter((name) => name.endsWith('.types.d.ts'));
    const wanted = [...entries, ...apis.map((name) => `src/generated/${name}`)];
    for (const file of wanted) {
      // Every TypeScript since 4.7 finds a declaration by the name of the script it stands for.
      const written = readFileSync(join(everything, file), 'utf8').replaceAll(/(\bfrom '\.[^']*)\.ts'/g, "$1.js'");
      // openapi-fetch does not see an array in a readonly one, so a client's types have neither.
      const text = file.endsWith('.types.d.ts') ? written.replaceAll(/\breadonly /g, '') : written;
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
      for (const [, specifier = ''] of text.matchAll(/\bfrom '(\.[^']*)'/g)) {
        const imported = join(dirname(file), specifier).replace(/\.js$/, '.d.ts');
        if (!wanted.includes(imported)) wanted.push(imported);
      }
    }
  } finally {
    rmSync(everything, { recursive: true, force: true });
  }
}
