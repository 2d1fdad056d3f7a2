/** Files that somebody names on the command line, read and written with a sentence for what goes wrong. */
import { readFileSync, writeFileSync } from 'node:fs';
import { Failure } from '../failure.ts';

export function writeNamedFile(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new Failure(`${path} cannot be written (${codeOf(error)})`);
  }
}

/** `-` is the standard input. */
export function readNamedFile(path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path === '-' ? 0 : path));
  } catch (error) {
    if (error instanceof TypeError) throw new Failure(`${path} is not UTF-8 text`);
    const code = codeOf(error);
    throw new Failure(`${path} ${code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`}`);
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : String(error));
