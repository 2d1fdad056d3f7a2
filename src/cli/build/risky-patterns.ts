/**
 * Finds patterns that could run for very long. Our own contracts are checked with the platform's RegExp, which backtracks, so no
 * repeat without end may stand inside another one: `(a+)+`. Stricter than need be, and easy to see.
 */
import { childrenOf, type NodePart } from '../../contract/reading/document-structure.ts';
import { isObject } from '../../contract/json.ts';
import type { Draft } from '../../contract/reading/read-document.ts';

/** JSON pointers of the schemas whose patterns nest repeats. */
export function riskyPatterns(document: Draft): string[] {
  const found: string[] = [];
  const queue: NodePart[] = [...childrenOf('document', document, '')];
  for (const { kind, holder, key, pointer } of queue) {
    const node = holder[key];
    if (!isObject(node)) continue;
    const { pattern, patternProperties } = node;
    const patterns = kind === 'schema' ? [pattern, ...Object.keys(isObject(patternProperties) ? patternProperties : {})] : [];
    if (patterns.some((one) => typeof one === 'string' && nestsRepeats(one))) found.push(pointer);
    queue.push(...childrenOf(kind, node as Draft, pointer));
  }
  return found;
}

const ENDLESS = /^(?:[*+]|\{\d+,\})/;

export function nestsRepeats(pattern: string): boolean {
  const plain = pattern.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
  /** For each open group, whether something in it repeats without end; the first is the pattern itself. */
  const open = [false];
  for (let at = 0; at < plain.length; at++) {
    const endless = ENDLESS.test(plain.slice(at + 1));
    if (plain[at] === '(') open.push(false);
    else if (plain[at] === ')') {
      const inner = open.pop() ?? false;
      if (inner && endless) return true;
      open[open.length - 1] ||= inner || endless;
    } else if (endless) open[open.length - 1] = true;
  }
  return false;
}
