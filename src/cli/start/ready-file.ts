/** A file that is there while the sandbox answers and says where: for scripts, which cannot know the port that `--port 0` takes. */
import { readFileSync, renameSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from '../failure.ts';

export interface Ready {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** By which other machines reach it. */
  readonly reachable: readonly string[];
  /** What a client is to trust, where the certificate was made on the spot. */
  readonly authority?: string;
}

export interface ReadyFile {
  /** One line of JSON, there whole or not at all. */
  write(ready: Ready): void;
  /** Takes the file away, unless another sandbox has written it since. */
  remove(): void;
}

/** Takes away at once what an earlier run may have left, so that nobody reads it for this one's. */
export function readyFile(file: string): ReadyFile {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    rmSync(file, { force: true });
    // Better to know now than once everything else stands.
    writeFileSync(temporary, '');
  } catch (error) {
    throw new Failure(
      `${file} cannot be written (${error instanceof Error ? error.message : String(error)}). Use --ready-file <file> for another one.`,
      {
        cause: error,
      },
    );
  }
  rmSync(temporary, { force: true });
  return {
    write(ready) {
      writeFileSync(temporary, `${JSON.stringify(ready)}\n`);
      renameSync(temporary, file);
    },
    remove() {
      rmSync(temporary, { force: true });
      if (isOurs(file)) rmSync(file, { force: true });
    },
  };
}

function isOurs(file: string): boolean {
  try {
    const { pid } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Ready>; // as we write it, and otherwise without a pid of ours
    return pid === process.pid;
  } catch {
    return false;
  }
}
