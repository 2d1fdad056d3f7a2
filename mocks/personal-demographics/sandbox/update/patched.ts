/** Applies a list of patches as the official sandbox does: in order, and what is wrong is said when all have been looked at. */
import type { Json, JsonObject } from '../../../../src/contract/contract.ts';
import { isObject } from '../../../../src/contract/json.ts';
import type { Problem } from '../../../../src/mock/problem.ts';
import { forbiddenUpdate, invalidUpdate } from '../../../../src/nhs/spine/spine-words.ts';
import { invalid } from '../words.ts';
import { effectOf, type Patch } from './effects.ts';

const operations: ReadonlySet<Json | undefined> = new Set(['add', 'replace', 'remove', 'test']);

/** What the patches make of the patient, whose version is not moved here. */
export function patched(patient: JsonObject, sent: readonly Json[]): { readonly patient: JsonObject } | Problem {
  const patches = sent.map(patchIn);
  const [first] = patches;
  // Whichever it is that is unknown, the operation of the first is shown.
  if (patches.some(({ op }) => !operations.has(op))) return invalid(first?.op, '0/op');
  let now = patient;
  // Published is that what is forbidden comes before what is wrong; that it is the last of the one and the first of the other, its source shows.
  let forbidden: string | undefined;
  let error = addressError(patches);
  for (const patch of patches) {
    const effect = effectOf({ ...patch, patient: now, first });
    if ('patient' in effect) now = effect.patient;
    else if ('forbidden' in effect) forbidden = effect.forbidden;
    else error ??= effect.error;
  }
  if (forbidden !== undefined) return forbiddenUpdate(forbidden);
  return error === undefined ? { patient: now } : invalidUpdate(error);
}

/** What is no patch at all has neither operation nor path. */
function patchIn(sent: Json): Patch {
  const { op, path, value } = isObject(sent) ? sent : {};
  return { op, path: typeof path === 'string' ? path : '', value };
}

function addressError(patches: readonly Patch[]): string | undefined {
  const isNamed = patches.some(({ path }) => path === '/address/0' || path === '/address/0/id');
  const isMeant = patches.some(({ path }) => path.startsWith('/address'));
  return isMeant && !isNamed ? 'no id or url found for path with root /address/0' : undefined;
}
