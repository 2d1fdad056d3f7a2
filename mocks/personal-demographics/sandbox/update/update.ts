/** Changes a patient as the official sandbox does: it shows what the patches make of them, and keeps nothing. */
import { etag } from '../../../../src/fhir/version.ts';
import type { AnyCall } from '../../../../src/mock/any-call.ts';
import type { Problem } from '../../../../src/mock/problem.ts';
import { spine } from '../../../../src/nhs/spine/spine-faults.ts';
import { invalidUpdate } from '../../../../src/nhs/spine/spine-words.ts';
import { patchesIn } from '../../update/patches.ts';
import { readable } from '../people/people.ts';
import { said, type Said } from '../said.ts';
import { sentBody } from '../sent-body.ts';
import { edited } from './effects.ts';
import { patched } from './patched.ts';

export function update(call: AnyCall): Said<200> | Problem {
  const known = readable(call.path['id'] ?? '');
  if (known === undefined) return spine('RESOURCE_NOT_FOUND');
  const patches = patchesIn(sentBody(call));
  if (patches === undefined) return invalidUpdate('No patches found');
  if (call.header('If-Match') !== etag(known.version)) return spine('RESOURCE_VERSION_MISMATCH');
  const made = patched(known.patient, patches);
  if ('problem' in made) return made;
  const version = String(Number(known.version) + 1);
  return said(200, edited(made.patient, ['meta', 'versionId'], version), version);
}
