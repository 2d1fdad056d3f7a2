/** What a signed-in patient may change on their own record. */
import { isObject } from '../../../src/contract/json.ts';
import { valueAt } from '../../../src/contract/json-pointer.ts';
import type { Json } from '../../../src/contract/contract.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { invalidUpdate } from '../../../src/nhs/spine/spine-words.ts';
import { extensionUrl } from '../record/systems.ts';
import { notPermitted, type PatientPatch } from './patches.ts';

const ownExtensions: ReadonlySet<string> = new Set([
  extensionUrl.communication,
  extensionUrl.nominatedPharmacy,
  extensionUrl.preferredDispenser,
  extensionUrl.applianceSupplier,
  extensionUrl.birthPlace,
]);

/** Address and emergency contact in any way; mobile, e-mail and some extensions as whole objects; nothing else. */
export function patientMayPatch(patient: Json, patches: readonly PatientPatch[]): Problem | undefined {
  return patches.every((patch, index) => isOwnToChange(patient, patch, patches[index - 1])) ? undefined : invalidUpdate(notPermitted);
}

function isOwnToChange(patient: Json, patch: PatientPatch, before: PatientPatch | undefined): boolean {
  const [root = '', member = ''] = patch.tokens;
  if (patch.op === 'test') return true;
  if (patch.op === 'remove' && before?.op !== 'test') return false;
  if (root === 'address' || root === 'contact') return true;
  const target = patch.value !== undefined && patch.tokens.length === 2 ? patch.value : valueAt(patient, [root, member]);
  if (!isObject(target) || (patch.op !== 'remove' && patch.tokens.length !== 2)) return false;
  if (root === 'telecom') return target['system'] === 'email' || target['use'] === 'mobile';
  return root === 'extension' && ownExtensions.has(String(target['url']));
}
