/** The files that a file refers to, wherever in it: for whoever has to fetch them before they can be read. */
import { UNBOUNDED } from '../../work.ts';
import { isObject } from '../../json.ts';
import { readTree, type TextFile } from '../text/read-tree.ts';
import { readFileReference } from './file-reference.ts';

/** Paths below the contract's folder, in the order in which they are named. Throws a ContractError where the text is neither JSON nor YAML. */
export function namedFiles({ name, text }: TextFile): string[] {
  const files = new Set<string>();
  const stack = [readTree({ name, text }, [], UNBOUNDED)];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node !== 'object' || node === null) continue;
    const mapping =
      isObject(node) && isObject(node['mapping']) ? Object.values(node['mapping']).filter((to) => /[/.#]/.test(String(to))) : [];
    for (const ref of isObject(node) ? [node['$ref'], node['externalValue'], ...mapping] : []) {
      const read = typeof ref === 'string' ? readFileReference(ref, name) : 'elsewhere';
      if (typeof read !== 'string') files.add(read.file);
    }
    stack.push(...Object.values(node).toReversed());
  }
  return [...files];
}
