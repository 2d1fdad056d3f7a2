/** JSON as it crosses our border: what it is, parsing with limits, and numbers kept as they were written. */
import type { Json, JsonObject } from './contract.ts';
import { whereJsonBreaks } from './reading/text/json-place.ts';
import { ARRAY_ITEMS, BODY_BYTES, JSON_DEPTH, OBJECT_KEYS } from './limits.ts';

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `Array.isArray` narrows a readonly array to `any[]`; this one keeps the type. */
export function isArray(value: unknown): value is readonly Json[] {
  return Array.isArray(value);
}

/** One reference token of a JSON pointer (RFC 6901), escaped. */
export function escapeToken(token: string | number): string {
  const text = String(token);
  return text.includes('~') || text.includes('/') ? text.replaceAll('~', '~0').replaceAll('/', '~1') : text;
}

export function unescapeToken(token: string): string {
  return token.includes('~') ? token.replaceAll('~1', '/').replaceAll('~0', '~') : token;
}

export interface JsonProblem {
  readonly problem: 'malformed' | 'too-deep' | 'too-many-keys' | 'too-many-items' | 'string-too-long' | 'forbidden-key';
  /** Where in the value; '' where the text could not be read at all. */
  readonly pointer: string;
  /** Plain English; never quotes the text. */
  readonly message: string;
}

export type ParsedJson = { readonly value: Json } | JsonProblem;

/** Parses JSON that came from outside, within the limits. */
export function parseJson(text: string, limits: ShapeLimits = BODY_SHAPE): ParsedJson {
  let value: Json;
  try {
    value = JSON.parse(text) as Json; // the JSON boundary: what JSON.parse gives is Json by definition
  } catch {
    const place = whereJsonBreaks(text);
    const where = place
      ? `it cannot be read from line ${place.line}, column ${place.column} on`
      : 'it ends before its last bracket or quotation mark is closed';
    return { problem: 'malformed', pointer: '', message: `The text is not JSON: ${where}.` };
  }
  if (!isWithin(value, limits, 0)) return shapeProblem(value, limits) ?? { value };
  if (mayHoldHalf.test(text)) {
    const pointer = halfIn(value, '');
    if (pointer !== undefined)
      return { problem: 'malformed', pointer, message: 'A text holds half of a character (a lone surrogate), which no UTF-8 can carry.' };
  }
  return { value };
}

/** An escape of a surrogate, with its other half or without. */
const mayHoldHalf = /\\u[dD][89a-fA-F]/;

/** Where a text or a name is no whole Unicode. The value keeps the limits, so it is not deep. */
function halfIn(value: Json, pointer: string): string | undefined {
  if (typeof value === 'string') return value.isWellFormed() ? undefined : pointer;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, member] of Object.entries(value as { readonly [name: string]: Json })) {
    const found = name.isWellFormed() ? halfIn(member, `${pointer}/${escapeToken(name)}`) : pointer;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether a value keeps every limit: what is within them is seldom deep, and needs no account of where things stand. */
function isWithin(value: Json, limits: ShapeLimits, depth: number): boolean {
  if (typeof value === 'string') return value.length <= limits.text;
  if (typeof value !== 'object' || value === null) return true;
  if (depth >= limits.depth) return false;
  if (isArray(value)) return value.length <= limits.items && value.every((item) => isWithin(item, limits, depth + 1));
  const names = Object.keys(value);
  return (
    names.length <= limits.keys &&
    names.every((name) => !limits.forbidden.has(name) && isWithin((value as JsonObject)[name] ?? null, limits, depth + 1))
  );
}

export interface ShapeLimits {
  readonly depth: number;
  readonly keys: number;
  readonly items: number;
  readonly text: number;
  readonly forbidden: ReadonlySet<string>;
}

const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** A body's own limit bounds its texts; what could make many small things of it grows along. */
export function bodyShape(bytes: number): ShapeLimits {
  const times = Math.max(1, bytes / BODY_BYTES);
  return { depth: JSON_DEPTH, keys: OBJECT_KEYS * times, items: ARRAY_ITEMS * times, text: Infinity, forbidden: FORBIDDEN };
}

const BODY_SHAPE = bodyShape(BODY_BYTES);

/** How many values there are: a value, and all that it holds. What aliases make of one value counts at each of its places. */
export function valuesIn(root: Json): number {
  const open: Json[] = [root];
  let count = 0;
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    count++;
    if (typeof value === 'object' && value !== null) for (const name in value) open.push((value as JsonObject)[name] ?? null); // an array answers to its indices as an object does
  }
  return count;
}

