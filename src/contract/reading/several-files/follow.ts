/** Follows the references between the files of a contract, and keeps account of those that cannot be followed. */
import type { Quirk } from '../../contract.ts';
import type { Draft } from '../read-document.ts';
import type { ContractFile, ContractFiles, NotRead } from './contract-files.ts';
import { readFileReference } from './file-reference.ts';
import type { Located, Locator } from './locate.ts';
import { isReference, type HeldNode } from './place.ts';

export const WHY: Readonly<Record<NotRead['problem'], string>> = {
  missing: 'there is no such file',
  outside: 'it does not lie below the folder of the contract, and nothing else is read',
  'not-text': 'it is not UTF-8 text',
  'too-large': 'it is larger than a contract may be',
  unreadable: 'it cannot be read',
};

export interface Follower {
  /** What a reference names; undefined where it is not followed. */
  follow(place: HeldNode, ref: string): Located | undefined;
  refuse(place: HeldNode, ref: string, problem: NotRead['problem']): undefined;
  /** What stops the contract, a line each. */
  readonly problems: Set<string>;
}

interface About {
  readonly entry: ContractFile;
  readonly files: ContractFiles;
  readonly locator: Locator;
  readonly quirks: Quirk[];
}

export function followerOf({ entry, files, locator: { locate }, quirks }: About): Follower {
  const problems = new Set<string>();

  function refuse({ file, at }: HeldNode, ref: string, problem: NotRead['problem']): undefined {
    problems.add(`${file.path} at ${at || '/'} refers to "${ref}": ${WHY[problem]}`);
  }

  function follow(place: HeldNode, ref: string): Located | undefined {
    const read = readFileReference(ref, place.file.path);
    if (read === 'elsewhere') return undefined;
    if (read === 'outside') return refuse(place, ref, read);
    const file = files.tree(read.file);
    if ('problem' in file) return refuse(place, ref, file.problem);
    const found = locate(file, read.fragment);
    if (found || file === entry) return found;
    const inEntry = ref.startsWith('#') ? locate(entry, read.fragment) : undefined;
    if (inEntry) {
      const message = `"${ref}" is nothing in its own file, so it is read as a part of ${entry.path}.`;
      quirks.push({ pointer: place.pointer, file: file.path, effect: 'mended', message });
    } else leaveBehind(place, `${read.file}#${read.fragment}`);
    return inEntry;
  }

  return { follow, refuse, problems };
}

/** What leads nowhere is reported where all such references are: when the document is mended. */
function leaveBehind({ holder, key }: HeldNode, what: string): void {
  const node = holder[key];
  if (isReference(node)) (node as Draft)['$ref'] = `#/${what}`;
}
