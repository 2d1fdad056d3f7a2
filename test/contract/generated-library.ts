/** The contract of `generate/library.yaml`, once as `npm run generate` builds it and once as a user brings it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generate } from '../../src/cli/build/generate.ts';
import { builtContract, type GeneratedContract } from '../../src/contract/built.ts';
import type { Contract } from '../../src/contract/contract.ts';
import { loadContract } from '../../src/contract/load.ts';

export const libraryFolder = resolve(import.meta.dirname, 'generate');

export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'generated-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export async function bothLibraries(): Promise<{ readonly built: Contract; readonly brought: Contract }> {
  return withFolder(async (folder) => {
    await generate({ from: libraryFolder, to: folder });
    const { generatedContracts } = (await import(pathToFileURL(join(folder, 'catalogue.ts')).href)) as {
      generatedContracts: Record<string, () => Promise<GeneratedContract>>;
    };
    const generated = await generatedContracts['library']?.();
    if (!generated) throw new Error('library.yaml was not generated');
    return { built: builtContract(generated), brought: loadContract({ name: 'library', text: generated.document }) };
  });
}
