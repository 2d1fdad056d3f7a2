/** A file of stubs: one, or a list of them, in YAML or JSON. */
import { plainText } from '../../contract/plain-text.ts';
import { readTree } from '../../contract/reading/text/read-tree.ts';
import { UNBOUNDED } from '../../contract/work.ts';
import type { components } from '../../generated/sandbox-control.types.ts';
import { Failure } from '../failure.ts';
import { readNamedFile } from './named-file.ts';

type WrittenStub = components['schemas']['WrittenStub'];

/** The sandbox says what is wrong with a stub. */
export function readStubs(file: string): readonly WrittenStub[] {
  const text = readNamedFile(file);
  try {
    const read: unknown = readTree({ name: file, text }, [], UNBOUNDED);
    return (Array.isArray(read) ? read : [read]) as readonly WrittenStub[]; // checked where it is sent
  } catch (error) {
    throw new Failure(`${file} is neither YAML nor JSON: ${error instanceof Error ? plainText(error.message, 300) : 'it cannot be read'}`);
  }
}
