/**
 * A file for keys that are shown once: only its owner may read it, nothing is written over, and it is there before the keys are, so that
 * none is lost to a folder that does not exist.
 */
import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { Failure } from '../failure.ts';

export interface SecretFile {
  readonly path: string;
  write(text: string): void;
  /** Takes it away again: there is nothing to keep. */
  discard(): void;
}

export function openSecretFile(path: string): SecretFile {
  const file = opened(path);
  return {
    path,
    write(text) {
      writeFileSync(file, text);
      closeSync(file);
    },
    discard() {
      closeSync(file);
      rmSync(path, { force: true });
    },
  };
}

function opened(path: string): number {
  try {
    return openSync(path, 'wx', 0o600);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') throw new Failure(`${path} is there already, and may hold keys that nobody else has: name another file`);
    if (code === 'ENOENT') throw new Failure(`${path} cannot be written: its folder does not exist`);
    throw new Failure(`${path} cannot be written (${String(code ?? error)})`);
  }
}
