/** JSON Patch (RFC 6902) and JSON Merge Patch (RFC 7396) as pure functions: the document given is never changed, and a patch applies whole or not at all. */
import type { Json } from '../contract/contract.ts';
import { isArray, isObject } from '../contract/json.ts';
import { equal } from '../contract/equal.ts';
import { arrayIndex, memberOf, parsePointer, pointerOf, valueAt } from '../contract/json-pointer.ts';
import { JSON_DEPTH } from '../contract/limits.ts';
import { beginWork, copied, ownArray, ownObject, whyNotAt, type Work } from './patch-work.ts';

export type PatchOperation =
  | { readonly op: 'add' | 'replace' | 'test'; readonly path: string; readonly value: Json }
  | { readonly op: 'remove'; readonly path: string }
  | { readonly op: 'move' | 'copy'; readonly path: string; readonly from: string };

export type PatchReason =
  | 'not-a-patch'
  | 'unknown-operation'
  | 'missing-member'
  | 'invalid-pointer'
  | 'not-found'
  | 'out-of-bounds'
  | 'into-itself'
  | 'root'
  | 'too-large'
  | 'too-deep'
  | 'test-failed';

export interface PatchFailure {
  readonly ok: false;
  /** Position of the operation that failed. */
  readonly index: number;
  readonly reason: PatchReason;
  /** Where in the patch the fault stands: `/2/path`. */
  readonly pointer: string;
  /** How far into the document the operation's path could be followed, and the token that stopped it. */
  readonly at?: { readonly reached: string; readonly token: string };
  /** Plain English; quotes no value. */
  readonly message: string;
}

export type Patched = { readonly ok: true; readonly document: Json } | PatchFailure;
export type ParsedPatch = { readonly ok: true; readonly patches: readonly PatchOperation[] } | PatchFailure;

/** Reads a client's JSON as a patch: an array of operations with the members each needs (RFC 6902 §4). */
export function parsePatch(body: Json | undefined): ParsedPatch {
  if (!isArray(body)) return failure(0, 'not-a-patch', '', 'a JSON Patch is an array of operations');
  const patches: PatchOperation[] = [];
  for (const [index, item] of body.entries()) {
    const read = parseOperation(item, index);
    if ('ok' in read) return read;
    patches.push(read);
  }
  return { ok: true, patches };
}

function parseOperation(item: Json, index: number): PatchOperation | PatchFailure {
  if (!isObject(item)) return failure(index, 'not-a-patch', `/${index}`, 'an operation is an object with op and path');
  const { op, path, from, value } = item;
  if (typeof path !== 'string') return failure(index, 'missing-member', `/${index}/path`, 'path must be a JSON pointer');
  switch (op) {
    case 'add':
    case 'replace':
    case 'test':
      return value === undefined ? failure(index, 'missing-member', `/${index}/value`, `${op} needs a value`) : { op, path, value };
    case 'remove':
      return { op, path };
    case 'move':
    case 'copy':
      return typeof from === 'string'
        ? { op, path, from }
        : failure(index, 'missing-member', `/${index}/from`, `${op} needs from, a JSON pointer`);
    default:
      return failure(index, 'unknown-operation', `/${index}/op`, 'op must be add, remove, replace, move, copy or test');
  }
}

/** Applies the operations in order; the first that fails undoes all of them. */
export function applyPatch(document: Json, patches: readonly PatchOperation[]): Patched {
  const work = beginWork();
  let current = document;
  for (const [index, patch] of patches.entries()) {
    const result = applyOperation(current, patch, { index, work });
    if (!result.ok) return result;
    current = result.document;
  }
  return { ok: true, document: current };
}

interface Step {
  readonly index: number;
  readonly work: Work;
}

function applyOperation(document: Json, patch: PatchOperation, step: Step): Patched {
  const { index } = step;
  const path = parsePointer(patch.path);
  if (path === undefined) return failure(index, 'invalid-pointer', `/${index}/path`, 'path must be a JSON pointer such as /name/0/family');
  switch (patch.op) {
    case 'add':
      return place(document, path, { ...step, put: patch.value, insert: true });
    case 'replace':
      return place(document, path, { ...step, put: patch.value, insert: false });
    case 'remove':
      return write(document, path, { ...step, insert: false });
    case 'test': {
      const found = valueAt(document, path);
      if (found === undefined) return unreachable(document, path, index);
      if (found !== undefined && equal(found, patch.value)) return { ok: true, document };
      return failure(index, 'test-failed', `/${index}/value`, 'the value in the document is not the one tested for');
    }
    case 'copy':
    case 'move': {
      const from = parsePointer(patch.from);
      if (from === undefined) return failure(index, 'invalid-pointer', `/${index}/from`, 'from must be a JSON pointer such as /name/0');
      const found = valueAt(document, from);
      if (found === undefined) return failure(index, 'not-found', `/${index}/from`, 'nothing stands where from points');
      if (patch.op === 'move') return move(document, { step, from, path, found });
      const deep = unfit(found, path, step);
      if (deep) return deep;
      const copy = copied(found, step.work);
      if (copy === undefined) return failure(index, 'too-large', `/${index}`, tooMuch['too-large']);
      return write(document, path, { ...step, put: copy, insert: true });
    }
  }
}

