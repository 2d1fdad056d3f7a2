/** Writes `dist/`: the command and the package's entries, bundled with what they need, so that starting reads a few files and not hundreds. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { builtContract } from '../../contract/built.ts';
import { documentText } from '../../contract/document-text.ts';
import { generatedContracts } from '../../generated/catalogue.ts';
import { writeDeclarations } from './declarations.ts';
import { bundleInFewChunks } from './fewer-chunks.ts';
import { licencesText, thirdPartiesIn, type ThirdParty } from './third-parties.ts';
import { bundleWorker } from './worker-bundle.ts';

const root = resolve(import.meta.dirname, '../../..');

/** The command, and the entries of package.json's `exports`. */
const entries: Readonly<Record<string, string>> = {
  cli: 'src/cli/launch.ts',
  sandbox: 'src/runtimes/browser/sandbox.ts',
  msw: 'src/runtimes/browser/msw.ts',
  vitest: 'src/runtimes/browser/vitest.ts',
  client: 'src/runtimes/browser/client.ts',
  mock: 'src/runtimes/browser/mock.ts',
  auth: 'src/runtimes/browser/auth.ts',
};

/** Tools that must be the user's own, and those that only one command needs. */
const outside = ['msw', 'vitest', 'openapi-typescript'];

/** Replaces what is in the folder; gives the packages whose code is in it. */
export async function bundle(folder: string): Promise<readonly ThirdParty[]> {
  rmSync(folder, { recursive: true, force: true });
  const metafile = await bundleInFewChunks({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    external: outside,
    chunkNames: 'chunks/[name]-[hash]',
    minifySyntax: true,
    minifyWhitespace: true,
    // Licences are written below, whole.
    legalComments: 'none',
    sourcemap: false,
    logLevel: 'warning',
  });
  const parties = thirdPartiesIn([metafile, await bundleWorker(join(folder, 'worker'))]);
  writeFileSync(join(folder, 'THIRD-PARTY-LICENCES.txt'), licencesText(parties));
  await writeContracts(join(folder, 'contracts'));
  writeDeclarations(join(folder, 'types'));
  return parties;
}

/** The same texts that a sandbox serves at `/_sandbox/contracts`. */
async function writeContracts(folder: string): Promise<void> {
  mkdirSync(folder);
  for (const [slug, load] of Object.entries(generatedContracts)) {
    const generated = await load();
    writeFileSync(join(folder, `${slug}.json`), documentText(builtContract(generated)) ?? '');
  }
}

if (import.meta.main) await bundle(join(root, 'dist'));
