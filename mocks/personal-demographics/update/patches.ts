/** The patches of an update as the service reads them: what each is aimed at, and the rules that need nothing but the request. */
import type { Json } from '../../../src/contract/contract.ts';
import { isArray, isObject } from '../../../src/contract/json.ts';
import { parsePointer } from '../../../src/contract/json-pointer.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { invalidUpdate, invalidValue, missingValue, unexpectedProperties } from '../../../src/nhs/spine/spine-words.ts';

export interface PatientPatch {
  readonly op: 'add' | 'replace' | 'remove' | 'test';
  readonly path: string;
  readonly tokens: readonly string[];
  readonly value?: Json;
}

/** Members of Patient that are lists of objects with an `id` (an extension: a `url`) of their own. */
export const lists: ReadonlySet<string> = new Set(['name', 'address', 'telecom', 'contact', 'generalPractitioner', 'extension']);
const singles: ReadonlySet<string> = new Set(['gender', 'birthDate', 'multipleBirthInteger', 'deceasedDateTime', 'managingOrganization']);
const serverOwned: ReadonlySet<string> = new Set(['resourceType', 'id', 'identifier', 'meta']);
const operations: ReadonlySet<string> = new Set(['add', 'replace', 'remove', 'test']);

export const notPermitted = 'This user does not have permission to update the fields in the patches provided.';

/** The list under `patches`, where the body has one with something in it. What else it has is ignored: published requests carry `correction`. */
export function patchesIn(body: Json | undefined): readonly Json[] | undefined {
  const patches = isObject(body) ? body['patches'] : undefined;
  return isArray(patches) && patches.length > 0 ? patches : undefined;
}

/** Checked before the operations are, and for addresses only: a change inside an address quotes its id somewhere in the request. */
export function addressWithoutId(patches: readonly Json[]): Problem | undefined {
  for (const patch of patches) {
    const tokens = isObject(patch) && typeof patch['path'] === 'string' ? parsePointer(patch['path']) : undefined;
    if (tokens?.[0] !== 'address' || tokens.length < 3 || !isObject(patch) || patch['op'] === 'test') continue;
    const root = `/address/${tokens[1]}`;
    if (!isNamed(patches, root)) return invalidUpdate(`no id or url found for path with root ${root}`);
  }
  return undefined;
}

export function readPatches(patches: readonly Json[]): readonly PatientPatch[] | Problem {
  for (const [index, patch] of patches.entries()) {
    const op = isObject(patch) ? patch['op'] : undefined;
    if (typeof op !== 'string' || !operations.has(op)) return invalidValue(op ?? '', `${index}/op`);
  }
  const read: PatientPatch[] = [];
  for (const [index, patch] of patches.entries()) {
    const one = readPatch(patch, index);
    if ('problem' in one) return one;
    read.push(one);
  }
  return read;
}

function readPatch(patch: Json, index: number): PatientPatch | Problem {
  if (!isObject(patch)) return invalidValue(patch, String(index));
  const { op, path, value } = patch;
  if (typeof path !== 'string') return missingValue(`${index}/path`);
  const tokens = parsePointer(path);
  const [root] = tokens ?? [];
  if (tokens === undefined || root === undefined) return invalidValue(path, `${index}/path`);
  if (serverOwned.has(root)) return invalidUpdate(notPermitted);
  if (!lists.has(root) && !singles.has(root)) return unexpectedProperties([root]);
  if (op === 'remove') return { op, path, tokens };
  // The published contract lets a value be null, and shows none: it takes away what stands there, and is nothing to append.
  if (value === undefined || (value === null && tokens.at(-1) === '-')) return missingValue(`${index}/value`);
  return op === 'add' || op === 'replace' || op === 'test' ? { op, path, tokens, value } : invalidValue(op ?? '', `${index}/op`);
}

/** True where some patch of the request gives the id (or url) of the object at `root`, on its own or inside the whole object. */
export function isNamed(patches: readonly Json[], root: string): boolean {
  return patches.some((patch) => {
    if (!isObject(patch) || patch['op'] === 'remove') return false;
    const { path, value } = patch;
    if (path === `${root}/id` || path === `${root}/url`) return true;
    return path === root && isObject(value) && (value['id'] !== undefined || value['url'] !== undefined);
  });
}
