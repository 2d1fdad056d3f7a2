/** JSON Pointer (RFC 6901): reading and writing the text form, and following one into a document. */
import type { Json } from '../contract/contract.ts';

const FORBIDDEN = new Set(['__proto__', 'prototype', 'constructor']);

/** The reference tokens of a pointer, unescaped; undefined where the text is no pointer or names a key that could reach a prototype. */
export function parsePointer(text: string): readonly string[] | undefined {
  if (text === '') return [];
  if (!text.startsWith('/') || /~(?![01])/.test(text)) return undefined;
  const tokens = text
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
  return tokens.some((token) => FORBIDDEN.has(token)) ? undefined : tokens;
}

export function formatPointer(tokens: readonly (string | number)[]): string {
  return tokens.map((token) => `/${String(token).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** An array index as RFC 6901 writes it: no sign, no leading zero. */
export function arrayIndex(token: string): number | undefined {
  return /^(0|[1-9]\d{0,8})$/.test(token) ? Number(token) : undefined;
}

/** What stands at the pointer; undefined where nothing does. */
export function valueAt(document: Json, tokens: readonly string[]): Json | undefined {
  let value: Json | undefined = document;
  for (const token of tokens) {
    if (value === undefined) return undefined;
    value = memberOf(value, token);
  }
  return value;
}

export function memberOf(container: Json, token: string): Json | undefined {
  if (isArray(container)) {
    const index = arrayIndex(token);
    return index === undefined ? undefined : container[index];
  }
  if (isObject(container)) return Object.hasOwn(container, token) ? container[token] : undefined;
  return undefined;
}

/** `Array.isArray` loses the element type of a readonly array. */
export function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

export function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
