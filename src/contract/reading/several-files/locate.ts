/** Finds what a reference names in a file, through references on the way, also where the tree has been changed since it was read. */
import type { Json } from '../../contract.ts';
import { escapeToken, isObject, unescapeToken } from '../../json.ts';
import { anchorsIn } from '../names/anchors.ts';
import type { Draft } from '../read-document.ts';
import { pointerOfReference } from '../references.ts';
import type { ContractFile, ContractFiles } from './contract-files.ts';
import { readFileReference } from './file-reference.ts';

export interface Located {
  readonly file: ContractFile;
  /** Where it stands in that file. */
  readonly pointer: string;
  readonly node: Json;
  readonly holder: Draft;
  readonly key: string;
}

export interface Locator {
  /** Undefined where the file has no such place. */
  locate(file: ContractFile, fragment: string): Located | undefined;
  /** A reference is about to be rewritten: what it said, and where. */
  rewritten(node: Json, said: { readonly ref: string; readonly file: ContractFile }): void;
  /** A node is about to be put into the tree of another file. */
  moved(node: Json, from: { readonly file: ContractFile; readonly pointer: string }): void;
}

/** Most references that are crossed on the way to one place. */
const HOPS = 50;

export function locator(files: ContractFiles): Locator {
  const said = new Map<Json, { readonly ref: string; readonly file: ContractFile }>();
  const origins = new Map<Json, { readonly file: ContractFile; readonly pointer: string }>();
  const anchors = new Map<ContractFile, ReadonlyMap<string, string>>();

  function pointerIn(file: ContractFile, fragment: string): string | undefined {
    const pointer = pointerOfReference(`#${fragment}`);
    if (pointer !== undefined) return pointer;
    const known = anchors.get(file) ?? anchorsIn(file.tree);
    anchors.set(file, known);
    return known.get(fragment);
  }

  function locate(file: ContractFile, fragment: string, hops = 0): Located | undefined {
    const pointer = pointerIn(file, fragment);
    if (pointer === undefined || hops > HOPS) return undefined;
    let here: Located | undefined = { file, pointer: '', node: file.tree, holder: { '': file.tree }, key: '' };
    for (const token of pointer.split('/').slice(1).map(unescapeToken)) {
      here = member(here, token) ?? member(target(here, hops + 1), token);
      if (!here) return undefined;
    }
    return here;
  }

  function member(here: Located | undefined, token: string): Located | undefined {
    if (!here || typeof here.node !== 'object' || here.node === null || !Object.hasOwn(here.node, token)) return undefined;
    const holder = here.node as Draft; // an array answers to its indices as an object does
    const node = holder[token] ?? null;
    const origin = origins.get(node);
    return {
      file: origin?.file ?? here.file,
      pointer: origin?.pointer ?? `${here.pointer}/${escapeToken(token)}`,
      node,
      holder,
      key: token,
    };
  }

  function target({ node, file: from }: Located, hops: number): Located | undefined {
    if (!isObject(node) || typeof node['$ref'] !== 'string') return undefined;
    const { ref, file } = said.get(node) ?? { ref: node['$ref'], file: from };
    const read = readFileReference(ref, file.path);
    const other = typeof read === 'string' ? undefined : files.tree(read.file);
    return typeof read === 'string' || !other || 'problem' in other ? undefined : locate(other, read.fragment, hops);
  }

  return {
    locate: (file, fragment) => locate(file, fragment),
    rewritten: (node, what) => void (said.has(node) || said.set(node, what)),
    moved: (node, from) => void (origins.has(node) || origins.set(node, from)),
  };
}
