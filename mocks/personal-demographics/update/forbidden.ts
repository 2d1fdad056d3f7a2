/** Changes that are refused whatever else a request holds. */
import type { Json } from '../../../src/contract/contract.ts';
import { isArray, isObject } from '../../../src/contract/json.ts';
import { valueAt } from '../../../src/contract/json-pointer.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { forbiddenUpdate } from '../../../src/nhs/spine/spine-words.ts';
import { extensionUrl } from '../record/systems.ts';
import type { PatientPatch } from './patches.ts';

const notRemovable: ReadonlySet<string> = new Set(['birthDate', 'gender', 'deceasedDateTime']);

/** `document` is the record as the patches before this one left it. */
export function forbidden(patch: PatientPatch, document: Json): Problem | undefined {
  const [root = '', member = ''] = patch.tokens;
  if (patch.op === 'test') return undefined;
  const isRemoval = takesAway(patch);
  if (isRemoval && patch.tokens.length === 1 && notRemovable.has(root)) {
    return forbiddenUpdate(`source not permitted to remove '${root}'`);
  }
  if (root === 'name') return forbiddenName(patch, document);
  if (root === 'generalPractitioner' && isRemoval) {
    return forbiddenUpdate(`source not permitted to remove 'generalPractitioner'`);
  }
  const target = valueAt(document, [root, member]);
  const value = patch.tokens.length === 2 ? patch.value : undefined;
  const isDeathNotification = root === 'extension' && (isNotification(target) || isNotification(value));
  if (isDeathNotification && isRemoval) return forbiddenUpdate(`source not permitted to remove 'DeathNotificationStatus'`);
  if ((isDeathNotification || root === 'deceasedDateTime') && isFormallyDead(document)) {
    return forbiddenUpdate('formal death already recorded');
  }
  return isNotification(value) && notificationStatus(value) === '2' ? formalDeath() : undefined;
}

/** Parts of a notification may be changed as well as the whole. */
export function formalDeathRecorded(before: Json, after: Json): Problem | undefined {
  return isFormallyDead(after) && !isFormallyDead(before) ? formalDeath() : undefined;
}

function formalDeath(): Problem {
  return forbiddenUpdate('source not permitted to record a formal death');
}

/** A null in the place of something removes it as well. */
function takesAway({ op, value }: PatientPatch): boolean {
  return op === 'remove' || value === null;
}

function forbiddenName(patch: PatientPatch, document: Json): Problem | undefined {
  const [, member = ''] = patch.tokens;
  if (patch.tokens.length !== 2) return undefined;
  if (takesAway(patch) && isUsual(valueAt(document, ['name', member]))) return forbiddenUpdate('not permitted to remove usual name');
  const names = valueAt(document, ['name']);
  if (patch.op === 'add' && isUsual(patch.value) && isArray(names) && names.some(isUsual)) {
    return forbiddenUpdate('multiple usual names cannot be added');
  }
  return undefined;
}

function isUsual(name: Json | undefined): boolean {
  return isObject(name) && name['use'] === 'usual';
}

function isNotification(extension: Json | undefined): boolean {
  return isObject(extension) && extension['url'] === extensionUrl.deathNotification;
}

function isFormallyDead(document: Json): boolean {
  const extensions = valueAt(document, ['extension']);
  return isArray(extensions) && extensions.some((extension) => isNotification(extension) && notificationStatus(extension) === '2');
}

export function notificationStatus(extension: Json | undefined): Json | undefined {
  const parts = extension === undefined ? undefined : valueAt(extension, ['extension']);
  const status = isArray(parts) ? parts.find((part) => isObject(part) && part['url'] === 'deathNotificationStatus') : undefined;
  return status === undefined ? undefined : valueAt(status, ['valueCodeableConcept', 'coding', '0', 'code']);
}
