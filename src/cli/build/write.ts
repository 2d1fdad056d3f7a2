/** Writes generated files, and only those that changed, so that watchers and compilers have nothing to do when nothing did. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** First line of everything that is written. */
export const GENERATED = '// Written by "npm run generate". Do not edit.';

export function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Gives the names of those that were written. */
export function writeFiles(folder: string, files: ReadonlyMap<string, string>): string[] {
  mkdirSync(folder, { recursive: true });
  const changed: string[] = [];
  for (const [name, text] of files) {
    const path = join(folder, name);
    if (readIfThere(path) === text) continue;
    writeFileSync(path, text);
    changed.push(name);
  }
  return changed;
}

/** Writes the files, and removes modules of contracts that are gone. Gives the names of those that were written or removed. */
export function writeFolder(folder: string, files: ReadonlyMap<string, string>): string[] {
  const changed = writeFiles(folder, files);
  for (const name of readdirSync(folder)) {
    if (files.has(name) || !/\.(?:contract\.ts|types\.ts|validators\.js|validators\.d\.ts)$/.test(name)) continue;
    rmSync(join(folder, name));
    changed.push(name);
  }
  return changed;
}
