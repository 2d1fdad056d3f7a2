/** Files that somebody names on the command line, read and written with a sentence for what goes wrong. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { Failure } from '../failure.ts';
import { counted } from '../../contract/counted.ts';
import type { Terminal } from '../terminal.ts';

/** Over what is there, unless that holds a key or a code of ours: each was shown once, and may be nowhere else. */
export function writeNamedFile(path: string, text: string): void {
  if (holdsKeys(path)) throw new Failure(`${path} holds keys that may be nowhere else: name another file`);
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new Failure(`${path} cannot be written (${codeOf(error)})`);
  }
}

/** To the file, and how much it is; or to the standard output, where none is named, or `-`. */
export function writeOut(file: string | undefined, text: string, { out, error }: Terminal): void {
  if (file === undefined || file === '-') return out(text.replace(/\n$/, ''));
  writeNamedFile(file, text);
  error(`${file}: ${counted(Buffer.byteLength(text), 'byte')}.`);
}

function holdsKeys(path: string): boolean {
  try {
    return statSync(path).isFile() && /nhs[se]_[0-9a-f]{48}_/.test(readFileSync(path, 'utf8'));
  } catch {
    // Nothing is there that could be read, and whether it can be written is known in a moment.
    return false;
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