interface Place {
  readonly value: Json;
  readonly parent: Place | undefined;
  readonly token: string | number;
}

/**
 * The first limit that a parsed value breaks. Works level by level without recursion, because JSON.parse accepts texts
 * nested far deeper than any recursive walk survives.
 */
export function shapeProblem(root: Json, limits: ShapeLimits = BODY_SHAPE): JsonProblem | undefined {
  let level: Place[] = [{ value: root, parent: undefined, token: '' }];
  for (let depth = 0; level.length > 0; depth++) {
    const next: Place[] = [];
    for (const place of level) {
      const problem = ownProblem(place, depth, limits) ?? pushChildren(place, next, limits);
      if (problem) return problem;
    }
    level = next;
  }
  return undefined;
}

function ownProblem(place: Place, depth: number, { depth: deepest, text }: ShapeLimits): JsonProblem | undefined {
  if (typeof place.value === 'string')
    return place.value.length > text ? problemAt(place, 'string-too-long', `A text may hold ${text} characters.`) : undefined;
  return typeof place.value === 'object' && place.value !== null && depth >= deepest
    ? problemAt(place, 'too-deep', `Values may be nested ${deepest} levels deep.`)
    : undefined;
}

function pushChildren(parent: Place, next: Place[], { keys, items, text, forbidden }: ShapeLimits): JsonProblem | undefined {
  const { value } = parent;
  if (typeof value !== 'object' || value === null) return undefined;
  const push = (token: string | number, child: Json): void => {
    if (typeof child === 'string' ? child.length > text : typeof child === 'object' && child !== null)
      next.push({ value: child, parent, token });
  };
  if (isArray(value)) {
    if (value.length > items) return problemAt(parent, 'too-many-items', `An array may hold ${items} items.`);
    for (let index = 0; index < value.length; index++) push(index, value[index] ?? null);
    return undefined;
  }
  const names = Object.keys(value);
  if (names.length > keys) return problemAt(parent, 'too-many-keys', `An object may hold ${keys} members.`);
  for (const name of names) {
    const child = (value as JsonObject)[name] ?? null;
    if (forbidden.has(name)) return problemAt({ value: child, parent, token: name }, 'forbidden-key', 'A member may not have this name.');
    push(name, child);
  }
  return undefined;
}

function problemAt(place: Place, problem: JsonProblem['problem'], message: string): JsonProblem {
  let pointer = '';
  for (let at: Place | undefined = place; at?.parent; at = at.parent) pointer = `/${escapeToken(at.token)}${pointer}`;
  return { problem, pointer, message };
}

/** The part of the "JSON.parse source text access" proposal that V8 ships and TypeScript's library does not list yet. */
interface SourceText {
  rawJSON?(text: string): JsonObject;
  parse(text: string, reviver: (key: string, value: Json, context: { readonly source?: string }) => Json): Json;
}

const NUMBER_TOKEN = /(?<![^\s:,[])-?\d[\d.]*(?:[eE][+-]?\d+)?(?![^\s,\]}])/g;

/** Whether a number in this JSON text would come back in other words (`1.0`, `1e2`, 20 digits) once parsed and written. */
export function losesNumbers(text: string): boolean {
  for (const [token] of text.matchAll(NUMBER_TOKEN)) if (String(Number(token)) !== token) return true;
  return false;
}

/**
 * Parses JSON text so that JSON.stringify gives each number back as it was written: FHIR's decimals carry meaning in their
 * trailing zeros (https://hl7.org/fhir/R4/datatypes.html#decimal). Such numbers become raw JSON objects; everything else is
 * as JSON.parse has it. Give it text that `parseJson` accepted.
 */
export function parseLossless(text: string): Json {
  const { rawJSON, parse } = JSON as SourceText;
  if (!rawJSON || !losesNumbers(text)) return JSON.parse(text) as Json;
  return parse(text, (_key, value, { source }) =>
    typeof value === 'number' && source !== undefined && source !== String(value) ? rawJSON(source) : value,
  );
}
