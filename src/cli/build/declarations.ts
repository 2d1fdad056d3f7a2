/** Writes the type declarations of the package's entries, with what they refer to and nothing else. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');
const compiler = join(root, 'node_modules/typescript-7/bin/tsc');

const entries = ['sandbox', 'msw', 'vitest', 'client', 'mock', 'auth'].map((name) => `src/runtimes/browser/${name}.d.ts`);

/** Packages whose code is bundled, if they have any, and whose declarations therefore are as well: nothing has to be installed for them. */
export const declaredElsewhere = ['openapi-fetch', 'openapi-typescript-helpers'];

/** TypeScript before 5.7 knows no type arguments of byte arrays, and what it is given is checked in full where a project says so. */
const forOlderCompilers = (text: string): string => text.replaceAll('Uint8Array<ArrayBuffer>', 'Uint8Array');

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
      const written = importable(readFileSync(join(everything, file), 'utf8'), file);
      // openapi-fetch does not see an array in a readonly one, so a client's types have neither.
      const text = file.endsWith('.types.d.ts') ? written.replaceAll(/\breadonly /g, '') : forOlderCompilers(written);
      write(join(folder, file), text);
      for (const [, specifier = ''] of text.matchAll(/\bfrom '(\.[^']*)'/g)) {
        const imported = join(dirname(file), specifier).replace(/\.js$/, '.d.ts');
        if (!wanted.includes(imported) && !declaredElsewhere.includes(imported.slice(0, -'.d.ts'.length))) wanted.push(imported);
      }
    }
    for (const name of declaredElsewhere) {
      write(
        join(folder, `${name}.d.ts`),
        importable(readFileSync(join(root, 'node_modules', name, 'dist/index.d.mts'), 'utf8'), `${name}.d.ts`),
      );
    }
  } finally {
    rmSync(everything, { recursive: true, force: true });
  }
}

/** Every TypeScript since 4.7 finds a declaration by the name of the script it stands for. */
function importable(text: string, file: string): string {
  return text.replaceAll(/(?<=\bfrom ['"])([^'"]+)(?=['"])/g, (specifier) => {
    if (specifier.startsWith('.')) return specifier.replace(/\.ts$/, '.js');
    return declaredElsewhere.includes(specifier) ? toRoot(file) + `${specifier}.js` : specifier;
  });
}

const toRoot = (file: string): string => `${relative(dirname(file), '.').replaceAll('\\', '/') || '.'}/`;

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
