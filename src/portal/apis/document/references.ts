/** Follows the references of a contract's document, which may lead in a circle, or nowhere. */
import { partAt } from './json-parts.ts';

/** References that lead to one another, at most. */
const longestChain = 20;

export interface Followed {
  readonly node: unknown;
  /** Every reference on the way: where one of them comes again below, the document goes round in a circle. */
  readonly through: readonly string[];
}

export function followedIn(document: unknown, node: unknown): Followed {
  const through: string[] = [];
  let found = node;
  for (let reference = partAt(found, '$ref'); typeof reference === 'string'; reference = partAt(found, '$ref')) {
    if (through.length >= longestChain || through.includes(reference)) return { node: undefined, through };
    through.push(reference);
    found = byPointer(document, reference.replace(/^#/, ''));
  }
  return { node: found, through };
}

/** `/paths/~1Patient/get`; undefined where nothing is there. */
export function byPointer(document: unknown, pointer: string): unknown {
  if (pointer === '') return document;
  if (!pointer.startsWith('/')) return undefined;
  return partAt(document, ...pointer.slice(1).split('/').map(tokenOf));
}

function tokenOf(part: string): string {
  const plain = part.replaceAll('~1', '/').replaceAll('~0', '~');
  if (!plain.includes('%')) return plain;
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}

/** `Patient`, of `#/components/schemas/Patient`. */
export const nameOfReference = (reference: string): string => tokenOf(reference.slice(reference.lastIndexOf('/') + 1));
