/** What several test files need alike and none of them changes, such as a bundle, is made once in a run: by whichever asks for it first. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Set by `setup/made.ts`. */
export const folderVariable = 'SANDBOX_MADE_ONCE';

/** The folder that `make` filled, in this process or another. */
export async function madeOnce(name: string, make: (folder: string) => Promise<unknown>): Promise<string> {
  const folder = process.env[folderVariable];
  if (folder === undefined) throw new Error('test/setup/made.ts has to be among the globalSetup of this configuration');
  const made = join(folder, name);
  const making = `${made}.making`;
  while (!existsSync(made)) {
    if (!taken(making)) {
      // Another one makes it, or it failed and this one tries in its turn.
      await wait(50);
      continue;
    }
    try {
      if (!existsSync(made)) {
        await make(making);
        renameSync(making, made);
      }
    } finally {
      rmSync(making, { recursive: true, force: true });
    }
  }
  return made;
}

function taken(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
