/** A file of stubs: one, or a list of them, in YAML or JSON. */
import type { components } from '../../generated/sandbox-control.types.ts';
import { readNamedFile } from './named-file.ts';
import { readTreeIn } from './read-tree-in.ts';

type WrittenStub = components['schemas']['WrittenStub'];

/** The sandbox says what is wrong with a stub. */
export function readStubs(file: string): readonly WrittenStub[] {
  const read = readTreeIn(file, readNamedFile(file));
  return (Array.isArray(read) ? read : [read]) as readonly WrittenStub[]; // checked where it is sent
}
