/** Texts as a search compares them, and patterns where `*` stands for any characters. */
import { foldName } from '../../../src/world/fold.ts';

/** Case and accents do not count. */
export function folded(text: string): string {
  return foldName(text.trim());
}

/** Nor do spaces, in a postcode. */
export function foldedPostcode(text: string): string {
  return text.replaceAll(' ', '').toUpperCase();
}

/**
 * How much of `text` the pattern spells out, from 0 to 1; 1 where it has no wildcard and is equal, undefined where it does
 * not fit. Both are folded already. Linear in the text: the pieces between stars are looked for in order.
 */
export function coverage(pattern: string, text: string): number | undefined {
  if (!pattern.includes('*')) return pattern === text ? 1 : undefined;
  const pieces = pattern.split('*');
  const [first = ''] = pieces;
  const last = pieces.at(-1) ?? '';
  if (!text.startsWith(first)) return undefined;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = text.indexOf(piece, at);
    if (found < 0) return undefined;
    at = found + piece.length;
  }
  if (text.length - last.length < at || !text.endsWith(last)) return undefined;
  const spelled = pieces.reduce((sum, piece) => sum + piece.length, 0);
  return text.length === 0 ? 1 : spelled / text.length;
}
