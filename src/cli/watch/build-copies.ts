/** Copies of what was built, one for each server: a build takes away what a server may still have to read. */
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export interface BuildCopies {
  /** The folder of a new copy. */
  take(): string;
  drop(copy: string): void;
}

export function buildCopies(root: string): BuildCopies {
  const folder = join(root, 'node_modules/.cache/nhs-api-sandbox');
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder))
    if (!isAlive(Number(name.split('-')[0]))) rmSync(join(folder, name), { recursive: true, force: true });
  let count = 0;
  return {
    take() {
      const copy = join(folder, `${process.pid}-${count++}`);
      rmSync(copy, { recursive: true, force: true });
      cpSync(join(root, 'dist'), copy, { recursive: true });
      return copy;
    },
    drop: (copy) => rmSync(copy, { recursive: true, force: true }),
  };
}

/** Whether a process of this number is running. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch {
    return false;
  }
}