const tooMuch = {
  'too-large': 'the document would become too large',
  'too-deep': `the document would be nested more than ${JSON_DEPTH} levels deep`,
} as const;

/** The failure of putting the value there, where that would make too much of the document. */
function unfit(value: Json, path: readonly string[], { index, work }: Step): PatchFailure | undefined {
  const reason = whyNotAt(path.length, value, work);
  return reason && failure(index, reason, `/${index}`, tooMuch[reason]);
}

function place(document: Json, path: readonly string[], change: Write & { readonly put: Json }): Patched {
  return unfit(change.put, path, change) ?? write(document, path, change);
}

function move(
  document: Json,
  { step, from, path, found }: { step: Step; from: readonly string[]; path: readonly string[]; found: Json },
): Patched {
  const { index } = step;
  if (pointerOf(path) === pointerOf(from)) return { ok: true, document };
  if (`${pointerOf(path)}/`.startsWith(`${pointerOf(from)}/`)) {
    return failure(index, 'into-itself', `/${index}/path`, 'a value cannot be moved into itself');
  }
  const taken = write(document, from, { ...step, insert: false });
  return taken.ok ? place(taken.document, path, { ...step, put: found, insert: true }) : taken;
}

interface Write extends Step {
  /** Absent to remove. */
  readonly put?: Json;
  /** True to add (arrays make room); false to replace or remove what exists. */
  readonly insert: boolean;
}

/** Copies only the containers on the way to the target. */
function write(document: Json, path: readonly string[], change: Write): Patched {
  const [token, ...rest] = path;
  if (token === undefined) {
    return change.put === undefined
      ? failure(change.index, 'root', `/${change.index}/path`, 'the whole document cannot be removed')
      : { ok: true, document: change.put };
  }
  if (rest.length > 0) {
    const child = memberOf(document, token);
    if (child === undefined) return stopped(document, { index: change.index, reached: [], token });
    const changed = write(child, rest, change);
    if (changed.ok) return { ok: true, document: put(document, { token, value: changed.document, work: change.work }) };
    return changed.at === undefined ? changed : { ...changed, at: { ...changed.at, reached: pointerOf([token]) + changed.at.reached } };
  }
  const exists = memberOf(document, token) !== undefined;
  if (isArray(document)) {
    const position = change.insert && token === '-' ? document.length : arrayIndex(token);
    const last = change.insert ? document.length : document.length - 1;
    if (position === undefined || position > last) return stopped(document, { index: change.index, reached: [], token });
    const items = ownArray(document, change.work);
    items.splice(position, change.insert ? 0 : 1, ...(change.put === undefined ? [] : [change.put]));
    return { ok: true, document: items };
  }
  if (!isObject(document) || (!change.insert && !exists)) return stopped(document, { index: change.index, reached: [], token });
  if (change.put !== undefined) return { ok: true, document: put(document, { token, value: change.put, work: change.work }) };
  const members = ownObject(document, change.work);
  delete members[token];
  return { ok: true, document: members };
}

/** The container with one member set. No token reaches a prototype: `parsePointer` refuses those names. */
function put(container: Json, { token, value, work }: { readonly token: string; readonly value: Json; readonly work: Work }): Json {
  if (isArray(container)) {
    const items = ownArray(container, work);
    items[Number(token)] = value;
    return items;
  }
  const members = ownObject(isObject(container) ? container : {}, work);
  members[token] = value;
  return members;
}

function unreachable(document: Json, path: readonly string[], index: number): PatchFailure {
  const depth = path.findIndex((_, position) => valueAt(document, path.slice(0, position + 1)) === undefined);
  const reached = path.slice(0, depth);
  return stopped(valueAt(document, reached) ?? null, { index, reached, token: path[depth] ?? '' });
}

function stopped(container: Json, { index, reached, token }: { index: number; reached: readonly string[]; token: string }): PatchFailure {
  const outside = isArray(container) && arrayIndex(token) !== undefined;
  return {
    ...failure(
      index,
      outside ? 'out-of-bounds' : 'not-found',
      `/${index}/path`,
      outside ? 'the path names a place beyond the end of its list' : 'nothing stands where path points',
    ),
    at: { reached: pointerOf(reached), token },
  };
}

function failure(index: number, reason: PatchReason, pointer: string, message: string): PatchFailure {
  return { ok: false, index, reason, pointer, message };
}

/** Whether a document is nested deeper than a body may be. */
export const isTooDeep = (document: Json): boolean => whyNotAt(0, document, beginWork()) === 'too-deep';

/** The target with the patch laid over it: null removes, objects merge, everything else replaces. */
export function mergePatch(target: Json | undefined, patch: Json): Json {
  if (!isObject(patch)) return patch;
  const merged = new Map(isObject(target) ? Object.entries(target) : []);
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) merged.delete(key);
    else merged.set(key, mergePatch(merged.get(key), value));
  }
  return Object.fromEntries(merged);
}
