/** A contract as one text that a sandbox takes: read here, with the files it refers to, since the sandbox fetches nothing. */
import { basename } from 'node:path';
import { OWN_LIMITS } from '../../contract/limits.ts';
import { slugOf } from '../../contract/load.ts';
import { readWhole } from '../../contract/reading/read-document.ts';
import { Failure } from '../failure.ts';
import { contractFile } from '../read-contracts.ts';

export interface Upload {
  /** What the API is called. */
  readonly name: string;
  readonly text: string;
}

export async function uploadOf(word: string): Promise<Upload> {
  const { name, text, beside } = await contractFile(word);
  let files = 1;
  const counting =
    beside &&
    ((path: string) => {
      files++;
      return beside(path);
    });
  try {
    const { tree } = readWhole({ name, text, ...(counting && { beside: counting }) }, OWN_LIMITS, []);
    // One file is sent as it was written, so that what the sandbox says of it can be found there.
    return { name: slugOf(basename(name)), text: files === 1 ? text : JSON.stringify(tree) };
  } catch (error) {
    if (error instanceof Error && error.name === 'ContractError') throw new Failure(`${word} cannot be served: ${error.message}`);
    throw error;
  }
}
