/** What a file that somebody names on the command line says, in YAML or JSON. */
import { plainText } from '../../contract/plain-text.ts';
import { readTree } from '../../contract/reading/text/read-tree.ts';
import { UNBOUNDED } from '../../contract/work.ts';
import { Failure, type UsageError } from '../failure.ts';

/** `Wrong`: what it is to be neither. */
export function readTreeIn(file: string, text: string, Wrong: typeof Failure | typeof UsageError = Failure): unknown {
  try {
    return readTree({ name: file, text }, [], UNBOUNDED);
  } catch (error) {
    throw new Wrong(`${file} is neither YAML nor JSON: ${error instanceof Error ? plainText(error.message, 300) : 'it cannot be read'}`);
  }
}
