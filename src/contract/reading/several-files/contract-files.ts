/** The files that a contract is made of: each is read when the first reference names it, and parsed once. */
import type { Json, Quirk } from '../../contract.ts';
import { ContractError } from '../../contract-error.ts';
import { FILES, type Limits } from '../../limits.ts';
import { isObject } from '../../json.ts';
import { mayHaveIdentities, resolveIdentities } from '../names/identities.ts';
import type { Budget } from '../../work.ts';
import type { Draft } from '../read-document.ts';
import { readTree, tooLarge } from '../text/read-tree.ts';

/** Gives the text of a file below the contract's folder, or says why there is none. `name` is the one name of a file that several paths lead to. */
export type Beside = (path: string) => { readonly text: string; readonly name?: string } | NotRead;

export interface NotRead {
  readonly problem: 'missing' | 'outside' | 'not-text' | 'too-large' | 'unreadable';
}

export interface ContractFile {
  readonly path: string;
  readonly tree: Json;
}

export interface ContractFiles {
  /** Parsed as JSON or YAML. Throws a ContractError where it is neither. */
  tree(path: string): ContractFile | NotRead;
  text(path: string): string | NotRead;
}

interface About {
  /** The document itself, which others may refer back to. */
  readonly entry: ContractFile;
  readonly size: number;
  readonly beside: Beside;
  readonly limits: Limits;
  readonly quirks: Quirk[];
  readonly budget: Budget;
}

export function contractFiles({ entry, size, beside, limits, quirks, budget }: About): ContractFiles {
  const texts = new Map<string, { readonly name: string; readonly text: string } | NotRead>();
  const byPath = new Map<string, ContractFile>([[entry.path, entry]]);
  const byName = new Map<string, ContractFile>([[entry.path, entry]]);
  let total = size;

  function read(path: string): { readonly name: string; readonly text: string } | NotRead {
    const known = texts.get(path);
    if (known) return known;
    if (texts.size >= FILES) throw new ContractError('too-large', `${entry.path} refers to more than ${FILES} files.`);
    const found = beside(path);
    const file = 'text' in found ? { name: found.name ?? path, text: found.text } : found;
    texts.set(path, file);
    if ('text' in file) total += file.text.length;
    if (total > limits.bytes) throw tooLarge(`${entry.path}, with the files it refers to,`, limits);
    return file;
  }

  return {
    tree(path) {
      const parsed = byPath.get(path);
      if (parsed) return parsed;
      const file = read(path);
      if (!('text' in file)) return file;
      const found = byName.get(file.name) ?? { path, tree: parse(path, file.text) };
      byPath.set(path, found);
      byName.set(file.name, found);
      return found;
    },
    text(path) {
      const file = read(path);
      return 'text' in file ? file.text : file;
    },
  };

  function parse(path: string, text: string): Json {
    const own: Quirk[] = [];
    const tree = readTree({ name: path, text }, own, budget);
    if (isObject(tree) && mayHaveIdentities(text)) resolveIdentities(tree as Draft, budget); // made a moment ago, by our own parser
    for (const quirk of own) quirks.push({ ...quirk, file: path });
    return tree;
  }
}
