/**
 * A contract by its path on this machine, with the files below its folder that it refers to, and nothing else of the disk. Node's
 * modules are asked for when a path is given, so that a page in a browser may load this file.
 */
import type { Beside } from '../../contract/reading/several-files/contract-files.ts';

export interface ContractOnDisk {
  readonly name: string;
  readonly text: string;
  readonly beside: Beside;
}

interface Reading {
  /** Files that are larger are not read. */
  readonly bytes: number;
  /** Told of every file that is read or looked for. */
  readonly asked?: (file: string) => void;
}

/** Throws what Node throws where the file cannot be read, and a TypeError where it is not UTF-8 text. */
export function contractOnDisk(path: string, { bytes, asked }: Reading): ContractOnDisk {
  const { readFileSync, realpathSync, statSync } = builtin('node:fs');
  const { dirname, join, relative, isAbsolute, sep } = builtin('node:path');
  const folder = dirname(path);
  const read = (file: string): string => new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));

  const beside: Beside = (below) => {
    const file = join(folder, below);
    asked?.(file);
    try {
      // A link may lead anywhere: what counts is where the file really lies.
      const name = relative(realpathSync(folder), realpathSync(file));
      if (isAbsolute(name) || name === '..' || name.startsWith(`..${sep}`)) return { problem: 'outside' };
      const stat = statSync(file);
      if (!stat.isFile()) return { problem: 'unreadable' };
      return stat.size > bytes ? { problem: 'too-large' } : { text: read(file), name: name.replaceAll(sep, '/') };
    } catch (error) {
      if (error instanceof TypeError) return { problem: 'not-text' };
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      return { problem: code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable' };
    }
  };
  asked?.(path);
  return { name: path, text: read(path), beside };
}

function builtin<Name extends 'node:fs' | 'node:path'>(name: Name): NonNullable<ReturnType<typeof process.getBuiltinModule<Name>>> {
  const found = (globalThis.process as NodeJS.Process | undefined)?.getBuiltinModule?.(name); // a browser has no process
  if (!found) throw new TypeError('a contract is named by its path on Node only; elsewhere give its name and text');
  return found;
}
