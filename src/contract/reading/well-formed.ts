/** Halves of characters (lone surrogates), which escapes in JSON and YAML can write and no URL, header or UTF-8 can carry, become U+FFFD, as everywhere on the web. */
import type { Json } from '../contract.ts';
import { isArray, isObject } from '../json.ts';
import type { Draft } from './read-document.ts';

/** Whether a text could hold one: read as it stands, or by an escape. */
const mayHoldHalves = (text: string): boolean => !text.isWellFormed() || /\\[uU][0-9a-f]*d[89a-f]/i.test(text);

/** Changes the tree in place: it was made of this text a moment ago. */
export function makeWellFormed(tree: Json, text: string): Json {
  if (typeof tree === 'string') return tree.toWellFormed();
  if (!mayHoldHalves(text)) return tree;
  // Aliases let one value stand in many places.
  const seen = new Set<Json>();
  const waiting: Json[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    for (const [key, value] of entriesOf(node)) {
      if (typeof value === 'object' && value !== null) waiting.push(value);
      const holder = node as Draft; // an array answers to its indices as an object does
      if (typeof value === 'string' && !value.isWellFormed()) holder[key] = value.toWellFormed();
      if (key.isWellFormed()) continue;
      holder[key.toWellFormed()] = holder[key] ?? null;
      delete holder[key];
    }
  }
  return tree;
}

const entriesOf = (node: Json): readonly (readonly [string, Json])[] =>
  isArray(node) || isObject(node) ? Object.entries(node as { readonly [key: string]: Json }) : [];
