/** JSON Pointer (RFC 6901): its text and its tokens, and what stands at one in a document. */
import type { Json } from './contract.ts';
import { escapeToken, isArray, isObject, unescapeToken } from './json.ts';

const FORBIDDEN = new Set(['__proto__', 'prototype', 'constructor']);

/** The tokens of a pointer of our own. */
export function tokensOf(pointer: string): readonly string[] {
  return pointer === '' ? [] : pointer.slice(1).split('/').map(unescapeToken);
}

/** The tokens of a pointer that was sent; undefined where the text is no pointer or names a key that could reach a prototype. */
export function parsePointer(text: string): readonly string[] | undefined {
  if (text === '') return [];
  if (!text.startsWith('/') || /~(?![01])/.test(text)) return undefined;
  const tokens = tokensOf(text);
  return tokens.some((token) => FORBIDDEN.has(token)) ? undefined : tokens;
}

export function pointerOf(tokens: readonly (string | number)[]): string {
  return tokens.map((token) => `/${escapeToken(token)}`).join('');
}

/** An array index as RFC 6901 writes it: no sign, no leading zero. */
export function arrayIndex(token: string): number | undefined {
  return /^(0|[1-9]\d{0,8})$/.test(token) ? Number(token) : undefined;
}

export function memberOf(container: Json | undefined, token: string): Json | undefined {
  if (isArray(container)) {
    const index = arrayIndex(token);
    return index === undefined ? undefined : container[index];
  }
  return isObject(container) && Object.hasOwn(container, token) ? container[token] : undefined;
}

/** What stands there; undefined where nothing does. */
export function valueAt(document: Json | undefined, tokens: readonly string[]): Json | undefined {
  let value = document;
  for (const token of tokens) value = memberOf(value, token);
  return value;
}
