/** Reads one patient: the survivor of a superseded number, nothing of an invalidated one, no location of a restricted one. */
import { etag } from '../../src/fhir/version.ts';
import type { Problem } from '../../src/mock.ts';
import { spine } from './errors.ts';
import type { Patient } from './patient.ts';
import { isChanged, survivingRecord } from './register.ts';
import type { AnyCall } from './request.ts';
import { asRetrieved } from './withheld.ts';

export interface Retrieved {
  readonly status: 200;
  readonly headers: { readonly ETag: string };
  readonly body?: Patient;
  readonly rendered?: string;
}

export function retrieve(call: AnyCall): Retrieved | Problem {
  const record = survivingRecord(call, call.path['id'] ?? '');
  if (record === undefined) return spine('RESOURCE_NOT_FOUND');
  if (record.standing.kind !== 'live') return spine('INVALIDATED_RESOURCE');
  const { patient } = record;
  const headers = { ETag: etag(patient.meta?.versionId ?? '1') };
  // A person of the world whom nobody has changed is the same text every time.
  if (!isChanged(call, patient.id)) return { status: 200, headers, rendered: call.render(patient.id, () => asRetrieved(patient)) };
  return { status: 200, headers, body: asRetrieved(patient) };
}
