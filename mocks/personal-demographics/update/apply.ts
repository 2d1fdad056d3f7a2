/** Applies the patches of an update in order, by the service's own rules on object ids and removals. */
import type { Json } from '../../../src/contract/contract.ts';
import { equal } from '../../../src/contract/equal.ts';
import { applyPatch, type PatchFailure } from '../../../src/fhir/json-patch.ts';
import { isArray, isObject } from '../../../src/contract/json.ts';
import { arrayIndex, pointerOf, valueAt } from '../../../src/contract/json-pointer.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { invalidUpdate, shown } from '../../../src/nhs/spine/spine-words.ts';
import { forbidden } from './forbidden.ts';
import { isNamed, lists, type PatientPatch } from './patches.ts';

export interface Applied {
  readonly document: Json;
  /** A rule on what may never be changed: wins over every other error of the request. */
  readonly forbidden?: Problem;
  readonly error?: Problem;
}

export function applyPatches(patient: Json, patches: readonly PatientPatch[]): Applied {
  let document = patient;
  let refused: Problem | undefined;
  let error: Problem | undefined;
  for (const [index, patch] of patches.entries()) {
    refused ??= forbidden(patch, document);
    if (error !== undefined) continue;
    const step = applyOne(document, { patch, index, patches });
    if ('problem' in step) error = step;
    else document = step.document;
  }
  return { document, ...(refused && { forbidden: refused }), ...(error && { error }) };
}

interface Step {
  readonly patch: PatientPatch;
  readonly index: number;
  readonly patches: readonly PatientPatch[];
}

function applyOne(document: Json, step: Step): { readonly document: Json } | Problem {
  const { patch } = step;
  const [root = '', member] = patch.tokens;
  if (patch.op !== 'test' && lists.has(root)) {
    const problem =
      member === undefined
        ? invalidUpdate(`Invalid patch - '${root}' is a list, change its members one by one: '/${root}/0', '/${root}/-'`)
        : patch.tokens.length === 2
          ? wholeMember(document, step)
          : insideMember(document, step);
    if (problem) return problem;
    if (patch.op === 'add' && member === '-') return { document: append(document, root, patch.value ?? null) };
  }
  // `patches` holds only what RFC 6902 knows: a value wherever the operation needs one.
  const { op, path, value = null } = patch;
  const result = applyPatch(document, [op === 'remove' ? { op, path } : { op, path, value }]);
  return result.ok ? result : invalidUpdate(`Invalid patch - ${told(result, patch)}`, `Invalid patch - ${result.message}`);
}

/** A list that the record does not have yet begins with its first member. The server makes the object id. */
function append(document: Json, root: string, value: Json): Json {
  const list = valueAt(document, [root]);
  const member =
    root !== 'extension' && isObject(value) ? Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'id')) : value;
  return { ...(isObject(document) ? document : {}), [root]: [...(isArray(list) ? list : []), member] };
}

function wholeMember(document: Json, { patch, index, patches }: Step): Problem | undefined {
  const [root = '', member = ''] = patch.tokens;
  if (patch.op === 'add') {
    return member === '-' ? undefined : invalidUpdate(`Invalid patch - a new member is added with '/${root}/-'`);
  }
  if (patch.op === 'remove') return removal(document, { patch, index, patches });
  const key = keyOf(root);
  const given = isObject(patch.value) ? patch.value[key] : undefined;
  if (given === undefined) return invalidUpdate(`no id or url found for path with root ${pointerOf([root, member])}`);
  return belongs(document, { root, member, given });
}

function insideMember(document: Json, step: Step): Problem | undefined {
  const { patch, patches } = step;
  const [root = '', member = ''] = patch.tokens;
  const memberPath = pointerOf([root, member]);
  const within = patch.tokens.slice(2);
  if (within.length === 1 && within[0] === keyOf(root)) {
    return patch.op === 'remove'
      ? invalidUpdate(`Invalid patch - the ${keyOf(root)} of '${memberPath}' cannot be removed`)
      : belongs(document, { root, member, given: patch.value ?? null });
  }
  if (within.length === 2 && within[0] === 'extension') {
    if (patch.op === 'remove') return removal(document, step);
    if (isObject(patch.value) && patch.value['url'] !== undefined) return undefined;
  }
  if (!isNamed(patches.map(asJson), memberPath)) return invalidUpdate(`no id or url found for path with root ${memberPath}`);
  return undefined;
}

/** The object id has to be one of that list's, and that of the member the path points at. */
function belongs(document: Json, { root, member, given }: { root: string; member: string; given: Json }): Problem | undefined {
  const list = valueAt(document, [root]);
  const members = isArray(list) ? list : [];
  const key = keyOf(root);
  const known = members.some((each) => isObject(each) && each[key] === given);
  const target = members[arrayIndex(member) ?? -1];
  if (known && target === undefined)
    return invalidUpdate(`Invalid patch - index '${shown(member)}' is out of bounds`, 'Invalid patch - the index is out of bounds');
  if (known && isObject(target) && target[key] === given) return undefined;
  return invalidUpdate(`no '${root}' resources with object id '${shown(given)}'`, `no '${root}' resources with this object id`);
}

/** Removing a member of a list has to be preceded at once by a test of its id, its url or all of it. */
function removal(document: Json, { patch, index, patches }: Step): Problem | undefined {
  const before = patches[index - 1];
  const isTested =
    before?.op === 'test' && [patch.path, `${patch.path}/id`, `${patch.path}/url`].includes(before.path) && holds(document, before);
  if (isTested) return undefined;
  const instead = before === undefined ? 'it is the first item' : `it is '${before.op} ${shown(before.path)}'`;
  return invalidUpdate(
    `removal '${shown(patch.path)}' is not immediately preceded by equivalent test - instead ${instead}`,
    'a removal is not immediately preceded by an equivalent test',
  );
}

function holds(document: Json, { tokens, value }: PatientPatch): boolean {
  return equal(valueAt(document, tokens), value);
}

function keyOf(root: string): 'id' | 'url' {
  return root === 'extension' ? 'url' : 'id';
}

function asJson({ op, path, value }: PatientPatch): Json {
  return value === undefined ? { op, path } : { op, path, value };
}

function told({ reason, at, message }: PatchFailure, { op, path, tokens, value }: PatientPatch): string {
  if (reason === 'too-deep' || reason === 'too-large') return message;
  const token = shown(at?.token ?? path);
  if (reason === 'test-failed') return `'${shown(path)}' is not equal to tested value '${shown(value)}'`;
  // The service names the end of the path, even where what should hold it is missing too.
  if (op === 'remove') return `can't remove non-existent object '${shown(tokens.at(-1))}'`;
  if (reason === 'out-of-bounds') return `index '${token}' is out of bounds`;
  if (op === 'replace') return `can't replace non-existent object '${token}'`;
  return `member '${token}' not found`;
}
