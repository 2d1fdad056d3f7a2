/** Reads one patient: the survivor of a superseded number, nothing of an invalidated one, no location of a restricted one. */
import { etag } from '../../../src/fhir/version.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { spine } from '../../../src/nhs/spine/spine-faults.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Patient } from '../record/patient.ts';
import { register } from '../record/register.ts';
import { asRetrieved } from '../record/withheld.ts';

export interface Retrieved {
  readonly status: 200;
  readonly headers: { readonly ETag: string };
  readonly body?: Patient;
  readonly rendered?: string;
}

export function retrieve(call: AnyCall): Retrieved | Problem {
  const id = call.path['id'] ?? '';
  // A person of the world whom nobody has changed is the same reply every time.
  return register.isChanged(call, id) ? read(call, id) : call.cached(id, () => read(call, id));
}

function read(call: AnyCall, id: string): Retrieved | Problem {
  const record = register.surviving(call, id);
  if (record === undefined) return spine('RESOURCE_NOT_FOUND');
  if (record.standing.kind !== 'live') return spine('INVALIDATED_RESOURCE');
  const { patient } = record;
  const headers = { ETag: etag(patient.meta?.versionId ?? '1') };
  const body = asRetrieved(patient);
  // The survivor of a superseded number may change without this number changing: as text, the reply is not cached.
  return patient.id === id ? { status: 200, headers, body } : { status: 200, headers, rendered: JSON.stringify(body) };
}
