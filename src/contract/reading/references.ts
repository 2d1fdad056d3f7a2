/** `$ref`: only `#/…` inside the same document is followed; nothing is ever fetched. */
import type { Json, JsonObject, Quirk } from '../contract.ts';
import { isArray, isObject, unescapeToken } from '../json.ts';

/** The JSON pointer that an internal reference names; undefined for one that leaves the document (`http:`, `file:`, a relative path, `#anchor`). */
export function pointerOfReference(ref: string): string | undefined {
  if (ref === '#') return '';
  if (!ref.startsWith('#/')) return undefined;
  if (!ref.includes('%')) return ref.slice(1);
  try {
    return decodeURIComponent(ref.slice(1));
  } catch {
    return ref.slice(1);
  }
}

export interface ReferenceTarget {
  readonly node: Json;
  readonly pointer: string;
}

/** What an internal reference names. Steps into the schema that `nullable` had wrapped, because pointers were written before that. */
export function lookUp(document: JsonObject, ref: string): ReferenceTarget | undefined {
  const pointer = pointerOfReference(ref);
  if (pointer === undefined) return undefined;
  let node: Json = document;
  for (const token of pointer.split('/').slice(1).map(unescapeToken)) {
    const next: Json | undefined =
      child(node, token) ?? (isObject(node) && isArray(node['anyOf']) ? child(node['anyOf'][1] ?? null, token) : undefined);
    if (next === undefined) return undefined;
    node = next;
  }
  return { node, pointer };
}

function child(node: Json, token: string): Json | undefined {
  return typeof node === 'object' && node !== null && Object.hasOwn(node, token) ? (node as JsonObject)[token] : undefined;
}

/** Longest chain of references to references; longer ones go round in circles. */
const HOPS = 50;

/** Follows `$ref`s from a node that stands at `pointer` until something else is met; undefined where that never happens. */
export function dereference(document: JsonObject, node: Json, pointer: string): ReferenceTarget | undefined {
  let found: ReferenceTarget | undefined = { node, pointer };
  for (let hops = 0; found && isObject(found.node) && typeof found.node['$ref'] === 'string'; hops++) {
    if (hops === HOPS) return undefined;
    found = lookUp(document, found.node['$ref']);
  }
  return found;
}

/** What to say of a reference that could not be followed. */
export function unfollowed(ref: string, { pointer, effect }: Pick<Quirk, 'pointer' | 'effect'>): Quirk {
  return { pointer, effect, message: whyUnfollowed(ref), reference: ref };
}

function whyUnfollowed(ref: string): string {
  // How a reference to nothing in another file is left behind.
  const [, inFile] = /^#\/([^#]+#.*)$/.exec(ref) ?? [];
  if (inFile !== undefined) return `The reference "${inFile}" points at nothing in that file.`;
  if (pointerOfReference(ref) !== undefined || ref.startsWith('#')) return `The reference "${ref}" points at nothing in this document.`;
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(ref)
    ? `The reference "${ref}" leads to another host or scheme; nothing is fetched.`
    : `The reference "${ref}" leads to another file, and only this one was given.`;
}
